"""Financial extortion of the young: a burst of whatever the child's account holds, mules, friends who lend, parents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from benchmarks.apart.guests.bank.almanac import DAYS, hour
from benchmarks.apart.guests.bank.world import World

VICTIM: Final = "extortion_victim"
CEILING: Final = 17_000.0
"""About EUR 1,500, the total that the FATF's 2025 report gives as the most."""

YOUTH_LIMIT: Final = 2_500.0
"""What a youth account may send in one payment; above it the app refuses and the child tries in pieces."""

LENT: Final = ("lan", "laan", "betaler tilbake", "haster", "mat", "takk")


@dataclass(slots=True)
class Ring:
    """Who collects: young customers recruited here, in the order in which they are used up, and accounts abroad."""

    group: str
    mules: list[int]
    abroad: list[int]


def _rings(world: World) -> list[Ring]:
    """Mules answer an advert for easy money, live ordinary lives and are used for some months until their bank asks."""
    rng, people = world.rng, world.people
    ages = people.ages()
    rings = []
    for number in range(world.number(5, 2)):
        group = f"ring-{number}"
        mules = world.choose((ages > 16) & (ages < 28), int(rng.integers(2, 4)), untouched=True)
        world.secret.update(mules)
        lands = rng.choice(["PH", "NG", "KE"], int(rng.integers(2, 4)), p=[0.5, 0.3, 0.2])
        rings.append(
            Ring(
                group=group,
                mules=[world.receivers.customer(mule, "extortion_collection", group) for mule in mules],
                abroad=[world.receivers.someone(str(land), "extortion_collection", group=group) for land in lands],
            )
        )
    return rings


def _forward(world: World, ring: Ring, mule: int, at: float, kroner: float) -> None:
    """The mule keeps a fifth and sends the rest on within a day, or buys crypto with it when old enough."""
    rng = world.rng
    if world.receivers.rows[mule].country != "NO":
        return
    account = next(account for account, receiver in world.receivers.customers.items() if receiver == mule)
    if rng.random() < 0.25 or world.people.age(account) < 18:
        return
    later, left = at + float(rng.exponential(0.5)) + 0.01, kroner * float(rng.uniform(0.7, 0.92))
    if rng.random() < 0.6:
        to = ring.abroad[int(rng.integers(len(ring.abroad)))]
        world.send(later, left, account, to, "ordinary", ("family", "support", "gift"), blank=0.6, group=ring.group)
    else:
        shop = world.receivers.shop("Fjellmynt Exchange", "NO")
        world.ledger.add(later, round(left), account, shop, "ordinary", channel="card", category="6051")


def _pay(world: World, ring: Ring, victim: int, to: int, *, at: float, kroner: float) -> None:
    """One payment of the burst, exact to the krone because it is what the account still held."""
    rng, ledger = world.rng, world.ledger
    minor = world.people.age(victim) < 18
    if minor and kroner > YOUTH_LIMIT:
        ledger.add(at - 0.002, kroner, victim, to, VICTIM, status="rejected_limit", group=ring.group)
        kroner = YOUTH_LIMIT
    if rng.random() < 0.45:
        kroner = max(50.0, float(round(kroner / 100) * 100))
    text = str(rng.choice(["hei", "her", "betaling", "takk", "gift", "spill"])) if rng.random() < 0.2 else None
    abroad = world.receivers.rows[to].country != "NO"
    ledger.add(
        at, float(round(kroner)), victim, to, VICTIM, text=text, purpose="OTHR" if abroad else None, group=ring.group
    )
    _forward(world, ring, to, at, kroner)


def _gift_cards(world: World, victim: int, at: float) -> None:
    """The other thing that is demanded: codes of gift cards, bought at a kiosk the next day."""
    shop = world.receivers.shop(str(world.rng.choice(["Kiosken Sentrum", "Narbutikken", "Spillkort Nett"])), "NO")
    for _ in range(int(world.rng.integers(1, 4))):
        kroner = float(world.rng.choice([200, 300, 500, 1000]))
        world.ledger.add(at, kroner, victim, shop, "ordinary", channel="card", category="5499")
        at += float(world.rng.uniform(0.001, 0.1))


def _lend(world: World, victim: int, at: float, kroner: float) -> None:
    """Friends of the same age lend before the next payment, and are not told why."""
    rng, people = world.rng, world.people
    peers = (np.abs(people.born - people.born[victim]) <= 1) & (people.city == people.city[victim])
    to = world.receivers.customer(victim)
    for friend in world.choose(peers, int(rng.integers(1, 4))):
        if friend != victim:
            world.send(
                at - rng.uniform(0.01, 0.3), kroner * rng.uniform(0.15, 0.6), friend, to, "ordinary", LENT, blank=0.4
            )


def _collector(world: World, ring: Ring, victim: int, at: float) -> int:
    """Youth accounts cannot send abroad in the app, so children are given the account of the mule of those months."""
    rng = world.rng
    if world.people.age(victim) < 18 or rng.random() < 0.5:
        turn = int(at / DAYS * len(ring.mules)) if rng.random() < 0.85 else int(rng.integers(len(ring.mules)))
        return ring.mules[min(turn, len(ring.mules) - 1)]
    return ring.abroad[int(rng.integers(len(ring.abroad)))]


def _burst(world: World, ring: Ring, victim: int, begin: float, paid: float) -> tuple[float, float]:
    """Demands come hours apart while money comes; returns when it ended and what was paid in all."""
    rng = world.rng
    minor = world.people.age(victim) < 18
    demand = float(np.clip(rng.lognormal(np.log(1_300), 0.6), 200, 2_900))
    savings = float(rng.lognormal(np.log(3_200 if minor else 7_000), 0.7))
    to, at = _collector(world, ring, victim, begin), begin
    while paid < CEILING and at < DAYS:
        kroner = min(demand, max(savings, 0.0))
        if kroner < 150:
            if rng.random() > 0.35:
                break
            kroner = demand * 0.5
            _lend(world, victim, at, kroner)
        _pay(world, ring, victim, to, at=at, kroner=kroner)
        paid, savings = paid + kroner, savings - kroner
        if rng.random() < 0.12:
            _gift_cards(world, victim, at + float(rng.uniform(0.3, 0.8)))
        if rng.random() < 0.22:
            break
        at += float(rng.exponential(0.1)) + 0.003 if rng.random() < 0.6 else float(rng.exponential(1.6)) + 0.1
        demand *= float(rng.uniform(0.4, 1.3))
        if rng.random() < 0.15:
            to = _collector(world, ring, victim, at)
    return at, paid


def _confess(world: World, ring: Ring, victim: int, at: float) -> None:
    """A child who tells: most parents call the bank, some pay once themselves to make it end, and it does not."""
    parent = int(world.people.parent[victim])
    if parent < 0 or parent in world.secret or world.rng.random() > 0.3:
        return
    moment = (at + float(world.rng.uniform(0.3, 2))) // 1 + hour(world.rng, "evening")
    if moment < DAYS:
        to = _collector(world, ring, victim, moment)
        for _ in range(int(world.rng.integers(1, 3))):
            kroner = float(round(world.rng.uniform(1_500, 5_000) / 100) * 100)
            world.ledger.add(moment, kroner, parent, to, VICTIM, group=ring.group)
            _forward(world, ring, to, moment, kroner)
            moment += float(world.rng.uniform(0.02, 1))
        world.imitators.add(parent)
        world.secret.add(parent)


def extort(world: World) -> None:
    """Waves: a ring works through one school's or one game's contacts for some weeks, then is quiet."""
    rng, people = world.rng, world.people
    rings = _rings(world)
    ages = people.ages()
    odds = np.select(
        [(ages >= 14) & (ages < 18), (ages >= 18) & (ages < 25), (ages >= 25) & (ages < 33)], [1.0, 0.3, 0.03]
    )
    odds = np.where(people.female, odds * 0.12, odds)
    odds[list(world.secret)] = 0
    victims = rng.choice(people.count, world.number(42, 4), replace=False, p=odds / odds.sum())
    world.secret.update(int(v) for v in victims)
    waves = {ring.group: rng.uniform(5, DAYS - 40, 3) for ring in rings}
    for victim in (int(v) for v in victims):
        ring = rings[int(rng.integers(len(rings)))]
        start = float(rng.choice(waves[ring.group])) + float(rng.uniform(0, 30))
        mood = str(rng.choice(["night", "evening", "after_school"], p=[0.5, 0.32, 0.18]))
        end, paid = _burst(world, ring, victim, start // 1 + hour(rng, mood), 0.0)
        told = people.age(victim) < 20 and rng.random() < 0.45
        if told:
            _confess(world, ring, victim, end)
        elif rng.random() < 0.35 and end + 130 < DAYS:
            again = ring if rng.random() < 0.6 else rings[int(rng.integers(len(rings)))]
            _burst(world, again, victim, (end + float(rng.gamma(2, 25))) // 1 + hour(rng, mood), paid)
