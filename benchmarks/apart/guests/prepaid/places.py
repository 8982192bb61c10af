"""Where the cards are issued, where money goes, and what a dollar is worth there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Market:
    """One country in which the issuer sells cards."""

    country: str
    currency: str
    brand: str
    cities: tuple[tuple[tuple[str, str], float], ...]
    """((city, time zone), weight)"""
    roots: tuple[tuple[str, float], ...]
    """(country that migrants came from, weight)"""


_NL_TZ: Final = "Europe/Amsterdam"
_GB_TZ: Final = "Europe/London"
_EAST: Final = "America/New_York"
_MIDDLE: Final = "America/Chicago"
_WEST: Final = "America/Los_Angeles"

NETHERLANDS: Final = Market(
    "NL",
    "EUR",
    "Kuikpas",
    (
        (("Amsterdam", _NL_TZ), 3),
        (("Rotterdam", _NL_TZ), 3),
        (("Den Haag", _NL_TZ), 2),
        (("Utrecht", _NL_TZ), 1.5),
        (("Almere", _NL_TZ), 1),
        (("Groningen", _NL_TZ), 0.8),
        (("Tilburg", _NL_TZ), 0.8),
    ),
    (("SR", 5), ("MA", 4), ("PH", 3), ("GH", 2), ("ID", 2), ("RO", 2), ("DO", 1.5), ("CO", 1.5), ("NG", 1), ("IN", 1)),
)
BRITAIN: Final = Market(
    "GB",
    "GBP",
    "Pocketline",
    (
        (("London", _GB_TZ), 4),
        (("Birmingham", _GB_TZ), 2),
        (("Manchester", _GB_TZ), 2),
        (("Leeds", _GB_TZ), 1.3),
        (("Glasgow", _GB_TZ), 1.2),
        (("Cardiff", _GB_TZ), 0.8),
        (("Luton", _GB_TZ), 0.6),
    ),
    (
        ("NG", 4),
        ("IN", 4),
        ("GH", 3),
        ("KE", 3),
        ("PH", 4),
        ("RO", 3),
        ("UG", 1),
        ("CO", 0.8),
        ("BR", 0.8),
        ("TH", 0.6),
    ),
)
AMERICA: Final = Market(
    "US",
    "USD",
    "Tallycard",
    (
        (("New York", _EAST), 3),
        (("Atlanta", _EAST), 2),
        (("Miami", _EAST), 2),
        (("Houston", _MIDDLE), 2.2),
        (("Chicago", _MIDDLE), 2),
        (("Memphis", _MIDDLE), 1),
        (("Los Angeles", _WEST), 2.6),
        (("Sacramento", _WEST), 1),
    ),
    (
        ("MX", 7),
        ("PH", 4),
        ("CO", 2.5),
        ("DO", 3),
        ("BR", 1),
        ("PE", 1),
        ("NG", 1.5),
        ("GH", 1),
        ("KE", 0.8),
        ("IN", 2),
    ),
)
MARKETS: Final = ((NETHERLANDS, 3.0), (BRITAIN, 3.6), (AMERICA, 3.4))

PER_DOLLAR: Final[dict[str, float]] = {
    "NL": 0.92, "GB": 0.79, "US": 1.0, "PH": 57.0, "TH": 35.0, "ID": 15_800.0, "IN": 83.5, "CO": 4_100.0, "DO": 59.0,
    "MX": 18.5, "BR": 5.3, "PE": 3.75, "NG": 1_300.0, "GH": 13.5, "KE": 140.0, "UG": 3_750.0, "CI": 605.0, "SN": 605.0,
    "MA": 10.0, "SR": 36.0, "RO": 4.6, "VN": 25_000.0,
}  # fmt: skip
"""Units of the country's money for one US dollar."""

CASH_HABIT: Final[dict[str, float]] = {"SR": 0.25, "MX": 0.3, "DO": 0.35, "MA": 0.3, "RO": 0.05, "PH": 0.1, "CO": 0.15}
"""How often a payee there fetches cash instead of holding a wallet (elsewhere 0.05)."""
