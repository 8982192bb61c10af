"""How much people send: around a customary sum, and round in the money in which it was agreed."""

from __future__ import annotations

import numpy as np

from .days import Floats
from .places import USD_PER


def around(rng: np.random.Generator, median: float, width: float, count: int) -> Floats:
    """`count` sums in US dollars about a median."""
    return np.asarray(median * np.exp(rng.normal(0.0, width, count)), dtype=np.float64)


def rounded(rng: np.random.Generator, units: Floats) -> Floats:
    """To the nearest sum that somebody would type: 5, 20, 50, 1,500."""
    size: Floats = 10.0 ** np.floor(np.log10(np.maximum(units, 1.0)))
    step: Floats = size * rng.choice([0.1, 0.5, 1.0], size=len(units), p=[0.2, 0.55, 0.25])
    typed: Floats = np.maximum(np.round(units / step) * step, np.minimum(size, 1.0))
    return typed


def priced(rng: np.random.Generator, usd: Floats, agreed_in: str, held: str) -> Floats:
    """Units of `held` that are sent.

    A sum agreed in the receiver's money arrives round and leaves odd, by a rate that moves a little every day.
    """
    units = rounded(rng, usd / USD_PER[agreed_in])
    if agreed_in == held:
        return np.round(units, 2)
    rate = USD_PER[agreed_in] / USD_PER[held] * rng.normal(1.0, 0.012, len(usd))
    return np.maximum(np.round(units * rate, 2), 0.5)
