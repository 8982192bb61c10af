"""Days and hours: paydays, renewals, feasts, and when people pick up the telephone to pay.

A *day* is a whole number from the first day of the world; an *hour* is local, and may pass 24 (after midnight).
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

START: Final = date(2023, 7, 1)
DAYS: Final = 731

TYPHOONS: Final = ((172, ("Tacloban", "Legazpi")), (494, ("Cebu City", "Dumaguete")))
"""Two storms: the day each struck, and the cities it struck."""


def day_of(when: date) -> int:
    """Number of a calendar day."""
    return (when - START).days


_MONTHS: Final = [date(2023 + (6 + month) // 12, (6 + month) % 12 + 1, 1) for month in range(24)]
MONTH_STARTS: Final[Ints] = np.array([day_of(month) for month in _MONTHS], dtype=np.int64)

BIWEEKLY, TWICE_MONTHLY, MONTHLY = 0, 1, 2


def paydays(rule: int, phase: int) -> Ints:
    """Days on which a member is paid; `phase` is the offset in the fortnight or the day of the month."""
    if rule == BIWEEKLY:
        return np.arange(6 + 7 * (phase % 2), DAYS, 14, dtype=np.int64)
    if rule == TWICE_MONTHLY:
        return np.sort(np.concatenate([MONTH_STARTS + 14, MONTH_STARTS + 29]))
    return MONTH_STARTS + phase % 28


def kept(rng: np.random.Generator, days: Ints, share: float, slack: float = 1.2) -> Ints:
    """Some of the days, each with a short delay: people pay when they think of it, not when the money comes."""
    chosen = days[rng.random(len(days)) < share]
    return chosen + np.floor(rng.exponential(slack, len(chosen))).astype(np.int64)


def renewals(rng: np.random.Generator, gap: float, first: float, last: float, shape: float = 1.2) -> Ints:
    """Days of a thing that recurs every `gap` days or so, from `first` to `last`."""
    span = last - first
    if span <= 0:
        return np.zeros(0, dtype=np.int64)
    count = int(span / gap * 1.6) + 6
    steps = np.cumsum(rng.gamma(shape, gap / shape, count))
    days: Ints = np.floor(first + steps[steps < span]).astype(np.int64)
    return days


def feasts(rng: np.random.Generator, share: float) -> Ints:
    """Days before Christmas, before the school year, and birthdays, each taken with a chance."""
    fixed = [day_of(date(year, 12, 17)) for year in (2023, 2024)] + [day_of(date(year, 8, 20)) for year in (2023, 2024)]
    birthday = int(rng.integers(365))
    days = np.array([*fixed, birthday, birthday + 365], dtype=np.int64) + rng.integers(-5, 6, 6)
    return days[rng.random(6) < share]


def hours(rng: np.random.Generator, count: int, night: float) -> Floats:
    """Local hours: daytime and early evening, and with chance `night` the hours in bed with a telephone."""
    day = np.clip(rng.normal(14.8, 3.7, count), 6.4, 22.8)
    late = rng.normal(23.7, 1.7, count)
    return np.where(rng.random(count) < night, late, day)


def offsets(zone: str) -> Ints:
    """Seconds east of UTC at noon of every day (a margin follows the last), for a time zone."""
    place = ZoneInfo(zone)
    noon = datetime(START.year, START.month, START.day, 12, tzinfo=place)
    shifts = ((noon + timedelta(days=day)).utcoffset() for day in range(DAYS + 5))
    return np.array([0 if shift is None else int(shift.total_seconds()) for shift in shifts], dtype=np.int64)
