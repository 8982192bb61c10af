# ruff: noqa: E501 -- a table reads better unbroken
"""The year of the extract: business days, summer time, and the dates on which people send more.

All clocks inside the world are Central European local seconds since `START`; only the table is in UTC.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

import numpy as np

from benchmarks.apart.guests.sepa.arrays import Flags, Floats, Ints

START: Final = date(2024, 7, 1)
DAYS: Final = 365
DAY: Final = 86_400
HOUR: Final = 3_600
_SPARE: Final = 14


def day_of(year: int, month: int, day: int) -> int:
    """Days since the start of the extract."""
    return (date(year, month, day) - START).days


INSTANT_IS_FREE: Final = day_of(2025, 1, 9)
"""From here the instant payments regulation forbids a surcharge; before, the bank took 45 cents and many declined."""

_CLOSED: Final = {date(2024, 10, 3), date(2024, 12, 24), date(2024, 12, 25), date(2024, 12, 26), date(2024, 12, 31),
                  date(2025, 1, 1), date(2025, 4, 18), date(2025, 4, 21), date(2025, 5, 1), date(2025, 5, 29),
                  date(2025, 6, 9)}  # fmt: skip
_DATES: Final = [START + timedelta(days=offset) for offset in range(DAYS + _SPARE)]
WEEKDAY: Final[Ints] = np.array([one.weekday() for one in _DATES], dtype=np.int64)
IS_OPEN: Final[Flags] = np.array([one.weekday() < 5 and one not in _CLOSED for one in _DATES])


def _next_open() -> Ints:
    out = np.arange(len(_DATES), dtype=np.int64)
    for day in range(len(_DATES) - 2, -1, -1):
        if not IS_OPEN[day]:
            out[day] = out[day + 1]
    return out


NEXT_OPEN: Final[Ints] = _next_open()
"""The first business day on or after each day."""

MONTH_STARTS: Final[Ints] = np.array([day for day, one in enumerate(_DATES[:DAYS]) if one.day == 1], dtype=np.int64)

_SUMMER_ENDS: Final = day_of(2024, 10, 27) * DAY + 3 * HOUR
_SUMMER_BEGINS: Final = day_of(2025, 3, 30) * DAY + 3 * HOUR


def to_utc(local: Ints) -> Ints:
    """Seconds since `START` 00:00 UTC of a Central European local second."""
    summer = (local < _SUMMER_ENDS) | (local >= _SUMMER_BEGINS)
    return local - np.where(summer, 2 * HOUR, HOUR)


_FEASTS: Final[dict[str, tuple[tuple[int, float], ...]]] = {
    "RO": ((day_of(2024, 12, 18), 1.0), (day_of(2025, 4, 14), 1.0), (day_of(2024, 9, 6), 0.5)),
    "UA": ((day_of(2024, 12, 20), 0.9), (day_of(2025, 4, 15), 0.8), (day_of(2024, 8, 26), 0.6), (day_of(2024, 11, 19), 0.5)),
    "PH": ((day_of(2024, 12, 14), 1.3), (day_of(2024, 7, 25), 1.0), (day_of(2024, 10, 25), 1.1), (day_of(2024, 11, 18), 0.8),
           (day_of(2025, 6, 12), 1.0)),
    "TH": ((day_of(2025, 4, 9), 1.2), (day_of(2024, 12, 28), 0.5), (day_of(2025, 5, 12), 0.7)),
    "BR": ((day_of(2024, 12, 16), 1.0), (day_of(2025, 2, 27), 0.6), (day_of(2025, 1, 25), 0.6)),
    "TR": ((day_of(2025, 3, 27), 1.2), (day_of(2025, 6, 3), 0.9)),
    "PL": ((day_of(2024, 12, 17), 1.0), (day_of(2025, 4, 15), 0.6)),
}  # fmt: skip
"""Christmas, Easter, Songkran, Bayram, carnival, school openings, and the Philippine storms of July, October, November."""


def feasts(country: str) -> tuple[tuple[int, float], ...]:
    """Days around which relatives of a country are sent something extra, with how much more than usual."""
    return _FEASTS.get(country, ((day_of(2024, 12, 18), 0.8),))


_CLOCKS: Final[dict[str, tuple[float, ...]]] = {
    "day": (0, 0, 0, 0, 0, 1, 3, 6, 8, 9, 9, 8, 8, 7, 7, 7, 7, 7, 6, 5, 4, 3, 1, 0.3),
    "evening": (1, 0.4, 0.2, 0.1, 0.1, 0.2, 1, 2, 2, 3, 3, 3, 4, 4, 4, 4, 5, 7, 9, 11, 12, 11, 8, 4),
    "late": (9, 6, 4, 2, 1, 1, 1, 0.5, 0.5, 0.5, 0.5, 0.5, 1, 1, 1, 1, 1, 2, 3, 5, 8, 11, 13, 12),
    "school": (0.5, 0.2, 0.1, 0, 0, 0, 2, 3, 2, 3, 3, 2, 4, 9, 9, 9, 9, 9, 9, 9, 9, 7, 4, 2),
    "dawn": (3, 2, 2, 2, 4, 9, 12, 9, 4, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 4, 6, 7, 5),
}


def clock(rng: np.random.Generator, habit: str, count: int) -> Ints:
    """Seconds of the day, `count` of them, at hours of a habit: day, evening, late, school or dawn."""
    weights = np.asarray(_CLOCKS[habit], dtype=np.float64)
    hours = rng.choice(24, count, p=weights / weights.sum())
    return np.asarray(hours * HOUR + rng.integers(0, HOUR, count), dtype=np.int64)


def weekend_heavy(extra: float) -> Floats:
    """Chance of each day, where Friday to Sunday weigh `extra` times a weekday."""
    weights = np.where(WEEKDAY[:DAYS] >= 4, extra, 1.0)
    return np.asarray(weights / weights.sum(), dtype=np.float64)
