"""The calendar: fourteen months of days, wages, feasts and hours. Days count from the first; minutes are local."""

from __future__ import annotations

from datetime import datetime
from typing import Final

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

START: Final = datetime(2024, 10, 1)  # noqa: DTZ001 -- local midnight, whatever the payer's zone is
DAYS: Final = 425
_DATES: Final = np.datetime64("2024-10-01") + np.arange(DAYS)
_MONTHS: Final = _DATES.astype("datetime64[M]")
WEEKDAY: Final = (np.arange(DAYS) + 1) % 7  # the first day was a Tuesday; Monday is 0
MONTH: Final = _MONTHS.astype(np.int64) % 12 + 1
DAY_OF_MONTH: Final = (_DATES - _MONTHS).astype(np.int64) + 1
CHRISTMAS: Final = 85
SCHOOL_OPENS: Final = 258


def hours(*weights: tuple[int, int, float]) -> Floats:
    """Chances of the 24 hours, from (first hour, last hour exclusive, weight) spans over a faint floor."""
    profile = np.full(24, 0.02)
    for first, last, weight in weights:
        profile[first:last] += weight
    normal: Floats = profile / profile.sum()
    return normal


WAKING: Final = hours((7, 12, 0.6), (12, 14, 1.0), (14, 18, 0.7), (18, 22, 1.0), (22, 24, 0.3))
SHOP: Final = hours((9, 12, 0.8), (12, 14, 1.0), (14, 19, 1.0))
EVENING: Final = hours((17, 20, 0.6), (20, 24, 1.0), (0, 1, 0.4))
NIGHT: Final = hours((21, 24, 1.0), (0, 3, 0.9), (3, 5, 0.3))
OFFICE: Final = hours((8, 12, 1.0), (13, 18, 1.0))
AFTER_SHIFT: Final = hours((5, 8, 0.5), (16, 20, 0.6), (22, 24, 0.7), (0, 2, 0.5))


def minutes(rng: np.random.Generator, profile: Floats, n: int) -> Ints:
    """Local minutes of the day for `n` payments."""
    return rng.choice(24, n, p=profile) * 60 + rng.integers(0, 60, n)


def within(days: npt.ArrayLike) -> Ints:
    """Sorted days that fall in the period."""
    array = np.sort(np.asarray(days, dtype=np.int64))
    return array[(array >= 0) & (array < DAYS)]


def wage_days(rng: np.random.Generator, wage: str) -> Ints:
    """Days on which a worker sends, paid as the country pays: half on the day itself, most within three."""
    if wage == "fortnight":
        days = np.arange(int(rng.integers(0, 14)), DAYS, 14)
    elif wage == "day_off":
        # Domestic workers are paid with the month, and go to the shop on the Sunday after.
        days = np.flatnonzero((WEEKDAY == 6) & (DAY_OF_MONTH <= 7))
        return within(days)
    elif wage == "month_start":
        days = np.flatnonzero(rng.integers(1, 9) == DAY_OF_MONTH)
    elif wage == "home":
        days = np.flatnonzero((DAY_OF_MONTH == 15) | (DAY_OF_MONTH == 30))
    else:
        days = np.flatnonzero(rng.integers(24, 29) == DAY_OF_MONTH)
    return within(days + np.minimum(rng.geometric(0.45, days.size) - 1, 6))


def spaced(rng: np.random.Generator, gap: float, start: int = 0, stop: int = DAYS, shape: float = 1.5) -> Ints:
    """Days of a habit without a calendar: gamma gaps of mean `gap` from `start` to `stop`."""
    n = int((stop - start) / gap * 2) + 8
    days = start + np.cumsum(rng.gamma(shape, gap / shape, n))
    return within(days[days < stop].astype(np.int64))


def some(rng: np.random.Generator, n: int, start: int = 0, stop: int = DAYS) -> Ints:
    """`n` days at random."""
    return within(rng.integers(max(start, 0), max(min(stop, DAYS), max(start, 0) + 1), n))
