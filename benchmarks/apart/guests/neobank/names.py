"""Invented people's names: given and family names by place of birth, combined at random."""

from __future__ import annotations

from random import Random

_NORTH = (
    "Anton Erik Johan Oskar Lars Per Nils Gustav Mats Viktor Elias Hugo|Anna Maja Karin Elin Sara Ida Lisa Eva Alva"
)
_ISLES = "Jack Tom Callum David Peter Ian Owen Harry Simon Keith Ryan Luke|Emma Chloe Sarah Jane Megan Lucy Helen Orla"
_POOLS = {
    "SE": _NORTH + "|Lindqvist Åkerman Bergdal Sjöholm Nyqvist Hallgren Wikström Forsell Dahlin Ekvall Rosén Palm",
    "GB": _ISLES
    + "|Harwell Pickard Oakden Thorley Marsden Bexley Whitlow Garside Tranter Coombes Ashdown Rigby Lowther",
    "IE": _ISLES + "|Kinsella Hanratty Feeney Mulcahy Tierney Gilhooly Brophy Cusack Devane Scanlon",
    "DE": "Jonas Felix Uwe Stefan Klaus Leon Tim Bernd Jürgen Paul Finn|Lena Marie Petra Julia Mia Anke Ute Hanna|"
    "Brandner Vossler Kettler Hauptig Lohmar Sievers Trautner Wiegand Eickhof Bühring Rehberg Staude Pohlmann",
    "NL": "Daan Sem Bram Pieter Kees Ruben Joost Henk Luuk|Sanne Lotte Fleur Anouk Ingrid Femke Noor|"
    "Van Rijswold|De Graaff|Hoekveld|Ter Horstink|Brouwersma|Postema|Van Dalsum|Kuiperij",
    "FR": "Lucas Hugo Julien Marc Thierry Bruno Antoine Yanis|Camille Manon Claire Sophie Inès Nathalie Léa|"
    "Morvan Delcourt Baudry Lanthier Garnaud Pelleray Roussin Chevrot Vasseux",
    "ES": "Pablo Javier Álvaro Manuel Iván Sergio Rafael|Lucía Carmen Marta Paula Elena Rocío|"
    "Olmedo Carrasquilla Pinedo Barragán Robledo Vilaplana Sorolla Tejedor",
    "FI": "Eetu Juho Mikko Antti Jari Ville|Aino Sanna Emilia Päivi|Koskela Rautio Hiltula Närhi Salovaara Tuomola",
    "PL": "Piotr Marek Kamil Tomasz Jakub Adam|Agnieszka Ewa Kasia Zofia Monika|"
    "Wrona Gajda Sobczyk Pawlik Cichoń Marzec Stolarz Kubacka Lisowska",
    "RO": "Andrei Mihai Ionuț Florin Radu Vlad|Ioana Elena Andreea Maria Gabriela|"
    "Munteanu Dobre Lungu Cristea Rusu Bălan Vasile Moraru Ciobanu",
    "UA": "Oleh Taras Andrii Dmytro Serhii|Oksana Iryna Olena Yuliia Sofiia|"
    "Bondar Kravets Melnyk Tkach Hnatiuk Savchuk Lysenko Oliinyk",
    "TR": "Mehmet Emre Can Murat|Elif Zeynep Ayşe Fatma Merve|Yıldız Aksoy Korkmaz Demirel Taşkın Uçar Soylu",
    "SY": "Omar Khaled Yousef Ahmad Samir|Rana Hala Nour Layla Maya|Haddad Kassab Darwish Najjar Shahin Sabbagh Halabi",
    "IN": "Arjun Rahul Vikram Suresh Anil Rohan|Priya Anjali Deepa Kavya Neha|"
    "Nair Gill Reddy Patel Menon Sandhu Iyer Varghese Desai Kulkarni",
    "PK": "Imran Bilal Usman Tariq Hamza|Ayesha Sana Hina Maryam|Mirza Butt Chaudhry Malik Qureshi Raja Awan Siddiqui",
    "NG": "Chidi Emeka Tunde Osas Femi Ibrahim|Ngozi Blessing Funke Amaka Joy|"
    "Okafor Adeyemi Eze Osagie Balogun Nwosu Ogunleye Idahosa Bello",
    "GH": "Kwame Kofi Yaw Kwesi Nana|Ama Akosua Abena Efua Esi|Mensah Boateng Owusu Asante Appiah Ofori Amoah",
    "KE": "Brian Kevin Otieno Kamau Kiprop|Wanjiru Achieng Njeri Mercy|Mwangi Odhiambo Kiptoo Njoroge Wekesa Mutua",
    "CI": "Kouassi Moussa Yao Serge|Aya Fatou Adjoua Mariam|Kouamé Traoré Koné Bamba N'Guessan Ouattara Diabaté",
    "MA": "Youssef Hamid Rachid Anas Karim|Fatima Khadija Salma Imane Hajar|Bennani Alaoui Tazi Amrani Idrissi Chraibi",
    "PH": "Jomar Rodel Arnel Mark Joel Ramil Jericho|Maricel Rowena Jonalyn Cherry Liezl Analyn Mary Grace Jessa|"
    "Dela Cruz|Bautista|Magsaysay|Villareal|Ocampo|Salazar|Abad|Macaraeg|Tolentino|Pacquing|Catacutan|Sarmiento",
    "TH": "Somchai Nattapong Anan Prasit Wichai|Siriporn Malee Kanya Nok Ploy Suda|"
    "Srisuk Chaiyasit Boonmee Wongsa Phromma Thongdee Saelim",
    "VN": "Minh Tuan Hung Dung|Lan Huong Thu Mai Linh|Nguyen Tran Le Pham Hoang Vo Dang Bui",
    "CO": "Andrés Camilo Jhon Felipe|Valentina Paola Yuliana Luz|Restrepo Quintero Arango Mosquera Cardona Londoño",
    "DO": "Wilkin Rafael Ramón Junior|Yokasta Altagracia Yaneli Rosanna|Polanco Rosario Peralta Marte Tavárez Liriano",
    "BR": "Thiago Rodrigo Caio Bruno|Juliana Fernanda Camila Aline|Ferraz Moreira Barbosa Queiroz Teixeira Macedo",
}


def _split(pool: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Men's, women's and family names; a family name of two words is fenced by bars."""
    men, women, *families = pool.split("|")
    family = tuple(families[0].split()) if len(families) == 1 else tuple(families)
    return tuple(men.split()), tuple(women.split()), family


_NAMES = {origin: _split(pool) for origin, pool in _POOLS.items()}


def family_name(rng: Random, origin: str) -> str:
    """A family name usual in `origin`; a third are double so that strangers seldom share one."""
    pool = _NAMES[origin][2]
    first = rng.choice(pool)
    if rng.random() < 0.33:
        second = rng.choice(pool)
        return first if second == first else f"{first}-{second}"
    return first


def given_name(rng: Random, origin: str, *, man: bool) -> str:
    """A given name, sometimes with a second one, as identity papers show it."""
    pool = _NAMES[origin][0 if man else 1]
    first = rng.choice(pool)
    return f"{first} {rng.choice(pool)}" if rng.random() < 0.15 else first
