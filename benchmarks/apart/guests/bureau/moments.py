"""When people pay: the hour that their errand, their evening or their worry leaves them, and the days between."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from benchmarks.apart.guests.bureau.year import DAY_MINUTES, DAYS, MONTHS, Days, Minutes, day_of

_HOURS: Final[dict[str, tuple[float, float]]] = {
    "errand": (14.0, 2.8),
    "office": (11.5, 2.0),
    "evening": (19.8, 2.0),
    "late": (22.4, 1.8),
    "night": (24.3, 2.0),
    "dawn": (5.8, 0.9),
    "break": (11.7, 0.8),
}


def clock(rng: np.random.Generator, days: npt.ArrayLike, habit: str, owl: float = 0.0) -> Minutes:
    """Give each day a minute; a night's payment may fall after midnight."""
    dates = np.asarray(days, dtype=np.int64)
    middle, width = _HOURS[habit]
    shift = owl if habit in {"evening", "late", "night"} else 0.0
    minute = rng.normal(middle * 60 + shift, width * 60, dates.size)
    return np.asarray(dates * DAY_MINUTES + np.maximum(minute, 0).astype(np.int64))


def mixed(rng: np.random.Generator, days: npt.ArrayLike, habit: str, owl: float, strays: float = 0.2) -> Minutes:
    """Keep a habit most days and pay at some other time of the day on the rest."""
    dates = np.asarray(days, dtype=np.int64)
    usual = clock(rng, dates, habit, owl)
    other = np.where(rng.random(dates.size) < 0.5, clock(rng, dates, "errand"), clock(rng, dates, "evening", owl))
    return np.where(rng.random(dates.size) < strays, other, usual)


def monthly(rng: np.random.Generator, day: int, delay: float, skip: float, span: tuple[int, int] = (0, DAYS)) -> Days:
    """Give a day a month, a few days after `day` of the month, some months left out."""
    marks = np.array([day_of(year, month, day) for year, month in MONTHS])
    marks = marks + rng.exponential(delay, marks.size).astype(np.int64)
    kept = (rng.random(marks.size) >= skip) & (marks >= span[0]) & (marks < span[1])
    return np.asarray(marks[kept], dtype=np.int64)


def every(rng: np.random.Generator, gap: float, first: float = 0.0, last: float = DAYS, shape: float = 1.5) -> Days:
    """Give days whose gaps vary around `gap`; a small `shape` makes them come in clusters."""
    most = int(max(last - first, 0) / gap * 2) + 6
    steps = rng.gamma(shape, gap / shape, most)
    days = first + rng.random() * gap + np.cumsum(steps)
    return np.asarray(days[days < last], dtype=np.int64)


def some(rng: np.random.Generator, count: int, first: int = 0, last: int = DAYS) -> Days:
    """Give days without any rhythm."""
    return np.sort(rng.integers(first, max(last, first + 1), count))


def season(rng: np.random.Generator, least: int = 60) -> tuple[int, int]:
    """Give the first and last day of a relation; half of them outlast the register on either side."""
    first = 0 if rng.random() < 0.55 else int(rng.integers(0, DAYS - least))
    last = DAYS if rng.random() < 0.6 else int(rng.integers(first + least, DAYS + 1))
    return first, last
