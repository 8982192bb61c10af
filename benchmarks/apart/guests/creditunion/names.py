"""Invented people: given names and surnames put together at random from pools of common ones."""

from __future__ import annotations

import unicodedata
from typing import Final

import numpy as np

_ENGLISH = (
    (
        "Carol Linda Susan Megan Heather Nicole Brenda Joan Alice Paula Tracy Wendy Emma Chloe Abigail "
        "Hannah Grace Sophie"
    ),
    (
        "Robert Gary Dennis Kevin Brian Scott Tyler Ethan Mason Logan Owen Jacob Ryan Alan Keith Glenn "
        "Wayne Douglas Peter"
    ),
    (
        "Anderson Baker Campbell Carter Clarke Cooper Davies Dawson Ellis Fisher Fraser Gibson Grant "
        "Hall Hamilton Harris "
        "Hughes Jackson Kelly Kerr Lawson MacKay Marsh Mitchell Moore Morrison Murphy Nelson Olsen "
        "Palmer Parker Peters "
        "Quinn Reid Roberts Ross Russell Schultz Scott Shaw Simpson Stewart Tremblay Turner Walker Ward "
        "Watson Webb Wilson"
    ),
)
_NORSE = (
    "Ingrid Anne Kari Marit Solveig Liv Astrid Silje Hanne Maren Emilie Nora Thea Ida Sunniva",
    "Lars Ole Bjørn Geir Terje Magnus Henrik Sander Mathias Jonas Elias Kåre Odd Trond Svein Tore",
    (
        "Hansen Johansen Olsen Larsen Andersen Nilsen Kristiansen Berg Haugen Hagen Dahl Lund Moen "
        "Strand Solberg Bakken "
        "Eide Myhre Aas Lie Tangen Brekke Fossum Sørli Nygård Vik Holm Ødegård Rønning"
    ),
)
_FILIPINO = (
    (
        "Maricel Rowena Jocelyn Analyn Rosalie Cherry Jenelyn Lorna Marites Girlie Aileen Princess "
        "Angelica Mylene Divina"
    ),
    ("Jerome Rodel Arnel Jomar Reynaldo Dennis Christian Joel Ramil Edwin Nestor Mark Alvin Ronnie Crisanto"),
    (
        "Abella Alcantara Aquino Bautista Cabrera Castillo Catubig Cruz Dela Cruz Delos Reyes Diaz "
        "Dumalagan Enriquez "
        "Escobar Espina Flores Galang Garcia Gomez Hernandez Ibanez Javier Lacson Lim Lopez Macaraeg "
        "Magbanua Manalo "
        "Mendoza Mercado Navarro Ocampo Pascual Perez Quiambao Ramos Reyes Rivera Salazar Santos "
        "Soriano Tan Torres "
        "Tumulak Uy Valdez Villanueva Yap Zamora"
    ),
)
_HISPANIC = (
    ("María Guadalupe Rosa Alejandra Yolanda Daniela Luisa Camila Verónica Paola Yesenia Juliana Carmen Leidy"),
    "José Juan Carlos Miguel Andrés Luis Fernando Jorge Diego Ramón Óscar Héctor Iván Sergio",
    (
        "Aguilar Álvarez Cárdenas Castro Contreras Cortés Díaz Domínguez Fernández García Gómez "
        "González Guerrero "
        "Hernández Jiménez López Luna Martínez Mejía Mendoza Morales Muñoz Núñez Ortiz Peña Ramírez "
        "Rojas Ruiz Salazar "
        "Sánchez Torres Vargas Vega Zapata"
    ),
)
_GUINEA = (
    "Ngozi Amaka Blessing Chioma Funke Abena Akosua Esi Adwoa Patience Aminata Mariam Affoué",
    "Chinedu Emeka Tunde Segun Kelechi Kwame Kofi Yaw Kwabena Samuel Ibrahim Moussa Koffi",
    (
        "Adeyemi Afolabi Balogun Eze Okafor Okonkwo Nwosu Obi Ogunleye Osei Mensah Owusu Boateng Asante "
        "Appiah Koné "
        "Traoré Kouassi Yao Bamba Ouattara Danso Ibe Uche"
    ),
)
_KENYAN = (
    "Wanjiku Akinyi Achieng Njeri Faith Mercy Wambui Atieno",
    "Kamau Otieno Mwangi Kiprono Brian Kevin Odhiambo Juma",
    "Kariuki Njoroge Omondi Ouma Kimani Mutua Chebet Wekesa Maina Kiplagat Barasa Nyambura",
)
_INDIAN = (
    "Priya Anita Harpreet Manjit Lakshmi Deepa Kavitha Sunita Simran Meena",
    "Rajesh Gurpreet Amit Sanjay Harjit Vijay Suresh Arun Manpreet Ravi",
    (
        "Singh Kaur Patel Sharma Gill Sidhu Dhillon Nair Menon Iyer Fernando Perera Silva Sivakumar "
        "Rajan Shah Mehta Grewal "
        "Brar Thomas"
    ),
)
_PAKISTANI = (
    "Ayesha Fatima Sana Nadia Rabia Shazia Hina",
    "Imran Bilal Asif Usman Tariq Kamran Faisal",
    "Khan Ahmed Malik Butt Chaudhry Hussain Iqbal Mirza Raja Sheikh Qureshi Akhtar",
)
_VIETNAMESE = (
    "Lan Hoa Mai Thuy Huong Ngoc Linh Trang",
    "Minh Tuan Hung Dung Long Quang Hai Duc",
    "Nguyen Tran Le Pham Hoang Phan Vu Dang Bui Do Ho Ngo Duong Ly",
)
_THAI = (
    "Somjai Malee Nok Kanya Pim Ratana Supaporn Wanida",
    "Somchai Anan Prasert Kittisak Chai Niran Wichai Arthit",
    ("Srisai Chaiyasit Boonmee Saetang Thongchai Wongsa Phromma Kaewkla Suksai Intharat Meesuk Rattana"),
)
_SLAVIC = (
    "Olena Oksana Iryna Natalia Katarzyna Agnieszka Magda Ewa Svitlana Daria",
    "Andriy Oleksandr Piotr Tomasz Marek Ihor Paweł Jan Bohdan Krzysztof",
    (
        "Kowalczyk Nowak Zielińska Wójcik Mazur Lis Shevchenko Bondar Kravets Melnyk Tkachuk Rudenko "
        "Pawlak Sikora Moroz "
        "Hrytsenko"
    ),
)
_ROMANIAN = (
    "Elena Andreea Ioana Mihaela Alina Roxana Denisa",
    "Ion Andrei Mihai Florin Cristian Vasile Radu",
    "Popescu Ionescu Dumitru Stan Munteanu Rusu Lungu Moldovan Ciobanu Marin Tudor Dobre",
)
_HAITIAN = (
    "Marie Mirlande Guerda Nadège Fabiola Rose Ketly",
    "Jean Wilner Frantz Jacques Ronald Emmanuel Pierre",
    ("Joseph Pierre Louis Charles Baptiste Desir Estimé Célestin Augustin Toussaint Noël Laurent Dorval"),
)

_POOLS: Final = {
    "CA": _ENGLISH, "US": _ENGLISH, "GB": _ENGLISH, "JM": _ENGLISH, "NO": _NORSE, "PH": _FILIPINO, "MX": _HISPANIC,
    "CO": _HISPANIC, "DO": _HISPANIC, "NG": _GUINEA, "GH": _GUINEA, "CI": _GUINEA, "KE": _KENYAN, "IN": _INDIAN,
    "LK": _INDIAN, "PK": _PAKISTANI, "VN": _VIETNAMESE, "TH": _THAI, "ID": _THAI, "UA": _SLAVIC, "PL": _SLAVIC,
    "RO": _ROMANIAN, "HT": _HAITIAN,
}  # fmt: skip


def _split(pool: tuple[str, str, str]) -> tuple[list[str], list[str], list[str]]:
    surnames = pool[2].replace("Dela Cruz", "Dela_Cruz").replace("Delos Reyes", "Delos_Reyes").split()
    return pool[0].split(), pool[1].split(), [name.replace("_", " ") for name in surnames]


_NAMES: Final = {country: _split(pool) for country, pool in _POOLS.items()}


def surname(rng: np.random.Generator, country: str) -> str:
    """A surname of the country."""
    pool = _NAMES[country][2]
    return pool[int(rng.integers(len(pool)))]


def given(rng: np.random.Generator, country: str, *, man: bool) -> str:
    """A given name; every third person carries a second one or an initial, which tells namesakes apart."""
    pool = _NAMES[country][1 if man else 0]
    first = pool[int(rng.integers(len(pool)))]
    draw = rng.random()
    if draw < 0.18:
        return f"{first} {pool[int(rng.integers(len(pool)))]}"
    if draw < 0.4:
        return f"{first} {'ABCDEFGHJKLMNPRSTV'[int(rng.integers(18))]}."
    return first


def plain(text: str) -> str:
    """Lower-case ASCII letters of a name, for e-mail addresses."""
    folded = unicodedata.normalize("NFKD", text.replace("ø", "o").replace("Ø", "O").replace("ł", "l").replace("Ł", "L"))
    return "".join(letter for letter in folded.lower() if letter.isascii() and letter.isalnum())


def misspelt(rng: np.random.Generator, name: str) -> str:
    """The name as another payer typed it: without accents, surname first, initial dropped, or a letter lost."""
    way = int(rng.integers(4))
    words = name.split()
    if way == 0 and len(words) > 1:
        return f"{words[-1]} {' '.join(words[:-1])}"
    if way == 1 and len(words) > 2:
        return f"{words[0]} {words[-1]}"
    if way == 2:
        bare = unicodedata.normalize("NFKD", name)
        return "".join(letter for letter in bare if not unicodedata.combining(letter)).upper()
    spot = int(rng.integers(1, max(2, len(name) - 1)))
    return (name[:spot] + name[spot + 1 :]).strip()
