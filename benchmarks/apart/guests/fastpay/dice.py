"""Chance, drawn in blocks: half a million single draws from numpy would cost more than the world itself."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final, TypeVar

import numpy as np

T = TypeVar("T")
BLOCK: Final = 1 << 16


class Dice:
    """A seeded source of draws; the same seed and the same calls give the same world."""

    def __init__(self, seed: int) -> None:
        self._generator = np.random.default_rng(seed)
        self._units: list[float] = []
        self._normals: list[float] = []

    def unit(self) -> float:
        """A number in [0, 1)."""
        if not self._units:
            self._units = self._generator.random(BLOCK).tolist()
        return self._units.pop()

    def normal(self, mean: float = 0.0, deviation: float = 1.0) -> float:
        """A normal draw."""
        if not self._normals:
            self._normals = self._generator.standard_normal(BLOCK).tolist()
        return mean + deviation * self._normals.pop()

    def chance(self, probability: float) -> bool:
        """True with this probability."""
        return self.unit() < probability

    def between(self, low: float, high: float) -> float:
        """A uniform draw."""
        return low + (high - low) * self.unit()

    def whole(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return low + int(self.unit() * (high - low + 1))

    def about(self, median: float, spread: float) -> float:
        """A lognormal draw: sums of money and rates are skewed."""
        return median * math.exp(self.normal(0.0, spread))

    def gap(self, mean: float) -> float:
        """Days until something that happens at a constant rate."""
        return -mean * math.log(1.0 - self.unit())

    def count(self, mean: float) -> int:
        """A Poisson count."""
        return int(self._generator.poisson(mean))

    def pick(self, options: Sequence[T]) -> T:
        """One of the options, all alike."""
        return options[int(self.unit() * len(options))]

    def weigh(self, options: dict[T, float]) -> T:
        """One of the options by its weight."""
        left = self.unit() * sum(options.values())
        for option, weight in options.items():
            left -= weight
            if left < 0:
                return option
        return next(reversed(options))

    def favour(self, options: Sequence[T], steepness: float = 2.0) -> T:
        """One of the options, the first ones far oftener: popularity is unequal."""
        return options[int(self.unit() ** steepness * len(options))]

    def some(self, options: Sequence[T], size: int) -> list[T]:
        """Up to `size` different options."""
        chosen: dict[int, None] = {}
        wanted = min(size, len(options))
        while len(chosen) < wanted:
            chosen[int(self.unit() * len(options))] = None
        return [options[index] for index in chosen]
