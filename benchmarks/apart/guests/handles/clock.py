"""When people pay: the world's year, hours of the day, paydays, school and weather.

Times are minutes since the first midnight, in the payer's local time; a day is 1,440 of them.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

FIRST: Final = date(2024, 10, 1)
DAYS: Final = 365
MINUTES: Final = 1440

CHRISTMAS: Final = (date(2024, 12, 21) - FIRST).days
TYPHOONS: Final = ((date(2024, 11, 16) - FIRST).days, (date(2025, 7, 22) - FIRST).days)
SCHOOL: Final = {"PH": (date(2025, 6, 10) - FIRST).days, "MX": (date(2025, 8, 25) - FIRST).days}
AUTUMN_TERM: Final = (date(2025, 8, 28) - FIRST).days

_BY_HOUR: Final[dict[str, tuple[float, ...]]] = {
    "social": (4, 2, 1, 0.4, 0.2, 0.2, 0.5, 1.5, 3, 4, 4, 4, 6, 6, 4, 4, 4, 5, 6, 7, 8, 8, 8, 6),
    "office": (0.3, 0.2, 0.1, 0.1, 0.1, 0.3, 1, 3, 6, 8, 8, 7, 6, 6, 6, 6, 6, 5, 4, 3, 3, 2, 1.5, 0.8),
    "evening": (3, 1.5, 0.6, 0.3, 0.2, 0.4, 1, 2, 2, 2, 2, 2, 3, 2, 2, 3, 4, 6, 8, 9, 10, 10, 9, 6),
    "night": (9, 7, 5, 3, 2, 2, 2, 1, 1, 1, 0.6, 0.6, 1, 0.6, 0.6, 0.6, 1, 1.4, 2, 3, 5, 8, 11, 12),
    "teen": (3, 2, 1, 0.5, 0.2, 0.1, 0.8, 2, 1, 1, 1.5, 3, 3, 1.5, 2, 6, 7, 6, 6, 6, 7, 8, 7, 5),
}
_CUMULATIVE: Final = {habit: np.cumsum(hours) / np.sum(hours) for habit, hours in _BY_HOUR.items()}


def at(rng: np.random.Generator, days: Ints, habit: str, shift: float = 0.0) -> Floats:
    """Times on `days` at hours that fit the habit; `shift` (hours) moves people who live by night."""
    hours = np.searchsorted(_CUMULATIVE[habit], rng.random(days.size)) + rng.random(days.size)
    return days * float(MINUTES) + ((hours + shift) % 24) * 60


def some_days(rng: np.random.Generator, count: int, first: int = 0, last: int = DAYS) -> Ints:
    """`count` days anywhere in the span, in order."""
    return np.sort(rng.integers(first, max(last, first + 1), size=count))


def every(rng: np.random.Generator, period: float, wobble: float, first: int = 0, last: int = DAYS) -> Ints:
    """Days about `period` apart that drift by `wobble`, as standing habits do."""
    last = min(last, DAYS)
    days = np.arange(first + rng.random() * period, last, period)
    days = days + rng.normal(0, wobble, days.size)
    return np.sort(days[(days >= first) & (days < last)].astype(np.int64))


def after_payday(rng: np.random.Generator, country: str, first: int = 0, last: int = DAYS) -> Ints:
    """Days on or just after wages come: every second Friday in the US, CA and AU, else once or twice a month."""
    if country in {"US", "CA", "AU"}:
        days = np.arange(3 + 7 * int(rng.integers(2)), DAYS, 14)
    elif country in {"PH", "MX"}:
        days = np.arange(14, DAYS, 15.2).astype(np.int64)
    else:
        days = (np.arange(12) * 30.44 + rng.choice([0, 24, 27])).astype(np.int64)
    days = days + rng.choice([0, 0, 0, 1, 1, 2, 4], size=days.size)
    seen: Ints = days[(days >= first) & (days < min(last, DAYS))]
    return seen
