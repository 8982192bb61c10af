"""Where the app's customers live, and where they send to. Towns are invented or generic; rates are rounded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Abroad:
    """A country that the app takes money in."""

    code: str
    currency: str
    per_euro: float
    cities: tuple[tuple[str, str], ...]
    dial: str
    rhythm: str
    purse: float


@dataclass(frozen=True, slots=True)
class Home:
    """A country that the app pays out in; `rails` are weights of wallet, cash pickup and bank."""

    code: str
    currency: str
    per_euro: float
    towns: tuple[str, ...]
    dial: str
    timezone: str
    rails: tuple[float, float, float]


ABROAD: Final = (
    Abroad(
        "GB",
        "GBP",
        0.85,
        (("London", "Europe/London"), ("Leeds", "Europe/London"), ("Cardiff", "Europe/London")),
        "+44 7700 9",
        "month_end",
        1.1,
    ),
    Abroad(
        "AU",
        "AUD",
        1.65,
        (("Sydney", "Australia/Sydney"), ("Brisbane", "Australia/Brisbane"), ("Perth", "Australia/Perth")),
        "+61 491 57",
        "fortnight",
        1.2,
    ),
    Abroad(
        "CA",
        "CAD",
        1.48,
        (("Toronto", "America/Toronto"), ("Winnipeg", "America/Winnipeg"), ("Vancouver", "America/Vancouver")),
        "+1 604 555 ",
        "twice_monthly",
        1.1,
    ),
    Abroad("IT", "EUR", 1.0, (("Rome", "Europe/Rome"), ("Milan", "Europe/Rome")), "+39 320 55", "month_start", 0.85),
    Abroad("AE", "AED", 3.95, (("Dubai", "Asia/Dubai"), ("Abu Dhabi", "Asia/Dubai")), "+971 50 55", "month_end", 0.75),
)
MIGRANTS_LIVE: Final = (0.27, 0.24, 0.2, 0.13, 0.16)
LOCALS_LIVE: Final = (0.4, 0.34, 0.22, 0.03, 0.01)

PH: Final = Home(
    "PH",
    "PHP",
    61.5,
    (
        "San Lorenzo",
        "Malitbog Sur",
        "Santa Ines",
        "Bagong Silang",
        "Dalisay",
        "Tabuk Norte",
        "Liloy Bay",
        "Carmona Alta",
        "Pulang Lupa",
        "San Roque Viejo",
        "Mabini Hills",
        "Opon",
        "Calinog Este",
        "Banga",
    ),
    "+63 917 555 ",
    "Asia/Manila",
    (0.56, 0.22, 0.22),
)
NG: Final = Home(
    "NG",
    "NGN",
    1650.0,
    ("Ikorodu", "Benin City", "Owerri", "Ibadan", "Warri"),
    "+234 803 555 ",
    "Africa/Lagos",
    (0.12, 0.08, 0.8),
)
ELSEWHERE: Final = (
    Home("CI", "XOF", 656.0, ("Abidjan", "Bouake"), "+225 07 55 ", "Africa/Abidjan", (0.8, 0.15, 0.05)),
    Home("TH", "THB", 38.5, ("Chiang Mai", "Udon Thani"), "+66 81 55 ", "Asia/Bangkok", (0.1, 0.1, 0.8)),
    Home("IN", "INR", 91.0, ("Pune", "Kochi", "Jaipur"), "+91 98 55 ", "Asia/Kolkata", (0.15, 0.05, 0.8)),
    Home("CO", "COP", 4400.0, ("Cali", "Medellin"), "+57 300 55 ", "America/Bogota", (0.4, 0.3, 0.3)),
    Home("GH", "GHS", 16.2, ("Kumasi", "Accra"), "+233 24 55 ", "Africa/Accra", (0.8, 0.1, 0.1)),
    Home("UA", "UAH", 44.0, ("Lviv", "Kharkiv"), "+380 50 55 ", "Europe/Kyiv", (0.05, 0.15, 0.8)),
)
IVORY: Final = ELSEWHERE[0]
STORM_TOWNS: Final = ("San Lorenzo", "Dalisay", "Liloy Bay", "Banga")
"""Towns that the typhoon of the world's autumn crossed."""
