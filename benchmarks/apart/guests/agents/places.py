"""Where money comes from and where this network pays it out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

START: Final = datetime(2024, 1, 1, tzinfo=UTC)
DAYS: Final = 546
"""Eighteen months from a Monday, so that day 0, 7, 14... are Mondays."""


@dataclass(frozen=True, slots=True)
class Corridor:
    """A country this network pays out in.

    Its towns, the big ones first; the shares of cash and of wallets; the `step` in which people there think of sums.
    """

    currency: str
    per_usd: float
    cities: tuple[str, ...]
    cash: float
    wallet: float
    wallet_cap_usd: float
    dial: str
    step: float


CORRIDORS: Final = {
    "PH": Corridor(
        "PHP",
        57.0,
        ("Quezon City", "Cebu City", "Davao City", "Iligan City", "Cagayan de Oro", "Angeles City", "Lapu-Lapu City",
         "Bacolod", "General Santos", "Naga", "Legazpi", "Tacloban", "Dumaguete", "Batangas City", "Olongapo"),
        0.55, 0.32, 850.0, "+63 9", 100.0,
    ),
    "TH": Corridor(
        "THB",
        35.0,
        ("Bangkok", "Pattaya", "Chiang Mai", "Udon Thani", "Khon Kaen", "Phuket", "Hat Yai", "Nakhon Ratchasima"),
        0.25, 0.25, 1400.0, "+66 8", 100.0,
    ),
    "CO": Corridor(
        "COP",
        4100.0,
        ("Bogotá", "Medellín", "Cali", "Barranquilla", "Cartagena", "Pereira", "Cúcuta", "Bucaramanga"),
        0.45, 0.35, 700.0, "+57 3", 10000.0,
    ),
    "KE": Corridor(
        "KES",
        131.0,
        ("Nairobi", "Mombasa", "Kisumu", "Nakuru", "Eldoret", "Malindi", "Thika", "Kakamega"),
        0.08, 0.84, 1100.0, "+254 7", 500.0,
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """A country payers send from, with its towns and their time zones."""

    currency: str
    per_usd: float
    culture: str
    towns: tuple[tuple[str, str], ...]


SOURCES: Final = {
    "US": Source("USD", 1.0, "anglo", (
        ("Los Angeles", "America/Los_Angeles"), ("New York", "America/New_York"), ("Houston", "America/Chicago"),
        ("Las Vegas", "America/Los_Angeles"), ("Chicago", "America/Chicago"), ("Orlando", "America/New_York"),
        ("Denver", "America/Denver"), ("Columbus", "America/New_York"))),
    "CA": Source("CAD", 1.37, "anglo", (
        ("Toronto", "America/Toronto"), ("Vancouver", "America/Vancouver"), ("Winnipeg", "America/Winnipeg"),
        ("Calgary", "America/Edmonton"))),
    "GB": Source("GBP", 0.78, "anglo", (
        ("London", "Europe/London"), ("Leeds", "Europe/London"), ("Bristol", "Europe/London"))),
    "AU": Source("AUD", 1.52, "anglo", (
        ("Sydney", "Australia/Sydney"), ("Melbourne", "Australia/Melbourne"), ("Brisbane", "Australia/Brisbane"),
        ("Perth", "Australia/Perth"), ("Adelaide", "Australia/Adelaide"))),
    "NZ": Source("NZD", 1.66, "anglo", (("Auckland", "Pacific/Auckland"), ("Christchurch", "Pacific/Auckland"))),
    "DE": Source("EUR", 0.92, "german", (("Berlin", "Europe/Berlin"), ("Essen", "Europe/Berlin"))),
    "CH": Source("CHF", 0.88, "german", (("Zürich", "Europe/Zurich"), ("Bern", "Europe/Zurich"))),
    "SE": Source("SEK", 10.5, "nordic", (("Stockholm", "Europe/Stockholm"), ("Örebro", "Europe/Stockholm"))),
    "NO": Source("NOK", 10.7, "nordic", (("Oslo", "Europe/Oslo"), ("Bergen", "Europe/Oslo"))),
    "NL": Source("EUR", 0.92, "dutch", (("Rotterdam", "Europe/Amsterdam"), ("Utrecht", "Europe/Amsterdam"))),
    "FR": Source("EUR", 0.92, "french", (("Lyon", "Europe/Paris"), ("Paris", "Europe/Paris"))),
    "IT": Source("EUR", 0.92, "italian", (("Milano", "Europe/Rome"), ("Roma", "Europe/Rome"))),
    "ES": Source("EUR", 0.92, "hispanic", (("Madrid", "Europe/Madrid"), ("Valencia", "Europe/Madrid"))),
    "AE": Source("AED", 3.67, "gulf", (("Dubai", "Asia/Dubai"), ("Abu Dhabi", "Asia/Dubai"))),
    "SA": Source("SAR", 3.75, "gulf", (("Riyadh", "Asia/Riyadh"), ("Jeddah", "Asia/Riyadh"))),
    "IL": Source("ILS", 3.7, "gulf", (("Tel Aviv", "Asia/Jerusalem"),)),
    "SG": Source("SGD", 1.34, "anglo", (("Singapore", "Asia/Singapore"),)),
    "HK": Source("HKD", 7.8, "anglo", (("Hong Kong", "Asia/Hong_Kong"),)),
    "JP": Source("JPY", 150.0, "japanese", (("Nagoya", "Asia/Tokyo"), ("Tokyo", "Asia/Tokyo"))),
    "KR": Source("KRW", 1350.0, "korean", (("Seoul", "Asia/Seoul"), ("Ansan", "Asia/Seoul"))),
    "IN": Source("INR", 84.0, "indian", (("Chennai", "Asia/Kolkata"), ("Jaipur", "Asia/Kolkata"))),
}  # fmt: skip

WHOLE_UNITS: Final = frozenset({"JPY", "KRW", "COP"})
"""Currencies without coins below one: products refuse decimals there."""

DIASPORA: Final = {
    "PH": {"US": 30, "CA": 9, "AE": 14, "SA": 14, "SG": 7, "HK": 7, "GB": 5, "AU": 6, "IT": 5, "JP": 4, "NZ": 2},
    "TH": {"US": 18, "AU": 12, "DE": 14, "SE": 10, "NO": 6, "KR": 14, "IL": 10, "JP": 8, "GB": 8},
    "CO": {"US": 48, "ES": 34, "CA": 6, "GB": 4, "FR": 4, "DE": 4},
    "KE": {"US": 36, "GB": 24, "SA": 12, "AE": 14, "DE": 7, "CA": 7},
}
"""Where each country's own people work, in rough shares."""

FOREIGN: Final = {
    "US": 34, "AU": 15, "GB": 14, "CA": 8, "DE": 7, "SE": 4, "NO": 3, "NL": 4, "FR": 3, "CH": 2, "NZ": 3, "JP": 3,
}  # fmt: skip
"""Where payers without roots in the pay-out country live."""

PAYOUT_SHARES: Final = {"PH": 62, "CO": 15, "KE": 12, "TH": 11}


def pick(rng: np.random.Generator, shares: dict[str, int]) -> str:
    """One key, drawn by its share."""
    keys = list(shares)
    weights = np.array([shares[key] for key in keys], dtype=float)
    return keys[int(np.searchsorted(np.cumsum(weights / weights.sum()), rng.random(), side="right")) % len(keys)]


@cache
def offsets(zone: str) -> Floats:
    """Hours ahead of UTC on each day of the period (plus a margin), summer time included."""
    info = ZoneInfo(zone)
    hours = []
    for day in range(DAYS + 3):
        ahead = (START + timedelta(days=day, hours=12)).astimezone(info).utcoffset()
        assert ahead is not None
        hours.append(ahead.total_seconds() / 3600)
    return np.array(hours)
