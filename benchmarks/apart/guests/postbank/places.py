"""Where payers live and where the post offices stand: cities, clocks, currencies, and the days that storms came."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class City:
    """A city with its country and clock; `offset` is the usual distance from UTC in hours, for planning a day."""

    name: str
    country: str
    zone: str
    offset: int
    region: str = ""


@dataclass(frozen=True, slots=True)
class Country:
    """A country of payers: currency, units of it per US dollar, whose names its people bear, and how it pays wages."""

    code: str
    currency: str
    per_usd: float
    culture: str
    wage: str
    workers: float
    cities: tuple[City, ...]


PESOS_PER_USD: Final = 57.4


def _towns(code: str, *towns: tuple[str, str, int]) -> tuple[City, ...]:
    return tuple(City(name, code, zone, offset) for name, zone, offset in towns)


_US: Final = _towns(
    "US",
    ("Daly City", "America/Los_Angeles", -8),
    ("San Diego", "America/Los_Angeles", -8),
    ("Houston", "America/Chicago", -6),
    ("Jersey City", "America/New_York", -5),
    ("Orlando", "America/New_York", -5),
)
_CA: Final = _towns("CA", ("Winnipeg", "America/Winnipeg", -6), ("Toronto", "America/Toronto", -5))
_AU: Final = _towns("AU", ("Blacktown", "Australia/Sydney", 10), ("Perth", "Australia/Perth", 8))
_GB: Final = _towns("GB", ("Croydon", "Europe/London", 0), ("Leeds", "Europe/London", 0))

# `workers` is the weight of each country among migrants; `wage` says when its employers pay.
COUNTRIES: Final = {
    country.code: country
    for country in (
        Country("US", "USD", 1.0, "english", "fortnight", 0.30, _US),
        Country("CA", "CAD", 1.38, "english", "fortnight", 0.08, _CA),
        Country("AU", "AUD", 1.53, "english", "fortnight", 0.06, _AU),
        Country("NZ", "NZD", 1.68, "english", "fortnight", 0.02, _towns("NZ", ("Auckland", "Pacific/Auckland", 12))),
        Country("GB", "GBP", 0.77, "english", "month_end", 0.05, _GB),
        Country("DE", "EUR", 0.91, "german", "month_end", 0.02, _towns("DE", ("Hamburg", "Europe/Berlin", 1))),
        Country("SE", "SEK", 10.1, "nordic", "month_end", 0.01, _towns("SE", ("Malmo", "Europe/Stockholm", 1))),
        Country("NO", "NOK", 10.6, "nordic", "month_end", 0.01, _towns("NO", ("Bergen", "Europe/Oslo", 1))),
        Country("NL", "EUR", 0.91, "german", "month_end", 0.01, _towns("NL", ("Rotterdam", "Europe/Amsterdam", 1))),
        Country("IT", "EUR", 0.91, "latin", "month_end", 0.05, _towns("IT", ("Milano", "Europe/Rome", 1))),
        Country("FR", "EUR", 0.91, "latin", "month_end", 0.02, _towns("FR", ("Paris", "Europe/Paris", 1))),
        Country("SA", "SAR", 3.75, "arab", "month_start", 0.10, _towns("SA", ("Riyadh", "Asia/Riyadh", 3))),
        Country("AE", "AED", 3.67, "arab", "month_start", 0.08, _towns("AE", ("Dubai", "Asia/Dubai", 4))),
        Country("QA", "QAR", 3.64, "arab", "month_start", 0.03, _towns("QA", ("Doha", "Asia/Qatar", 3))),
        Country("HK", "HKD", 7.8, "chinese", "day_off", 0.06, _towns("HK", ("Hong Kong", "Asia/Hong_Kong", 8))),
        Country("SG", "SGD", 1.34, "chinese", "day_off", 0.05, _towns("SG", ("Singapore", "Asia/Singapore", 8))),
        Country("TW", "TWD", 32.0, "chinese", "month_start", 0.02, _towns("TW", ("Taoyuan", "Asia/Taipei", 8))),
        Country("JP", "JPY", 150.0, "japanese", "month_end", 0.04, _towns("JP", ("Nagoya", "Asia/Tokyo", 9))),
        Country("KR", "KRW", 1390.0, "korean", "month_end", 0.02, _towns("KR", ("Ansan", "Asia/Seoul", 9))),
    )
}

WEALTHY: Final = ("US", "AU", "GB", "CA", "DE", "SE", "NO", "NL", "NZ", "FR", "JP", "IT", "SG")
"""Where foreigners without kin in the islands pay from (buyers, donors, partners, and payers of the crime)."""
WEALTHY_WEIGHTS: Final = (0.30, 0.15, 0.14, 0.08, 0.07, 0.05, 0.04, 0.04, 0.03, 0.03, 0.03, 0.02, 0.02)


def _home(name: str, region: str) -> City:
    return City(name, "PH", "Asia/Manila", 8, region)


HOME: Final = (
    _home("Quezon City", "capital"),
    _home("Caloocan", "capital"),
    _home("Pasig", "capital"),
    _home("Bacoor", "capital"),
    _home("Antipolo", "capital"),
    _home("San Fernando", "north"),
    _home("Dagupan", "north"),
    _home("Laoag", "north"),
    _home("Tuguegarao", "north"),
    _home("Angeles", "north"),
    _home("Naga", "bicol"),
    _home("Legazpi", "bicol"),
    _home("Iloilo City", "visayas"),
    _home("Bacolod", "visayas"),
    _home("Cebu City", "visayas"),
    _home("Lapu-Lapu", "visayas"),
    _home("Tacloban", "east"),
    _home("Ormoc", "east"),
    _home("Cagayan de Oro", "south"),
    _home("Iligan", "south"),
    _home("Davao City", "south"),
    _home("General Santos", "south"),
)

STORMS: Final = ((23, "bicol"), (47, "north"), (296, "capital"), (365, "visayas"), (404, "east"), (406, "north"))
"""Day (from the first) on which a storm struck, and the region that it struck."""
