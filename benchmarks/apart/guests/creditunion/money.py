"""Sums as people choose them: round at home, round where they are paid out, or exact.

The partner's form lets the member type either "I send" or "they receive"; most type the first. Whoever is asked for
a sum by the receiver ("2,000") types the second, and the sum in home currency then looks odd.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from benchmarks.apart.guests.creditunion.clock import DAYS, Floats, Ints
from benchmarks.apart.guests.creditunion.places import ABROAD, HOMES

SENT, RECEIVED, EXACT = 0, 1, 2
HABITS: Final = (0.62, 0.26, 0.12)


def walks(rng: np.random.Generator) -> dict[str, Floats]:
    """Daily factor on each destination's rate (a slow random walk, within a few per cent)."""
    return {land: np.exp(np.cumsum(rng.normal(0, 0.003, DAYS + 5))) for land in ABROAD}


def habit(rng: np.random.Generator) -> int:
    """How a member types sums to one payee."""
    return int(rng.choice(3, p=HABITS))


def _round_up(values: Floats, steps: Floats) -> Floats:
    return np.maximum(np.round(values / steps), 1) * steps


def home_round(usd: Floats, country: str) -> Floats:
    """Round sums in the currency of the member's country."""
    home = HOMES[country]
    units = usd * home.per_usd / home.step
    steps = np.select([units < 30, units < 140, units < 600], [5.0, 10.0, 50.0], 100.0)
    return _round_up(units, steps) * home.step


def away_round(usd: Floats, country: str, land: str, walk: Floats) -> Floats:
    """Sums in the member's currency that pay out a round sum abroad."""
    there = ABROAD[land]
    rates = there.per_usd * walk
    units = usd * rates
    steps = np.where(units < 12 * there.step, there.step, there.step * 5)
    received = np.where(units < there.step * 0.8, there.step / 2, _round_up(units, steps))
    # 1.2 % is the partner's margin on the rate.
    return np.asarray(np.round(received / rates * HOMES[country].per_usd * 1.012, 2))


def exact(usd: Floats, country: str) -> Floats:
    """Sums to the cent: bills, invoices, shares of a dinner."""
    return np.asarray(np.maximum(np.round(usd * HOMES[country].per_usd, 2), 0.5))


def spread(rng: np.random.Generator, median: float, sigma: float, count: int) -> Floats:
    """Lognormal sums in US dollars about a median."""
    return np.asarray(median * np.exp(rng.normal(0, sigma, count)))


def typed(usd: Floats, way: int, country: str, land: str, days: Ints, *, walk: dict[str, Floats]) -> Floats:
    """The sums as typed with a habit; at home there is nothing to receive in another currency."""
    if way == EXACT:
        return exact(usd, country)
    if way == RECEIVED and land in ABROAD:
        return away_round(usd, country, land, walk[land][np.clip(days, 0, DAYS)])
    return home_round(usd, country)
