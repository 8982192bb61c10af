"""Where people live and are paid: an island country in the south, and the countries its people send to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

HOME: Final = "NZ"
CURRENCY: Final = "NZD"


@dataclass(frozen=True, slots=True)
class Country:
    """A country as the transfer partner knows it.

    `rate` is units of its money for one NZD; `step` is the sum in that money that people there count in.
    """

    zone: str
    cities: tuple[str, ...]
    rate: float
    step: int
    rails: dict[str, float]
    names: str


HOME_CITIES: Final = {
    "Auckland": 0.36,
    "Christchurch": 0.12,
    "Wellington": 0.11,
    "Hamilton": 0.08,
    "Tauranga": 0.07,
    "Dunedin": 0.06,
    "Palmerston North": 0.05,
    "Napier": 0.05,
    "Invercargill": 0.04,
    "Nelson": 0.03,
    "Whangarei": 0.02,
    "Waitangi": 0.01,
}
ZONES: Final = {"Waitangi": "Pacific/Chatham"}

_BANKED: Final = {"bank": 1.0}
_MOBILE: Final = {"wallet": 0.6, "bank": 0.25, "cash_pickup": 0.15}
_PICKUP: Final = {"cash_pickup": 0.5, "wallet": 0.25, "bank": 0.25}
_MIXED: Final = {"bank": 0.6, "cash_pickup": 0.25, "wallet": 0.15}

COUNTRIES: Final = {
    "NZ": Country("Pacific/Auckland", tuple(HOME_CITIES), 1.0, 10, _BANKED, "english"),
    "AU": Country("Australia/Sydney", ("Sydney", "Brisbane", "Melbourne"), 0.91, 50, _BANKED, "english"),
    "GB": Country("Europe/London", ("London", "Leeds", "Glasgow"), 0.47, 20, _BANKED, "english"),
    "US": Country("America/Los_Angeles", ("San Diego", "Reno", "Portland"), 0.59, 20, _BANKED, "english"),
    "PH": Country(
        "Asia/Manila", ("Cebu City", "Iligan", "Angeles", "Cavite", "Iloilo", "Davao"), 34.0, 500, _MOBILE, "filipino"
    ),
    "TO": Country("Pacific/Tongatapu", ("Nuku'alofa", "Neiafu"), 1.4, 20, _PICKUP, "pacific"),
    "WS": Country("Pacific/Apia", ("Apia", "Salelologa"), 1.65, 20, _PICKUP, "pacific"),
    "FJ": Country("Pacific/Fiji", ("Suva", "Lautoka", "Nadi"), 1.35, 20, _MOBILE, "pacific"),
    "IN": Country("Asia/Kolkata", ("Jalandhar", "Kochi", "Surat", "Hyderabad"), 50.0, 1000, _BANKED, "indian"),
    "LK": Country("Asia/Colombo", ("Colombo", "Galle"), 176.0, 5000, _MIXED, "indian"),
    "CN": Country("Asia/Shanghai", ("Guangzhou", "Fuzhou"), 4.3, 100, {"wallet": 0.6, "bank": 0.4}, "chinese"),
    "TH": Country("Asia/Bangkok", ("Pattaya", "Udon Thani", "Bangkok"), 20.5, 500, _MIXED, "thai"),
    "ID": Country("Asia/Jakarta", ("Bandung", "Surabaya"), 9500.0, 100000, _MIXED, "thai"),
    "NG": Country("Africa/Lagos", ("Lagos", "Benin City", "Ibadan"), 930.0, 10000, _BANKED, "african"),
    "CI": Country("Africa/Abidjan", ("Abidjan", "Bouaké"), 360.0, 5000, _MOBILE, "african"),
    "GH": Country("Africa/Accra", ("Accra", "Kumasi"), 9.0, 100, _MOBILE, "african"),
    "KE": Country("Africa/Nairobi", ("Nairobi", "Mombasa", "Kisumu"), 77.0, 500, _MOBILE, "african"),
    "ZA": Country("Africa/Johannesburg", ("Durban", "Pretoria"), 10.7, 100, _BANKED, "english"),
    "CO": Country("America/Bogota", ("Cali", "Medellín"), 2480.0, 20000, _MIXED, "latin"),
    "BR": Country("America/Sao_Paulo", ("Curitiba", "Recife"), 3.4, 50, _BANKED, "latin"),
    "RO": Country("Europe/Bucharest", ("Iași", "Cluj-Napoca"), 2.7, 50, _MIXED, "slavic"),
    "UA": Country("Europe/Kyiv", ("Lviv", "Dnipro"), 24.5, 500, _MIXED, "slavic"),
    "JP": Country("Asia/Tokyo", ("Osaka", "Nagoya"), 90.0, 1000, _BANKED, "japanese"),
}

ORIGINS: Final = {
    "NZ": 0.69,
    "PH": 0.07,
    "WS": 0.045,
    "TO": 0.03,
    "FJ": 0.03,
    "IN": 0.05,
    "CN": 0.02,
    "GB": 0.015,
    "LK": 0.01,
    "ZA": 0.01,
    "BR": 0.01,
    "KE": 0.005,
    "TH": 0.005,
    "UA": 0.005,
    "AU": 0.005,
}
"""Where a customer's relatives live; the bank does not hold this, it shapes whom people pay and their names."""
