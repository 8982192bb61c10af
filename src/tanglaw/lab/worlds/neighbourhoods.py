"""Who is whose friend: neighbourhoods of a few dozen people of all ages, who pay neighbours of about their own.

A small country has fewer neighbourhoods than a large one, and the same ones: its people are as near in age to their
friends and pay as many of them, and teenagers who are paid for small jobs are teenagers. Otherwise people of a small
country would truly behave unlike those of a large one, and no comparison of corridors would mean anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from typing import Final

import numpy as np

from tanglaw.lab.worlds.arrays import Flags, Floats, Ints, Rng, ints

_OLDER_THAN_ANYBODY: Final = 1_000.0


@dataclass(frozen=True, slots=True)
class Neighbourhoods:
    """All neighbourhoods, each of as many people.

    Attributes:
        country: of each neighbourhood, ascending.
        age: (neighbourhoods, people) years at the world's first day, the youngest first.
        people: (neighbourhoods, people) their numbers.
        payers: (neighbourhoods, people) number of the one nearest in age who pays, too; oneself, if one does.
        teenagers: how many of each are teenagers: the youngest.
    """

    country: Ints
    age: Floats
    people: Ints
    payers: Ints
    teenagers: int

    def choose(self, rng: Rng, country: Ints) -> Ints:
        """A neighbourhood of each country, -1 where it has none."""
        lo, hi = (np.searchsorted(self.country, country, side=side) for side in ("left", "right"))
        return np.where(hi > lo, lo + ints(rng.random(len(country)) * (hi - lo)), -1)

    def of_age(self, rng: Rng, place: Ints, age: Floats, between: float) -> Ints:
        """Where in each neighbourhood somebody of about that age stands.

        Args:
            rng: source of chance.
            place: the neighbourhoods.
            age: years at the world's first day.
            between: how many people stand between them, as a standard deviation.
        """
        many = self.age.shape[1]
        ladder = self.age + _OLDER_THAN_ANYBODY * np.arange(len(self.age))[:, None]
        exact = np.searchsorted(ladder.ravel(), age + _OLDER_THAN_ANYBODY * place) - many * place
        turn = np.mod(ints(exact + rng.normal(0.0, between, len(place))), 2 * many)
        # Beyond the youngest and the oldest it goes back among them, as often as it takes.
        return np.asarray(np.minimum(turn, 2 * many - 1 - turn))


NOWHERE: Final = Neighbourhoods(
    country=np.zeros(0, dtype=np.int64),
    age=np.zeros((0, 1)),
    people=np.zeros((0, 1), dtype=np.int64),
    payers=np.zeros((0, 1), dtype=np.int64),
    teenagers=0,
)
"""Before anybody has settled."""


def nearest(flags: Flags) -> Ints:
    """(rows, columns) the column of the nearest flag of the same row, the earlier of two; every row must have one."""
    column = np.arange(flags.shape[1])
    far = 2 * len(column)
    before = np.maximum.accumulate(np.where(flags, column, -far), axis=1)
    after = np.minimum.accumulate(np.where(flags, column, far)[:, ::-1], axis=1)[:, ::-1]
    return np.where(column - before <= after - column, before, after)


def shared_out(places: int, shares: Sequence[float]) -> Ints:
    """How many places fall to each share: in proportion, and a first one early (the Danish method: divisors 1, 4, 7 …).

    Source: Balinski & Young 1982, Fair Representation: a divisor method, so that more places are fewer for nobody.
    """
    won = np.zeros(len(shares), dtype=np.int64)
    waiting = [(-share, number) for number, share in enumerate(shares)]
    heapify(waiting)
    for _ in range(places):
        _, number = heappop(waiting)
        won[number] += 1
        heappush(waiting, (-shares[number] / (1 + 3 * won[number]), number))
    return won
