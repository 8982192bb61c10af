"""Names made by drawing a given name and a surname apart; any likeness is chance."""

from __future__ import annotations

from typing import Final

from .chance import Chance

_SURNAMES: Final = {
    "swedish": "Lindqvist Bergmark Sjödin Nyholm Ekdahl Wallgren Forsman Hedlund Sandell Åkerberg Norling Dahlin "
    "Strandh Öhman Rydell Hallgren Boman Kjellin Engdahl Svedberg Tunell Alm Brodin Carlgren Edvall Frisk Granath "
    "Holmér Isling Jerneck Kull Lagerås Malmer Näslund Olin Palmér Quist Rosell Stark Thunell Uggla Viklund Wester",
    "filipino": "Dalisay Magbanua Catacutan Villaruz Abellana Macaraeg Dimaculangan Ocampo Salonga Tumulak Baclayon "
    "Pacquing Lumapas Enriquez Gatdula Manalastas Sarmiento Ybañez Caballes Redoble",
    "thai": "Srisuk Chaiyasit Boonmee Thongdee Wongsa Nguyen Saetang Phrom Kaewsai Tran Rattana Panya Lamduan",
    "spanish": "Restrepo Cárdenas Polanco Montero Salcedo Jiménez Batista Duarte Peralta Moreira Ortega Silva Vargas",
    "slavic": "Kovalenko Petrenko Bondar Hadžić Kowalczyk Jovanović Begić Nowicki Marić Shevchuk Lis Tkach Ilić",
    "romanian": "Popa Ionescu Munteanu Dobre Lupu Ciobanu Stan Vasile Rusu Neagu Toma",
    "african": "Okafor Adeyemi Mensah Kouassi Otieno Wanjiku Eze Boateng Koné Yeboah Balogun Achieng Traoré",
    "arabic": "Hassan Warsame Al-Jabiri Farah Khalil Aziz Mohamud Haddad Barzani Nasser Ismail Salim",
    "turkish": "Yılmaz Demir Kaya Şahin Çelik Aydın Koç Arslan",
    "indian": "Sharma Perera Iyer Khan Malik Nair Fernando Reddy Joshi Silva Ahmed Bhat",
    "western": "Miller Schmidt Dubois Bakker Turner Weber Laurent Hughes Visser Cooper Fischer Grant",
}
_MEN: Final = {
    "swedish": "Anders Björn Carl Daniel Erik Fredrik Gustav Håkan Ivar Jonas Kjell Lars Mats Nils Oskar Per Rolf "
    "Tomas Ulf Viktor Emil Hugo Elias Liam Noah Axel Melker Leif Göran",
    "filipino": "Jomar Rodel Arnel Jericho Dante Renato Noel Mark Reymart Ariel",
    "thai": "Somchai Anan Kittisak Minh Prasit Wichai Niran",
    "spanish": "Andrés Mateo Rafael Julio Camilo Wilson Diego",
    "slavic": "Oleh Piotr Amir Milan Taras Goran Marek Ivan",
    "romanian": "Mihai Ion Florin Radu Costel Dan",
    "african": "Emeka Kwame Tunde Yao Kofi Brian Chidi Moussa",
    "arabic": "Ahmed Yusuf Omar Karwan Ali Abdi Samir",
    "turkish": "Mehmet Emre Kemal Murat",
    "indian": "Arjun Nuwan Imran Rahul Sanjay Bilal",
    "western": "James Lukas Pierre Daan Oliver Max",
}
_WOMEN: Final = {
    "swedish": "Anna Birgitta Cecilia Doris Elin Frida Gunilla Hanna Ida Johanna Karin Lena Maja Nora Olivia Petra Rut "
    "Sara Tove Ulla Vera Alma Ebba Wilma Astrid Stina Molly Agneta Inger Ylva",
    "filipino": "Marites Jhoanna Rosalie Cristel Analyn Lorna Maricel Jenny Rowena Gemma Aileen Divina",
    "thai": "Malee Siriporn Nok Ploy Lan Kanya Wanida Duangjai",
    "spanish": "Yesenia Paola Luisa Carmen Daniela Rosa Marisol",
    "slavic": "Oksana Anna Selma Jelena Iryna Katarzyna Amra",
    "romanian": "Elena Mihaela Ioana Alina Florentina",
    "african": "Ngozi Akosua Fatou Grace Blessing Aya Mercy",
    "arabic": "Amina Hodan Shirin Layla Fatima Zahra",
    "turkish": "Elif Ayşe Zeynep Fatma",
    "indian": "Priya Dilani Ayesha Lakshmi Sana",
    "western": "Emma Sophie Claire Anna Lucy",
}
SURNAMES: Final = {tongue: tuple(text.split()) for tongue, text in _SURNAMES.items()}
MEN: Final = {tongue: tuple(text.split()) for tongue, text in _MEN.items()}
WOMEN: Final = {tongue: tuple(text.split()) for tongue, text in _WOMEN.items()}


def given(chance: Chance, tongue: str, man: bool) -> str:
    """A given name; one in five has a second."""
    names = (MEN if man else WOMEN)[tongue]
    first = chance.pick(names)
    return f"{first} {chance.pick(names)}" if chance.odds(0.2) else first


def surname(chance: Chance, tongue: str) -> str:
    """A surname."""
    return chance.pick(SURNAMES[tongue])
