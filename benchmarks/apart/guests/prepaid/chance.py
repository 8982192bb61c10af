"""Chance: every draw of the world comes from here, so that one seed gives one world."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TypeVar

import numpy as np

T = TypeVar("T")
_BLOCK = 65_536
_SALT = 0x5052_4550


class Chance:
    """Draws from one generator; uniforms and normals are taken in blocks because single draws are slow."""

    def __init__(self, seed: int) -> None:
        self._rng = np.random.default_rng([seed, _SALT])
        self._uniforms: list[float] = []
        self._normals: list[float] = []

    def u(self) -> float:
        """A number from 0 to below 1."""
        if not self._uniforms:
            self._uniforms = self._rng.random(_BLOCK).tolist()
        return self._uniforms.pop()

    def z(self) -> float:
        """A standard normal number."""
        if not self._normals:
            self._normals = self._rng.standard_normal(_BLOCK).tolist()
        return self._normals.pop()

    def yes(self, share: float) -> bool:
        """True in `share` of the draws."""
        return self.u() < share

    def between(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included."""
        return low + int(self.u() * (high - low + 1))

    def within(self, low: float, high: float) -> float:
        """A number spread evenly from `low` to `high`."""
        return low + self.u() * (high - low)

    def pick(self, items: Sequence[T]) -> T:
        """One of the items, each as likely."""
        return items[int(self.u() * len(items))]

    def weighted(self, items: Sequence[tuple[T, float]]) -> T:
        """One of (item, weight)."""
        left = self.u() * sum(weight for _, weight in items)
        for item, weight in items:
            left -= weight
            if left < 0:
                return item
        return items[-1][0]

    def some(self, items: Sequence[T], count: int) -> list[T]:
        """`count` different items (all of them when there are fewer)."""
        rest = list(items)
        return [rest.pop(int(self.u() * len(rest))) for _ in range(min(count, len(rest)))]

    def around(self, median: float, spread: float) -> float:
        """A log-normal number with this median and this sigma."""
        return median * math.exp(spread * self.z())

    def wait(self, mean: float) -> float:
        """An exponential waiting time."""
        return -mean * math.log(1.0 - self.u())

    def count(self, mean: float) -> int:
        """A Poisson number."""
        return int(self._rng.poisson(mean))
