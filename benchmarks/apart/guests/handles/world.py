"""The state that every story shares: chance, members, payments, and who lives where."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from .book import Account, Book, Trip
from .clock import DAYS
from .ledger import Ledger
from .places import COUNTRIES, HOMES, ORIGINS


@dataclass(slots=True)
class World:
    """One practice world while it is written."""

    rng: np.random.Generator
    senders: int
    book: Book
    ledger: Ledger
    members: list[Account] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)

    def scale(self, per_14000: float, least: int = 1) -> int:
        """A count that grows with the world."""
        return max(least, round(per_14000 * self.senders / 14000 * float(np.exp(self.rng.normal(0, 0.06)))))

    def chance(self, share: float) -> bool:
        """True for about `share` of the calls."""
        return bool(self.rng.random() < share)

    def choose(self, weights: dict[str, float]) -> str:
        """One key, by weight."""
        shares = np.cumsum(list(weights.values()))
        return list(weights)[int(np.searchsorted(shares, self.rng.random() * shares[-1]))]

    def some(self, pool: list[Account], count: int) -> list[Account]:
        """Up to `count` different accounts of a pool."""
        picked = self.rng.permutation(len(pool))[:count]
        return [pool[k] for k in picked.tolist()]

    def enlist(self, pool: list[Account], count: int) -> list[Account]:
        """Members for one crime role; nobody is enlisted twice."""
        found = self.some([account for account in pool if account.index not in self.taken], count)
        self.taken.update(account.index for account in found)
        return found


def settle(rng: np.random.Generator, senders: int) -> World:
    """Open an account for each member: teenagers with a parent's consent, adults, one in five born abroad."""
    world = World(rng, senders, Book(rng), Ledger(rng))
    for _ in range(senders):
        country = world.choose(HOMES)
        draw = rng.random()
        if draw < 0.07:
            age = float(rng.integers(13, 18))
        elif draw < 0.34:
            age = float(rng.integers(18, 27))
        else:
            age = float(np.clip(rng.normal(43, 13), 24, 84))
        origin = country
        if age >= 20 and country in ORIGINS and world.chance(0.21):
            origin = world.choose(ORIGINS[country])
        account = world.book.open(country, age, origin=origin)
        if age < 18 and world.chance(0.3):
            # The app lets children in only with a parent; many type another year instead.
            account.birth = 2025 - int(rng.integers(18, 23))
        world.members.append(account)
        _travel(world, account)
    _reopen(world)
    return world


def _travel(world: World, account: Account) -> None:
    """One member in seven goes abroad and pays from there: migrants go home, others on holiday."""
    if not world.chance(0.14):
        return
    rng = world.rng
    first = int(rng.choice([rng.integers(0, DAYS - 20), rng.integers(75, 90), rng.integers(270, 330)]))
    away = account.origin
    if away == account.country:
        away = list(COUNTRIES)[rng.integers(len(COUNTRIES))]
    account.trip = Trip(first, first + int(rng.integers(4, 26)), away)


def _reopen(world: World) -> None:
    """Some people hold two accounts: a lost phone, a small trade kept apart, a forgotten password."""
    for account in world.some(world.members, round(0.025 * world.senders)):
        if account.age >= 18:
            world.members.append(world.book.second(account, same_device=world.chance(0.6)))
