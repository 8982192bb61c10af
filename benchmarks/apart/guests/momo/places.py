# ruff: noqa: E501 -- a table reads better unbroken
"""Where money comes from and goes to: countries with their money, towns with their bad weather."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

HOME: Final = "PH"


@dataclass(frozen=True, slots=True)
class Partner:
    """A foreign sender that pays into the operator's wallets; each hands over as much of its customer as it likes."""

    name: str
    code: str
    passes_name: float
    passes_birth: float
    passes_city: float
    by_phone: bool
    """True where the partner names its customer by phone number (wallet to wallet), else by its own number."""


@dataclass(frozen=True, slots=True)
class Country:
    """A country on the far side of a corridor."""

    code: str
    currency: str
    per_dollar: float
    decimals: int
    numbers: str
    """Shape of a mobile number there; each # is a digit."""
    tongue: str
    payday: str
    cities: tuple[tuple[str, str, int], ...]
    """City, IANA zone, hours that Manila is ahead of it (winter)."""
    migrants: float
    """Weight among the home country's people who work abroad."""
    natives: float
    """Weight among foreigners who pay into home wallets."""


PARTNERS: Final = (
    Partner("Tulay Remit", "TLY", 0.97, 0.55, 0.7, False),
    Partner("Kestrel Pay", "KSP", 0.90, 0.10, 0.2, True),
    Partner("Northgate Transfer", "NGT", 0.99, 0.75, 0.9, False),
    Partner("Paloma Wallet", "PLM", 0.72, 0.05, 0.1, True),
    Partner("Brightcoin Exchange House", "BXH", 0.85, 0.30, 0.5, False),
)

COUNTRIES: Final = {
    country.code: country
    for country in (
        Country("US", "USD", 1.0, 2, "+1832#######", "english", "biweekly", (("Houston", "America/Chicago", 14), ("San Diego", "America/Los_Angeles", 16), ("Tampa", "America/New_York", 13), ("Jersey City", "America/New_York", 13), ("Tacoma", "America/Los_Angeles", 16)), 20, 26),
        Country("SA", "SAR", 3.75, 2, "+9665########", "english", "monthly_end", (("Riyadh", "Asia/Riyadh", 5), ("Jeddah", "Asia/Riyadh", 5)), 18, 1),
        Country("AE", "AED", 3.67, 2, "+97150#######", "english", "monthly_end", (("Dubai", "Asia/Dubai", 4), ("Sharjah", "Asia/Dubai", 4)), 14, 3),
        Country("SG", "SGD", 1.34, 2, "+659#######", "english", "monthly_end", (("Singapore", "Asia/Singapore", 0),), 9, 5),
        Country("HK", "HKD", 7.8, 2, "+8526#######", "english", "monthly_start", (("Hong Kong", "Asia/Hong_Kong", 0),), 11, 3),
        Country("JP", "JPY", 150.0, 0, "+8190########", "japanese", "monthly_25", (("Nagoya", "Asia/Tokyo", -1), ("Saitama", "Asia/Tokyo", -1)), 6, 7),
        Country("KR", "KRW", 1380.0, 0, "+8210########", "korean", "monthly_10", (("Incheon", "Asia/Seoul", -1), ("Busan", "Asia/Seoul", -1)), 3, 7),
        Country("CA", "CAD", 1.37, 2, "+1416#######", "english", "biweekly", (("Winnipeg", "America/Winnipeg", 14), ("Surrey", "America/Vancouver", 16), ("Hamilton", "America/Toronto", 13)), 7, 7),
        Country("AU", "AUD", 1.52, 2, "+614########", "english", "weekly", (("Perth", "Australia/Perth", 0), ("Geelong", "Australia/Melbourne", -3), ("Cairns", "Australia/Brisbane", -2)), 5, 13),
        Country("GB", "GBP", 0.78, 2, "+4475########", "english", "monthly_end", (("Leeds", "Europe/London", 8), ("Croydon", "Europe/London", 8), ("Swansea", "Europe/London", 8)), 5, 10),
        Country("DE", "EUR", 0.92, 2, "+49151########", "german", "monthly_end", (("Kassel", "Europe/Berlin", 7), ("Bochum", "Europe/Berlin", 7)), 2, 7),
        Country("SE", "SEK", 10.4, 2, "+4670#######", "nordic", "monthly_25", (("Malmö", "Europe/Stockholm", 7), ("Gävle", "Europe/Stockholm", 7)), 1, 4),
        Country("NO", "NOK", 10.7, 2, "+479#######", "nordic", "monthly_10", (("Stavanger", "Europe/Oslo", 7),), 1, 3),
        Country("IT", "EUR", 0.92, 2, "+39347#######", "romance", "monthly_10", (("Bologna", "Europe/Rome", 7), ("Milano", "Europe/Rome", 7)), 4, 2),
        Country("FR", "EUR", 0.92, 2, "+336########", "romance", "monthly_end", (("Rouen", "Europe/Paris", 7),), 1, 3),
        Country("IN", "INR", 83.5, 2, "+9198########", "indian", "monthly_start", (("Kochi", "Asia/Kolkata", 2), ("Jaipur", "Asia/Kolkata", 2)), 0, 3),
        Country("NG", "NGN", 1550.0, 2, "+234803#######", "nigerian", "monthly_end", (("Lagos", "Africa/Lagos", 7), ("Benin City", "Africa/Lagos", 7)), 0, 0),
        Country("CI", "XOF", 605.0, 0, "+22507########", "ivorian", "monthly_end", (("Abidjan", "Africa/Abidjan", 8),), 0, 0),
        Country("ID", "IDR", 15800.0, 0, "+62812########", "indonesian", "monthly_end", (("Manado", "Asia/Makassar", 0), ("Surabaya", "Asia/Jakarta", 1)), 0, 0),
        Country("VN", "VND", 25000.0, 0, "+8490#######", "vietnamese", "monthly_end", (("Da Nang", "Asia/Ho_Chi_Minh", 1),), 0, 0),
    )
}  # fmt: skip
PESO: Final = Country(
    HOME, "PHP", 57.0, 2, "+639#########", "filipino", "semi_monthly", (("Quezon City", "Asia/Manila", 0),), 0, 0
)

TOWNS: Final = {
    "Quezon City": "capital", "Caloocan": "capital", "Pasig": "capital", "Taguig": "capital", "Bacoor": "capital",
    "Angeles": "luzon", "Tarlac City": "luzon", "Dagupan": "luzon", "Olongapo": "luzon", "Tuguegarao": "luzon",
    "Naga": "bicol", "Legazpi": "bicol", "Sorsogon City": "bicol",
    "Cebu City": "visayas", "Lapu-Lapu": "visayas", "Cordova": "visayas", "Iloilo City": "visayas", "Bacolod": "visayas", "Tacloban": "visayas", "Ormoc": "visayas",
    "Davao City": "mindanao", "Cagayan de Oro": "mindanao", "Iligan": "mindanao", "General Santos": "mindanao", "Zamboanga City": "mindanao",
}  # fmt: skip
"""Town and the region whose storms it shares."""

BARANGAYS: Final = (
    "San Isidro",
    "Poblacion",
    "San Roque",
    "Mabini",
    "Santa Cruz",
    "Bagong Silang",
    "San Jose",
    "Talisay",
    "Maligaya",
    "Lower Bukid",
)
