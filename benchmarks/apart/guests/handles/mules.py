"""Accounts that receive from extorted children: the ring's own abroad, and domestic mules that it recruits."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from . import clock, notes
from .book import Account
from .ledger import ROUND, spread
from .world import World

_LANDS = {"NG": 0.44, "CI": 0.2, "PH": 0.2, "GH": 0.04, "US": 0.12}


@dataclass(slots=True)
class Mule:
    """One receiving account and the days it works before the app freezes it or its holder balks."""

    account: Account
    first: int
    last: int


@dataclass(slots=True)
class Ring:
    """A few people with a script, the language they write in, a stream of accounts, and weeks of writing to many."""

    name: str
    targets: tuple[str, ...]
    mules: list[Mule]
    campaigns: list[int]

    def working(self, world: World, day: int, country: str) -> Account:
        """An account to name that day: one at home to the victim when there is one, since it looks less odd."""
        live = [mule for mule in self.mules if mule.first <= day <= mule.last]
        home = [mule for mule in live if mule.account.country == country]
        pool = home if home and world.chance(0.65) else live
        if not pool:
            pool = sorted(self.mules, key=lambda mule: abs(mule.first - day))[:1]
        return pool[world.rng.integers(len(pool))].account


def recruit(world: World, count: int) -> list[Ring]:
    """Rings that target English or French speakers; mules are young, short of money, answered an advertisement."""
    rng = world.rng
    rings = []
    for number in range(count):
        land = world.choose(_LANDS)
        targets = ("FR", "CA") if land == "CI" and world.chance(0.6) else ("US", "GB", "CA", "AU", "SE", "NL", "DE")
        campaigns = clock.some_days(rng, int(rng.integers(3, 6)), 3, clock.DAYS - 20).tolist()
        ring = Ring(f"ring-{number}", targets, [], campaigns)
        day = int(rng.integers(-20, 30))
        while day < clock.DAYS:
            length = int(rng.integers(18, 90))
            ring.mules.append(Mule(_holder(world, ring, land), day, day + length))
            day += int(length * rng.uniform(0.5, 1.2))
        rings.append(ring)
    return rings


def _holder(world: World, ring: Ring, land: str) -> Account:
    home = ring.targets[int(world.rng.integers(min(3, len(ring.targets))))]
    if world.chance(0.45):
        young = [m for m in world.members if m.country == home and 18 <= m.age <= 30]
        found = world.enlist(young, 1)
        account = found[0] if found else world.book.open(home, float(world.rng.integers(18, 30)))
    else:
        account = world.book.open(land, float(world.rng.integers(18, 36)), woman=world.chance(0.3))
    account.ring = ring.name
    return account


def side_business(world: World, rings: list[Ring]) -> None:
    """Many mules also take deposits for goods that never come; those buyers are ordinary and of any age."""
    rng = world.rng
    for ring in rings:
        for mule in ring.mules:
            buyers = world.some(world.members, int(rng.gamma(0.7, 7))) if world.chance(0.5) else []
            near = [buyer for buyer in buyers if buyer.country == mule.account.country or world.chance(0.25)]
            days = clock.some_days(rng, len(near), max(0, mule.first), max(mule.last, 1))
            world.ledger.pay(
                np.array([buyer.index for buyer in near], dtype=np.int64), mule.account.index,
                clock.at(rng, days, "social"), spread(rng, len(near), 70, 0.7), "ordinary",
                notes.pick(rng, "shop", len(near)), style=ROUND,
            )  # fmt: skip
