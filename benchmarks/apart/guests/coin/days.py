"""When people pay: days of pay, feasts and storms, and the hours of a day as each of them lives it."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Days = npt.NDArray[np.int64]

YEAR: Final = 365
START: Final = np.datetime64("2025-01-01T00:00:00", "s")
CHRISTMAS: Final = 350
SCHOOL_OPENS: Final = 160
EASTER: Final = 105

_HOURS: Final[dict[str, tuple[tuple[float, float, float], ...]]] = {
    # (share, centre, width); an hour past 24 is the small hours of the next day.
    "day": ((1.0, 13.2, 2.7),),
    "evening": ((0.9, 20.3, 1.6), (0.1, 13.0, 3.0)),
    "waking": ((0.55, 13.0, 3.2), (0.4, 20.0, 1.8), (0.05, 24.3, 1.5)),
    "late": ((0.5, 24.2, 1.6), (0.4, 21.7, 1.3), (0.1, 5.7, 0.9)),
    "night": ((0.85, 25.3, 1.7), (0.15, 20.5, 2.0)),
    "alone": ((0.45, 23.6, 1.7), (0.2, 20.6, 1.4), (0.12, 5.9, 0.9), (0.23, 13.5, 3.2)),
}


def moments(rng: np.random.Generator, days: Days, part: str, shift: float = 0.0) -> Days:
    """Seconds since the start of the year, local to the payer; `shift` is how late that person's day runs, in hours."""
    shares, centres, widths = (np.array(column) for column in zip(*_HOURS[part], strict=True))
    chosen = rng.choice(len(shares), size=len(days), p=shares)
    hours = rng.normal(centres[chosen], widths[chosen]) + shift
    return (days * 86_400 + hours * 3_600 + rng.integers(0, 60, len(days))).astype(np.int64)


def spread(rng: np.random.Generator, count: int, first: int = 0, last: int = YEAR) -> Days:
    """Days at no particular time, in order."""
    return np.sort(rng.integers(first, max(first + 1, last), count))


def paydays(rng: np.random.Generator, cycle: str) -> Days:
    """Days on which somebody has money: by the month, the fortnight, the week, or as work comes."""
    if cycle == "month":
        day = int(rng.choice([0, 1, 14, 24, 25, 27, 29]))
        days = np.array([0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]) + day
    elif cycle == "fortnight":
        days = np.arange(int(rng.integers(0, 14)), YEAR, 14)
    elif cycle == "week":
        days = np.arange(int(rng.integers(0, 7)), YEAR, 7)
    else:
        days = np.cumsum(rng.gamma(2.0, 10.0, 16)).astype(np.int64)
    days = days[days < YEAR]
    # Sent on the day, or when one gets to it.
    return days + np.minimum(rng.geometric(0.55, len(days)) - 1, 6)


def storms(rng: np.random.Generator) -> Days:
    """First days of the season's typhoons: money goes to those who were hit within hours, from everybody."""
    return np.sort(rng.integers(195, 325, 3))


def ordered_gaps(rng: np.random.Generator, count: int, mean: float, tightening: float) -> Days:
    """Days from a first payment on, gaps shrinking from `mean` by `tightening` over the course (0 = steady)."""
    pace = mean * (1 - tightening * np.linspace(0, 1, max(count, 1)))
    gaps = rng.gamma(1.3, pace / 1.3)
    return np.concatenate([[0], np.cumsum(gaps)])[:count].astype(np.int64)
