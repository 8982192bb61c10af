"""The eighteen months of the extract: which days people are paid, celebrate, or are hit by a storm."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

import numpy as np
from numpy.typing import NDArray

START: Final = date(2024, 1, 1)
DAYS: Final = 546
DAY: Final = 86_400

_DATES: Final = [START + timedelta(days=i) for i in range(DAYS)]
MONTH: Final = np.array([d.month for d in _DATES])
DAY_OF_MONTH: Final = np.array([d.day for d in _DATES])
WEEKDAY: Final = np.array([d.weekday() for d in _DATES])

STORMS: Final = {
    "PH": (206, 297, 321),
    "IN": (212,),
    "KE": (119,),
    "NG": (254,),
}
"""Days on which a storm or a flood hit a destination: relatives and donors answer within the week."""

FEASTS: Final = {
    "PH": (350, 352),
    "RO": (122, 350, 470),
    "IN": (303,),
    "MA": (100, 167, 454, 520),
    "NG": (352,),
    "GH": (352,),
    "CO": (350,),
    "TH": (102, 467),
}
"""Days around which a family expects something extra."""


def paydays(payday: int, first: int, last: int, *, twice: bool) -> NDArray[np.int64]:
    """Days from `first` to `last` on which somebody paid on the `payday` of the month has new money."""
    wanted = (payday == DAY_OF_MONTH) | ((payday + 14) % 28 + 1 == DAY_OF_MONTH if twice else False)
    days = np.flatnonzero(wanted)
    return days[(days >= first) & (days <= last)]


def weekly(weekday: int, first: int, last: int) -> NDArray[np.int64]:
    """Every such weekday from `first` to `last`."""
    days = np.flatnonzero(weekday == WEEKDAY)
    return days[(days >= first) & (days <= last)]


def scattered(rng: np.random.Generator, count: int, first: int, last: int) -> NDArray[np.int64]:
    """`count` days without any rhythm, sorted."""
    return np.sort(rng.integers(first, max(first + 1, last + 1), count))
