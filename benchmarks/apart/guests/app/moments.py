"""When in the week people pay: hours and weekdays by what the payment is for, and local clocks to UTC."""

import datetime as dt

import numpy as np

from benchmarks.apart.guests.app.arrays import Flags, Floats, Ints
from benchmarks.apart.guests.app.weeks import DAY, START_SECOND


def _hours(*spans: tuple[int, int, float]) -> Floats:
    weights = np.full(24, 0.15)
    for first, last, weight in spans:
        for hour in range(first, last + 1):
            weights[hour % 24] = weight
    return np.asarray(weights / weights.sum())


HOURS = {
    # Bills are split at the table, in the taxi home, or the morning after.
    "out": _hours((11, 14, 1.5), (15, 18, 1.2), (19, 23, 3.0), (24, 26, 1.6), (9, 10, 0.8)),
    "office": _hours((8, 12, 3.0), (13, 17, 3.0), (18, 20, 0.8)),
    "home": _hours((7, 9, 1.5), (12, 13, 1.8), (17, 22, 3.0), (23, 23, 1.0)),
    "night": _hours((21, 22, 2.0), (23, 26, 4.0), (27, 29, 2.2), (6, 7, 0.9), (18, 20, 0.8)),
    "late": _hours((18, 21, 2.0), (22, 25, 3.0), (26, 27, 1.0), (12, 17, 0.8)),
    "school": _hours((7, 8, 1.2), (13, 16, 2.5), (17, 21, 2.5), (22, 23, 1.0)),
}
_FLAT = np.full(7, 1 / 7)
DAYS = {
    "out": np.array([0.09, 0.09, 0.11, 0.14, 0.22, 0.21, 0.14]),
    "office": np.array([0.19, 0.18, 0.18, 0.18, 0.21, 0.04, 0.02]),
}


def seconds_of_day(rng: np.random.Generator, size: int, shape: str) -> Ints:
    """Seconds after local midnight."""
    hour = rng.choice(24, size=size, p=HOURS[shape])
    return np.asarray(hour * 3600 + rng.integers(0, 3600, size), dtype=np.int64)


def in_week(rng: np.random.Generator, week: Ints, shape: str) -> Ints:
    """Local seconds somewhere in each week."""
    size = len(week)
    day = rng.choice(7, size=size, p=DAYS.get(shape, _FLAT))
    return np.asarray(START_SECOND + (week * 7 + day) * DAY + seconds_of_day(rng, size, shape), dtype=np.int64)


def near(rng: np.random.Generator, day_start: Ints, spread: float, shape: str) -> Ints:
    """Local seconds on a day near `day_start`: early people one day before, late ones up to `spread` days after."""
    late = np.floor(rng.exponential(spread, len(day_start))) - (rng.random(len(day_start)) < 0.2)
    return np.asarray(day_start + late.astype(np.int64) * DAY + seconds_of_day(rng, len(day_start), shape))


def _last_sunday(year: int, month: int) -> int:
    day = dt.datetime(year, month, 31, 1, tzinfo=dt.UTC)
    return int((day - dt.timedelta(days=(day.weekday() + 1) % 7)).timestamp())


def to_utc(local: Ints, on_isles: Flags) -> Ints:
    """UTC seconds of local ones; clocks change on the last Sundays of March and October."""
    winter = local - np.where(on_isles, 0, 3600)
    summer = np.zeros(len(local), dtype=bool)
    for year in range(2022, 2027):
        summer |= (winter >= _last_sunday(year, 3)) & (winter < _last_sunday(year, 10))
    return np.asarray(winter - np.where(summer, 3600, 0), dtype=np.int64)
