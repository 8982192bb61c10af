"""Two years of days: paydays, holidays, school terms, storms, and the hours at which people pay."""

from __future__ import annotations

from datetime import date
from typing import Final

import numpy as np
import numpy.typing as npt
import polars as pl

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

START: Final = date(2024, 1, 1)
DAYS: Final = 731
MONTHS: Final = 24


def day(year: int, month: int, dom: int) -> int:
    """Days since the start of the world."""
    return (date(year, month, dom) - START).days


MONTH_START: Final[Ints] = np.array([day(2024 + m // 12, m % 12 + 1, 1) for m in range(25)], dtype=np.int64)

STORMS: Final[dict[str, tuple[int, ...]]] = {
    "PH": (
        day(2024, 7, 24),
        day(2024, 10, 24),
        day(2024, 11, 17),
        day(2025, 7, 22),
        day(2025, 9, 23),
        day(2025, 11, 6),
    ),
    "VN": (day(2024, 9, 8), day(2025, 10, 1)),
    "KE": (day(2024, 4, 28),),
    "TH": (day(2025, 11, 24),),
    "ID": (day(2025, 11, 28),),
    "DO": (day(2025, 10, 25),),
    "RO": (day(2024, 9, 14),),
}
FEASTS: Final[dict[str, tuple[int, ...]]] = {
    "TH": (day(2024, 4, 12), day(2025, 4, 12)),
    "VN": (day(2024, 2, 6), day(2025, 1, 25)),
    "CN": (day(2024, 2, 7), day(2025, 1, 26)),
    "ID": (day(2024, 4, 7), day(2025, 3, 28)),
    "RO": (day(2024, 5, 2), day(2025, 4, 17), day(2024, 12, 20), day(2025, 12, 20)),
    "IN": (day(2024, 10, 29), day(2025, 10, 17)),
}
CHRISTMAS: Final = (day(2024, 12, 19), day(2025, 12, 19))
TERMS: Final[dict[str, tuple[int, ...]]] = {
    "PH": (6, 7, 11), "TH": (5, 10), "VN": (9, 1), "ID": (7, 1), "CO": (1, 7), "DO": (8, 1), "RO": (9, 2),
    "KE": (1, 4, 8), "IN": (4, 6), "CN": (9, 2), "GB": (9, 1), "US": (8, 1), "NZ": (2, 7), "DE": (4, 10), "NG": (9, 1),
}  # fmt: skip
"""Months in which fees fall due, by country."""

SCHOOL_BREAKS: Final[dict[str, tuple[int, ...]]] = {
    "PH": (4, 5, 12), "TH": (3, 4, 10), "VN": (6, 7, 8), "ID": (6, 7, 12), "CO": (6, 7, 12), "DO": (6, 7, 12),
    "RO": (7, 8, 12), "KE": (4, 8, 11, 12),
}  # fmt: skip

_HOURS: Final[dict[str, tuple[float, float]]] = {
    "day": (13.5, 3.0), "lunch": (12.1, 0.5), "after_school": (16.8, 2.6), "evening": (20.0, 1.8),
    "night": (23.9, 1.6), "small_hours": (26.2, 1.4), "morning": (7.1, 0.7), "batch": (6.15, 0.05),
}  # fmt: skip


def month_of(at: float) -> int:
    """The month, 0 to 23, in which an instant falls."""
    return int(np.clip(np.searchsorted(MONTH_START, int(at), side="right") - 1, 0, MONTHS - 1))


def months_of(at: Floats) -> Ints:
    """The months of many instants."""
    found = np.searchsorted(MONTH_START, at.astype(np.int64), side="right") - 1
    return np.clip(found, 0, MONTHS - 1).astype(np.int64)


def calendar_month(at: float) -> int:
    """January is 1."""
    return month_of(at) % 12 + 1


def payday(month: int, dom: int) -> int:
    """The day on which salary lands: Norwegian employers pay the Friday before when the day is in a weekend."""
    found = int(min(MONTH_START[month] + dom - 1, MONTH_START[month + 1] - 1))
    return found - max(0, found % 7 - 4)


def hour(rng: np.random.Generator, mood: str) -> float:
    """Part of a day at which somebody in this mood pays; above 1.0 is after midnight."""
    mean, spread = _HOURS[mood]
    return float(rng.normal(mean, spread)) / 24


def hours(rng: np.random.Generator, moods: dict[str, float], size: int) -> Floats:
    """Many hours from a mixture of moods."""
    table = np.array([_HOURS[mood] for mood in moods])
    weights = np.array(list(moods.values()))
    picked = rng.choice(len(table), size, p=weights / weights.sum())
    return np.asarray(rng.normal(table[picked, 0], table[picked, 1]) / 24, dtype=np.float64)


def to_utc(at: pl.Series) -> pl.Series:
    """Local days since the start to instants; the hour that spring skips is read as the hour after."""
    since = (at * 86_400).round().cast(pl.Int64) * 1_000_000
    naive = pl.select(naive=pl.lit(START).cast(pl.Datetime("us")) + since.cast(pl.Duration("us")))
    wall = pl.col("naive")
    found, after = (
        moment.dt.replace_time_zone("Europe/Oslo", ambiguous="earliest", non_existent="null")
        for moment in (wall, wall.dt.offset_by("1h"))
    )
    return naive.select(pl.coalesce(found, after).dt.convert_time_zone("UTC").alias("executed_at")).to_series()
