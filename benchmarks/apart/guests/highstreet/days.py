"""The fourteen months of the extract: paydays, weekends, feasts, hours, and Swedish time turned into UTC."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

import numpy as np
from numpy.typing import NDArray

from .chance import Chance, weights

FIRST: Final = date(2024, 9, 1)
DAYS: Final = 426
SUMMER_TIME: Final = (("2024-03-31T02", "2024-10-27T03"), ("2025-03-30T02", "2025-10-26T03"))

# Twenty-four weights each: how often something is done in every hour of the Swedish day.
OFFICE: Final = weights([0, 0, 0, 0, 0, 0, 1, 4, 8, 9, 8, 8, 7, 7, 7, 6, 5, 3, 2, 2, 1, 1, 0, 0])
WAKING: Final = weights([0.5, 0.2, 0.1, 0.1, 0.1, 0.3, 1, 3, 4, 4, 5, 6, 7, 6, 5, 6, 7, 8, 8, 8, 7, 6, 4, 1.5])
EVENING: Final = weights([1, 0.4, 0.2, 0.1, 0.1, 0.2, 0.5, 1, 1, 1, 1, 2, 2, 2, 2, 3, 4, 6, 8, 10, 11, 10, 7, 3])
LATE: Final = weights([8, 6, 4, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 3, 4, 6, 9, 11, 11])
# Noon in Manila is six in Stockholm: those who call before work pay before work.
EARLY: Final = weights([1, 1, 1, 3, 6, 10, 11, 8, 4, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 1])


def day_of(year: int, month: int, day: int) -> int:
    """Which day of the extract a date is (may lie outside it)."""
    return (date(year, month, day) - FIRST).days


def weekday(day: int) -> int:
    """Monday is 0."""
    return (FIRST + timedelta(days=day)).weekday()


def month_of(day: int) -> int:
    """Month of the year, 1 to 12."""
    return (FIRST + timedelta(days=day)).month


def paydays() -> list[int]:
    """Swedish salaries come on the 25th, or on the Friday before."""
    days = []
    for month in range(14):
        year, number = 2024 + (8 + month) // 12, (8 + month) % 12 + 1
        day = day_of(year, number, 25)
        while weekday(day) > 4:
            day -= 1
        days.append(day)
    return days


PAYDAYS: Final = paydays()
CHRISTMASES: Final = (day_of(2024, 12, 20),)
SCHOOL_STARTS: Final = (day_of(2025, 6, 10), day_of(2025, 9, 1))
TYPHOONS: Final = (day_of(2024, 10, 25), day_of(2024, 11, 17), day_of(2025, 9, 23))
APPEALS: Final = (day_of(2024, 11, 18), day_of(2025, 3, 29), day_of(2025, 9, 24))


def hour(chance: Chance, profile: list[float]) -> float:
    """An hour of the day, with its minutes, by one of the profiles above."""
    return chance.weigh(range(24), profile) + chance.unit()


def banking_moment(day: int, at: float, jitter: float) -> tuple[int, float]:
    """When SWIFT really executes: after half past two, or at weekends, the order waits for the next morning's run."""
    if weekday(day) > 4 or at > 14.5:
        day += 1
        while weekday(day) > 4:
            day += 1
        return day, 7.2 + jitter
    return day, max(at, 7.2 + jitter)


def to_utc(local_seconds: NDArray[np.int64]) -> NDArray[np.datetime64]:
    """Seconds since local midnight of the first day, as UTC instants."""
    local = np.datetime64(FIRST, "s") + local_seconds.astype("timedelta64[s]")
    summer = np.zeros(len(local), dtype=bool)
    for start, end in SUMMER_TIME:
        summer |= (local >= np.datetime64(start, "s")) & (local < np.datetime64(end, "s"))
    return np.asarray((local - np.where(summer, 7200, 3600).astype("timedelta64[s]")).astype("datetime64[us]"))
