"""Array types and the few array moves that every behaviour needs."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Ints: TypeAlias = npt.NDArray[np.int64]
Floats: TypeAlias = npt.NDArray[np.float64]
Flags: TypeAlias = npt.NDArray[np.bool_]
Rng: TypeAlias = np.random.Generator


def ints(values: npt.ArrayLike) -> Ints:
    """As 64-bit integers, rounded down."""
    whole: Ints = np.floor(np.asarray(values)).astype(np.int64)
    return whole


def chance(rng: Rng, size: int, share: float | Floats) -> Flags:
    """Independent flags, each true with probability ``share``."""
    return np.asarray(rng.random(size) < share)


def pick(rng: Rng, size: int, weights: npt.ArrayLike) -> Ints:
    """Indices 0…k-1 drawn with the given weights (they need not sum to one)."""
    edges = np.cumsum(np.asarray(weights, dtype=np.float64))
    drawn: Ints = np.searchsorted(edges, rng.random(size) * edges[-1], side="right").astype(np.int64)
    return np.minimum(drawn, len(edges) - 1)


def around(rng: Rng, size: int, median: float | Floats, sigma: float | Floats) -> Floats:
    """Log-normal values around a median; ``sigma`` is the spread of the logarithm."""
    return np.asarray(median * np.exp(rng.normal(0.0, 1.0, size) * sigma))


def evenly(rng: Rng, size: int) -> Floats:
    """Quantiles spread evenly over (0, 1) in random order: small worlds keep a distribution's shape too."""
    return (rng.permutation(size) + rng.random(size)) / max(size, 1)


def normal_quantiles(rng: Rng, size: int) -> Floats:
    """Standard normal values spread as evenly as :func:`evenly`, by the logistic approximation of the quantile."""
    rank = evenly(rng, size)
    return np.asarray(np.log(rank / (1 - rank)) / 1.702)


def within(counts: Ints) -> Ints:
    """0, 1, … within each group of the given sizes: ``within([2, 3])`` is ``[0, 1, 0, 1, 2]``."""
    ends = np.cumsum(counts)
    return np.arange(int(ends[-1]) if len(ends) else 0, dtype=np.int64) - np.repeat(ends - counts, counts)


def repeat(counts: Ints) -> Ints:
    """Index of the group that each element of groups of the given sizes belongs to."""
    return np.repeat(np.arange(len(counts), dtype=np.int64), counts)
