"""Chance, drawn in blocks: a quarter of a million payments need a few million draws."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final, TypeVar

import numpy as np

Item = TypeVar("Item")
BLOCK: Final = 100_000


class Dice:
    """A seeded source of chance; the same seed gives the same world."""

    def __init__(self, seed: int) -> None:
        self._generator = np.random.default_rng(seed)
        self._uniforms: list[float] = []
        self._normals: list[float] = []

    def unit(self) -> float:
        """A number from 0 up to 1."""
        if not self._uniforms:
            self._uniforms = self._generator.random(BLOCK).tolist()
        return self._uniforms.pop()

    def normal(self) -> float:
        """A standard normal number."""
        if not self._normals:
            self._normals = self._generator.standard_normal(BLOCK).tolist()
        return self._normals.pop()

    def chance(self, share: float) -> bool:
        """True in `share` of the calls."""
        return self.unit() < share

    def between(self, low: float, high: float) -> float:
        """A number from `low` up to `high`."""
        return low + (high - low) * self.unit()

    def whole(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included."""
        return low + int(self.unit() * (high - low + 1))

    def around(self, median: float, spread: float) -> float:
        """A positive number with that median; `spread` is the deviation of its logarithm."""
        return median * math.exp(spread * self.normal())

    def count(self, mean: float) -> int:
        """A Poisson count (the mean is small here, so counting exponential gaps is quick enough)."""
        number, left = 0, mean
        while True:
            left += math.log(1.0 - self.unit())
            if left < 0:
                return number
            number += 1

    def pick(self, items: Sequence[Item]) -> Item:
        """One of the items, each as likely."""
        return items[int(self.unit() * len(items))]

    def popular(self, items: Sequence[Item], power: float = 2.0) -> Item:
        """One of the items, the first ones far likelier: fame is uneven."""
        return items[int(self.unit() ** power * len(items))]

    def some(self, items: Sequence[Item], number: int) -> list[Item]:
        """Different items, at most `number` of them."""
        left = list(items)
        chosen: list[Item] = []
        while left and len(chosen) < number:
            chosen.append(left.pop(int(self.unit() * len(left))))
        return chosen

    def weighted(self, weights: dict[Item, float]) -> Item:
        """One key, as likely as its weight says."""
        mark = self.unit() * sum(weights.values())
        for item, weight in weights.items():
            mark -= weight
            if mark < 0:
                return item
        return next(reversed(weights))
