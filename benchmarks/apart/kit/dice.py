"""Chance: one seeded source for a whole world."""

from __future__ import annotations

import math
import random
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Generic, TypeVar

T = TypeVar("T")


class Table(Generic[T]):
    """Values with weights, drawn in logarithmic time."""

    def __init__(self, weights: Mapping[T, float]) -> None:
        self.values: list[T] = list(weights)
        self.cumulative: list[float] = list(accumulate(weights.values()))

    def draw(self, dice: Dice) -> T:
        """Draw one value."""
        at = bisect_right(self.cumulative, dice.random() * self.cumulative[-1])
        return self.values[min(at, len(self.values) - 1)]


class Dice(random.Random):
    """A seeded source with the few distributions that the worlds use."""

    def chance(self, share: float) -> bool:
        """Tell whether something of this probability happens."""
        return self.random() < share

    def about(self, median: float, sigma: float) -> float:
        """Draw from a log-normal distribution around a median."""
        return median * math.exp(self.gauss(0.0, sigma))

    def count(self, mean: float) -> int:
        """Draw a Poisson count (normal approximation above 30)."""
        if mean <= 0:
            return 0
        if mean > 30:
            return max(0, round(self.gauss(mean, math.sqrt(mean))))
        limit, product, n = math.exp(-mean), self.random(), 0
        while product > limit:
            product *= self.random()
            n += 1
        return n

    def tail(self, least: float, shape: float, most: float) -> float:
        """Draw from a Pareto tail that is cut at `most`."""
        return min(most, least * math.exp(-math.log(1.0 - self.random()) / shape))

    def early(self, values: Sequence[T], power: float = 2.0) -> T:
        """Draw one of a sequence, earlier ones more often (a popular few)."""
        return values[int(len(values) * self.random() ** power)]
