"""The world's year: from 1 September 2024, its feasts, storms and school terms, and the hours at which people pay."""

from __future__ import annotations

from datetime import date
from typing import Final

import numpy as np
from numpy.typing import NDArray

START: Final = date(2024, 9, 1)
DAYS: Final = 365
MINUTES: Final = DAYS * 1440

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def day_of(year: int, month: int, day: int) -> int:
    """Number of days since the world's first day."""
    return (date(year, month, day) - START).days


MONTH_STARTS: Final = tuple(day_of(2024 + (8 + m) // 12, (8 + m) % 12 + 1, 1) for m in range(12))
CHRISTMAS: Final = day_of(2024, 12, 22)
LUNAR_NEW_YEAR: Final = day_of(2025, 1, 28)
STORMS: Final = (day_of(2024, 10, 25), day_of(2024, 11, 18), day_of(2025, 7, 22))
"""Days after typhoons over the Philippines and Viet Nam: relatives, donors and swindlers all move at once."""

FEASTS: Final[dict[str, tuple[int, ...]]] = {
    "PH": (CHRISTMAS, day_of(2025, 5, 10)),
    "VN": (LUNAR_NEW_YEAR,),
    "TH": (day_of(2025, 4, 12),),
    "ID": (day_of(2025, 3, 27),),
    "NP": (day_of(2024, 10, 9),),
    "IN": (day_of(2024, 10, 29),),
    "PK": (day_of(2025, 3, 28), day_of(2025, 6, 4)),
    "SN": (day_of(2025, 6, 4), day_of(2025, 3, 1)),
    "MA": (day_of(2025, 6, 3), day_of(2025, 3, 28)),
    "MX": (CHRISTMAS, day_of(2025, 5, 9)),
}
SCHOOL: Final[dict[str, tuple[int, ...]]] = {
    "PH": (day_of(2025, 6, 10),),
    "NG": (day_of(2024, 9, 10), day_of(2025, 1, 8), day_of(2025, 4, 28)),
    "GH": (day_of(2024, 9, 12), day_of(2025, 1, 10)),
    "KE": (day_of(2025, 1, 6), day_of(2025, 4, 29)),
}
_AUTUMN_TERM: Final = (day_of(2024, 9, 5), day_of(2025, 8, 25))

_HOURS: Final[dict[str, tuple[tuple[float, float, float], ...]]] = {
    # (share, mean hour, spread); an hour past 24 falls on the next day.
    "waking": ((0.3, 12.6, 1.8), (0.5, 19.3, 2.4), (0.2, 16.0, 3.5)),
    "table": ((0.3, 13.1, 0.7), (0.7, 21.4, 1.5)),
    "evening": ((0.8, 20.8, 1.7), (0.2, 13.0, 3.0)),
    "office": ((0.7, 10.8, 1.6), (0.3, 15.5, 1.7)),
    "payday": ((0.45, 9.0, 1.6), (0.25, 12.8, 1.0), (0.3, 19.5, 2.0)),
    "night": ((0.7, 23.9, 1.5), (0.15, 26.5, 1.6), (0.15, 20.5, 2.5)),
    "dawn": ((0.7, 5.8, 1.0), (0.3, 23.0, 1.2)),
    "shift": ((0.5, 24.6, 1.8), (0.5, 7.5, 1.5)),
    "break": ((0.6, 12.7, 0.7), (0.2, 17.5, 1.0), (0.2, 22.5, 1.5)),
}


def at(rng: np.random.Generator, days: Ints | Floats, habit: str) -> Ints:
    """Local minutes since the first day, for payments made on these days by people of this habit."""
    shares, means, spreads = zip(*_HOURS[habit], strict=True)
    part = rng.choice(len(shares), size=len(days), p=np.array(shares) / sum(shares))
    hours = rng.normal(np.array(means)[part], np.array(spreads)[part])
    return (np.floor(days) * 1440 + np.round(hours * 60)).astype(np.int64)


def monthly(rng: np.random.Generator, payday: int, slack: float, skip: float) -> Ints:
    """One day a month soon after the payday, some months left out."""
    months = np.array([start for start in MONTH_STARTS if rng.random() >= skip], dtype=np.int64)
    return months + payday - 1 + np.abs(np.round(rng.normal(0, slack, len(months)))).astype(np.int64)


def weekendish(rng: np.random.Generator, count: int) -> Ints:
    """Days of the year with Fridays and weekends twice as likely as others."""
    days = rng.integers(0, DAYS, count)
    again = rng.integers(0, DAYS, count)
    # Two draws; the second is kept when it falls on Friday to Sunday. The world begins on a Sunday.
    better = np.isin(again % 7, (0, 5, 6))
    return np.where(better, again, days).astype(np.int64)


def occasions(country: str) -> tuple[int, ...]:
    """Days on which those at home need more than usual: feasts, school fees, storms."""
    storms = STORMS if country in {"PH", "VN"} else ()
    return FEASTS.get(country, (CHRISTMAS,)) + SCHOOL.get(country, _AUTUMN_TERM) + storms
