"""Draws from one generator, so that a seed fixes the whole world."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import TypeVar

import numpy as np

T = TypeVar("T")


class Chance:
    """A seeded source of everything that could have been otherwise."""

    def __init__(self, seed: int) -> None:
        self._rng = np.random.default_rng(seed)

    def unit(self) -> float:
        """Between 0 and 1."""
        return self._rng.random()

    def odds(self, probability: float) -> bool:
        """True with this probability."""
        return self.unit() < probability

    def between(self, low: float, high: float) -> float:
        """Any number from low to high, evenly."""
        return low + (high - low) * self.unit()

    def whole(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return low + int(self.unit() * (high - low + 1))

    def pick(self, items: Sequence[T]) -> T:
        """One of them, evenly."""
        return items[int(self.unit() * len(items))]

    def weigh(self, items: Sequence[T], cumulative: Sequence[float]) -> T:
        """One of them, by weights that `weights` has summed."""
        return items[min(bisect_right(cumulative, self.unit() * cumulative[-1]), len(items) - 1)]

    def some(self, items: Sequence[T], count: int) -> list[T]:
        """Different ones, as many as there are at most."""
        order = self._rng.permutation(len(items))[:count]
        return [items[int(place)] for place in order]

    def about(self, median: float, spread: float) -> float:
        """A positive sum around the median; spread is the deviation of its logarithm."""
        return median * math.exp(spread * self._rng.standard_normal())

    def count(self, mean: float) -> int:
        """How many times something happens that happens so often on average."""
        return int(self._rng.poisson(mean))


def weights(values: Sequence[float]) -> list[float]:
    """Running sums, as `Chance.weigh` needs them."""
    return list(accumulate(values))


def falling(count: int, power: float = 1.0) -> list[float]:
    """Running sums of a few popular and many unknown: the i-th weighs i to the minus power."""
    return weights([(place + 1) ** -power for place in range(count)])
