"""How a sum comes about: typed round, to the cent, or fixed by what should arrive."""

from __future__ import annotations

from math import sin
from random import Random

from benchmarks.apart.guests.neobank.places import CORRIDORS, PER_EURO


def typed(rng: Random, euros: float, currency: str) -> int:
    """Minor units of a sum that somebody typed on a phone: the bigger, the rounder."""
    scale = 10 if currency == "SEK" else 1
    units = euros * PER_EURO[currency] / scale
    if units < 15:
        step = rng.choice((1, 1, 5))
    elif units < 100:
        step = rng.choice((5, 5, 10))
    elif units < 600:
        step = rng.choice((10, 25, 50))
    else:
        step = rng.choice((50, 100, 100))
    return max(1, round(units / step)) * step * scale * 100


def exact(euros: float, currency: str) -> int:
    """Minor units of a bill, a share of one, or what was left on the account."""
    return max(100, round(euros * PER_EURO[currency] * 100))


def payout(euros: float, currency: str, country: str, day: int) -> int:
    """Minor units that make a round sum arrive; the partner's form lets the payer fix either side.

    The rate drifts over the year, so the same round payout costs a slightly different sum each time.
    """
    corridor = CORRIDORS[country]
    rate = corridor.per_euro * (1 + 0.03 * sin(day / 40))
    arriving = max(1, round(euros * rate / corridor.step)) * corridor.step
    return exact(arriving / rate, currency)
