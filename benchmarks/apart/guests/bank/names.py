"""Invented people and real cities, by country."""

from __future__ import annotations

from typing import Final

import numpy as np

_SPANISH = (
    "Yuliana Marisol Camila Daniela Luz Paola Rosmery Yesenia Angela Valeria Carmen Liliana",
    "Wilmer Andres Jhon Carlos Miguel Ramon Oscar Julio Edison Luis Fabian Hector",
    "Restrepo Cardona Mejia Ospina Jaramillo Peralta Castillo Encarnacion Polanco Rosario Zapata Henao Quintero Feliz",
)
_ENGLISH = (
    "Emma Olivia Grace Hannah Sophie Claire Megan Alice Joanna Ruth Kate Helen",
    "James Oliver Harry Daniel Thomas Peter Simon Luke Adam Robert Mark Neil",
    "Hartley Whitcombe Ashdown Farrow Pembrook Dunmore Kershaw Lockwood Merrin Tolland Wexley Radcliff",
)
POOLS: Final[dict[str, tuple[str, str, str]]] = {
    "NO": (
        ("Ingrid Kari Anne Marit Silje Hanne Nora Emilie Thea Ida Astrid Solveig Berit Randi Liv Turid Camilla Maren "
        "Julie Vilde Frida Sunniva Tuva Hedda Guro Ragnhild"),
        ("Ola Lars Knut Bjorn Per Jan Morten Henrik Magnus Sander Jonas Mathias Kristian Eirik Geir Terje Odd Svein "
        "Tor Arne Emil Filip Oskar Jakob Sondre Vetle"),
        ("Hansen Johansen Olsen Larsen Andersen Pedersen Nilsen Kristiansen Jensen Karlsen Berg Haugen Hagen Solberg "
        "Moen Strand Lunde Bakken Eide Lie Dahl Myhre Aas Nygard Tangen Sandvik Ruud Brekke Foss Vik Skogen Tveit"),
    ),
    "PH": (
        "Maricel Jocelyn Rowena Analyn Cherry Rosalie Jenny Marites Liza Gemma Arlene Joy Mylene Irish Kristine Lorna",
        "Rodel Jerome Arnel Noel Jomar Rey Edwin Marvin Jayson Ronnie Dennis Alvin",
        ("Dela-Cruz Santos Bautista Villanueva Mercado Ramos Aquino Flores Pascual Salazar Abellana Magbanua Catubig "
        "Lumapas Tabada Ybanez Gonzaga Sarmiento"),
    ),
    "TH": (
        "Somying Pranee Kanya Suda Malee Wanida Nok Ratana Siriporn Orawan Jintana Pim",
        "Somchai Anan Prasit Wichai Chai Niran Sakda Boon Krit Thana",
        "Srisai Wongchai Kaewmanee Phromsri Chaiyasit Thongdee Saelim Buakaew Rattanakul Intharat Khamsing Panya",
    ),
    "ID": ("Dewi Sri Putri Rina Wulan Ayu Ratna Indah", "Budi Agus Eko Rudi Hendra Joko Dwi Bayu",
           "Wijaya Santoso Pratama Hidayat Kusuma Lestari Nugroho Saputra Siregar Halim"),
    "VN": ("Lan Huong Mai Thu Hoa Linh Trang Ngoc", "Minh Tuan Hung Dung Quang Long Nam Son",
           "Nguyen Tran Le Pham Hoang Vo Dang Bui Ngo Duong"),
    "CO": _SPANISH,
    "DO": _SPANISH,
    "RO": ("Elena Ioana Maria Andreea Mihaela Roxana Alina Simona Cristina", "Ion Andrei Mihai Vasile Florin Radu Dan",
           "Popescu Ionescu Dumitru Stan Munteanu Lupu Ciobanu Rusu Oprea Marin Dobre Toma"),
    "KE": ("Wanjiru Akinyi Njeri Mercy Faith Achieng Atieno Purity", "Kamau Otieno Mwangi Kiprop Brian Ouma Peter",
           "Njoroge Odhiambo Kariuki Mutua Wafula Kiptoo Omondi Maina Chebet Barasa"),
    "IN": ("Priya Anjali Sunita Kavita Meera Lakshmi Pooja", "Rahul Amit Suresh Vijay Arun Deepak Sanjay",
           "Sharma Patel Reddy Iyer Nair Gupta Menon Joshi Kaur Rao"),
    "CN": ("Li Fang Yan Jing Xiu Mei", "Wei Jun Hao Tao Ming Bo", "Wang Zhang Liu Chen Yang Zhao Huang Wu Xu Sun"),
    "DE": ("Anna Lena Katrin Sabine Julia Petra", "Stefan Jens Uwe Lukas Max Tobias",
           "Brandt Keller Vogel Lorenz Winkler Seidel Arndt Krause Pohl"),
    "NG": ("Blessing Ngozi Funmi Amaka", "Tunde Emeka Chidi Segun Femi Kelechi Ibrahim",
           "Okafor Adeyemi Balogun Eze Nwosu Bello Okoro"),
    "GB": _ENGLISH, "US": _ENGLISH, "NZ": _ENGLISH,
}  # fmt: skip
CITIES: Final[dict[str, tuple[str, ...]]] = {
    "NO": ("Oslo", "Bergen", "Trondheim", "Stavanger", "Drammen", "Kristiansand", "Tromso", "Fredrikstad", "Bodo",
           "Hamar"),
    "PH": ("Cebu City", "Lapu-Lapu", "Angeles", "Quezon City", "Iligan", "Davao", "Cagayan de Oro", "Bacolod",
           "Taguig"),
    "TH": ("Udon Thani", "Pattaya", "Bangkok", "Khon Kaen", "Chiang Mai", "Buriram"),
    "ID": ("Jakarta", "Surabaya", "Denpasar", "Medan"),
    "VN": ("Ho Chi Minh City", "Hanoi", "Da Nang", "Can Tho"),
    "CO": ("Medellin", "Cali", "Bogota", "Pereira", "Cartagena"),
    "DO": ("Santo Domingo", "Santiago", "Puerto Plata", "Sosua"),
    "RO": ("Bucharest", "Iasi", "Cluj-Napoca", "Bacau", "Craiova"),
    "KE": ("Nairobi", "Mombasa", "Kisumu", "Nakuru", "Malindi"),
    "IN": ("Mumbai", "Kochi", "Delhi", "Hyderabad"), "CN": ("Shanghai", "Chengdu", "Guangzhou"),
    "DE": ("Berlin", "Hamburg", "Munich"), "NG": ("Lagos", "Benin City", "Ibadan"),
    "GB": ("London", "Leeds", "Glasgow"), "US": ("New York", "Austin", "Seattle"), "NZ": ("Auckland", "Dunedin"),
}  # fmt: skip
PREFIX: Final[dict[str, str]] = {
    "NO": "+47", "PH": "+63", "TH": "+66", "ID": "+62", "VN": "+84", "CO": "+57", "DO": "+1809", "RO": "+40",
    "KE": "+254", "IN": "+91", "CN": "+86", "DE": "+49", "NG": "+234", "GB": "+44", "US": "+1", "NZ": "+64",
}  # fmt: skip
_SPLIT: Final = {country: tuple(part.split() for part in pool) for country, pool in POOLS.items()}


def pick(rng: np.random.Generator, options: tuple[str, ...] | list[str]) -> str:
    """One of them, all alike."""
    return options[int(rng.integers(len(options)))]


def family_name(rng: np.random.Generator, country: str) -> str:
    """A family name as it is written in the country."""
    return pick(rng, _SPLIT[country][2]).replace("-", " ")


def full_name(rng: np.random.Generator, country: str, *, female: bool, family: str | None = None) -> str:
    """First and family name; two in five carry a second first name, so that few strangers share a name."""
    firsts = _SPLIT[country][0 if female else 1]
    first = pick(rng, firsts)
    if rng.random() < 0.4:
        first = f"{first} {pick(rng, firsts)}"
    return f"{first} {family or family_name(rng, country)}"


def phone(rng: np.random.Generator, country: str) -> str:
    """A mobile number of the country."""
    return f"{PREFIX[country]}9{rng.integers(10**7, 10**8)}"
