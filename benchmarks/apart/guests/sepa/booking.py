"""When a payment stands in the books, which is not when the customer wrote it.

Instant transfers and payout partners debit at once, day and night. An ordinary transfer waits for the next run of a
business day, a standing order is booked in the small hours by the machine, and a correspondent payment after the cut-
off waits for the next morning: so hours of the night are worth something on some rails, nothing on others, and are
often only the bank's own batch.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from benchmarks.apart.guests.sepa.arrays import Ints, Words
from benchmarks.apart.guests.sepa.days import DAY, DAYS, HOUR, IS_OPEN, NEXT_OPEN

_RUNS: Final[Ints] = np.array([7 * HOUR, 9 * HOUR + 1800, 12 * HOUR, 14 * HOUR + 1800, 17 * HOUR, 18 * HOUR + 1800])
_CUT_OFF: Final = 14 * HOUR + 1800


def booked(rng: np.random.Generator, product: Words, ordered: Ints) -> Ints:
    """Local seconds of booking for each order; products: instant, partner, transfer, standing, correspondent."""
    day, second = ordered // DAY, ordered % DAY
    day = np.minimum(day, DAYS)
    late = np.where(product == "correspondent", second > _CUT_OFF, second > _RUNS[-1])
    shut = ~IS_OPEN[day]
    first = np.where(shut, NEXT_OPEN[day], np.where(late, NEXT_OPEN[day + 1], day))
    begins = np.where(shut | late, 0, second)
    run = _RUNS[np.searchsorted(_RUNS, np.minimum(begins, _RUNS[-1]))] + rng.integers(0, 700, len(day))
    night = rng.integers(HOUR // 2, 4 * HOUR, len(day))
    desk = np.where(shut | late, 8 * HOUR, np.maximum(second, 8 * HOUR)) + rng.integers(600, 5400, len(day))
    out = ordered.copy()
    for name, when in (
        ("transfer", first * DAY + run),
        ("standing", NEXT_OPEN[day] * DAY + night),
        ("correspondent", first * DAY + desk),
    ):
        out = np.where(product == name, when, out)
    return np.asarray(out, dtype=np.int64)
