"""What the mechanisms share: the people, the makers of receivers, the books, and the storms of the season."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from benchmarks.apart.guests.union.chance import Ints
from benchmarks.apart.guests.union.clock import DAY, DAYS, every, hours
from benchmarks.apart.guests.union.ledger import Ledger
from benchmarks.apart.guests.union.people import Person
from benchmarks.apart.guests.union.receivers import Receiver, ReceiverMaker


@dataclass(slots=True)
class World:
    """The state of one practice world while it is written.

    `kin` keeps families' receivers by country, for the mechanisms in which a receiver's ordinary relatives matter.
    """

    people: list[Person]
    receivers: ReceiverMaker
    ledger: Ledger
    storms: tuple[tuple[str, str, int], ...]
    kin: dict[str, list[tuple[Person, Receiver]]] = field(default_factory=dict)

    def senders(self) -> int:
        """Number of accounts, the measure by which counts are scaled."""
        return sum(len(person.accounts) for person in self.people)


Mechanism = Callable[[World, np.random.Generator], None]


def moments(rng: np.random.Generator, person: Person, days: Ints) -> Ints:
    """Seconds since the first day: these days, at the hours that are the person's own."""
    return np.asarray(days * DAY + hours(rng, person.habit, len(days)), dtype=np.int64)


def a_stay(
    rng: np.random.Generator, person: Person, shortest: float = 20, longest: float = DAYS
) -> tuple[float, float]:
    """First and last day of something that starts while the person is a customer and lasts some time."""
    first, last = person.first_day(), person.last_day()
    begin = first if rng.random() < 0.5 else float(rng.uniform(first, max(last - 10, first + 1)))
    return begin, min(last, begin + float(rng.uniform(shortest, longest)))


def whims(rng: np.random.Generator, person: Person, gap: float, spread: float = 0.6) -> Ints:
    """Moments about `gap` days apart over one stay; at least one."""
    begin, end = a_stay(rng, person)
    days = every(rng, begin, end, gap, spread)
    if not len(days):
        days = np.array([int(begin)], dtype=np.int64)
    return moments(rng, person, days)
