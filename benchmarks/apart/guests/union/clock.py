"""The calendar of the books and the hours at which people have time to pay.

Times inside the world are seconds of the payer's wall clock since the first day; the ledger turns them into UTC.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

import numpy as np

from benchmarks.apart.guests.union.chance import Floats, Ints

START: Final = date(2024, 2, 1)
DAYS: Final = 546
DAY: Final = 86_400

# Relative weight of each hour, 0 to 23, of the payer's day.
HOURS: Final[dict[str, tuple[float, ...]]] = {
    "office": (1, 0.5, 0.2, 0.2, 0.2, 0.5, 2, 5, 7, 6, 6, 6, 9, 8, 5, 5, 6, 7, 7, 6, 6, 5, 3, 2),
    "evening": (3, 1, 0.4, 0.2, 0.2, 0.3, 1, 2, 3, 3, 3, 3, 4, 4, 3, 3, 4, 6, 8, 10, 12, 12, 9, 6),
    "shift": (6, 6, 6, 5, 4, 4, 6, 7, 6, 3, 2, 1, 1, 2, 4, 5, 4, 3, 3, 3, 3, 4, 5, 6),
    "early": (0.3, 0.2, 0.2, 0.5, 3, 8, 12, 10, 7, 5, 4, 4, 4, 3, 3, 3, 3, 3, 3, 2, 2, 1, 0.6, 0.4),
    "night": (10, 8, 5, 3, 1.5, 1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 3, 4, 4, 5, 6, 8, 10, 12, 12),
}


@lru_cache
def offsets(zone: str) -> Ints:
    """Seconds east of UTC at noon of each day, a few days beyond the books included."""
    clock = ZoneInfo(zone)
    noon = datetime(START.year, START.month, START.day, 12, tzinfo=UTC)
    east = [(noon + timedelta(days=day)).astimezone(clock).utcoffset() for day in range(DAYS + 60)]
    return np.array([int(offset.total_seconds()) if offset else 0 for offset in east], dtype=np.int64)


def hours(rng: np.random.Generator, habit: str, count: int) -> Ints:
    """Seconds of the day for `count` payments of someone with this habit."""
    weights = np.asarray(HOURS[habit], dtype=np.float64)
    return np.asarray(
        rng.choice(24, count, p=weights / weights.sum()) * 3600 + rng.integers(0, 3600, count), dtype=np.int64
    )


@lru_cache
def calendar(part: str) -> Ints:
    """Month (1 to 12), day of the month or weekday (Monday 0) of every day of the books."""
    dates = [START + timedelta(days=day) for day in range(DAYS + 60)]
    values = {"month": [d.month for d in dates], "day": [d.day for d in dates], "weekday": [d.weekday() for d in dates]}
    return np.array(values[part], dtype=np.int64)


@lru_cache
def paydays(country: str, phase: int) -> Ints:
    """Days on which wages arrive: the 25th in the north, every other Thursday in Australia, twice a month in Canada."""
    day, weekday = calendar("day")[:DAYS], calendar("weekday")[:DAYS]
    everyone = np.arange(DAYS)
    if country in {"SE", "NO", "DK", "FI"}:
        wanted = day == 25
    elif country in {"AU", "NZ"}:
        wanted = (weekday == 3) & ((everyone // 7 + phase) % 2 == 0)
    elif country == "CA":
        wanted = (day == 15) | (day == 30)
    elif country == "US":
        wanted = (weekday == 4) & ((everyone // 7 + phase) % 2 == 0)
    else:
        wanted = day == 28
    return np.asarray(everyone[wanted], dtype=np.int64)


def every(rng: np.random.Generator, first: float, last: float, gap: float, spread: float = 0.35) -> Ints:
    """Days from `first` to `last` about `gap` days apart; `spread` 0 is clockwork, 1 is whim."""
    count = int((last - first) / gap * 1.6) + 3
    steps = gap * rng.gamma(1 / max(spread, 0.02) ** 2, max(spread, 0.02) ** 2, count)
    days = first + np.cumsum(steps) - steps[0] * rng.random()
    return np.asarray(days[(days >= first) & (days < last)], dtype=np.int64)


def season(days: Ints) -> Floats:
    """How much more people send home: December, the weeks before school, a little in the month of Easter."""
    month = calendar("month")[np.clip(days, 0, DAYS)]
    lift = np.ones(13)
    lift[[12, 7, 8, 4, 1]] = (1.45, 1.15, 1.2, 1.05, 0.85)
    return np.asarray(lift[month], dtype=np.float64)
