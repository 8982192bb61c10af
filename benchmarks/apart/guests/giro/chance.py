"""Drawing lots: the few distributions that payments of people follow, from one seeded source."""

from __future__ import annotations

import math
from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Chance(Random):
    """A seeded source with the draws this world needs; the same seed gives the same world."""

    def hit(self, probability: float) -> bool:
        """Whether an event of this probability happens."""
        return self.random() < probability

    def count(self, mean: float) -> int:
        """How often a rare, memoryless event happens (Poisson, by multiplication; means stay under about 60)."""
        limit, product, events = math.exp(-mean), self.random(), 0
        while product > limit:
            product *= self.random()
            events += 1
        return events

    def around(self, median: float, spread: float = 0.4) -> float:
        """A positive quantity around its median, skewed to the right as sums of money are."""
        return median * math.exp(self.gauss(0.0, spread))

    def weighted(self, table: Sequence[tuple[T, float]]) -> T:
        """One entry of a table of (entry, weight)."""
        point = self.random() * sum(weight for _, weight in table)
        for entry, weight in table:
            point -= weight
            if point <= 0:
                return entry
        return table[-1][0]
