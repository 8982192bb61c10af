"""Where the app works and where its users' money goes: currencies, cities, dialling codes, rough exchange rates.

Rates are round figures for a practice world, not quotations.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class City(NamedTuple):
    """A city of payers, the time zone of its phones, its share of the country's users."""

    name: str
    zone: str
    share: float


class Home(NamedTuple):
    """A country where people hold accounts; `chips` are the quick sums that the payment screen offers."""

    currency: str
    per_usd: float
    dial: str
    share: float
    culture: str
    language: str
    offset: float
    chips: tuple[int, ...]
    cities: tuple[City, ...]
    corridors: dict[str, float]


class Abroad(NamedTuple):
    """A country that users send to; `bank` is the share of receivers paid on a bank account, the rest hold a wallet."""

    currency: str
    per_usd: float
    dial: str
    culture: str
    offset: float
    bank: float
    zone: str


_WEST_CHIPS: Final = (5, 10, 15, 20, 25, 30, 40, 50, 75, 100, 150, 200, 250, 300, 400, 500, 800, 1000)
_WON_CHIPS: Final = tuple(1000 * n for n in (5, 10, 20, 30, 50, 70, 100, 150, 200, 300, 500, 700, 1000, 1500))

HOMES: Final[dict[str, Home]] = {
    "GB": Home(
        "GBP", 0.78, "+447", 0.25, "british", "en", 0.0, _WEST_CHIPS,
        (City("London", "Europe/London", 5), City("Birmingham", "Europe/London", 2), City("Leeds", "Europe/London", 1),
         City("Glasgow", "Europe/London", 1), City("Manchester", "Europe/London", 2)),
        {"NG": 4, "IN": 4, "PH": 3, "GH": 2, "PK": 3, "RO": 3, "KE": 1.5, "TH": 0.6, "UA": 1},
    ),
    "FR": Home(
        "EUR", 0.92, "+336", 0.20, "french", "fr", 1.0, _WEST_CHIPS,
        (City("Paris", "Europe/Paris", 5), City("Marseille", "Europe/Paris", 2), City("Lyon", "Europe/Paris", 2),
         City("Toulouse", "Europe/Paris", 1), City("Lille", "Europe/Paris", 1)),
        {"MA": 5, "SN": 4, "CI": 4, "MG": 2, "RO": 2, "PH": 1, "VN": 1, "CO": 0.7, "TH": 0.4},
    ),
    "KR": Home(
        "KRW", 1370.0, "+8210", 0.25, "korean", "ko", 9.0, _WON_CHIPS,
        (City("Seoul", "Asia/Seoul", 6), City("Busan", "Asia/Seoul", 2), City("Incheon", "Asia/Seoul", 2),
         City("Ansan", "Asia/Seoul", 1.5), City("Daegu", "Asia/Seoul", 1)),
        {"VN": 5, "PH": 3, "NP": 3, "TH": 2, "ID": 2, "IN": 0.5, "UA": 0.2},
    ),
    "US": Home(
        "USD", 1.0, "+16", 0.30, "american", "en", -6.0, _WEST_CHIPS,
        (City("New York", "America/New_York", 4), City("Houston", "America/Chicago", 2),
         City("Chicago", "America/Chicago", 2), City("Los Angeles", "America/Los_Angeles", 4),
         City("Phoenix", "America/Phoenix", 1), City("Miami", "America/New_York", 2)),
        {"MX": 7, "PH": 4, "DO": 3, "CO": 2, "IN": 3, "NG": 1, "VN": 1.5, "GH": 0.7, "TH": 0.4},
    ),
}  # fmt: skip

ABROAD: Final[dict[str, Abroad]] = {
    "PH": Abroad("PHP", 57.0, "+639", "filipino", 8.0, 0.25, "Asia/Manila"),
    "VN": Abroad("VND", 25000.0, "+849", "vietnamese", 7.0, 0.7, "Asia/Ho_Chi_Minh"),
    "TH": Abroad("THB", 34.5, "+668", "thai", 7.0, 0.7, "Asia/Bangkok"),
    "ID": Abroad("IDR", 15900.0, "+628", "indonesian", 7.0, 0.5, "Asia/Jakarta"),
    "NP": Abroad("NPR", 135.0, "+9779", "nepali", 5.75, 0.5, "Asia/Kathmandu"),
    "IN": Abroad("INR", 84.0, "+919", "indian", 5.5, 0.8, "Asia/Kolkata"),
    "PK": Abroad("PKR", 279.0, "+923", "pakistani", 5.0, 0.45, "Asia/Karachi"),
    "NG": Abroad("NGN", 1580.0, "+2348", "nigerian", 1.0, 0.8, "Africa/Lagos"),
    "GH": Abroad("GHS", 15.3, "+2332", "ghanaian", 0.0, 0.15, "Africa/Accra"),
    "KE": Abroad("KES", 129.0, "+2547", "kenyan", 3.0, 0.1, "Africa/Nairobi"),
    "SN": Abroad("XOF", 603.0, "+2217", "senegalese", 0.0, 0.1, "Africa/Dakar"),
    "CI": Abroad("XOF", 603.0, "+2250", "ivorian", 0.0, 0.1, "Africa/Abidjan"),
    "MA": Abroad("MAD", 9.9, "+2126", "moroccan", 1.0, 0.6, "Africa/Casablanca"),
    "MG": Abroad("MGA", 4560.0, "+2613", "malagasy", 3.0, 0.1, "Indian/Antananarivo"),
    "RO": Abroad("RON", 4.6, "+407", "romanian", 2.0, 0.85, "Europe/Bucharest"),
    "UA": Abroad("UAH", 41.3, "+3809", "ukrainian", 2.0, 0.9, "Europe/Kyiv"),
    "MX": Abroad("MXN", 19.7, "+525", "mexican", -6.0, 0.7, "America/Mexico_City"),
    "DO": Abroad("DOP", 60.5, "+1829", "dominican", -4.0, 0.6, "America/Santo_Domingo"),
    "CO": Abroad("COP", 4200.0, "+573", "colombian", -5.0, 0.4, "America/Bogota"),
}


def culture_of(country: str) -> str:
    """The pool of names used in a country of payers or of receivers."""
    return HOMES[country].culture if country in HOMES else ABROAD[country].culture
