"""What every mechanism is given: chance, customers, receivers, the book, and the scale."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from benchmarks.apart.guests.sepa.arrays import Floats, Ints
from benchmarks.apart.guests.sepa.book import Book
from benchmarks.apart.guests.sepa.customers import Customers
from benchmarks.apart.guests.sepa.payees import Payees

_STANDARD = 14_000


@dataclass(frozen=True, slots=True)
class World:
    """One practice world while it is written."""

    rng: np.random.Generator
    customers: Customers
    payees: Payees
    book: Book

    def scaled(self, per_standard: float, least: int = 1) -> int:
        """A number that belongs to 14,000 payers, for the payers there are."""
        return max(least, round(per_standard * len(self.customers) / _STANDARD))

    def some(self, among: Ints, share: float) -> Ints:
        """A random share of people."""
        return among[self.rng.random(len(among)) < share]

    def pick(self, pool: list[int], count: int, skew: float = 0.0) -> Ints:
        """Receivers from a pool, with repetition; `skew` makes the first ones popular."""
        weight = 1.0 / np.arange(1, len(pool) + 1) ** skew
        return np.asarray(self.rng.choice(np.array(pool), count, p=weight / weight.sum()), dtype=np.int64)

    def around(self, centre: Floats, spread: float) -> Floats:
        """Sums spread as life spreads them, about each typical sum."""
        return np.asarray(centre * np.exp(self.rng.normal(0, spread, len(centre))), dtype=np.float64)
