"""Months in which an account is open, and when pay comes."""

import numpy as np

from benchmarks.apart.guests.app.arrays import Ints
from benchmarks.apart.guests.app.places import CODES
from benchmarks.apart.guests.app.weeks import DAY, MONTH_START, MONTHS, week_of
from benchmarks.apart.guests.app.world import World

_PAYDAY = {"SE": 24, "DE": 29, "NL": 23, "FR": 27, "GB": 27, "IE": 26, "ES": 28, "IT": 26}


def open_months(world: World, row: int) -> Ints:
    """Months in which the customer's account is open."""
    weeks = week_of(MONTH_START + 14 * DAY)
    return np.flatnonzero(world.active(np.full(MONTHS, row), weeks)).astype(np.int64)


def paydays(world: World, row: int, months: Ints) -> Ints:
    """Day on which pay comes, by the custom of the payer's country."""
    return np.asarray(MONTH_START[months] + _PAYDAY[CODES[int(world.people.country[row])]] * DAY)
