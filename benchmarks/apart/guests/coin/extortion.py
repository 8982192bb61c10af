"""Financial sexual extortion of the young: rings with a script, mules whose wallets last weeks, children who pay.

An unverified wallet may send little a day and take in little a month. The first makes a child pay in several parts; the
second makes a ring change the handle it gives out. A child pays what there is: the odd rest of a balance, then what a
friend or a parent lent, and stops when it tells somebody, is locked out, or finds that paying does not end it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from .accounts import Account
from .days import YEAR, Days, Floats, moments, spread
from .everyday import card_spree
from .kinds import EXTORTION, FORWARD, ORDINARY
from .notes import notes
from .sums import around
from .world import World

_DAILY_LIMIT_USD = 150.0
_MARKETS = ("US", "US", "GB", "AU", "CA", "DE", "FR", "SE")
_GIFT_CARD_PLACE = 10  # of a country's shops; see the counters of `everyday`


@dataclass(slots=True)
class Ring:
    """A crew, the handles it gives out, and where the money goes."""

    number: int
    base: str
    own: list[Account]
    markets: tuple[str, ...]
    """Countries whose schools and teams it writes to, one after the other."""
    waves: list[int]
    """First days of its campaigns: new handles, a few weeks of work, then quiet."""
    mules: dict[str, list[Account]] = field(default_factory=dict)
    vaults: list[Account] = field(default_factory=list)
    took: dict[int, list[tuple[int, float]]] = field(default_factory=dict)

    def vault(self, day: int) -> Account:
        """The outside address of a season."""
        return self.vaults[min(max(day, 0) * len(self.vaults) // YEAR, len(self.vaults) - 1)]

    def handle(self, world: World, country: str, day: int) -> Account:
        """Who receives on a day: a mule of the child's country, the crew's own wallet, or an address outside."""
        chance = world.rng.random()
        if chance < 0.15:
            return self.vault(day)
        if chance < 0.42:
            return self.own[int(world.rng.integers(len(self.own)))]
        mules = self.mules.setdefault(country, [])
        if not mules or self._full(mules[-1], day):
            mules.append(_recruit(world, country))
            mules[-1].groups["extortion_collection"] = f"ring-{self.number}"
        return mules[-1]

    def _full(self, mule: Account, day: int) -> bool:
        taken = self.took.get(mule.index, [])
        return sum(usd for _, usd in taken) > 900 or (bool(taken) and day - taken[0][0] // 86_400 > 100)


def extortion(world: World, shops: dict[str, list[Account]]) -> None:
    """Rings, victims, and how mules hand on what they took."""
    rng = world.rng
    rings = [_ring(world, number) for number in range(world.count(6, 2))]
    young = [payer for payer in world.sending() if payer.age <= 29]
    aged = [3.0 if payer.age < 18 else 1.2 if payer.age < 23 else 0.12 for payer in young]
    sought = {market for ring in rings for market in ring.markets}
    weights = np.array([w * (1.0 if p.country in sought else 0.15) for w, p in zip(aged, young, strict=True)])
    count = min(world.count(44), len(young))
    for place in rng.choice(len(young), count, replace=False, p=weights / weights.sum()):
        victim = young[int(place)]
        near = [ring for ring in rings if victim.country in ring.markets] or rings
        ring = near[int(len(near) * rng.random() ** 1.4)]
        victim.groups["extortion_victim"] = f"ring-{ring.number}"
        if victim.shown_age > 35:
            victim.imitates.add("extortion_victim")  # on a parent's papers: the books see a parent who pays
        first = min(int(rng.choice(ring.waves)) + int(rng.integers(0, 28)), YEAR - 4)
        _squeezed(world, victim, ring, first, shops)
        if rng.random() < 0.27:
            _squeezed(world, victim, ring, first + int(rng.integers(9, 50)), shops)
    for ring in rings:
        _hand_on(world, ring)


def _ring(world: World, number: int) -> Ring:
    rng = world.rng
    base = str(rng.choice(["NG", "CI", "PH"], p=[0.55, 0.25, 0.2]))
    own = [world.book.wallet(base, int(rng.integers(18, 31)), verified=0.2) for _ in range(int(rng.integers(1, 4)))]
    if len(own) > 1 and rng.random() < 0.5:
        own[1].device = own[0].device
    markets = tuple(str(market) for market in rng.choice(_MARKETS, size=int(rng.integers(1, 4)), replace=False))
    ring = Ring(number, base, own, markets, [int(day) for day in spread(rng, int(rng.integers(2, 5)), 5, YEAR - 30)])
    ring.vaults = [
        world.book.other("address", str(rng.choice([base, "US", "GB"]))) for _ in range(int(rng.integers(1, 4)))
    ]
    for account in (*own, *ring.vaults):
        account.groups["extortion_collection"] = f"ring-{number}"
    for member in own:
        for _ in range(int(rng.integers(1, 4))):
            friend = world.someone(base, 18, 40)
            days = spread(rng, int(rng.integers(1, 7)))
            world.ledger.pay(friend, member, moments(rng, days, "evening"), around(rng, 12, 0.6, len(days)), ORDINARY)
    return ring


def _recruit(world: World, country: str) -> Account:
    """Easy money for the use of a wallet: somebody young with a life of their own, or a wallet made for it."""
    if world.rng.random() < 0.6:
        return world.someone(country, 18, 28)
    return world.book.wallet(country, int(world.rng.integers(18, 30)), verified=0.15)


def _squeezed(world: World, victim: Account, ring: Ring, first: int, shops: dict[str, list[Account]]) -> None:
    """One course: a demand, what there was, another demand, until it ends."""
    rng = world.rng
    demand = float(rng.choice([50, 80, 100, 150, 200, 250]))
    means = float(np.clip(rng.gamma(2.2, 165), 25, 1_400))
    start = int(moments(rng, np.array([first]), str(rng.choice(["evening", "late"])), victim.shift)[0])
    receiver = ring.handle(world, victim.country, first)
    when, sums = _course(rng, start, demand, means)
    for second, usd in zip(when, sums, strict=True):
        if second >= YEAR * 86_400:
            break
        if rng.random() < 0.25:
            receiver = ring.handle(world, victim.country, int(second // 86_400))
        if receiver is victim:
            receiver = ring.own[0]
        if second > start and rng.random() < 0.1:
            # "Then buy cards": the numbers are read out over the chat; only the counter shows.
            shop = shops[victim.country][_GIFT_CARD_PLACE]
            card_spree(world, victim, shop, np.array([second]), rng.choice([25.0, 50.0, 100.0], 1), mcc="5947")
            continue
        world.ledger.pay(
            victim, receiver, np.array([second]), np.array([usd]), EXTORTION,
            agreed=str(rng.choice(["own", "exact"], p=[0.75, 0.25])), notes=notes(rng, "demand", 1, 0.2), fails=0.09,
        )  # fmt: skip
        ring.took.setdefault(receiver.index, []).append((int(second), float(usd)))


def _course(rng: np.random.Generator, start: int, demand: float, means: float) -> tuple[Days, Floats]:
    """Parts of what a child can find, under the day's limit, minutes to days apart."""
    when: list[int] = []
    sums: list[float] = []
    left, second, today = means, start, 0.0
    while left > 8 and len(sums) < 12:
        part = min(demand * float(rng.uniform(0.3, 1.1)), left, _DAILY_LIMIT_USD - today)
        if part < 5:
            second += int(rng.uniform(9, 26) * 3_600)
            today = 0.0
            continue
        when.append(second)
        sums.append(part)
        left -= part
        today += part
        pause = float(rng.choice([0.3, 3.0, 22.0], p=[0.5, 0.3, 0.2]) * rng.uniform(0.4, 1.8))
        second += int(pause * 3_600)
        today = 0.0 if pause > 12 else today
        if rng.random() < 0.11:
            break  # told somebody, or blocked them
    return np.array(when, dtype=np.int64), np.array(sums)


def _hand_on(world: World, ring: Ring) -> None:
    """Mules keep a tenth and send the rest to the season's address before the night is over."""
    rng = world.rng
    for mules in ring.mules.values():
        for mule in mules:
            for second, usd in ring.took.get(mule.index, []):
                if rng.random() < 0.8:
                    later = np.array([second + int(rng.gamma(1.3, 3.0) * 3_600)])
                    kept = np.array([usd * rng.uniform(0.82, 0.96)])
                    vault = ring.vault(second // 86_400)
                    world.ledger.pay(mule, vault, later, kept, FORWARD, agreed="exact")
