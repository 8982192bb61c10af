"""Chance: every draw of the world comes from one generator, so that a seed tells the whole world."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import TypeVar

import numpy as np

T = TypeVar("T")


class Dice:
    """Scalar draws in the words the mechanisms use."""

    def __init__(self, seed: int) -> None:
        self.rng = np.random.default_rng(seed)
        self._uniform = self.rng.random

    def chance(self, probability: float) -> bool:
        """True with this probability."""
        return self._uniform() < probability

    def between(self, low: float, high: float) -> float:
        """Evenly between the two."""
        return low + (high - low) * self._uniform()

    def whole(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return low + int(self._uniform() * (high - low + 1))

    def around(self, mean: float, spread: float) -> float:
        """Normal."""
        return float(self.rng.normal(mean, spread))

    def skewed(self, median: float, sigma: float) -> float:
        """Lognormal, told by its median: most sums and waits among people are like this."""
        return median * math.exp(float(self.rng.normal(0.0, sigma)))

    def count(self, mean: float) -> int:
        """Poisson."""
        return int(self.rng.poisson(mean))

    def pick(self, choices: Sequence[T]) -> T:
        """One, all alike."""
        return choices[int(self._uniform() * len(choices))]

    def weigh(self, choices: Mapping[T, float]) -> T:
        """One key, in proportion to its value."""
        mark = self._uniform() * sum(choices.values())
        for choice, weight in choices.items():
            mark -= weight
            if mark <= 0:
                return choice
        return choice


class Crowd(Sequence[T]):
    """Members of unequal fame: a few are known to everybody, most to few (a power law of rank)."""

    def __init__(self, members: Sequence[T], steepness: float) -> None:
        self.members = members
        self._marks = list(accumulate((rank + 3) ** -steepness for rank in range(len(members))))

    def __len__(self) -> int:
        return len(self.members)

    def __getitem__(self, index):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN204 -- Sequence's own two forms
        return self.members[index]

    def known(self, dice: Dice) -> T:
        """One member, by fame."""
        return self.members[bisect_left(self._marks, dice.between(0, self._marks[-1]))]
