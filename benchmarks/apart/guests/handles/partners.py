"""Love at a distance, honest and feigned."""

from __future__ import annotations

import numpy as np

from . import clock, notes
from .book import Account, Trip
from .ledger import FOREIGN, ROUND, spread
from .world import World

_LANDS = {"PH": 0.42, "TH": 0.16, "CO": 0.16, "DO": 0.1, "RO": 0.08, "MX": 0.08}
_FEIGNED = {"NG": 0.4, "GH": 0.22, "CI": 0.14, "PH": 0.12, "US": 0.12}


def write(world: World) -> None:
    """Partners, people who date several adults abroad, and victims of romance fraud."""
    _partners(world)
    _daters(world)
    _frauds(world)


def _lovers(world: World, count: int, youngest: int, men: float) -> list[Account]:
    fit = [
        member
        for member in world.members
        if youngest <= member.age <= 78 and member.country not in {"PH", "MX"} and member.index not in world.taken
    ]
    return [member for member in world.some(fit, count * 3) if world.chance(men) != member.woman][:count]


def _partners(world: World) -> None:
    """Sums and frequency grow as trust does; a visit, then steady support; goodnight money after the late call."""
    rng = world.rng
    for payer in _lovers(world, world.scale(170, 4), 27, 0.86):
        land = world.choose(_LANDS)
        partner = world.book.open(land, float(np.clip(rng.normal(payer.age - 12, 7), 20, 70)), woman=not payer.woman)
        first = int(rng.integers(-200, 300))
        gap = float(rng.uniform(9, 26))
        days: list[float] = [float(first)]
        while days[-1] < clock.DAYS and len(days) < 70:
            gap = max(5.0, gap * float(rng.normal(0.96, 0.1)))
            days.append(days[-1] + float(rng.exponential(gap)) + 1)
        when = np.array(days).astype(np.int64)
        growth = np.linspace(1, float(rng.uniform(1, 4)), when.size)
        dollars = spread(rng, when.size, float(rng.uniform(25, 90)), 0.5) * growth
        visit = int(rng.integers(max(first, 0) + 30, max(first, 0) + 200))
        if world.chance(0.45):
            payer.trip = Trip(visit, visit + int(rng.integers(9, 30)), land)
            keep = (when < visit) | (when > payer.trip.last) | (rng.random(when.size) < 0.2)
            when, dollars = when[keep], dollars[keep]
        habit = "night" if world.chance(0.5) else "evening"
        world.ledger.pay(
            payer.index, partner.index, clock.at(rng, when, habit, payer.shift), dollars, "partner_abroad",
            notes.pick(rng, "partner", when.size), style=FOREIGN if world.chance(0.3) else ROUND,
        )  # fmt: skip
        if world.chance(0.35):
            kin = world.book.open(land, float(rng.integers(18, 66)), family=partner.family, city=partner.city)
            few = clock.some_days(rng, int(rng.integers(1, 5)), max(first, 0) + 20)
            world.ledger.pay(
                payer.index, kin.index, clock.at(rng, few, "evening"), spread(rng, few.size, 60, 0.6),
                "partner_abroad", notes.pick(rng, "family", few.size),
            )  # fmt: skip


def _daters(world: World) -> None:
    """Men who met several grown women on one dating site send small gifts to each for some weeks.

    Some of those women have several admirers, so strangers share receivers without any crime.
    """
    rng = world.rng
    admired = [
        world.book.open(world.choose(_LANDS), float(rng.integers(20, 44)), woman=True)
        for _ in range(world.scale(90, 4))
    ]
    for payer in _lovers(world, world.scale(80, 3), 30, 0.97):
        for woman in world.some(admired, int(rng.integers(1, 5))):
            first = int(rng.integers(0, 330))
            days = clock.some_days(rng, 1 + int(rng.gamma(0.9, 4)), first, first + int(rng.integers(5, 110)))
            dollars = spread(rng, days.size, 32, 0.6)
            world.ledger.pay(
                payer.index, woman.index, clock.at(rng, days, "night", payer.shift), dollars, "partner_abroad",
                notes.pick(rng, "private", days.size),
            )  # fmt: skip


def _frauds(world: World) -> None:
    """A feigned love asks for little, then for emergencies; one swindler keeps several victims and changes accounts."""
    rng = world.rng
    victims = _lovers(world, world.scale(75, 3), 48, 0.45)
    while victims:
        land = world.choose(_FEIGNED)
        swindler = world.book.open(land, float(rng.integers(20, 40)))
        spare = world.book.open(land, float(rng.integers(20, 55)))
        count = int(rng.integers(1, 5))
        for victim in victims[:count]:
            total = int(rng.integers(3, 28))
            first = int(rng.integers(0, 280))
            days = first + np.cumsum(rng.exponential(float(rng.uniform(3, 12)), total)).astype(np.int64)
            dollars = float(rng.uniform(40, 150)) * np.linspace(1, float(rng.uniform(2, 9)), total)
            account = np.where(rng.random(total) < rng.choice([0, 0, 0.4]), spare.index, swindler.index)
            world.ledger.pay(
                victim.index, account, clock.at(rng, days, "social", victim.shift),
                dollars * spread(rng, total, 1, 0.4), "romance_fraud_victim", notes.pick(rng, "help", total),
            )  # fmt: skip
        victims = victims[count:]
