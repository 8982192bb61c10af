"""Who among the customers takes a part in a crime, as payer or as victim; nobody takes two."""

from __future__ import annotations

from .people import Payer
from .world import World


class Casting:
    """Hands out customers who have no part yet."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._cast: set[str] = set()

    def one(self, low: int, high: int, *, men: float) -> Payer:
        """A customer of these ages, a man with this probability; ages widen when a small bank runs out."""
        chance = self._world.chance
        man = chance.odds(men)
        while True:
            fitting = [
                payer
                for payer in self._world.people
                if low <= payer.age <= high and payer.man == man and payer.accounts[0] not in self._cast
            ]
            if fitting:
                chosen = chance.pick(fitting)
                self._cast.add(chosen.accounts[0])
                return chosen
            low, high = low - 1, high + 2

    def buyer(self) -> Payer:
        """Mostly men of 37 to 70, some younger, some older, a few women."""
        chance = self._world.chance
        roll = chance.unit()
        low, high = (37, 70) if roll < 0.77 else (24, 36) if roll < 0.92 else (71, 80)
        return self.one(low, high, men=0.94)
