"""The young in ordinary life: pocket money, babysitting, resold trainers, class trips."""

from __future__ import annotations

from typing import Final

import numpy as np

from benchmarks.apart.guests.bank.almanac import DAYS, MONTH_START, MONTHS, hour
from benchmarks.apart.guests.bank.world import World

SITTING: Final = ("barnevakt", "takk for hjelpen", "hund", "plenklipping", "takk", "lordag", "hei", "pizza")
RESALE: Final = ("sko", "billett", "str 42", "hoodie", "skin", "jakke", "lodd")
TRIP: Final = ("klassetur", "dugnad", "russ", "cup", "hyttetur", "julebord", "gave laerer", "bursdag")


def pocket_money(world: World) -> None:
    """Weekly by standing order or monthly by hand, from a parent who banks here."""
    rng, people = world.rng, world.people
    ages = people.ages()
    for child in np.flatnonzero((people.parent >= 0) & (ages < 19)):
        if rng.random() < 0.55:
            to, parent = world.receivers.customer(int(child)), int(people.parent[child])
            kroner = float(rng.choice([200, 300, 400, 500, 800]))
            for month in range(int(rng.integers(0, 14)), MONTHS):
                at = float(MONTH_START[month]) + hour(rng, "batch")
                world.ledger.add(at, kroner, parent, to, "ordinary", channel="standing", text="ukepenger")
                if rng.random() < 0.4:
                    extra = MONTH_START[month] + rng.integers(1, 28) + hour(rng, "evening")
                    world.send(extra, rng.lognormal(5.2, 0.6), parent, to, "ordinary", ("kino", "mat", "klaer", "buss"))


def sitters(world: World) -> None:
    """A girl or boy next door minds children or dogs for some families, paid when they come home near midnight."""
    rng, people = world.rng, world.people
    ages = people.ages()
    for sitter in world.choose((ages >= 13) & (ages < 21), world.number(150, 6)):
        to = world.receivers.customer(sitter)
        homes = (people.city == people.city[sitter]) & (ages > 26) & (ages < 58)
        for payer in world.choose(homes, int(rng.integers(1, 6))):
            for at in rng.uniform(0, DAYS, 1 + int(rng.poisson(3))):
                friday = at - at % 7 + float(rng.choice([4, 5, 5, 2]))
                moment = friday + hour(rng, str(rng.choice(["night", "evening"])))
                world.send(moment, rng.lognormal(5.7, 0.4), payer, to, "ordinary", SITTING, blank=0.55)


def resellers(world: World) -> None:
    """Young traders of trainers, tickets and game skins: a drop brings several payments within hours."""
    rng, people = world.rng, world.people
    ages = people.ages()
    buyers = (ages >= 13) & (ages < 27)
    for seller in world.choose((ages >= 15) & (ages < 26), world.number(32, 3), untouched=True):
        to = world.receivers.customer(seller, "seller")
        for drop in rng.uniform(0, DAYS, int(rng.integers(2, 9))):
            start = drop // 1 + hour(rng, str(rng.choice(["evening", "night", "after_school"])))
            price = float(rng.lognormal(6.3, 0.7))
            for payer in world.choose(buyers, 1 + int(rng.poisson(4))):
                if payer == seller:
                    continue
                at = start + float(rng.exponential(0.15))
                for _ in range(1 + int(rng.random() < 0.2)):
                    world.send(at, price * rng.lognormal(0, 0.25), payer, to, "hobby_purchase", RESALE, blank=0.5)
                    at += float(rng.exponential(0.3))


def treasurers(world: World) -> None:
    """Whoever books the cabin or the cup collects from twenty others in two days."""
    rng, people = world.rng, world.people
    ages = people.ages()
    for treasurer in world.choose((ages > 16) & (ages < 60), world.number(130, 5), untouched=True):
        to = world.receivers.customer(treasurer, "collector")
        near = (people.city == people.city[treasurer]) & (np.abs(ages - ages[treasurer]) < 9)
        circle = world.choose(near, int(rng.integers(5, 20)))
        for trip in rng.uniform(0, DAYS, int(rng.integers(1, 5))):
            price = float(rng.choice([50, 100, 150, 250, 400, 600, 1200]))
            for payer in circle:
                if payer != treasurer and rng.random() < 0.75:
                    at = trip // 1 + float(np.ceil(rng.exponential(1.2))) + hour(rng, "evening")
                    world.ledger.add(
                        at, price, payer, to, "ordinary", text=str(rng.choice(TRIP)) if rng.random() < 0.6 else None
                    )


def grow_up(world: World) -> None:
    """Everything above."""
    pocket_money(world)
    sitters(world)
    resellers(world)
    treasurers(world)
