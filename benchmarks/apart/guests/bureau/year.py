"""The eighteen months that the register covers, counted in days and minutes of local (Oslo) time from the first day."""

from __future__ import annotations

from datetime import date
from typing import Final

import numpy as np
import numpy.typing as npt

Days = npt.NDArray[np.int64]
Minutes = npt.NDArray[np.int64]

START: Final = date(2024, 1, 1)
DAYS: Final = (date(2025, 7, 1) - START).days
DAY_MINUTES: Final = 1440


def day_of(year: int, month: int, day: int) -> int:
    """Give a date's place in the register, in days from its first."""
    return (date(year, month, day) - START).days


MONTHS: Final = tuple((2024 + month // 12, month % 12 + 1) for month in range(18))

_EID: Final = (day_of(2024, 4, 9), day_of(2024, 6, 15), day_of(2025, 3, 29), day_of(2025, 6, 5))
_CHRISTMAS: Final = (day_of(2024, 12, 20),)
_EASTER: Final = (day_of(2024, 3, 28), day_of(2025, 4, 17))
_TET: Final = (day_of(2024, 2, 7), day_of(2025, 1, 26))

FEASTS: Final[dict[str, tuple[int, ...]]] = {
    "PL": (*_CHRISTMAS, *_EASTER),
    "LT": (*_CHRISTMAS, *_EASTER),
    "RO": (*_CHRISTMAS, day_of(2024, 5, 3), day_of(2025, 4, 18)),
    "UA": (*_CHRISTMAS, day_of(2024, 5, 3)),
    "PH": (*_CHRISTMAS, day_of(2024, 7, 26), day_of(2025, 6, 12)),
    "TH": (day_of(2024, 4, 11), day_of(2025, 4, 11), day_of(2024, 5, 14), day_of(2025, 5, 13)),
    "VN": _TET,
    "PK": _EID,
    "SO": _EID,
    "TR": _EID,
    "MA": _EID,
    "ET": (day_of(2024, 1, 5), day_of(2025, 1, 5), day_of(2024, 9, 10)),
    "KE": (*_CHRISTMAS, day_of(2024, 5, 10), day_of(2025, 1, 4)),
    "NG": (*_CHRISTMAS, *_EID[:1]),
    "GH": (*_CHRISTMAS, *_EASTER),
    "IN": (day_of(2024, 10, 29), day_of(2024, 6, 5), day_of(2025, 6, 5)),
}
"""When families spend: religious feasts, and the weeks in which school starts."""

DISASTERS: Final[dict[str, tuple[int, ...]]] = {
    "PH": (day_of(2024, 7, 25), day_of(2024, 10, 25), day_of(2024, 11, 18)),
    "TH": (day_of(2024, 9, 13), day_of(2024, 11, 29)),
    "VN": (day_of(2024, 9, 9),),
    "KE": (day_of(2024, 4, 29),),
    "UA": (day_of(2024, 7, 9),),
}
"""Days after typhoons, floods and strikes: everybody with kin there sends at once, several times, at any hour."""


def weekday(days: Days) -> Days:
    """Monday is 0: the first day of the register is a Monday."""
    return days % 7


def business_day(days: Days) -> Days:
    """Move Saturdays and Sundays to the Monday after."""
    late = weekday(days)
    return np.where(late == 5, days + 2, np.where(late == 6, days + 1, days))


def utc_minutes(local: Minutes) -> Minutes:
    """Take local minutes to UTC: one hour off in winter, two between the last Sundays of March and October."""
    summer = np.zeros(local.size, dtype=bool)
    for year, march, october in ((2024, 31, 27), (2025, 30, 26)):
        opens = day_of(year, 3, march) * DAY_MINUTES + 120
        closes = day_of(year, 10, october) * DAY_MINUTES + 180
        summer |= (local >= opens) & (local < closes)
    return local - np.where(summer, 120, 60)
