"""What every mechanism needs: chance, people, the ledger, and how big the bank is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from .dice import Dice
from .ledger import Ledger
from .people import Customer, Registry


@dataclass(slots=True)
class World:
    """The bank in its year; `scale` is its size against 14,000 customers."""

    dice: Dice
    registry: Registry
    ledger: Ledger
    customers: list[Customer]
    scale: float
    claimed: set[str] = field(default_factory=set)

    def times(self, number: float, least: int = 1) -> int:
        """A number of rings, shops or clubs for a bank of this size."""
        return max(least, round(number * self.scale))

    def find(self, number: int, fits: Callable[[Customer], bool]) -> list[Customer]:
        """Customers who fit, met at random; small banks may have fewer than wanted."""
        fitting = [customer for customer in self.customers if fits(customer)]
        return self.dice.some(fitting, number)

    def claim(self, number: int, fits: Callable[[Customer], bool]) -> list[Customer]:
        """Customers for a rare part, so that nobody plays two of them; made anew when the bank is too small."""
        found = self.find(number, lambda customer: customer.person not in self.claimed and fits(customer))
        self.claimed.update(customer.person for customer in found)
        return found
