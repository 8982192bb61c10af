"""Where people live and are paid: countries, cities, currencies and what a month there is worth."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

FIRST_DAY: Final = datetime(2025, 1, 1, tzinfo=UTC)
DAYS: Final = 365


@dataclass(frozen=True, slots=True)
class City:
    """A city with its country and its clock."""

    name: str
    country: str
    zone: str


@dataclass(frozen=True, slots=True)
class Country:
    """A country: its money, its usual monthly income in US dollars, and how many of our payers live there."""

    code: str
    currency: str
    per_usd: float
    income: float
    dial: str
    weight: float


_ABROAD = """
US USD 1 3800 1 20 | New York:America/New_York, Houston:America/Chicago, Las Vegas:America/Los_Angeles, San Diego:America/Los_Angeles
CA CAD 1.39 3100 1 7 | Toronto:America/Toronto, Winnipeg:America/Winnipeg, Vancouver:America/Vancouver
GB GBP 0.77 3000 44 8 | London:Europe/London, Leeds:Europe/London, Cardiff:Europe/London
AU AUD 1.54 3500 61 9 | Sydney:Australia/Sydney, Perth:Australia/Perth, Brisbane:Australia/Brisbane
NZ NZD 1.70 3000 64 3 | Auckland:Pacific/Auckland
DE EUR 0.92 3100 49 5 | Hamburg:Europe/Berlin, Kassel:Europe/Berlin
NL EUR 0.92 3200 31 3 | Rotterdam:Europe/Amsterdam
FR EUR 0.92 2800 33 3 | Lyon:Europe/Paris, Paris:Europe/Paris
IT EUR 0.92 2300 39 4 | Milano:Europe/Rome, Roma:Europe/Rome
IE EUR 0.92 3300 353 1 | Cork:Europe/Dublin
SE SEK 9.9 3000 46 3 | Malmö:Europe/Stockholm, Gävle:Europe/Stockholm
NO NOK 10.4 3700 47 2 | Bergen:Europe/Oslo
DK DKK 6.8 3500 45 2 | Aarhus:Europe/Copenhagen
CH CHF 0.86 4600 41 2 | Basel:Europe/Zurich
JP JPY 150 2500 81 6 | Osaka:Asia/Tokyo, Nagoya:Asia/Tokyo
KR KRW 1410 2500 82 4 | Incheon:Asia/Seoul
SG SGD 1.33 2400 65 7 | Singapore:Asia/Singapore
HK HKD 7.8 1500 852 6 | Hong Kong:Asia/Hong_Kong
TW TWD 32 1500 886 4 | Taichung:Asia/Taipei
MY MYR 4.4 900 60 4 | Johor Bahru:Asia/Kuala_Lumpur
AE AED 3.67 1300 971 8 | Dubai:Asia/Dubai, Abu Dhabi:Asia/Dubai
SA SAR 3.75 1000 966 9 | Riyadh:Asia/Riyadh, Jeddah:Asia/Riyadh
QA QAR 3.64 1100 974 4 | Doha:Asia/Qatar
IL ILS 3.6 1700 972 2 | Haifa:Asia/Jerusalem
"""  # noqa: E501 -- a table reads better unbroken
_REGION = """
PH PHP 57.5 420 63 55 | Quezon City:Asia/Manila, Cebu City:Asia/Manila, Davao City:Asia/Manila, Tacloban:Asia/Manila, Iligan:Asia/Manila, Angeles:Asia/Manila, Legazpi:Asia/Manila, Lapu-Lapu:Asia/Manila, Bacolod:Asia/Manila
TH THB 34 520 66 14 | Bangkok:Asia/Bangkok, Khon Kaen:Asia/Bangkok, Chon Buri:Asia/Bangkok, Chiang Mai:Asia/Bangkok
ID IDR 16300 400 62 13 | Surabaya:Asia/Jakarta, Bandung:Asia/Jakarta, Medan:Asia/Jakarta, Malang:Asia/Jakarta
VN VND 25600 400 84 11 | Da Nang:Asia/Ho_Chi_Minh, Can Tho:Asia/Ho_Chi_Minh, Hai Phong:Asia/Ho_Chi_Minh
KH KHR 4050 320 855 7 | Phnom Penh:Asia/Phnom_Penh, Battambang:Asia/Phnom_Penh
"""  # noqa: E501 -- a table reads better unbroken


def _parse(table: str) -> tuple[dict[str, Country], dict[str, tuple[City, ...]]]:
    countries: dict[str, Country] = {}
    cities: dict[str, tuple[City, ...]] = {}
    for line in table.strip().splitlines():
        facts, towns = line.split(" | ")
        code, currency, per_usd, income, dial, weight = facts.split()
        countries[code] = Country(code, currency, float(per_usd), float(income), dial, float(weight))
        pairs = (town.rsplit(":", 1) for town in towns.split(", "))
        cities[code] = tuple(City(name, code, zone) for name, zone in pairs)
    return countries, cities


ABROAD, _abroad_cities = _parse(_ABROAD)
REGION, _region_cities = _parse(_REGION)
COUNTRIES: Final = ABROAD | REGION
CITIES: Final = _abroad_cities | _region_cities

WHOLE_MONEY: Final = frozenset({"JPY", "KRW", "IDR", "VND", "KHR", "TWD"})
"""Currencies that nobody sends fractions of."""


def _offsets() -> dict[str, tuple[float, ...]]:
    """Hours ahead of UTC, by zone and day of the year, so that summer time is right without asking at each payment."""
    noons = [FIRST_DAY + timedelta(days=day, hours=12) for day in range(-1, DAYS + 2)]
    zones = {city.zone for towns in CITIES.values() for city in towns}
    table: dict[str, tuple[float, ...]] = {}
    for zone in sorted(zones):
        clock = ZoneInfo(zone)
        shifts = [noon.astimezone(clock).utcoffset() or timedelta() for noon in noons]
        table[zone] = tuple(shift.total_seconds() / 3600 for shift in shifts)
    return table


_OFFSETS: Final = _offsets()


def hours_ahead(zone: str, day: float) -> float:
    """Return how many hours the zone's clock is ahead of UTC on that day of the world."""
    return _OFFSETS[zone][min(max(int(day) + 1, 0), DAYS + 2)]
