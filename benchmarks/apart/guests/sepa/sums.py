"""How a wanted sum becomes an amount: people choose round figures, in euro or in the receiver's money.

Traders name prices.

The partner's screen lets a customer type what the receiver shall get, so the euro side is crooked; the correspondent
form takes some currencies directly, so the row itself is in baht or peso.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from benchmarks.apart.guests.sepa.arrays import Flags, Floats, Ints
from benchmarks.apart.guests.sepa.geography import Country

_PARTNER_MARGIN: Final = 0.017


def round_euro(rng: np.random.Generator, euro: Floats) -> Floats:
    """The round sum of euros that a person would choose near a wanted one."""
    fine = np.select([euro < 20, euro < 100, euro < 500], [1.0, 5.0, 10.0], 50.0)
    coarse = np.select([euro < 20, euro < 100, euro < 500], [5.0, 10.0, 50.0], 100.0)
    step = np.where(rng.random(len(euro)) < 0.6, coarse, fine)
    return np.asarray(np.maximum(np.round(euro / step) * step, step), dtype=np.float64)


def round_abroad(euro: Floats, per_euro: Floats) -> Floats:
    """The round sum in the receiver's money near a wanted one in euro."""
    wanted = euro * per_euro
    step = 10.0 ** np.floor(np.log10(np.maximum(wanted, 1.0))) / 2
    return np.asarray(np.maximum(np.round(wanted / step) * step, step), dtype=np.float64)


def drift(day: Ints) -> Floats:
    """The euro against the rest over the year.

    A slow swing and a daily tremble, enough to make every euro side crooked.
    """
    return np.asarray(1 + 0.025 * np.sin(day / 58.0) + 0.004 * np.sin(day * 2.3), dtype=np.float64)


def priced(euro: Floats) -> Floats:
    """A trader's price: mostly whole or ending in 50 or 90 cents."""
    whole = np.floor(euro)
    tail = euro - whole
    ends = np.select([tail < 0.45, tail < 0.6, tail < 0.85], [0.0, 0.5, 0.9], np.round(tail, 2))
    return np.asarray(np.maximum(whole + ends, 1.0), dtype=np.float64)


def debited(abroad: Floats, per_euro: Floats, day: Ints) -> Floats:
    """Euros taken from the payer for a sum fixed in the receiver's money at a payout partner."""
    return np.asarray(np.round(abroad / (per_euro * drift(day) * (1 - _PARTNER_MARGIN)), 2), dtype=np.float64)


def orderable(lands: list[Country]) -> Flags:
    """Whether the form takes the country's own money."""
    return np.array([land.orders for land in lands], dtype=np.bool_)
