"""Everything the stories share: chance, people, receivers, ledger, and how large the world is."""

from __future__ import annotations

from dataclasses import dataclass

from . import days
from .chance import Chance
from .ledger import Ledger
from .people import Numbers, Payer
from .receivers import Book


@dataclass(slots=True)
class World:
    """A bank with its customers, before and while they pay."""

    chance: Chance
    numbers: Numbers
    people: list[Payer]
    book: Book
    ledger: Ledger

    def quota(self, per_bank: float, least: int = 1) -> int:
        """How many of something that a bank of 14,000 payers has so many of."""
        return max(least, round(per_bank * len(self.people) / 14_000))

    def those(self, share: float, low: int = 18, high: int = 90) -> list[Payer]:
        """A share of the customers of these ages."""
        return [payer for payer in self.people if low <= payer.age <= high and self.chance.odds(share)]

    def hour(self, payer: Payer, profile: list[float]) -> float:
        """An hour by the profile; those who work shifts or sleep badly do everything at night as well."""
        if payer.sleepless and self.chance.odds(0.5):
            return days.hour(self.chance, days.LATE)
        return days.hour(self.chance, profile)

    def some_day(self) -> int:
        """Any day of the extract."""
        return self.chance.whole(0, days.DAYS - 1)
