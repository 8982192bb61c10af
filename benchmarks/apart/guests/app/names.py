"""Names of the people: common first names and surnames, put together at random, so nobody in particular is meant."""

import numpy as np

from benchmarks.apart.guests.app.places import CODES

# women's names | men's names | surnames
_LISTS = {
    "SE": "Elsa Maja Ebba Wilma Saga Tuva Linnea Karin Annika|Oskar Hugo Axel Nils Viktor Emil Lars Göran "
    "Mattias Johan|Lindqvist Berglund Sandström Ekman Nordin Hellgren Åkesson Sjöberg Dahlin Wallin Forsman Öberg",
    "DE": "Lena Mia Hannah Lea Jule Katrin Sabine Petra Anke Nele|Jonas Finn Paul Lukas Tim Stefan Jürgen Uwe Holger "
    "Niklas|Brandt Vogel Keller Seidel Lorenz Pohl Engel Horn Winkler Busch Arndt Kühn",
    "NL": "Sanne Fleur Lotte Anouk Femke Marijke Ingrid Tess Noor Iris|Daan Sem Bram Thijs Ruben Joris Henk Wim Kees "
    "Sander|Visser Mulder Dekker Postma Hoekstra Vermeer Kuipers Bosch Schouten Veenstra Prins Blom",
    "FR": "Camille Léa Manon Chloé Inès Nathalie Sylvie Margaux Jade Zoé|Hugo Théo Lucas Maxime Antoine Philippe "
    "Thierry Pascal Nathan Julien|Garnier Faure Roussel Blanchard Marchand Colin Perrot Lemaire Renard Gaillard Noël",
    "GB": "Amelia Freya Poppy Ellie Grace Karen Tracey Holly Megan|Jack Alfie Callum Liam Harry Keith Graham Nigel "
    "Ryan Connor|Hartley Pearce Whitmore Fletcher Barlow Draper Lowe Chadwick Holt Spence Tanner Rowe",
    "IE": "Aoife Saoirse Ciara Niamh Róisín Orla Deirdre Maeve|Cian Oisín Seán Conor Declan Padraig Darragh Eoin|"
    "Brennan Nolan Keane Foley Quigley Tierney Hayes Devlin Roche Whelan",
    "ES": "Lucía Paula Carla Marta Noa Alba Pilar Rosa Irene Nerea|Hugo Pablo Álvaro Marcos Iker Sergio Manuel Ramón "
    "Javier Rubén|Navarro Iglesias Vidal Campos Serrano Prieto Rivas Molina Ferrer Crespo Soler",
    "IT": "Giulia Sofia Martina Chiara Elisa Paola Carla Sara Ilaria Alice|Luca Matteo Davide Marco Simone Paolo Carlo "
    "Bruno Andrea Nicolò|Ricci Gallo Fontana Marchetti Villa Ferri Grassi Bassi Monti Serra Leone",
    "RO": "Ioana Andreea Elena Mihaela Raluca Daniela|Andrei Mihai Florin Ionuț Vasile Cristian|Popa Munteanu Stan "
    "Dumitru Lungu Rusu Matei Toma Dinu Sava",
    "UA": "Olena Iryna Oksana Kateryna Yuliia Daryna|Andrii Taras Bohdan Serhii Mykola Dmytro|Kovalenko Bondarenko "
    "Tkachenko Marchenko Lysenko Savchenko Moroz Kravets Hnatiuk",
    "PH": "Maricel Rosalie Jocelyn Analyn Cherry Lovely Grace Marites|Jomar Rodel Arnel Mark Jayson Reynaldo|"
    "Dela_Cruz Santos Reyes Bautista Villanueva Mendoza Aquino Castillo Navarro Ramos Salazar Magbanua Dizon",
    "CO": "Valentina Daniela Paola Yuliana Luisa Marcela|Andrés Julián Camilo Jhon Esteban Mauricio|Restrepo Ospina "
    "Cárdenas Quintero Zapata Londoño Arango Rincón Murillo Salazar",
    "MA": "Fatima Khadija Salma Imane Nadia Hajar|Youssef Hamza Rachid Karim Mehdi Omar|Bennani Alaoui Tazi Chraibi "
    "Idrissi Amrani Ouazzani Lahlou Berrada",
    "GH": "Akosua Abena Efua Adwoa Esi Comfort|Kwame Kofi Yaw Kojo Emmanuel Prince|Mensah Boateng Owusu Asante Osei "
    "Appiah Agyeman Amoah Antwi",
    "NG": "Ngozi Chioma Blessing Folake Amina Grace|Chinedu Emeka Tunde Segun Ibrahim Victor|Okafor Adeyemi Balogun "
    "Eze Nwosu Bello Okonkwo Adebayo Obi Lawal",
    "CI": "Aya Affoué Mariam Adjoua Fatou Estelle|Kouadio Koffi Yao Moussa Serge Ibrahim|Kouassi Konan Traoré Koné "
    "Ouattara Bamba Coulibaly Diabaté Touré",
}


def _read(text: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    women, men, families = (tuple(part.split()) for part in text.split("|"))
    return women, men, tuple(name.replace("_", " ") for name in families)


NAMES = tuple(_read(_LISTS[code]) for code in CODES)


def first_name(rng: np.random.Generator, country: int, male: bool) -> str:
    """A first name of the country."""
    pool = NAMES[country][1 if male else 0]
    return pool[int(rng.integers(len(pool)))]


def surname(rng: np.random.Generator, country: int) -> str:
    """A family name of the country; one in eight is a double name, as life is."""
    pool = NAMES[country][2]
    name = pool[int(rng.integers(len(pool)))]
    if rng.random() < 0.12:
        other = pool[int(rng.integers(len(pool)))]
        return name if other == name else f"{name}-{other}"
    return name
