"""The three years of the world: weeks, months, seasons, and the two days on which the product changed."""

import datetime as dt

import numpy as np

from benchmarks.apart.guests.app.arrays import Floats, Ints

START = dt.date(2022, 9, 5)
"""A Monday; students arrive, and the app's growth begins with them."""
WEEKS = 156
MONTHS = 36
DAY = 86_400
START_SECOND = int(dt.datetime(2022, 9, 5, tzinfo=dt.UTC).timestamp())

REBRAND_WEEK = 66
"""From this week the app has another name, notes are free text, and it keeps the address a payment came from."""
FEE_WEEK = 97
"""From this week a payment out of the euro area or to another currency costs a flat fee: fewer, larger sums."""

_dates = [START + dt.timedelta(days=7 * week) for week in range(WEEKS)]
MONTH_OF_WEEK: Ints = np.array([date.month for date in _dates])
YEAR_OF_WEEK: Ints = np.array([date.year for date in _dates])


def month_starts() -> Ints:
    """Second at which each of the 36 calendar months begins (local clocks, as if UTC); the first is September 2022."""
    firsts = [dt.datetime(2022 + (8 + n) // 12, (8 + n) % 12 + 1, 1, tzinfo=dt.UTC) for n in range(MONTHS)]
    return np.array([int(first.timestamp()) for first in firsts])


MONTH_START = month_starts()
MONTH_NUMBER: Ints = np.array([(8 + n) % 12 + 1 for n in range(MONTHS)])


def week_of(second: Ints) -> Ints:
    """Week number of a local second, kept inside the world."""
    return np.clip((second - START_SECOND) // (7 * DAY), 0, WEEKS - 1)


def season(peaks: dict[int, float]) -> Floats:
    """A weekly factor that is 1 but for the months named."""
    return np.array([peaks.get(int(month), 1.0) for month in MONTH_OF_WEEK])


DISASTERS = {"PH": (14, 63, 114), "MA": (53,), "UA": (4, 40, 91), "CO": (88,)}
"""Weeks in which a storm, an earthquake or an attack makes families and donors send."""
