"""Days and hours: paydays, feasts, school terms, storms, and the time of day at which people pay."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from .chance import Chance

FIRST: Final = date(2023, 7, 1)
DAYS: Final = 731
"""Two years, day 0 is `FIRST`."""

MINUTES: Final = 1_440

HOURS: Final[dict[str, tuple[tuple[tuple[float, float], float], ...]]] = {
    "day": (((12.5, 2.6), 0.5), ((18.8, 2.0), 0.4), ((8.0, 1.0), 0.1)),
    "payday": (((8.6, 1.5), 0.45), ((13.0, 2.0), 0.3), ((19.0, 2.0), 0.25)),
    "evening": (((20.6, 1.9), 0.75), ((13.5, 3.5), 0.25)),
    "late": (((23.4, 1.9), 0.72), ((17.5, 4.5), 0.28)),
    "school": (((16.5, 1.6), 0.55), ((12.3, 0.6), 0.25), ((21.0, 1.4), 0.2)),
    "any": (((15.0, 5.0), 0.6), ((22.0, 2.5), 0.4)),
}
"""Mixtures of ((mean hour, spread), share); hours past 24 run into the next morning."""

STORMS: Final = (("PH", 480), ("PH", 505), ("MX", 365), ("PH", 170), ("KE", 300), ("DO", 66), ("ID", 610), ("IN", 395))
"""(country, day): days after which relatives and appeals ask for help."""


def day_of(year: int, month: int, day: int) -> int:
    """The day's number, counted from `FIRST`."""
    return (date(year, month, day) - FIRST).days


_EID: Final = (day_of(2024, 4, 10), day_of(2024, 6, 16), day_of(2025, 3, 30), day_of(2025, 6, 6))
_EASTER: Final = (day_of(2024, 3, 29), day_of(2025, 4, 18))
_MOTHERS: Final = (day_of(2024, 5, 10), day_of(2025, 5, 10))
_CHRISTMAS: Final = (day_of(2023, 12, 20), day_of(2024, 12, 20))
_DIWALI: Final = (day_of(2023, 11, 10), day_of(2024, 10, 30))
_TERMS: Final[dict[str, tuple[int, ...]]] = {
    "PH": (day_of(2023, 8, 20), day_of(2024, 7, 22), day_of(2025, 6, 10)),
    "IN": (day_of(2024, 6, 5), day_of(2025, 6, 5)),
    "KE": (day_of(2024, 1, 5), day_of(2024, 4, 27), day_of(2024, 8, 24), day_of(2025, 1, 4), day_of(2025, 4, 26)),
    "CO": (day_of(2024, 1, 24), day_of(2025, 1, 24)),
}
_AUTUMN_TERM: Final = (day_of(2023, 9, 5), day_of(2024, 9, 5))


def feasts(country: str) -> tuple[int, ...]:
    """The days on which families of that country expect more."""
    if country in {"MA", "ID", "SN", "CI"}:
        return _EID
    if country == "IN":
        return _DIWALI
    if country in {"MX", "CO", "DO", "PE", "BR"}:
        return _CHRISTMAS + _MOTHERS
    return _CHRISTMAS + _EASTER


def terms(country: str) -> tuple[int, ...]:
    """The days on which school or university must be paid."""
    return _TERMS.get(country, _AUTUMN_TERM)


@lru_cache(maxsize=64)
def paydays(rule: str) -> tuple[int, ...]:
    """All paydays under a rule: `weekly-0` to `weekly-4`, `fortnight-0`, `fortnight-1`, or `month-D` (D the day)."""
    kind, number = rule.split("-")
    days = range(DAYS)
    if kind == "weekly":
        return tuple(day for day in days if (FIRST + timedelta(day)).weekday() == int(number))
    if kind == "fortnight":
        return tuple(day for day in days if (FIRST + timedelta(day)).weekday() == 4 and day // 7 % 2 == int(number))
    return tuple(day for day in days if (FIRST + timedelta(day)).day == int(number))


def weekend(day: int) -> bool:
    """Whether the day is a Friday, Saturday or Sunday, when people stay up."""
    return (FIRST + timedelta(day)).weekday() >= 4


def at(chance: Chance, day: int, hours: str, shift: float = 0.0) -> int:
    """A minute (from `FIRST`, local time) on that day at one of the habit's hours, moved by the payer's shift."""
    mean, spread = chance.weighted(HOURS[hours])
    hour = mean + spread * chance.z() + shift
    return day * MINUTES + int(hour * 60)
