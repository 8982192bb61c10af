"""Sums as people choose them: round in the coin they think in, exact when a bill says so."""

from __future__ import annotations

import numpy as np

from benchmarks.apart.guests.postbank.places import PESOS_PER_USD
from benchmarks.apart.guests.postbank.seasons import DAYS, Floats, Ints


def rates(days: Ints, per_usd: float) -> Floats:
    """Units per US dollar by day: a slow swing of two per cent, none for pegged currencies and the dollar."""
    pegged = per_usd in {1.0, 3.75, 3.67, 3.64}
    swing = np.zeros(days.size) if pegged else 0.02 * np.sin(days * (2 * np.pi / DAYS) + per_usd)
    return per_usd * (1 + swing)


def lognormal(rng: np.random.Generator, median: float, spread: float, n: int) -> Floats:
    """Sums around a median."""
    return median * np.exp(spread * rng.standard_normal(n))


def rounded(rng: np.random.Generator, units: Floats) -> Floats:
    """The round number that a person types: to a tenth, a half or the whole of the leading digit's place."""
    place = 10.0 ** np.floor(np.log10(np.maximum(units, 1.0)))
    step = place * rng.choice((0.1, 0.5, 1.0), units.size, p=(0.35, 0.45, 0.2))
    whole: Floats = np.maximum(np.round(units / step) * step, step)
    return whole


def chosen(rng: np.random.Generator, usd: Floats, days: Ints, per_usd: float, *, even: float, pesos: float) -> Floats:
    """Sums in the payer's currency: share `even` round, `pesos` of those round in pesos, as the receiver asked."""
    local = rates(days, per_usd)
    home = rates(days, PESOS_PER_USD)
    own = usd * local
    in_pesos = rounded(rng, usd * home) / home * local
    u = rng.random(usd.size)
    sums = np.where(u < even * pesos, in_pesos, np.where(u < even, rounded(rng, own), own))
    return np.maximum(np.round(sums, 0 if per_usd >= 100 else 2), 0.01)
