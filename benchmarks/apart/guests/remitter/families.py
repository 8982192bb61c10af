"""Households at home: who is kept, who asks, and what befalls them.

A household has members who collect in turn and often several payers abroad, in several countries. Its needs (school,
feasts, illness, weddings, storms, a house to build) reach all of its payers at once, so unrelated-looking payers pay
one name within days of each other for the best of reasons.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from .days import DAYS, FEASTS, SCHOOL, yearly
from .places import RECEIVING
from .world import Payer, Receiver, World, after_payday


@dataclass(slots=True)
class Household:
    """A family at home: members who collect, payers abroad."""

    name: str
    country: str
    city: str
    members: list[Receiver]
    payers: list[Payer] = field(default_factory=list)
    pupils: int = 0


def household(world: World, country: str, family: str | None, city: str | None = None) -> Household:
    """Add a household of one to four collecting members; a married daughter or an aunt bears another family name."""
    dice = world.dice
    name = f"H{len(world.receivers):06d}"
    head = world.receiver(country, city, family=family, group=name)
    members = [head]
    for _ in range(dice.choices((0, 1, 2, 3), (35, 35, 20, 10))[0]):
        kin = head.family if dice.random() < 0.65 else None
        members.append(world.receiver(country, head.city, family=kin, group=name))
    for one in members:
        one.mates = [other.index for other in members if other is not one]
    return Household(name, country, head.city, members, pupils=dice.choices((0, 1, 2, 3), (35, 30, 22, 13))[0])


def _collects(world: World, house: Household) -> Receiver:
    """Choose who collects today: mostly the head, at times whoever goes to town."""
    return house.members[0] if world.dice.random() < 0.78 else world.dice.choice(house.members)


def _allowance(world: World, payer: Payer, house: Household, share: float) -> None:
    """Pay a household's keep by habit: every payday, every second, once a month, or when asked."""
    dice = world.dice
    habit = dice.choices(("payday", "monthly", "asked"), (24, 43, 33))[0]
    keep = min(max(payer.income * dice.betavariate(2, 12) * share, 25), 1400)
    if habit == "asked":
        day = dice.uniform(0, 50)
        while day < DAYS:
            due = after_payday(dice, payer, int(day)) if dice.random() < 0.5 else day
            world.want(payer, _collects(world, house), due, keep * dice.lognormvariate(-0.1, 0.45), "family")
            day += dice.expovariate(1 / 48) + 3
        return
    if habit == "monthly":
        first = dice.randrange(30)
        dues = [after_payday(dice, payer, first + 30 * month) for month in range(18)]
    else:
        dues = [due + int(dice.expovariate(0.8)) for due in payer.paydays]
        gap = (payer.paydays[1] - payer.paydays[0]) if len(payer.paydays) > 1 else 30
        keep = max(keep * gap / 30, 20)
    skipped = dice.uniform(0.02, 0.22)
    for due in dues:
        if dice.random() > skipped:
            swing = dice.lognormvariate(0, 0.18) if dice.random() < 0.35 else 1.0
            world.want(payer, _collects(world, house), due, keep * swing, "family")


def _seasons(world: World, payer: Payer, house: Household) -> None:
    """Add school fees and feasts; godchildren and aunts get small round sums at feasts, several names an evening."""
    dice = world.dice
    for month, date in SCHOOL[house.country]:
        for due in yearly(month, date):
            if house.pupils and dice.random() < 0.45:
                fee = dice.lognormvariate(4.6, 0.5) * house.pupils
                world.want(payer, house.members[0], due - dice.randrange(12), fee, "family")
    generous = dice.random() < 0.18
    others = [world.receiver(house.country, group=house.name) for _ in range(dice.randrange(2, 6))] if generous else []
    for month, date in FEASTS[house.country]:
        for due in yearly(month, date):
            if dice.random() < 0.42:
                world.want(payer, house.members[0], due - dice.randrange(6), dice.lognormvariate(4.4, 0.5), "family")
            if others and month in {12, 4, 10}:
                evening = due - dice.randrange(4)
                hour = dice.gauss(20.5, 2)
                for child in others:
                    hour += dice.uniform(0.05, 0.3)
                    if dice.random() < 0.85:
                        world.want(payer, child, evening, dice.choice((15, 20, 25, 30, 50)), "family", hour=hour % 24)


def _fates(world: World, house: Household) -> None:
    """Let illness, weddings and a house to build befall a household; every payer of it feels them."""
    dice = world.dice
    for _ in range(dice.choices((0, 1, 2, 3), (50, 32, 13, 5))[0]):
        day, cost = dice.uniform(0, DAYS), dice.lognormvariate(5.6, 0.7)
        for payer in house.payers:
            part = cost / len(house.payers)
            for _ in range(dice.randrange(1, 5)):
                when = day + dice.expovariate(1 / 6)
                world.want(payer, _collects(world, house), when, part * dice.uniform(0.2, 0.6), "family")
    if dice.random() < 0.1:
        day = dice.uniform(20, DAYS)
        for payer in house.payers:
            for share in (0.3, 0.7):
                sum_ = dice.lognormvariate(5.9, 0.5) * share
                world.want(payer, house.members[0], day - dice.uniform(2, 25), sum_, "family")
    if dice.random() < 0.05:
        builder, day = dice.choice(house.payers), dice.uniform(0, 300)
        for _ in range(dice.randrange(4, 12)):
            world.want(builder, house.members[0], day, dice.lognormvariate(6.4, 0.4), "family")
            day += dice.uniform(12, 40)


def _small_asks(world: World, payer: Payer, house: Household) -> None:
    """Add the small sums asked for by message, mostly in the evening at home or the night abroad: load, fare, medicine.

    One relative in eight asks ever more often, as those do who drink, gamble or simply learn that it works.
    """
    dice = world.dice
    asker = dice.choice(house.members)
    gap = dice.uniform(12, 70)
    grows = 0.93 if dice.random() < 0.12 else 1.0
    day = dice.uniform(0, 120)
    while day < DAYS:
        hour = dice.gauss(21.5, 3) % 24 if dice.random() < 0.6 else None
        world.want(payer, asker, day, dice.choice((10, 15, 20, 20, 25, 30, 40, 50)), "family", hour=hour)
        gap = max(gap * grows, 4)
        day += dice.expovariate(1 / gap) + 1


def _storms(world: World, houses: list[Household]) -> None:
    """Let storms, floods and quakes strike towns; those with people there pay within days, twice as much."""
    dice = world.dice
    for country in sorted({house.country for house in houses}):
        for _ in range(dice.choices((0, 1, 2, 3), (20, 40, 25, 15))[0]):
            struck = set(dice.sample(RECEIVING[country].towns, 2))
            day = dice.randrange(10, DAYS - 10)
            for house in houses:
                if house.country != country or house.city not in struck:
                    continue
                for payer in house.payers:
                    if dice.random() < 0.6:
                        sum_ = dice.lognormvariate(4.7, 0.5)
                        world.want(payer, _collects(world, house), day + dice.expovariate(0.3), sum_, "family")


def live(world: World) -> list[Household]:
    """Give every migrant one to three households to keep, shared with brothers and sisters abroad; run their lives."""
    dice = world.dice
    houses: dict[str, list[Household]] = {}
    for payer in world.payers:
        if payer.origin is None:
            continue
        known = houses.setdefault(payer.origin, [])
        for rank in range(dice.choices((0, 1, 2, 3), (7, 60, 24, 9))[0]):
            if known and dice.random() < 0.33:
                house = dice.choice(known[-400:])
                if dice.random() < 0.6 and not house.payers[1:]:
                    payer.family = house.members[0].family
            else:
                house = household(world, payer.origin, payer.family if dice.random() < 0.6 else None)
                known.append(house)
            if payer in house.payers:
                continue
            house.payers.append(payer)
            _allowance(world, payer, house, (1.0, 0.45, 0.25)[min(rank, 2)])
            _seasons(world, payer, house)
            if dice.random() < 0.13:
                _small_asks(world, payer, house)
    every = [house for country in sorted(houses) for house in houses[country]]
    for house in every:
        _fates(world, house)
        # Brothers and sisters send each other the name to write, so one spelling serves them all.
        for elder, younger in pairwise(house.payers):
            world.told[younger.index, house.members[0].index] = elder.index
    _storms(world, every)
    return every
