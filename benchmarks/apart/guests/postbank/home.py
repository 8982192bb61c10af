"""Life at home: bills, load, loans, shares, school, rent and games, paid from wallets and passbooks."""

from __future__ import annotations

from typing import Final

import numpy as np

from benchmarks.apart.guests.postbank.families import support
from benchmarks.apart.guests.postbank.ledger import Story
from benchmarks.apart.guests.postbank.money import lognormal
from benchmarks.apart.guests.postbank.people import Payer, Person
from benchmarks.apart.guests.postbank.seasons import (
    DAY_OF_MONTH,
    EVENING,
    MONTH,
    NIGHT,
    SCHOOL_OPENS,
    WAKING,
    WEEKDAY,
    minutes,
    some,
    spaced,
    wage_days,
    within,
)
from benchmarks.apart.guests.postbank.world import World

BILL: Final = Story("ordinary", "ordinary", even=0.05)
LOAD: Final = Story("ordinary", "ordinary", even=1.0)
BETWEEN: Final = Story(
    "ordinary", "ordinary", texts=("utang", "ambag", "bayad", "food", "thanks", "share ko"), talk=0.3
)
SHARES: Final = Story("ordinary", "collector", texts=("paluwagan", "hulog"), even=1.0, talk=0.4)
RENT: Final = Story("ordinary", "collector", texts=("rent", "boarding house", "upa"), even=1.0)
SHOPPING: Final = Story("hobby_purchase", "seller", texts=("order", "sf", "mine", "live selling"), even=0.4, talk=0.3)
TUITION: Final = Story("student_support", "ordinary", texts=("tuition", "misc fee"), even=0.2)
ALLOWANCE: Final = Story("student_support", "student", texts=("baon", "allowance", "project"), talk=0.3)


def lives(world: World, number: int, shops: list[Person]) -> list[Person]:
    """Payers at home: each with bills and load, and a few of the other habits."""
    rng = world.rng
    holders = [person for person in world.people.people if person.age >= 15 and person.wallet_like]
    chosen = world.draw(holders, number)
    landlords = world.draw([person for person in world.people.adults if person.age > 40], world.count(60, 4))
    heads = world.draw([person for person in world.people.adults if person.age > 25], world.count(70, 4))
    for person in chosen:
        payer = world.at_home(person)
        _load(world, payer)
        _friends(world, payer, chosen)
        if person.age < 18:
            continue
        _bills(world, payer)
        if rng.random() < 0.15:
            hand = float(rng.choice((3.5, 8.8, 17.5)))
            _regular(world, payer, world.pick(heads), SHARES, usd=hand, every=int(rng.choice((7, 15))))
        if rng.random() < 0.10:
            _regular(world, payer, world.pick(landlords), RENT, usd=float(rng.uniform(35, 130)), every=30)
        if rng.random() < 0.35:
            _shopping(world, payer, shops)
        if rng.random() < 0.09:
            _games(world, payer)
        if rng.random() < 0.20:
            _kin(world, payer, person)
    return chosen


def _bills(world: World, payer: Payer) -> None:
    """Light, water, the net and the loan: exact sums each month, late by some days."""
    rng = world.rng
    for kind, category, share, usd in (
        ("electric", "4900", 0.45, 31.0),
        ("internet", "4814", 0.22, 26.0),
        ("lending", "6012", 0.12, 44.0),
    ):
        if rng.random() < share:
            till = world.pick(world.till(kind, category, 6))
            days = np.flatnonzero(rng.integers(3, 27) == DAY_OF_MONTH) + rng.integers(0, 5, 14)
            days = within(days[rng.random(days.size) < 0.8])
            sums = usd * np.exp(0.5 * rng.standard_normal()) * rng.uniform(0.85, 1.15, days.size)
            world.send(payer, till, days, minutes(rng, WAKING, days.size), sums, story=BILL)


def _load(world: World, payer: Payer) -> None:
    """Prepaid load: tiny even sums, some at midnight when the promo ends."""
    rng = world.rng
    days = spaced(rng, float(rng.uniform(50, 180)))
    usd = rng.choice((0.9, 1.75, 1.75, 5.2), days.size)
    clock = NIGHT if rng.random() < 0.2 else WAKING
    world.send(payer, world.pick(world.till("load", "4814", 4)), days, minutes(rng, clock, days.size), usd, story=LOAD)


def _friends(world: World, payer: Payer, crowd: list[Person]) -> None:
    """Friends who split a bill, lend and pay back: a handful of faces over and over."""
    rng = world.rng
    for friend in world.draw(crowd, int(rng.poisson(1.6))):
        days = some(rng, int(rng.geometric(0.3)))
        usd = lognormal(rng, 9, 0.9, days.size)
        clock = EVENING if rng.random() < 0.5 else WAKING
        world.send(payer, friend, days, minutes(rng, clock, days.size), usd, story=BETWEEN)


def _regular(world: World, payer: Payer, to: Person, story: Story, *, usd: float, every: int) -> None:
    """A fixed sum at fixed gaps: the savings circle's hand, the landlady's rent."""
    rng = world.rng
    start = int(rng.integers(0, 300))
    days = spaced(rng, float(every), start, start + int(rng.integers(90, 400)), shape=60)
    world.send(payer, to, days, minutes(rng, WAKING, days.size), np.full(days.size, usd), story=story)


def _shopping(world: World, payer: Payer, shops: list[Person]) -> None:
    """Sellers who present clothes by video in the evening; the same ones serve buyers abroad."""
    rng = world.rng
    for shop in world.draw(shops, int(rng.integers(1, 4))):
        days = some(rng, int(rng.geometric(0.35)))
        usd = lognormal(rng, 8, 0.7, days.size)
        world.send(payer, shop, days, minutes(rng, EVENING, days.size), usd, story=SHOPPING)


def _games(world: World, payer: Payer) -> None:
    """Games of chance and game coins: runs of top-ups in one night, larger as it goes on, then nothing for weeks."""
    rng = world.rng
    till = world.pick(world.till("gaming", "7995", 3))
    for night in some(rng, int(rng.integers(2, 12))).tolist():
        n = int(rng.integers(1, 7))
        usd = lognormal(rng, 3.5, 0.5, n) * 1.3 ** np.arange(n)
        clock = np.minimum(1439, int(rng.integers(1200, 1380)) + np.sort(rng.integers(0, 120, n)))
        world.send(payer, till, np.full(n, night), clock, usd, story=LOAD)


def _kin(world: World, payer: Payer, person: Person) -> None:
    """City to province on the fifteenth and thirtieth; a child who boards; the school itself in June."""
    rng = world.rng
    others = [p for p in world.people.homes[int(rng.integers(0, len(world.people.homes)))] if p.wallet_like]
    child = [p for p in world.people.homes[person.household] if p.age < 23 and p.wallet_like and p is not person]
    if child and person.age > 33:
        days = np.flatnonzero((rng.integers(0, 2) == WEEKDAY) & ~np.isin(MONTH, (4, 5)))
        days = within(days[rng.random(days.size) < rng.uniform(0.2, 0.8)])
        usd = np.full(days.size, float(rng.uniform(3, 18)))
        world.send(payer, child[0], days, minutes(rng, WAKING, days.size), usd, story=ALLOWANCE)
    elif others and rng.random() < 0.8:
        support(world, payer, world.pick(others), float(lognormal(rng, 60, 0.5, 1)[0]), keen=0.6)
    if rng.random() < 0.3:
        days = within(SCHOOL_OPENS + rng.integers(-12, 60, 2))
        school = world.pick(world.till("academy", "8211", 12))
        usd = lognormal(rng, 90, 0.6, days.size)
        world.send(payer, school, days, minutes(rng, WAKING, days.size), usd, story=TUITION)


def pensions(world: World) -> None:
    """The state and a mill pay pensions and wages through the post office: one payer, very many receivers, one day."""
    rng = world.rng
    story = Story("hub_payment", "ordinary", texts=("pension", "payroll"), even=0.3, talk=0.6)
    for office in ("Pension Office", "Sugar Mill Payroll"):
        city = world.pick(world.people.adults).city
        till = world.people.merchant(office, "9399", city)
        payer = Payer(2_000_000 + len(world.home), "", office, 1990, city, (), till)
        world.home[till.id] = payer
        old = [p for p in world.people.adults if p.wallet_like and (p.age > 60) == (office == "Pension Office")]
        for person in world.draw(old, world.count(160, 10)):
            days = wage_days(rng, "month_start" if office == "Pension Office" else "home")
            world.send(
                payer, person, days, minutes(rng, WAKING, days.size), np.full(days.size, 95.0), story=story, strays=0.0
            )
