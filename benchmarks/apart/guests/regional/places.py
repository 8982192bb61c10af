"""Where the firm takes money in and where it pays out: currencies, corridors, cities, payout products."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Home:
    """A country customers send from: its share of customers, where they live, and where their money goes."""

    share: float
    currency: str
    dialling: str
    culture: str
    cities: tuple[tuple[str, str], ...]
    corridors: dict[str, float]


@dataclass(frozen=True, slots=True)
class Destination:
    """A country the firm pays out in; `payout` is the share of cash pickup, wallet and bank there."""

    currency: str
    dialling: str
    culture: str
    cities: tuple[str, ...]
    payout: tuple[float, float, float]


RAILS: Final = ("cash_pickup", "wallet", "bank")

EAST, MID, WEST = "America/New_York", "America/Chicago", "America/Los_Angeles"

HOMES: Final = {
    "US": Home(0.38, "USD", "+1", "anglo", (("New York", EAST), ("Miami", EAST), ("Atlanta", EAST), ("Houston", MID),
               ("Chicago", MID), ("Dallas", MID), ("Los Angeles", WEST), ("Fresno", WEST)),
               {"MX": 9, "GT": 5, "SV": 4, "HN": 4, "DO": 4, "CO": 4, "EC": 2, "IN": 3, "NG": 2, "GH": 1, "PH": 0.7}),
    "CA": Home(0.09, "CAD", "+1", "anglo", (("Toronto", "America/Toronto"), ("Calgary", "America/Edmonton"),
               ("Surrey", "America/Vancouver"), ("Laval", "America/Toronto")),
               {"IN": 6, "PK": 2, "NG": 2, "CO": 1.5, "MX": 1, "UA": 1.5, "PH": 0.9, "BD": 1, "LK": 1}),
    "GB": Home(0.16, "GBP", "+44", "anglo", (("London", "Europe/London"), ("Leeds", "Europe/London"),
               ("Birmingham", "Europe/London"), ("Cardiff", "Europe/London"), ("Glasgow", "Europe/London")),
               {"IN": 4, "PK": 4, "BD": 3, "NG": 4, "GH": 3, "RO": 4, "UA": 1, "LK": 1, "PH": 0.5, "CO": 0.5}),
    "ES": Home(0.1, "EUR", "+34", "iberian", (("Madrid", "Europe/Madrid"), ("Valencia", "Europe/Madrid"),
               ("Murcia", "Europe/Madrid"), ("Bilbao", "Europe/Madrid")),
               {"CO": 6, "EC": 4, "DO": 3, "HN": 2, "RO": 4, "SN": 2, "PK": 1, "MX": 0.5, "UA": 1}),
    "IT": Home(0.09, "EUR", "+39", "italian", (("Milano", "Europe/Rome"), ("Roma", "Europe/Rome"),
               ("Brescia", "Europe/Rome"), ("Napoli", "Europe/Rome")),
               {"RO": 5, "UA": 3, "MD": 3, "BD": 3, "SN": 2, "LK": 1.5, "EC": 1, "NG": 1, "PH": 0.5, "DO": 0.5}),
    "DE": Home(0.08, "EUR", "+49", "german", (("Berlin", "Europe/Berlin"), ("Essen", "Europe/Berlin"),
               ("Stuttgart", "Europe/Berlin"), ("Leipzig", "Europe/Berlin")),
               {"RO": 4, "UA": 5, "GH": 2, "NG": 2, "IN": 2, "CO": 1, "MD": 1, "DO": 0.5, "PH": 0.3}),
    "FR": Home(0.06, "EUR", "+33", "french", (("Paris", "Europe/Paris"), ("Lyon", "Europe/Paris"),
               ("Montreuil", "Europe/Paris"), ("Lille", "Europe/Paris")),
               {"SN": 5, "CI": 5, "RO": 2, "MD": 1, "CO": 1, "LK": 1, "UA": 1}),
    "SE": Home(0.04, "SEK", "+46", "german", (("Stockholm", "Europe/Stockholm"), ("Malmo", "Europe/Stockholm"),
               ("Boras", "Europe/Stockholm")),
               {"RO": 2, "UA": 2, "PK": 1, "BD": 1, "IN": 2, "CO": 1, "GH": 0.5, "PH": 0.6}),
}  # fmt: skip

ABROAD: Final = {
    "MX": Destination("MXN", "+52", "latin", ("Morelia", "Puebla", "Oaxaca", "Tijuana", "Leon"), (0.55, 0.05, 0.4)),
    "GT": Destination("GTQ", "+502", "latin", ("Xela", "Huehuetenango", "Coban"), (0.7, 0.02, 0.28)),
    "SV": Destination("USD", "+503", "latin", ("San Miguel", "Santa Ana", "Usulutan"), (0.68, 0.07, 0.25)),
    "HN": Destination("HNL", "+504", "latin", ("San Pedro Sula", "La Ceiba", "Choluteca"), (0.68, 0.07, 0.25)),
    "DO": Destination("DOP", "+1809", "latin", ("Santiago", "La Romana", "Sosua", "Bani"), (0.66, 0.04, 0.3)),
    "CO": Destination("COP", "+57", "latin", ("Cali", "Medellin", "Pereira", "Cartagena"), (0.4, 0.3, 0.3)),
    "EC": Destination("USD", "+593", "latin", ("Cuenca", "Loja", "Ambato"), (0.55, 0.03, 0.42)),
    "RO": Destination("RON", "+40", "romanian", ("Iasi", "Bacau", "Craiova", "Constanta"), (0.45, 0.03, 0.52)),
    "MD": Destination("MDL", "+373", "romanian", ("Chisinau", "Balti", "Cahul"), (0.55, 0.03, 0.42)),
    "UA": Destination("UAH", "+380", "ukrainian", ("Kharkiv", "Odesa", "Lviv", "Dnipro"), (0.25, 0.03, 0.72)),
    "NG": Destination("NGN", "+234", "nigerian", ("Lagos", "Benin City", "Ibadan", "Owerri"), (0.2, 0.15, 0.65)),
    "GH": Destination("GHS", "+233", "ghanaian", ("Accra", "Kumasi", "Tamale"), (0.2, 0.65, 0.15)),
    "SN": Destination("XOF", "+221", "sahel", ("Dakar", "Thies", "Touba"), (0.35, 0.6, 0.05)),
    "CI": Destination("XOF", "+225", "sahel", ("Abidjan", "Bouake", "Daloa"), (0.28, 0.66, 0.06)),
    "IN": Destination("INR", "+91", "indian", ("Kochi", "Ludhiana", "Jaipur", "Surat"), (0.06, 0.14, 0.8)),
    "PK": Destination("PKR", "+92", "bengali", ("Lahore", "Mirpur", "Gujrat"), (0.35, 0.2, 0.45)),
    "BD": Destination("BDT", "+880", "bengali", ("Sylhet", "Dhaka", "Comilla"), (0.3, 0.4, 0.3)),
    "LK": Destination("LKR", "+94", "indian", ("Jaffna", "Kandy", "Negombo"), (0.25, 0.05, 0.7)),
    "PH": Destination("PHP", "+63", "filipino", ("Cebu City", "Angeles", "Iligan"), (0.45, 0.4, 0.15)),
}

PER_DOLLAR: Final = {
    "USD": (1.0, 1.0), "CAD": (1.34, 1.38), "GBP": (0.79, 0.76), "EUR": (0.92, 0.9), "SEK": (10.4, 9.9),
    "MXN": (17.0, 19.4), "GTQ": (7.8, 7.7), "HNL": (24.6, 25.8), "DOP": (58.0, 60.5), "COP": (3900.0, 4200.0),
    "RON": (4.58, 4.45), "MDL": (17.6, 17.2), "UAH": (37.9, 41.6), "NGN": (950.0, 1560.0), "GHS": (12.0, 14.2),
    "XOF": (604.0, 590.0), "INR": (83.1, 85.6), "PKR": (281.0, 282.0), "BDT": (110.0, 122.0), "LKR": (322.0, 299.0),
    "PHP": (55.8, 57.4),
}  # fmt: skip
"""Units per US dollar on the first and on the last day; in between the rate drifts in a straight line."""
