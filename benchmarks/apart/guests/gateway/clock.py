"""When people pay: the window of the world, hours of the day, paydays, school terms, holidays and storms."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

import numpy as np

from .arrays import Floats, Ints

START: Final = int(datetime(2024, 1, 1, tzinfo=UTC).timestamp())
DAYS: Final = 547
"""A year and a half, so that a Christmas and two June school openings fall inside."""

DAY: Final = 86_400

CHRISTMAS: Final = (349, 358)
SCHOOL_STARTS: Final = (150, 220, 385, 515)
TYPHOONS: Final = {"PH": (207, 297, 321, 505), "VN": (252,), "FJ": (60,)}
"""Days of storms: within the fortnight after, kin and donors send more, at any hour."""

_HOURS: Final = {
    "day": (0.3, 0.1, 0.1, 0, 0, 0.2, 1, 3, 4, 5, 6, 6, 8, 7, 6, 6, 6, 6, 6, 5, 4, 3, 2, 1),
    "office": (0, 0, 0, 0, 0, 0, 0.3, 1, 5, 9, 9, 8, 5, 6, 8, 8, 7, 4, 2, 1, 1, 1, 0.5, 0),
    "evening": (1, 0.4, 0.2, 0.1, 0.1, 0.2, 0.6, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 5, 7, 9, 10, 9, 6, 3),
    "night": (8, 6, 4, 2.5, 1.5, 1, 1, 0.6, 0.5, 0.5, 0.5, 0.6, 0.7, 0.8, 0.8, 0.8, 1, 1.2, 2, 3, 5, 7, 9, 10),
    "payday": (1, 1, 0.5, 0.2, 0.2, 0.8, 4, 7, 7, 5, 4, 4, 6, 4, 3, 3, 4, 6, 7, 7, 6, 4, 3, 2),
    "any": (3, 2, 2, 1, 1, 1, 2, 4, 5, 5, 5, 5, 6, 6, 5, 5, 5, 6, 6, 7, 7, 6, 5, 4),
}
_CUMULATED: Final = {name: np.cumsum(np.asarray(w, dtype=np.float64)) / sum(w) for name, w in _HOURS.items()}


def at(rng: np.random.Generator, days: Floats | Ints, habit: str, owl: float = 0.0) -> Ints:
    """Local seconds since 1970 for each day; `owl` hours later than most for those who sleep late or work shifts."""
    hours = np.searchsorted(_CUMULATED[habit], rng.random(len(days)), side="right") + rng.random(len(days)) + owl
    return np.asarray(START + np.floor(days) * DAY + hours * 3600.0, dtype=np.int64)


def recurring(
    rng: np.random.Generator, first: float, last: float, every: float, *, wobble: float, kept: float
) -> Floats:
    """Days of something regular: a wobble in days around the date, and a share `kept` of the occasions."""
    days = np.arange(first, last, every)
    days = days[rng.random(len(days)) < kept]
    return np.asarray(days + np.abs(rng.normal(0.0, wobble, len(days))), dtype=np.float64)


def scattered(rng: np.random.Generator, first: float, last: float, per_year: float) -> Floats:
    """Days of something that happens without a rhythm."""
    count = int(rng.poisson(max(0.0, last - first) / 365.0 * per_year))
    return np.sort(rng.uniform(first, max(first + 1.0, last), count))


def after(rng: np.random.Generator, marks: tuple[int, ...], within: float, chance: float) -> Floats:
    """Days shortly after some of the given marks: storms, the opening of schools."""
    hit = np.asarray([mark for mark in marks if rng.random() < chance], dtype=np.float64)
    return np.asarray(hit + rng.exponential(within, len(hit)), dtype=np.float64)


def shrinking(rng: np.random.Generator, span: tuple[float, float], gap: float, floor: float, count: int) -> Floats:
    """Days with gaps that shorten from `gap` towards `floor`, as attachment or compulsion grows."""
    fade = np.exp(-np.arange(count) / max(2.0, count / 2.0))
    first, last = span
    days = first + np.cumsum(rng.gamma(1.6, 1.0, count) / 1.6 * (floor + (gap - floor) * fade))
    return np.asarray(days[days < last], dtype=np.float64)
