"""The year of the world: paydays, feasts, typhoons, and the hours at which people pay.

Days are numbered from 0 (`FIRST`) in the payer's own calendar; `moments` turns them into UTC.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo

import numpy as np
import numpy.typing as npt

Days = npt.NDArray[np.int64]
Instants = npt.NDArray[np.int64]
Weights = npt.NDArray[np.float64]

FIRST: Final = date(2024, 6, 1)
DAYS: Final = 365
MICROSECONDS: Final = 1_000_000
MINUTE: Final = 60 * MICROSECONDS
HOUR: Final = 60 * MINUTE
EPOCH: Final = int(datetime(FIRST.year, FIRST.month, FIRST.day, tzinfo=UTC).timestamp()) * MICROSECONDS
"""Midnight UTC of the first day, in microseconds."""

CHRISTMAS: Final = (date(2024, 12, 18) - FIRST).days
SCHOOL_OPENS: Final = (date(2024, 7, 29) - FIRST).days
TYPHOON_DAYS: Final = tuple((day - FIRST).days for day in (date(2024, 7, 24), date(2024, 10, 24), date(2024, 11, 17)))

_MONTHS: Final = tuple(
    (date(2024 + (5 + n) // 12, (5 + n) % 12 + 1, 1), date(2024 + (6 + n) // 12, (6 + n) % 12 + 1, 1))
    for n in range(12)
)

_HOUR_WEIGHTS: Final[dict[str, Sequence[float]]] = {
    # midnight ... 5 am, 6 ... 11, noon ... 5 pm, 6 ... 11 pm
    "day": (1, 0, 0, 0, 0, 1, 3, 5, 8, 9, 9, 8, 8, 7, 7, 7, 8, 9, 9, 8, 6, 4, 3, 2),
    "office": (0, 0, 0, 0, 0, 0, 1, 3, 8, 11, 11, 9, 5, 8, 10, 10, 9, 6, 3, 2, 2, 2, 1, 1),
    "evening": (2, 1, 0, 0, 0, 0, 1, 1, 2, 2, 2, 2, 3, 2, 2, 3, 4, 6, 9, 11, 12, 11, 9, 5),
    "night": (8, 6, 4, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 4, 6, 8, 11, 12, 11),
    "after_school": (3, 2, 1, 0, 0, 0, 1, 1, 1, 1, 2, 3, 4, 2, 2, 4, 7, 8, 8, 9, 9, 9, 8, 6),
    "shift_end": (3, 2, 1, 1, 1, 2, 4, 5, 5, 5, 5, 5, 6, 5, 4, 4, 5, 6, 7, 8, 8, 8, 6, 5),
}


def hour_weights(name: str) -> Weights:
    """How likely each of 24 local hours is; `name` is a habit such as "day", "office" or "night"."""
    weights = np.asarray(_HOUR_WEIGHTS[name], dtype=np.float64)
    shares: Weights = weights / weights.sum()
    return shares


@cache
def _cumulative(name: str) -> Weights:
    return np.cumsum(hour_weights(name))


@cache
def utc_offsets(zone: str) -> npt.NDArray[np.int64]:
    """UTC offset of each day's noon in microseconds, summer time included."""
    place = ZoneInfo(zone)
    noon = datetime(FIRST.year, FIRST.month, FIRST.day, 12)  # noqa: DTZ001 -- wall-clock noon, placed just below
    offsets = [(noon + timedelta(days=day)).replace(tzinfo=place).utcoffset() or timedelta() for day in range(DAYS)]
    return np.asarray([int(offset.total_seconds()) * MICROSECONDS for offset in offsets], dtype=np.int64)


def moments(rng: np.random.Generator, days: Days, hours: str | Weights, zone: str) -> Instants:
    """UTC instants (microseconds) on local `days`, at hours of a named habit or of 24 explicit weights."""
    cumulative = _cumulative(hours) if isinstance(hours, str) else np.cumsum(hours / hours.sum())
    hour = np.minimum(np.searchsorted(cumulative, rng.random(days.size)), 23)
    within = (rng.random(days.size) * HOUR).astype(np.int64) // MICROSECONDS * MICROSECONDS
    instants: Instants = EPOCH + days * 24 * HOUR + hour * HOUR + within - utc_offsets(zone)[days]
    return instants


def inside(days: npt.NDArray[np.number], start: int = 0, end: int = DAYS) -> Days:
    """Whole `days` that fall in [start, end) and in the year."""
    whole = np.asarray(days).astype(np.int64)
    return whole[(whole >= max(start, 0)) & (whole < min(end, DAYS))]


def monthly(rng: np.random.Generator, day_of_month: int, start: int = 0, end: int = DAYS, slip: float = 1.5) -> Days:
    """One day a month, usually a little late: people pay when they next have an hour."""
    days = [min((first - FIRST).days + day_of_month - 1, (after - FIRST).days - 1) for first, after in _MONTHS]
    return inside(np.asarray(days) + np.floor(rng.exponential(slip, len(days))), start, end)


def twice_monthly(rng: np.random.Generator, start: int = 0, end: int = DAYS) -> Days:
    """The 15th and the 30th, the home country's paydays."""
    return np.sort(np.concatenate([monthly(rng, 15, start, end, 1.0), monthly(rng, 30, start, end, 1.0)]))


def every(rng: np.random.Generator, step: float, start: int = 0, end: int = DAYS, slip: float = 0.8) -> Days:
    """Every `step` days from somewhere after `start`, with small slips."""
    days = np.arange(start + rng.random() * step, end, step)
    return inside(days + np.floor(rng.exponential(slip, days.size)), start, end)


def scattered(rng: np.random.Generator, mean: float, start: int = 0, end: int = DAYS) -> Days:
    """A Poisson number of days without rhythm; none when the span lies past the year's end."""
    return inside(np.sort(rng.integers(start, max(end, start + 1), rng.poisson(mean))))


def until_saturday(days: Days) -> Days:
    """How many days after each of `days` the next Saturday comes; 0 on Saturdays."""
    return (7 - (days + (FIRST.weekday() - 5) % 7) % 7) % 7


def near(rng: np.random.Generator, day: int, count: int, spread: float) -> Days:
    """`count` days that follow an event and thin out."""
    return inside(day + np.floor(rng.exponential(spread, count)))
