"""Where people pay from and where wallets are: countries, cities, clocks and currencies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Country:
    """A sending country: its currency, what one unit buys in pesos, and (city, time zone) pairs."""

    currency: str
    pesos: float
    cities: tuple[tuple[str, str], ...]


COUNTRIES: Final[dict[str, Country]] = {
    "AE": Country("AED", 15.5, (("Dubai", "Asia/Dubai"), ("Abu Dhabi", "Asia/Dubai"), ("Sharjah", "Asia/Dubai"))),
    "AU": Country(
        "AUD",
        37.0,
        (("Perth", "Australia/Perth"), ("Newcastle", "Australia/Sydney"), ("Geelong", "Australia/Melbourne")),
    ),
    "CA": Country("CAD", 41.5, (("Winnipeg", "America/Winnipeg"), ("Calgary", "America/Edmonton"))),
    "DE": Country("EUR", 61.5, (("Kassel", "Europe/Berlin"), ("Bremen", "Europe/Berlin"))),
    "GB": Country("GBP", 73.0, (("Leeds", "Europe/London"), ("Swansea", "Europe/London"), ("Hull", "Europe/London"))),
    "HK": Country("HKD", 7.3, (("Hong Kong", "Asia/Hong_Kong"),)),
    "IT": Country("EUR", 61.5, (("Rome", "Europe/Rome"), ("Milan", "Europe/Rome"))),
    "JP": Country("JPY", 0.38, (("Nagoya", "Asia/Tokyo"), ("Osaka", "Asia/Tokyo"))),
    "KR": Country("KRW", 0.042, (("Daegu", "Asia/Seoul"), ("Incheon", "Asia/Seoul"))),
    "KW": Country("KWD", 186.0, (("Kuwait City", "Asia/Kuwait"),)),
    "NL": Country("EUR", 61.5, (("Breda", "Europe/Amsterdam"),)),
    "NO": Country("NOK", 5.3, (("Bergen", "Europe/Oslo"),)),
    "NZ": Country("NZD", 34.0, (("Dunedin", "Pacific/Auckland"), ("Hamilton", "Pacific/Auckland"))),
    "QA": Country("QAR", 15.6, (("Doha", "Asia/Qatar"),)),
    "SA": Country("SAR", 15.2, (("Riyadh", "Asia/Riyadh"), ("Jeddah", "Asia/Riyadh"), ("Dammam", "Asia/Riyadh"))),
    "SE": Country("SEK", 5.5, (("Malmo", "Europe/Stockholm"), ("Sundsvall", "Europe/Stockholm"))),
    "SG": Country("SGD", 43.0, (("Singapore", "Asia/Singapore"),)),
    "TW": Country("TWD", 1.78, (("Taichung", "Asia/Taipei"),)),
    "US": Country(
        "USD",
        57.0,
        (
            ("Fresno", "America/Los_Angeles"),
            ("Tacoma", "America/Los_Angeles"),
            ("El Paso", "America/Denver"),
            ("Tulsa", "America/Chicago"),
            ("Houston", "America/Chicago"),
            ("Tampa", "America/New_York"),
            ("Albany", "America/New_York"),
        ),
    ),
}

MOBILE_SHAPES: Final[dict[str, str]] = {
    "AE": "97150#######",
    "AU": "614########",
    "CA": "1204#######",
    "DE": "49151########",
    "GB": "447#########",
    "HK": "8529#######",
    "IT": "39347#######",
    "JP": "8190########",
    "KR": "8210########",
    "KW": "9659#######",
    "NL": "316########",
    "NO": "474#######",
    "NZ": "6421#######",
    "QA": "9743#######",
    "SA": "9665########",
    "SE": "4670#######",
    "SG": "658#######",
    "TW": "8869########",
    "US": "1559#######",
}
"""Shape of a mobile number in each sending country; "#" is a drawn digit."""

HOME: Final = "PH"
HOME_ZONE: Final = "Asia/Manila"

MIGRANT_COUNTRIES: Final[dict[str, float]] = {
    "SA": 20,
    "AE": 15,
    "HK": 12,
    "US": 12,
    "SG": 8,
    "JP": 6,
    "QA": 5,
    "KW": 5,
    "CA": 5,
    "IT": 4,
    "AU": 3,
    "TW": 3,
    "GB": 2,
}
"""Where migrants of the home country work (shares)."""

STRANGER_COUNTRIES: Final[dict[str, float]] = {
    "US": 32,
    "AU": 17,
    "GB": 13,
    "CA": 8,
    "DE": 7,
    "JP": 6,
    "SE": 4,
    "KR": 3,
    "NL": 3,
    "NZ": 3,
    "SG": 2,
    "NO": 2,
}
"""Where payers without roots in the home country live (shares): friends, fans, employers, donors."""

HOME_CITIES: Final[dict[str, float]] = {
    "Quezon City": 14,
    "Manila": 9,
    "Davao City": 8,
    "Cebu City": 8,
    "Caloocan": 7,
    "Lapu-Lapu": 4,
    "Angeles": 5,
    "Olongapo": 3,
    "Bacolod": 5,
    "Iloilo City": 5,
    "Cagayan de Oro": 5,
    "Tacloban": 4,
    "Legazpi": 4,
    "Iligan": 3,
    "Naga": 3,
    "Dumaguete": 3,
    "Tuguegarao": 3,
    "Batangas City": 4,
    "General Santos": 3,
}
"""Cities in which wallets are registered (shares)."""

TYPHOON_PATHS: Final[tuple[frozenset[str], ...]] = (
    frozenset({"Legazpi", "Naga", "Tacloban"}),
    frozenset({"Quezon City", "Manila", "Caloocan", "Angeles", "Olongapo"}),
    frozenset({"Tuguegarao", "Angeles", "Batangas City"}),
)
"""Cities under each of the year's three typhoons, in the order of `almanac.TYPHOON_DAYS`."""
