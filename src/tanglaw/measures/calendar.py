"""What measures need to know of a date, worked out once a date instead of once a payment."""

from __future__ import annotations

import math
from typing import Final

import numpy as np
import polars as pl

_WIDE: Final = 60_000
"""Days between first and last date up to which every date between is worked out."""

PHASES: Final = ("monthly", "fortnightly", "weekly")


def calendar(day: pl.Series) -> pl.DataFrame:
    """Tell of each date its month, its week, and where in the month, the fortnight and the week it stands.

    Args:
        day: Int32, days since 1970-01-01, no nulls.

    Returns:
        ``month`` (months since year 0), ``week`` (running number, Monday to Sunday), and for each of `PHASES`
        ``…_cos`` and ``…_sin`` of the date's angle, a whole turn a month, a fortnight, a week. As high as `day`.
    """
    days = day.to_numpy()
    if not len(days):
        return _dates(day)
    low, high = int(days.min()), int(days.max())
    if high - low <= _WIDE:
        known, place = np.arange(low, high + 1, dtype=np.int32), days - low
    else:  # a stray date of the year 9999 must not make three million rows
        known, place = np.unique(days, return_inverse=True)
    return _dates(pl.Series("day", known))[pl.Series(place)]


def _dates(day: pl.Series) -> pl.DataFrame:
    number = pl.col("day")
    date = number.cast(pl.Date)
    # Counted within its month's length, so that "the last working day" is about as regular as "the first".
    within = (date.dt.day().cast(pl.Float64) - 1) / date.dt.month_end().dt.day().cast(pl.Float64)
    turns = dict(zip(PHASES, (within, number % 14 / 14, number % 7 / 7), strict=True))
    return day.to_frame("day").select(
        month=date.dt.year().cast(pl.Int32) * 12 + date.dt.month().cast(pl.Int32),
        year=date.dt.year(),
        week=(number + 3) // 7,
        **{f"{name}_cos": (turn * (2 * math.pi)).cos() for name, turn in turns.items()},
        **{f"{name}_sin": (turn * (2 * math.pi)).sin() for name, turn in turns.items()},
    )
