"""Where the kiosks stand, and where the money goes: countries, clocks, currencies, dialling codes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Host:
    """A country with kiosks; `unit` is what one euro-sized step is worth in its banknotes."""

    currency: str
    per_usd: float
    dial: str
    unit: int
    cities: tuple[tuple[str, str], ...]
    homes: dict[str, float]


@dataclass(frozen=True, slots=True)
class Destination:
    """A country that is paid: `wallet` and `bank` are shares of payouts, the rest is fetched in cash."""

    currency: str
    per_usd: float
    dial: str
    wallet: float
    bank: float
    cities: tuple[str, ...]
    given: tuple[str, ...]
    family: tuple[str, ...]


HOSTS: Final = {
    "AU": Host(
        "AUD",
        1.52,
        "+614",
        1,
        (("Sydney", "Australia/Sydney"), ("Brisbane", "Australia/Brisbane"), ("Perth", "Australia/Perth")),
        {"PH": 0.45, "IN": 0.25, "TH": 0.15, "KE": 0.05, "CO": 0.1},
    ),
    "GB": Host(
        "GBP",
        0.78,
        "+447",
        1,
        (("London", "Europe/London"), ("Leeds", "Europe/London")),
        {"NG": 0.25, "IN": 0.2, "RO": 0.2, "PH": 0.15, "GH": 0.12, "KE": 0.08},
    ),
    "DE": Host(
        "EUR",
        0.92,
        "+4915",
        1,
        (("Berlin", "Europe/Berlin"), ("Essen", "Europe/Berlin")),
        {"RO": 0.35, "MA": 0.15, "GH": 0.15, "PH": 0.15, "TH": 0.1, "CO": 0.1},
    ),
    "IT": Host(
        "EUR",
        0.92,
        "+393",
        1,
        (("Milano", "Europe/Rome"), ("Roma", "Europe/Rome")),
        {"RO": 0.3, "PH": 0.25, "MA": 0.2, "NG": 0.1, "CI": 0.1, "CO": 0.05},
    ),
    "AE": Host("AED", 3.67, "+9715", 5, (("Dubai", "Asia/Dubai"),), {"IN": 0.45, "PH": 0.35, "KE": 0.1, "NG": 0.1}),
    "CA": Host(
        "CAD",
        1.36,
        "+1416",
        1,
        (("Toronto", "America/Toronto"), ("Vancouver", "America/Vancouver")),
        {"PH": 0.45, "IN": 0.3, "CO": 0.1, "NG": 0.1, "GH": 0.05},
    ),
}
HOST_SHARE: Final = {"AU": 0.2, "GB": 0.22, "DE": 0.16, "IT": 0.16, "AE": 0.14, "CA": 0.12}

DESTINATIONS: Final = {
    "PH": Destination(
        "PHP",
        57,
        "+639",
        0.62,
        0.14,
        ("Iligan", "Angeles", "Cavite", "Tagum"),
        ("Liza", "Joy", "Arnel", "Maricel", "Rey", "Divina"),
        ("Abueva", "Tolentino", "Magbanua", "Sarmiento", "Dacanay", "Ocampo", "Pangilinan"),
    ),
    "IN": Destination(
        "INR",
        84,
        "+919",
        0.25,
        0.7,
        ("Kollam", "Ludhiana", "Nellore"),
        ("Anu", "Rajan", "Sunita", "Harjit"),
        ("Pillai", "Gill", "Reddy", "Nair", "Sandhu"),
    ),
    "NG": Destination(
        "NGN",
        1550,
        "+2348",
        0.35,
        0.6,
        ("Benin City", "Ibadan", "Enugu"),
        ("Ngozi", "Tunde", "Osas", "Amaka"),
        ("Obi", "Adeyemi", "Igbinedion", "Eze"),
    ),
    "CI": Destination(
        "XOF", 605, "+2250", 0.85, 0.05, ("Abidjan", "Daloa"), ("Awa", "Kouame", "Yao"), ("Kone", "Bamba", "Kouassi")
    ),
    "GH": Destination(
        "GHS",
        15,
        "+2332",
        0.8,
        0.1,
        ("Kumasi", "Tema"),
        ("Ama", "Kofi", "Esi"),
        ("Boateng", "Owusu", "Asante", "Mensah"),
    ),
    "KE": Destination(
        "KES",
        130,
        "+2547",
        0.9,
        0.07,
        ("Kisumu", "Nakuru"),
        ("Wanjiru", "Otieno", "Achieng"),
        ("Kamau", "Odhiambo", "Mutua"),
    ),
    "RO": Destination(
        "RON",
        4.6,
        "+407",
        0.3,
        0.45,
        ("Bacau", "Iasi", "Galati"),
        ("Elena", "Mihai", "Ioana"),
        ("Popa", "Rusu", "Dinu", "Munteanu"),
    ),
    "CO": Destination(
        "COP",
        4100,
        "+573",
        0.6,
        0.2,
        ("Cali", "Pereira"),
        ("Luz", "Andres", "Paola"),
        ("Restrepo", "Cardona", "Zapata"),
    ),
    "MA": Destination(
        "MAD", 9.9, "+2126", 0.3, 0.3, ("Oujda", "Beni Mellal"), ("Fatima", "Said", "Naima"), ("Alaoui", "Idrissi")
    ),
    "TH": Destination(
        "THB",
        35,
        "+668",
        0.55,
        0.4,
        ("Udon Thani", "Pattaya"),
        ("Malee", "Somchai", "Nok"),
        ("Srisai", "Wongsa", "Chaiyo"),
    ),
}
