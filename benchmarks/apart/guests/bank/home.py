"""Life at home between accounts: rent, friends who split and lend, family, and monthly charities."""

from __future__ import annotations

from typing import Final

import numpy as np

from benchmarks.apart.guests.bank.almanac import DAYS, MONTH_START, MONTHS, Floats, Ints, hours, months_of
from benchmarks.apart.guests.bank.world import World

TEXTS: Final = (
    "takk", "pizza", "bensin", "taxi", "gave", "mat", "lunsj", "ol", "kino", "bursdag", "hytte", "skyldte deg", "kaffe",
    "billett", "til deg", "trening", "snop", "for i gar", "barnehage", "strom", "husleie", "thanks", "gift", "lan",
    "hei", "her", "betaling", "spill", "haster", "klaer",
)  # fmt: skip
CHARITIES: Final = (
    "Nordlys Barnehjelp", "Fjordens Rode Hjelp", "Skogvern", "Kirkens Matsal", "Leger i Nord", "Redningsflaten",
    "Kreftstotten", "Dyrevennene", "Menighet Vest", "Vannfondet",
)  # fmt: skip


def _friends(world: World) -> Ints:
    """Five people of about the same age and town for each person; customers or, for two in five, of other banks."""
    rng, people = world.rng, world.people
    order = np.lexsort((people.born, people.city))
    place = np.empty(people.count, dtype=np.int64)
    place[order] = np.arange(people.count)
    steps = np.round(rng.normal(0, 14, (people.count, 5))).astype(np.int64)
    steps[steps == 0] = 1
    near = order[np.clip(place[:, None] + steps, 0, people.count - 1)]
    outside = np.array([world.receivers.someone("NO", "ordinary") for _ in range(max(40, people.count // 3))])
    inside = np.array([world.receivers.customer(p) for p in range(people.count)])
    other = outside[rng.integers(0, len(outside), near.shape)]
    same = near == np.arange(people.count)[:, None]
    chosen: Ints = np.where((rng.random(near.shape) < 0.4) | same, other, inside[near]).astype(np.int64)
    return chosen


def _texts(rng: np.random.Generator, size: int, blank: float) -> list[str | None]:
    drawn, empty = rng.integers(0, len(TEXTS), size), rng.random(size) < blank
    return [None if hole else TEXTS[int(i)] for i, hole in zip(drawn, empty, strict=True)]


def _handed(rng: np.random.Generator, size: int, middle: float) -> Floats:
    """Sums between friends: half are round, half are a share of a bill."""
    exact = np.maximum(10.0, np.round(middle * rng.lognormal(0, 0.85, size)))
    return np.where(rng.random(size) < 0.5, np.maximum(50.0, np.round(exact / 50) * 50), exact)


def friends_and_family(world: World) -> None:
    """Payments by telephone number between acquaintances, on weekends and evenings, some after midnight."""
    rng, people = world.rng, world.people
    friends, slack, ages = _friends(world), world.slack(), people.ages()
    pace = np.select([ages < 26, ages < 50, ages < 68], [12.0, 9.5, 6.0], 2.5) * people.lively
    payer = np.repeat(np.arange(people.count), 1 + rng.poisson(pace))
    at = rng.integers(0, DAYS, len(payer)).astype(np.float64)
    weekday = at.astype(np.int64) % 7
    kept = rng.random(len(payer)) < slack[payer, months_of(at)] * np.where(weekday >= 4, 1.0, 0.7)
    payer, at = payer[kept], at[kept]
    at += hours(rng, {"day": 0.3, "evening": 0.5, "night": 0.14, "lunch": 0.06}, len(payer))
    closeness = np.minimum(rng.geometric(0.38, len(payer)) - 1, 4)
    kroner = _handed(rng, len(payer), 170) * np.where(ages[payer] < 18, 0.5, 1.0)
    text = _texts(rng, len(payer), 0.5)
    to = friends[payer, closeness]
    world.ledger.add_block(at, np.maximum(10.0, np.round(kroner)), payer, to, "ordinary", text=text)
    seconds = np.arange(people.count, people.accounts)
    idle = np.repeat(seconds, 1 + rng.poisson(3.0, len(seconds)))
    moments = rng.uniform(0, DAYS, len(idle))
    to = friends[people.owner[idle], 0]
    world.ledger.add_block(
        moments, _handed(rng, len(idle), 400), idle, to, "ordinary", text=_texts(rng, len(idle), 0.6)
    )


def landlords(world: World) -> None:
    """Rent on the first or after payday by standing order: to an agency or a private owner."""
    rng, people = world.rng, world.people
    ages = people.ages()
    agencies = [
        world.receivers.someone("NO", "hub", name=name) for name in ("Byleie AS", "Hybelhuset AS", "Studentboliger")
    ]
    for tenant in world.choose((ages > 18) & (ages < 62), round(people.count * 0.055)):
        agency = rng.random() < 0.5
        to = int(rng.choice(agencies)) if agency else world.receivers.someone("NO", "ordinary")
        rent = float(round(rng.uniform(4_500, 17_000) / 100) * 100)
        begin = int(rng.integers(-8, 16))
        for month in range(max(0, begin), min(MONTHS, begin + int(rng.integers(8, 40)))):
            at = float(MONTH_START[month]) + int(people.payday[tenant] % 20) * 0.5 // 1 + 0.256
            kind = "hub_payment" if agency else "ordinary"
            world.ledger.add(
                at, rent, tenant, to, kind, channel="standing", text="husleie" if rng.random() < 0.5 else None
            )
            if month % 12 == 5:
                rent = float(round(rent * 1.035))


def charities_at_home(world: World) -> None:
    """Monthly givers, and one-off gifts by telephone on the evening of the televised collection in October."""
    rng, people = world.rng, world.people
    ages = people.ages()
    houses = [world.receivers.someone("NO", "charity", name=name) for name in CHARITIES]
    for giver in world.choose(ages > 24, round(people.count * 0.04)):
        to, kroner = int(rng.choice(houses)), float(rng.choice([100, 150, 200, 250, 300, 500]))
        begin = int(rng.integers(-20, 20))
        for month in range(max(0, begin), min(MONTHS, begin + int(rng.integers(10, 50)))):
            at = float(MONTH_START[month]) + int(people.payday[giver]) - 1 + 0.256
            world.ledger.add(
                at, kroner, giver, to, "donation", channel="standing", text="gave" if rng.random() < 0.3 else None
            )
    for evening in (293, 657):
        givers = np.array(world.choose(ages > 16, round(people.count * 0.05)), dtype=np.int64)
        moments = evening + hours(rng, {"evening": 1.0}, len(givers))
        gifts = rng.choice([100.0, 200.0, 300.0, 500.0], len(givers))
        to_house = np.full(len(givers), houses[evening % len(houses)], dtype=np.int64)
        world.ledger.add_block(moments, gifts, givers, to_house, "donation", text=_texts(rng, len(givers), 0.9))


def stay_home(world: World) -> None:
    """Everything above."""
    landlords(world)
    charities_at_home(world)
    friends_and_family(world)
