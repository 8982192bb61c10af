"""Small draws that every mechanism needs."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from typing import TypeVar

import numpy as np
import numpy.typing as npt

T = TypeVar("T")

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


def stream(seed: int, name: str) -> np.random.Generator:
    """A generator of its own for each concept, so that a change in one leaves the others as they were."""
    return np.random.default_rng([seed, zlib.crc32(name.encode())])


def pick(rng: np.random.Generator, choices: Sequence[T]) -> T:
    """One of the choices, all equally likely."""
    return choices[int(rng.integers(len(choices)))]


def weighted(rng: np.random.Generator, weights: Mapping[T, float]) -> T:
    """One of the keys, as likely as its weight says."""
    left = float(rng.random()) * sum(weights.values())
    for key, weight in weights.items():
        left -= weight
        if left <= 0:
            return key
    return next(reversed(list(weights)))


def yes(rng: np.random.Generator, probability: float) -> bool:
    """Whether a thing of this probability happens."""
    return float(rng.random()) < probability


def scaled(senders: int, per_14000: float, least: int) -> int:
    """A count stated for 14,000 payers, for another number of payers."""
    return max(least, round(senders * per_14000 / 14_000))


def popular(rng: np.random.Generator, count: int, steepness: float) -> Floats:
    """Shares of attention among `count` sellers, schools or charities: a few have most of it."""
    share = (1 + np.arange(count)) ** -steepness * rng.uniform(0.6, 1.4, count)
    return np.asarray(share / share.sum(), dtype=np.float64)
