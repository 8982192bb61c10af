"""Financial sexual extortion: boys and young men who pay in a night, and the aliases that collect from them.

A ring works a few hours a night and changes its collecting alias when the bank behind it closes the account, so an
alias lives for weeks. It asks for what it hears the victim has: the first sum is round, the last is what was left.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from benchmarks.apart.guests.creditunion import money
from benchmarks.apart.guests.creditunion.clock import DAYS, Floats, Ints
from benchmarks.apart.guests.creditunion.ledger import CODE
from benchmarks.apart.guests.creditunion.people import Member, Receiver
from benchmarks.apart.guests.creditunion.places import HOMES
from benchmarks.apart.guests.creditunion.world import World, moment

KINDS: Final = ("extortion_victim", "extortion_collection")
YOUTH_LIMIT: Final = 185.0
"""Daily limit of a youth account, in US dollars."""


@dataclass(slots=True)
class Ring:
    """A ring: its collectors at home by country, its collectors abroad, and the day from which each serves."""

    name: str
    at_home: dict[str, list[Receiver]]
    abroad: list[Receiver]
    turn: int
    begun: int

    def collector(self, world: World, victim: Member, day: int) -> Receiver:
        """Who collects from a victim on a day: at home by alias, for some grown-ups abroad."""
        served = self.abroad if not victim.youth and world.chance(0.3) else self.at_home[victim.country]
        place = max(0, day - self.begun) // self.turn
        if world.chance(0.12):
            place += 1
        return served[place % len(served)]


def _mule(world: World, land: str, members: list[Member]) -> Receiver:
    """A collecting alias: a recruited young adult, in four of ten cases a member with a life of their own."""
    if world.chance(0.4):
        young = [member for member in members if 18 < member.age < 28 and member.country == land and member.app]
        if young:
            return world.own(world.one(young))
    return world.alias(land, man=world.chance(0.65))


def _ring(world: World, number: int) -> Ring:
    name = f"ring-{number:02d}"
    land = world.one(("NG", "NG", "CI", "CI", "PH"))
    turn = int(world.rng.integers(25, 80))
    begun = int(moment(world.rng, 300))
    at_home: dict[str, list[Receiver]] = {}
    for home in HOMES:
        mules = [_mule(world, home, world.members) for _ in range(int(world.rng.integers(2, 5)))]
        # A mule whose first address is blocked registers another.
        at_home[home] = [*mules, *(other for mule in mules if (other := world.again(mule, 0.3)) is not mule)]
    abroad = [world.payee(land, man=world.chance(0.8)) for _ in range(int(world.rng.integers(1, 3)))]
    for mule in [*abroad, *(one for mules in at_home.values() for one in mules)]:
        world.mark("beneficiary", mule.id, name)
    return Ring(name, at_home, abroad, turn, begun)


def _hours_of_a_night(rng: np.random.Generator, count: int) -> tuple[Ints, Floats]:
    """Demands begin late in the evening; the next follow within minutes or after a night without sleep."""
    start = float(rng.normal(23.0, 2.3)) if rng.random() < 0.75 else float(rng.uniform(12, 20))
    waits = np.where(rng.random(count) < 0.6, rng.exponential(0.7, count), rng.uniform(5, 26, count))
    waits[0] = 0.0
    at = start + np.cumsum(waits)
    days = np.floor(at / 24).astype(np.int64)
    return days, at - 24 * days


def burst(world: World, victim: Member, ring: Ring, day: int) -> None:
    """One extortion: a few payments in hours or days, ended by an empty account, a parent, or a blocked number."""
    rng = world.rng
    count = int(rng.choice([1, 2, 3, 4, 6, 9], p=[0.3, 0.24, 0.18, 0.14, 0.1, 0.04]))
    first = float(np.clip(rng.lognormal(4.6, 0.55), 20, 500)) * (0.75 if victim.youth else 1.0)
    usd = first * np.exp(rng.normal(-0.15, 0.5, count))
    usd[0] = first
    usd = usd * min(1.0, 1450 / float(usd.sum()))
    if victim.youth:
        usd = np.minimum(usd, YOUTH_LIMIT)
    late, local = _hours_of_a_night(rng, count)
    if victim.youth and count > 2:
        # What the daily limit refused last night is sent when the limit is new.
        late = np.maximum(late, np.floor(np.cumsum(usd) / YOUTH_LIMIT).astype(np.int64))
        local = np.where(np.diff(late, prepend=late[0]) > 0, rng.uniform(0.1, 16, count), local)
    collector = ring.collector(world, victim, day)
    sums = money.home_round(usd, victim.country)
    if count > 1 and world.chance(0.45):
        sums[-1] = float(money.exact(usd[-1:], victim.country)[0])
    days = day + late
    words = ("gift", "games", "for a friend")
    world.ledger.pay(victim, collector, days, sums, KINDS, local=local, words=words, failed=0.05)
    world.mark("originator", victim.id, ring.name)
    if rng.random() < 0.27 and day < DAYS - 60:
        burst(world, victim, ring, day + int(rng.integers(6, 45)))


def _pass_on(world: World, ring: Ring) -> None:
    """Mules who are members send most of what came in to the ring's own receiver abroad, the same day or the next."""
    ledger = world.ledger
    batches = zip(ledger.beneficiaries, ledger.payer_kinds, ledger.seconds, ledger.amounts, strict=True)
    entered = [(int(who[0]), when, sums) for who, kinds, when, sums in batches if kinds[0] == CODE[KINDS[0]]]
    own = {member.id: member for member in world.members}
    for mule in {one.index: one for mules in ring.at_home.values() for one in mules}.values():
        member = own.get(mule.id)
        taken = [(when, sums.sum()) for who, when, sums in entered if who == mule.index]
        if member is None or not taken:
            continue
        days = np.array([int(when.max() // 86400) + int(world.rng.integers(0, 2)) for when, _ in taken], dtype=np.int64)
        share = world.rng.uniform(0.7, 0.85)
        sums = np.maximum(np.round(np.array([float(total) for _, total in taken]) * share / 10), 1) * 10
        world.ledger.pay(member, ring.abroad[0], days, sums, ("ordinary", "extortion_collection"))


def _exposed(member: Member) -> float:
    """Weight of a member as victim: boys with a telephone, young men less, seldom girls."""
    if not member.app or member.age > 30:
        return 0.0
    by_age = 5.0 if member.youth else 1.3 if member.age < 25 else 0.3
    return by_age * (1.0 if member.man else 0.1)


def _waves(world: World, wanted: int) -> list[list[Member]]:
    """Victims by wave: a ring goes on through the contacts of one victim, of one country, mostly of one town."""
    pool = [member for member in world.unmarked() if _exposed(member) > 0]
    waves = []
    while wanted > 0 and pool:
        first = world.some(pool, 1, _exposed)[0]
        pool.remove(first)
        near = [member for member in pool if member.country == first.country]

        def known(member: Member, town: str = first.city) -> float:
            return _exposed(member) * (10.0 if member.city == town else 1.0)

        others = world.some(near, min(wanted, int(world.rng.integers(1, 8))) - 1, known) if near else []
        for other in others:
            pool.remove(other)
        waves.append([first, *others])
        wanted -= 1 + len(others)
    return waves


def live(world: World) -> None:
    """About forty-two victims in a world of full size; a few pay from a parent's account."""
    rng = world.rng
    rings = [_ring(world, number) for number in range(world.number(6, 2))]
    parents = [member for member in world.unmarked() if 36 < member.age < 54 and member.app]
    for wave in _waves(world, world.number(42, 4)):
        ring = world.one(rings)
        start = ring.begun + rng.exponential(70)
        for victim in wave:
            start += rng.exponential(5)
            burst(world, victim, ring, int(np.clip(start, max(victim.first, 0) + 1, min(victim.last, DAYS) - 12)))
    for parent in world.some(parents, world.number(3, 0)):
        world.imitators.add(("originator", parent.id))
        burst(world, parent, world.one(rings), int(rng.uniform(max(parent.first, 0) + 1, min(parent.last, DAYS) - 12)))
    for ring in rings:
        _pass_on(world, ring)
