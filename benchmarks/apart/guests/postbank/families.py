"""Migrants and their kin: most of what comes in. Wage days, school, Christmas, storms, and everybody's cousin."""

from __future__ import annotations

from typing import Final

import numpy as np

from benchmarks.apart.guests.postbank.ledger import Story
from benchmarks.apart.guests.postbank.money import lognormal
from benchmarks.apart.guests.postbank.people import Payer, Person
from benchmarks.apart.guests.postbank.places import COUNTRIES, STORMS
from benchmarks.apart.guests.postbank.seasons import (
    AFTER_SHIFT,
    CHRISTMAS,
    DAYS,
    MONTH,
    SCHOOL_OPENS,
    SHOP,
    WAKING,
    minutes,
    some,
    wage_days,
    within,
)
from benchmarks.apart.guests.postbank.world import World

WORDS: Final = (
    "allowance", "for mama", "school fees", "medicine", "groceries", "house repair", "family support", "birthday",
    "tuition", "kuryente at tubig", "pasalubong", "hospital", "load po", "gift", "uniform", "medical bills",
    "education", "expenses", "for the kids", "internet",
)  # fmt: skip
KIN: Final = Story("family_support", "family_receiver", texts=WORDS)


def support(world: World, payer: Payer, to: Person, monthly: float, *, start: int = 0, keen: float = 0.82) -> None:
    """Wage-day support of one relative: steady, more at Christmas and when school opens, none in lean months."""
    rng = world.rng
    days = wage_days(rng, COUNTRIES[payer.city.country].wage if payer.partners else "home")
    days = days[(days >= start) & (rng.random(days.size) < keen)]
    per = monthly / (2.17 if days.size > 18 else 1.0)
    usd = per * np.exp(0.18 * rng.standard_normal(days.size))
    usd = usd * np.where(MONTH[days] == 12, 1.5, 1.0) * np.where(abs(days - SCHOOL_OPENS) < 20, 1.25, 1.0)
    # A bonus or a raise once a year: sums of ordinary people grow as well.
    usd = np.where(days > rng.integers(100, DAYS * 2), usd * 1.2, usd)
    shift = payer.partners and payer.partners[0].online and rng.random() < 0.3
    clock = SHOP if payer.partners and not payer.partners[0].online else AFTER_SHIFT if shift else WAKING
    world.send(payer, to, days, minutes(rng, clock, days.size), usd, story=KIN)
    _extras(world, payer, to, monthly, start)


def _extras(world: World, payer: Payer, to: Person, monthly: float, start: int) -> None:
    """Sickness, feasts, and storms: asked for by message at any hour, sent at once, so at night as often as not."""
    rng = world.rng
    calls = some(rng, int(rng.poisson(2.0)), start)
    storms = [
        day + int(rng.integers(0, 5)) for day, region in STORMS if region == to.city.region and rng.random() < 0.45
    ]
    feast = [CHRISTMAS - int(rng.integers(1, 14))] if rng.random() < 0.4 else []
    days = within([*calls.tolist(), *storms, *feast])
    days = days[days >= start]
    usd = lognormal(rng, max(18.0, monthly * 0.3), 0.7, days.size)
    world.send(payer, to, days, minutes(rng, WAKING if rng.random() < 0.5 else AFTER_SHIFT, days.size), usd, story=KIN)


def _elder(world: World, home: list[Person]) -> Person:
    """Whoever keeps the family's purse."""
    able = [person for person in home if person.age >= 18 and person.accounts]
    return world.pick(able) if able and world.rng.random() < 0.3 else able[0]


def migrants(world: World, number: int) -> list[Payer]:
    """Workers abroad, by household: one or two each, in the clans five to nine, who support one to five relatives."""
    rng = world.rng
    codes = list(COUNTRIES)
    weights = np.array([COUNTRIES[code].workers for code in codes])
    weights /= weights.sum()
    homes = [home for home in world.people.homes if any(p.age >= 18 and p.accounts for p in home)]
    made: list[Payer] = []
    while len(made) < number:
        home = world.pick(homes)
        size = int(rng.integers(5, 10)) if rng.random() < 0.02 else 1 + int(rng.random() < 0.35)
        for _ in range(min(size, number - len(made))):
            surname = home[0].surname if rng.random() < 0.6 else None
            payer = world.migrant(codes[int(rng.choice(len(codes), p=weights))], surname)
            made.append(payer)
            start = int(rng.integers(0, 330)) if rng.random() < 0.2 else 0
            budget = float(lognormal(rng, 290.0, 0.55, 1)[0])
            support(world, payer, _elder(world, home), budget, start=start)
            # Siblings, a spouse's parents, a child at school in the city: smaller and looser.
            for _ in range(int(rng.choice(4, p=(0.45, 0.33, 0.14, 0.08)))):
                other = home if rng.random() < 0.4 else world.pick(homes)
                able = [person for person in other if person.accounts and person.age >= 14]
                keen = float(rng.uniform(0.1, 0.6))
                support(world, payer, world.pick(able), budget * float(rng.uniform(0.1, 0.5)), start=start, keen=keen)
    return made


def neighbours(world: World, crowd: list[Payer]) -> None:
    """In a village without a counter, one with a wallet collects for six to fifteen families and takes the cash round.

    To the bank that is one woman whom many unrelated people pay from many countries.
    """
    rng = world.rng
    story = Story("family_support", "collector", texts=WORDS, talk=0.35)
    for collector in world.draw([person for person in world.people.adults if person.age > 30], world.count(26, 2)):
        for payer in world.draw(crowd, int(rng.integers(6, 16))):
            days = wage_days(rng, COUNTRIES[payer.city.country].wage)
            days = days[rng.random(days.size) < rng.uniform(0.2, 0.9)]
            usd = lognormal(rng, float(rng.uniform(35, 180)), 0.25, days.size)
            world.send(payer, collector, days, minutes(rng, WAKING, days.size), usd, story=story)


def seafarers(world: World) -> None:
    """Manning agencies pay the crew's allotments: one payer, hundreds of families, on two days of the month."""
    rng = world.rng
    story = Story("hub_payment", "family_receiver", texts=("allotment",), even=0.1, talk=0.8)
    for _ in range(world.count(6, 1)):
        agency = world.foreigner((40, 1), country=world.pick(("SG", "NO", "JP", "GB")))
        agency.given, agency.surname = "Crew Allotment", world.pick(("Pelagic", "Northstar", "Meridian", "Straits"))
        for person in world.draw(world.people.adults, world.count(70, 8)):
            days = wage_days(rng, "month_end")
            usd = float(lognormal(rng, 620, 0.4, 1)[0]) * np.ones(days.size)
            world.send(agency, person, days, minutes(rng, WAKING, days.size), usd, story=story, strays=0.0)
