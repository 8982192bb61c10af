"""Where members live, where their money goes, and in what currency people there think."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class City:
    """A city where members live; `weight` is its share of the country's members before scaling."""

    name: str
    zone: str
    weight: float


@dataclass(frozen=True, slots=True)
class Home:
    """A country where the group holds members."""

    currency: str
    per_usd: float
    step: float
    share: float
    prefix: str
    cities: tuple[City, ...]
    institutions: tuple[str, ...]
    origins: dict[str, float]


@dataclass(frozen=True, slots=True)
class Abroad:
    """A destination: units per US dollar, the step in which people there round, pay-out habits, cities."""

    per_usd: float
    step: float
    rails: tuple[float, float, float]
    cities: tuple[str, ...]


HOMES: Final = {
    "CA": Home(
        "CAD", 1.36, 1.0, 0.5, "+1",
        (City("Toronto", "America/Toronto", 5), City("Ottawa", "America/Toronto", 2),
         City("Hamilton", "America/Toronto", 2), City("Winnipeg", "America/Winnipeg", 3),
         City("Regina", "America/Regina", 2), City("Calgary", "America/Edmonton", 3),
         City("Edmonton", "America/Edmonton", 3), City("Vancouver", "America/Vancouver", 4),
         City("Victoria", "America/Vancouver", 1), City("Halifax", "America/Halifax", 2),
         City("St. John's", "America/St_Johns", 1)),
        ("Tamarack Credit Union", "Prairie Lantern Credit Union", "Harbourlight Credit Union"),
        {"PH": 0.22, "IN": 0.2, "NG": 0.06, "JM": 0.06, "PK": 0.06, "VN": 0.06, "UA": 0.06, "GH": 0.04, "MX": 0.05,
         "CO": 0.05, "LK": 0.05, "HT": 0.05, "KE": 0.04},
    ),
    "US": Home(
        "USD", 1.0, 1.0, 0.35, "+1",
        (City("Minneapolis", "America/Chicago", 3), City("Milwaukee", "America/Chicago", 3),
         City("San Antonio", "America/Chicago", 3), City("Columbus", "America/New_York", 3),
         City("Rochester", "America/New_York", 2), City("Tampa", "America/New_York", 2),
         City("Denver", "America/Denver", 2), City("Phoenix", "America/Phoenix", 2),
         City("Spokane", "America/Los_Angeles", 1), City("Sacramento", "America/Los_Angeles", 3)),
        ("Millstone Community Credit Union", "Two Rivers Teachers Credit Union", "Sagebrush Federal Credit Union"),
        {"MX": 0.34, "PH": 0.14, "CO": 0.08, "DO": 0.1, "JM": 0.06, "NG": 0.05, "GH": 0.04, "IN": 0.07, "VN": 0.06,
         "HT": 0.04, "KE": 0.02},
    ),
    "NO": Home(
        "NOK", 10.6, 10.0, 0.15, "+47",
        (City("Oslo", "Europe/Oslo", 4), City("Bergen", "Europe/Oslo", 3), City("Trondheim", "Europe/Oslo", 2),
         City("Stavanger", "Europe/Oslo", 2), City("Tromsø", "Europe/Oslo", 1), City("Kristiansand", "Europe/Oslo", 1)),
        ("Fjordlag Samvirkebank", "Nordvest Sparelag"),
        {"PL": 0.24, "PH": 0.14, "TH": 0.12, "RO": 0.08, "UA": 0.12, "PK": 0.11, "LK": 0.06, "VN": 0.07, "KE": 0.06},
    ),
}  # fmt: skip

_WALLETS: Final = (0.25, 0.5, 0.25)
_COUNTERS: Final = (0.55, 0.1, 0.35)
_BANKS: Final = (0.1, 0.05, 0.85)

ABROAD: Final = {
    "PH": Abroad(56, 500, (0.36, 0.4, 0.24), ("Cebu City", "Iligan", "Angeles", "Davao", "Quezon City", "Bacolod",
                                              "Tacloban", "Lapu-Lapu", "Cagayan de Oro", "Legazpi", "Dumaguete",
                                              "Taguig", "Malolos", "General Santos")),
    "TH": Abroad(35, 500, _BANKS, ("Bangkok", "Pattaya", "Chiang Mai", "Udon Thani", "Khon Kaen")),
    "CO": Abroad(4000, 20000, _COUNTERS, ("Medellín", "Cali", "Bogotá", "Pereira", "Cartagena")),
    "MX": Abroad(17.5, 200, _COUNTERS, ("Puebla", "Morelia", "Oaxaca", "León", "Tijuana", "Guadalajara")),
    "DO": Abroad(58, 500, _COUNTERS, ("Santo Domingo", "Santiago", "Sosúa", "La Romana")),
    "JM": Abroad(155, 1000, _COUNTERS, ("Kingston", "Montego Bay", "Mandeville")),
    "HT": Abroad(132, 500, _COUNTERS, ("Cap-Haïtien", "Jacmel", "Les Cayes")),
    "NG": Abroad(1200, 5000, _BANKS, ("Lagos", "Ibadan", "Benin City", "Abuja", "Warri")),
    "GH": Abroad(13, 50, _WALLETS, ("Accra", "Kumasi", "Tema")),
    "CI": Abroad(600, 5000, _WALLETS, ("Abidjan", "Bouaké", "Yamoussoukro")),
    "KE": Abroad(140, 500, (0.05, 0.85, 0.1), ("Nairobi", "Kisumu", "Mombasa")),
    "IN": Abroad(83, 1000, _BANKS, ("Ludhiana", "Kochi", "Ahmedabad", "Jalandhar", "Chennai")),
    "PK": Abroad(280, 1000, (0.3, 0.2, 0.5), ("Lahore", "Rawalpindi", "Gujrat", "Karachi")),
    "LK": Abroad(305, 1000, _BANKS, ("Jaffna", "Colombo", "Negombo")),
    "VN": Abroad(25000, 500000, (0.45, 0.05, 0.5), ("Ho Chi Minh City", "Can Tho", "Da Nang", "Hue")),
    "ID": Abroad(15800, 100000, _BANKS, ("Denpasar", "Surabaya", "Bandung")),
    "UA": Abroad(39, 500, _BANKS, ("Lviv", "Kyiv", "Odesa", "Dnipro")),
    "RO": Abroad(4.6, 50, _BANKS, ("Bucharest", "Cluj-Napoca", "Iași", "Constanța")),
    "PL": Abroad(4.0, 50, _BANKS, ("Kraków", "Gdańsk", "Łódź", "Lublin")),
    "GB": Abroad(0.79, 10, _BANKS, ("London", "Leeds", "Glasgow")),
}  # fmt: skip

RAILS: Final = ("cash_pickup", "wallet", "bank")
