"""Invented names: given and family names that are common in each place, joined by chance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np


@dataclass(frozen=True, slots=True)
class Names:
    """One place's given names of men and of women, and its family names."""

    men: tuple[str, ...]
    women: tuple[str, ...]
    families: tuple[str, ...]


def _names(men: str, women: str, families: str) -> Names:
    return Names(tuple(men.split()), tuple(women.split()), tuple(families.split()))


_SLAVIC: Final = _names(
    "Piotr Marek Tomasz Andrzej Paweł Krzysztof Łukasz Michał Dariusz Adam Grzegorz Rafał",
    "Anna Magda Katarzyna Ewa Joanna Beata Monika Agnieszka Dorota Iwona Zofia",
    "Nowak Kowalczyk Zieliński Wójcik Mazur Krawczyk Kaczmarek Pawlak Sikora Duda Bąk Szulc Wrona Lis Kubiak",
)
_SPANISH: Final = _names(
    "Juan Andrés Camilo Felipe Jorge Luis Diego Mateo",
    "Paola Yesenia Daniela Marcela Luz Carolina Valentina Yuliana Sandra",
    "Restrepo Ospina Cardona Giraldo Mejía Zapata Quintero Salazar Rincón Pineda Peralta",
)
_WEST_AFRICAN: Final = _names(
    "Emeka Tunde Kwame Sunday Osas Ibrahim Koffi Yaw Chidi Moussa Femi Serge Kelvin",
    "Ngozi Blessing Ama Aïcha Chioma Efua Precious Mariam Adjoa Funmi",
    "Okafor Adeyemi Mensah Kouassi Osagie Boateng Balogun Traoré Eze Owusu Idowu Koné Asante Obi",
)
_MUSLIM: Final = _names(
    "Mohamed Ahmed Abdi Imran Usman Hassan Yusuf Bilal Tariq Omar Ali Rashid",
    "Fatima Amina Hodan Ayesha Khadija Sadia Nadia Zahra Samira Leyla",
    "Hussein Warsame Mahmood Chaudhry Abdullahi Farah Malik Butt Nur Raja Jama Sheikh Aden Yılmaz Idrissi",
)
_EAST_AFRICAN: Final = _names(
    "Samuel Dawit Yonas Kiprono Tesfay Brian Daniel Mulugeta",
    "Selam Wanjiru Hirut Akinyi Tsega Faith Mercy Rahel",
    "Tekle Gebre Kamau Otieno Haile Mwangi Ochieng Berhe Kiplagat Wolde",
)
_NORTHERN: Final = _names(
    "Ole Lars Kjell Morten Trond Geir Svein Per Jonas Magnus Håkon Arne Terje Stian Sander Emil Øyvind Rune",
    "Anne Ingrid Kari Silje Marit Hanne Ida Nora Berit Turid Camilla Tone Emma Frida Åse Liv",
    "Hansen Olsen Larsen Bakken Haugen Berge Moen Solberg Dahl Lien Strand Hagen Nygård Eide Sæther Tangen Vik Foss "
    "Ødegård Myhre Aune Brekke Rønning Hauge",
)
_SOUTH_ASIAN: Final = _names(
    "Arun Rajesh Vijay Suresh Anil Manoj Harpreet Deepak",
    "Priya Anjali Lakshmi Sunita Kavita Meera Simran",
    "Nair Singh Kulkarni Menon Sharma Pillai Gill Patil Iyer",
)
_MAINLAND: Final = _names(
    "Peter Thomas Martin James Erik Paul David Stefan Mark",
    "Laura Sophie Julia Emily Sarah Kristina Elena Marta",
    "Becker Hughes Nagy Kovács Petersen Lindqvist García Visser Carter Schmidt Turner Vella Horváth",
)

NAMES: Final[dict[str, Names]] = {
    "NO": _NORTHERN,
    "PL": _SLAVIC,
    "UA": _names(
        "Andrii Oleh Serhii Taras Ivan Dmytro Bohdan",
        "Oksana Iryna Olena Nataliia Halyna Yuliia Svitlana",
        "Shevchuk Kovalenko Bondar Melnyk Tkach Lysenko Moroz Savchenko Kravets",
    ),
    "LT": _names(
        "Jonas Mindaugas Darius Tomas Rimas Vytas Saulius",
        "Rasa Jurgita Vaida Daiva Lina Asta Egle",
        "Kazlauskas Petraitis Jankus Balsys Urbonas Stankus Butkus Norkus",
    ),
    "RO": _names(
        "Ion Mihai Andrei Vasile Florin Cristian Gabriel",
        "Elena Mihaela Ioana Andreea Alina Roxana Daniela",
        "Popa Munteanu Rusu Ciobanu Lupu Dumitru Stan Moldovan Ungur",
    ),
    "PH": _names(
        "Jose Ramil Jericho Arnel Rodel Mark Jayson Ronnie Dennis Noel",
        "Maria Jocelyn Rowena Marites Analyn Jonalyn Cherry Lorna Rosalie Gemma Liezel Melanie Divina",
        "Santos Villanueva Bautista Dela-Cruz Mendoza Ramos Aquino Pacquing Abad Salonga Magsaysay Tolentino Cabrera "
        "Dumlao Galang Manalo Ocampo Panganiban",
    ),
    "TH": _names(
        "Somchai Anan Prasert Niran Kittisak Wichai Thongchai",
        "Siriporn Nok Malee Wanida Ratana Pimchanok Busaba Kanya Supaporn",
        "Saetang Boonmee Srisuk Chaiyaphum Wongsa Phromma Kaewta Thongdee Inthara Suksai",
    ),
    "VN": _names(
        "Minh Tuan Hung Quang Duc Long",
        "Lan Huong Thuy Mai Linh Hanh",
        "Nguyen Tran Pham Hoang Vo Dang Bui Huynh",
    ),
    "ID": _names(
        "Budi Agus Wayan Dedi Rizky Hendra",
        "Dewi Sri Putri Ni-Luh Rina Wulan",
        "Wijaya Santoso Suryani Pratama Hidayat Siregar Lestari",
    ),
    **dict.fromkeys(("PK", "SO", "TR", "MA", "MY"), _MUSLIM),
    **dict.fromkeys(("ET", "KE"), _EAST_AFRICAN),
    **dict.fromkeys(("NG", "GH", "CI"), _WEST_AFRICAN),
    **dict.fromkeys(("CO", "DO", "BR", "ES"), _SPANISH),
    "IN": _SOUTH_ASIAN,
}


def given_name(rng: np.random.Generator, place: str, male: bool) -> str:
    """Draw a given name, in two parts for a third of people."""
    names = NAMES.get(place, _MAINLAND)
    pool = names.men if male else names.women
    first = pool[int(rng.integers(len(pool)))]
    second = pool[int(rng.integers(len(pool)))]
    return f"{first} {second}" if rng.random() < 0.33 and first != second else first


def family_name(rng: np.random.Generator, place: str) -> str:
    """Draw a family name, double for a fifth of people."""
    pool = NAMES.get(place, _MAINLAND).families
    first = pool[int(rng.integers(len(pool)))]
    second = pool[int(rng.integers(len(pool)))]
    return f"{first} {second}" if rng.random() < 0.2 and first != second else first


def mistyped(rng: np.random.Generator, name: str) -> str:
    """Write a name as a clerk in a hurry does: parts left out, turned round, or one letter off."""
    parts = name.split()
    slip = rng.random()
    if slip < 0.3 and len(parts) > 2:
        return f"{parts[0]} {parts[-1]}"
    if slip < 0.45:
        return " ".join([*parts[1:], parts[0]])
    if slip < 0.75 and len(name) > 4:
        spot = int(rng.integers(1, len(name) - 2))
        return name[:spot] + name[spot + 1] + name[spot] + name[spot + 2 :]
    return name
