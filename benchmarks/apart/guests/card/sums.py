"""What is paid: the wish in dollars, and the figure that is typed."""

from __future__ import annotations

import numpy as np

from benchmarks.apart.guests.card.ledger import LISTED, OWN, THEIRS
from benchmarks.apart.guests.card.people import Floats, Ints
from benchmarks.apart.guests.card.places import COUNTRIES

TOKEN_TIERS = np.array([5.0, 10.0, 15.0, 20.0, 35.0, 50.0])
"""Prices at which packs of tokens are sold, by honest shops of game credit and by others alike."""

_PER_USD = np.array([place.per_usd for place in COUNTRIES])


def around(rng: np.random.Generator, n: int, median: float | Floats, sigma: float = 0.4) -> Floats:
    """Lognormal sums about a median."""
    return np.asarray(median * rng.lognormal(0, sigma, n), dtype=np.float64)


def _rounded(rng: np.random.Generator, value: Floats) -> Floats:
    """People type one or two leading digits: halves of the leading place, or tenths of it."""
    place = 10.0 ** np.floor(np.log10(value))
    step = np.where(rng.random(len(value)) < 0.6, place / 2, place / 10)
    return np.maximum(np.round(value / step) * step, step)


def typed(rng: np.random.Generator, usd: Floats, manner: Ints, home: Ints, there: Ints) -> Ints:
    """Cents in the payer's currency, from dollars and the manner of choosing.

    A sum that is round for the receiver is odd for the payer: the product lets one type either of the two.
    """
    wish = np.maximum(usd, 1.0)
    own = wish * _PER_USD[home]
    theirs = _rounded(rng, wish * _PER_USD[there]) / _PER_USD[there] * _PER_USD[home]
    listed = np.maximum(np.round(own), 1.0) - np.where(rng.random(len(usd)) < 0.6, 0.01, 0.0)
    value = np.select([manner == OWN, manner == THEIRS, manner == LISTED], [_rounded(rng, own), theirs, listed], own)
    cents: Ints = np.maximum(np.round(value * 100), 1).astype(np.int64)
    return cents
