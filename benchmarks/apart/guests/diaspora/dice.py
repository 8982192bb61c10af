"""Chance: the few draws that the world's mechanisms are told in."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Dice(random.Random):
    """A seeded source of chance with the field's usual draws (scalar draws are faster here than numpy's)."""

    def chance(self, probability: float) -> bool:
        """Whether something with this probability happens."""
        return self.random() < probability

    def about(self, median: float, spread: float) -> float:
        """A positive quantity around a median; sums of money and waiting times are skewed like this."""
        return self.lognormvariate(math.log(median), spread)

    def count(self, mean: float) -> int:
        """How often something happens that comes independently (Poisson)."""
        floor, product, events = math.exp(-mean), self.random(), 0
        while product > floor:
            product *= self.random()
            events += 1
        return events

    def weighted(self, items: Sequence[T], weights: Sequence[float]) -> T:
        """One of the items, by weight."""
        return self.choices(items, weights)[0]
