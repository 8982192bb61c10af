"""Invented names. The commonest surnames come up often, because ids here are made from names and do collide."""

from __future__ import annotations

from typing import Final

import numpy as np

_MEN: Final = {
    "anglo": "John David Michael Robert Peter Mark Paul Stephen Gary Kevin Alan Brian Craig Graham Wayne Neil Scott "
    "Dean Ross Trevor Keith Barry Ryan Tyler Josh Ethan Liam Jack Logan Connor Dylan Mason Noah Jordan Kyle",
    "german": "Thomas Michael Andreas Peter Stefan Klaus Uwe Jürgen Ralf Dirk Lukas Jonas Felix Tim Werner Heinz",
    "nordic": "Lars Anders Per Johan Erik Karl Mats Bengt Olav Svein Nils Emil Oskar Filip Leif Göran",
    "dutch": "Jan Pieter Henk Kees Willem Gerard Hans Daan Sem Bram Ruud Marcel",
    "french": "Jean Michel Philippe Alain Patrick Pascal Hugo Lucas Théo Thierry Bruno Gilles",
    "italian": "Marco Giuseppe Antonio Luca Andrea Franco Paolo Matteo",
    "hispanic": "Carlos Juan Luis Andrés Jorge Miguel Diego Camilo Felipe Sergio Hernán Iván Julián Óscar",
    "gulf": "Ahmed Omar Khalid Yousef Hassan Faisal Salem Majid",
    "japanese": "Hiroshi Takashi Kenji Satoshi Makoto Daiki Shota Akira",
    "korean": "Minjun Jihoon Sungho Youngsoo Donghyun Jaewon",
    "indian": "Rajesh Suresh Anil Vijay Ramesh Arjun Karthik Sanjay Prakash Deepak",
    "PH": "Jose Juan Mark Jerome Rodel Ramon Ernesto Rey Jayson Arnel Dennis Joel Romeo Michael Angelo Christian",
    "TH": "Somchai Anan Prasert Wichai Niran Kittisak Chai Surasak Thanawat Pichit",
    "CO": "Carlos Juan Luis Andrés Jorge Camilo Felipe Jhon Wilmer Brayan Edwin Fabián",
    "KE": "John Peter James Joseph Brian Kevin Dennis Samuel Evans Collins Hassan Juma",
}
_WOMEN: Final = {
    "anglo": "Mary Susan Karen Linda Sarah Emma Jessica Megan Helen Janet Julie Kate Laura Amy Chloe Hannah Olivia",
    "german": "Sabine Petra Monika Claudia Anna Julia Heike Lena Birgit",
    "nordic": "Anna Karin Eva Maria Kristin Ingrid Elsa Hanna Sofia",
    "dutch": "Anja Ingrid Marieke Femke Sanne Els",
    "french": "Marie Nathalie Sophie Isabelle Camille Julie",
    "italian": "Maria Anna Francesca Paola Giulia",
    "hispanic": "María Luz Sandra Paola Diana Claudia Carolina Ana Yolanda Adriana",
    "gulf": "Fatima Mariam Aisha Noura Huda",
    "japanese": "Yuki Keiko Haruka Aiko Naomi",
    "korean": "Jiwoo Minji Soojin Eunji",
    "indian": "Lakshmi Priya Anita Sunita Kavita Meena",
    "PH": "Maria Rosa Ana Luz Jennifer Mary Grace Marites Rowena Jocelyn Cristina Maricel Lorna Analyn Rosalie Jenny "
    "Michelle Angel Princess Lovely Cherry Nenita Gemma Divina Aileen",
    "TH": "Somsri Malee Nok Ploy Supaporn Kanya Wanida Pim Ratana Siriporn Noi Orn",
    "CO": "María Luz Sandra Paola Diana Leidy Yurany Ana Claudia Yesenia Marcela Gloria Tatiana",
    "KE": "Mary Jane Grace Faith Mercy Joyce Esther Purity Lucy Amina Caroline Winnie",
}
_SURNAMES: Final = {
    "anglo": "Smith Jones Williams Brown Taylor Wilson Johnson Davies Miller Thompson White Martin Anderson Walker "
    "Harris Clark Lewis Young King Wright Baker Hill Green Adams Mitchell Campbell Roberts Carter Phillips Parker "
    "Edwards Collins Stewart Morris Rogers Reed Cook Morgan Bell Murphy Bailey Cooper Kelly Howard Ward Cox Gray",
    "german": "Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Koch Bauer Richter Wolf",
    "nordic": "Andersson Johansson Karlsson Nilsson Eriksson Larsen Hansen Olsen Berg Lindberg Lund Dahl Holm",
    "dutch": "de Jong|Jansen|de Vries|Bakker|Visser|Smit|Meijer|Mulder|Bos|Vos",
    "french": "Martin Bernard Dubois Durand Leroy Moreau Simon Laurent Michel Garnier",
    "italian": "Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci",
    "hispanic": "García Rodríguez Martínez López Gómez González Hernández Díaz Torres Moreno",
    "gulf": "Al-Harbi Al-Mansoori Haddad Nasser Khalil Saleh",
    "japanese": "Sato Suzuki Takahashi Tanaka Ito Yamamoto Nakamura Kobayashi",
    "korean": "Kim Lee Park Choi Jung Kang",
    "indian": "Kumar Sharma Reddy Iyer Patel Singh Nair Gupta Rao Verma",
    "PH": "Santos|Reyes|Cruz|Bautista|Ocampo|Garcia|Mendoza|Torres|Flores|Castillo|Villanueva|Ramos|dela Cruz|Aquino|"
    "Navarro|Salazar|Mercado|Pascual|Domingo|Tolentino|Abad|Balane|Cabrera|Dizon|Espino|Fajardo|Gumban|Ilagan|Jumao-as|"
    "Lacson|Magbanua|Natividad|Omandam|Pacquing|Quimpo|Sarmiento|Tabada|Umali|Ybanez|Zamora",
    "TH": "Saetang Chaiyasit Wongsa Srisuk Phromma Khamdee Boonmee Suwan Thongdee Jaidee Kaewmanee Inthawong Panyasai",
    "CO": "Rodríguez Martínez García Gómez López Hernández Ramírez Sánchez Rojas Díaz Vargas Moreno Muñoz Castro Ortiz",
    "KE": "Mwangi Otieno Kamau Njoroge Wanjiru Ochieng Kariuki Mutua Kiptoo Achieng Odhiambo Chebet Muthoni Barasa",
}


def _split(text: str) -> tuple[str, ...]:
    return tuple(text.split("|") if "|" in text else text.split())


MEN: Final = {culture: _split(text) for culture, text in _MEN.items()}
WOMEN: Final = {culture: _split(text) for culture, text in _WOMEN.items()}
SURNAMES: Final = {culture: _split(text) for culture, text in _SURNAMES.items()}


def _common_first(rng: np.random.Generator, words: tuple[str, ...]) -> str:
    """A word from the list, the first ones more often."""
    return words[int(len(words) * rng.random() ** 1.4)]


def surname(rng: np.random.Generator, culture: str) -> str:
    """A family name; Colombians carry two."""
    name = _common_first(rng, SURNAMES[culture])
    if culture in {"CO", "hispanic"} and rng.random() < 0.7:
        return f"{name} {_common_first(rng, SURNAMES[culture])}"
    return name


def given(rng: np.random.Generator, culture: str, *, woman: bool) -> str:
    """A given name, often two: what makes one person's ids differ from partner to partner."""
    words = (WOMEN if woman else MEN)[culture]
    first = _common_first(rng, words)
    if rng.random() < (0.62 if culture in {"PH", "CO", "KE"} else 0.4):
        second = _common_first(rng, words)
        if second != first:
            return f"{first} {second}"
    return first


def as_typed(name: str, how: int) -> str:
    """The same name as another counter types it: whole, without the second given name, with an initial, in capitals."""
    parts = name.split()
    if how == 1 and len(parts) > 2:
        return " ".join([parts[0], *parts[2:]])
    if how == 2 and len(parts) > 2:
        return " ".join([parts[0], f"{parts[1][0]}.", *parts[2:]])
    if how == 3:
        return name.upper()
    return name
