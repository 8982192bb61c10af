"""Partners abroad, and those who only pretend to be one."""

from __future__ import annotations

import numpy as np

from benchmarks.apart.guests.agents.families import relative
from benchmarks.apart.guests.agents.ledger import Story
from benchmarks.apart.guests.agents.people import Payer, Receiver
from benchmarks.apart.guests.agents.places import DAYS, PAYOUT_SHARES, pick
from benchmarks.apart.guests.agents.rhythm import chance_days, salary_days
from benchmarks.apart.guests.agents.world import World

LOVE = Story("partner_abroad", "partner_receiver", "partner")


def courtship(world: World, payer: Payer, home: str | None = None) -> None:
    """From the first small gift to a monthly household; visits leave a gap, most courtships end within the year.

    A payer of either sex; some court two or three at a time, each believing to be the only one.
    """
    rng = world.rng
    home = home or pick(rng, PAYOUT_SHARES)
    for _ in range(int(rng.choice([1, 2, 3, 4], p=[0.72, 0.16, 0.08, 0.04]))):
        beloved = world.payee(20, 48, women=0.88, country=home)
        begin = float(rng.uniform(-250, DAYS - 30))
        end = begin + float(rng.choice([rng.uniform(15, 150), rng.uniform(150, 900)]))
        _give(world, payer, beloved, begin, min(end, float(DAYS)))
        if world.chance(0.18):
            # Her mother or sister comes to be paid as well.
            other = relative(world, beloved)
            days = chance_days(rng, max(begin + 60.0, 0.0), min(end, float(DAYS)), 50.0)
            world.pay(payer, other, days, world.around(60.0, 0.6, len(days)), LOVE, profile="evening")


def _give(world: World, payer: Payer, beloved: Receiver, begin: float, end: float) -> None:
    rng = world.rng
    days = chance_days(rng, begin, end, float(rng.choice([7, 14, 21, 30])))
    visit = begin + float(rng.uniform(60, 300))
    days = days[(days < visit) | (days > visit + rng.uniform(10, 30))]
    grown = np.clip((days - begin) / 200, 0, 1)
    level = float(world.around(48.0, 0.5, 1)[0]) * (1 + 1.8 * grown)
    world.pay(
        payer, beloved, days, level * world.around(1.0, 0.5, len(days)), LOVE,
        profile=str(rng.choice(["evening", "night", "any"], p=[0.45, 0.33, 0.22])),
    )  # fmt: skip
    if end - begin > 240 and world.chance(0.6):
        monthly = salary_days(rng, max(begin + 200, 0.0), end, "month")
        world.pay(payer, beloved, monthly, world.around(320.0, 0.3, len(monthly)), LOVE, profile="day")


def sisters(world: World) -> None:
    """Three or four women of one house, each with a foreign friend or two: cards get lost, another stands in.

    Seen from the counter: unrelated foreign men, one town, one phone, names that change.
    """
    rng = world.rng
    eldest = world.payee(24, 44, women=1.0)
    house = [eldest, *(relative(world, eldest) for _ in range(int(rng.integers(1, 4))))]
    for beloved in house:
        for _ in range(int(rng.choice([1, 2], p=[0.75, 0.25]))):
            payer = world.foreigner(28, 72, men=0.95)
            begin = float(rng.uniform(-100, DAYS - 40))
            end = min(begin + float(rng.uniform(30, 500)), float(DAYS))
            _give(world, payer, beloved, begin, end)
            if world.chance(0.4):
                stand_in = house[int(rng.integers(len(house)))]
                days = chance_days(rng, max(begin, 0.0), end, 60.0)
                world.pay(payer, stand_in, days, world.around(55.0, 0.6, len(days)), LOVE, profile="night")


def retired_in_law(world: World, payer: Payer) -> None:
    """An elder man married into a family: his wife's people, four surnames, school fees, hospital, a roof."""
    rng = world.rng
    first = world.payee(40, 70, women=0.7)
    people = [first, *(relative(world, first) for _ in range(int(rng.integers(1, 6))))]
    for receiver in people:
        days = chance_days(rng, 0.0, float(DAYS), float(rng.choice([20, 45, 90])))
        theme = str(rng.choice(["family", "school", "medical"]))
        world.pay(
            payer, receiver, days, world.around(float(rng.choice([35, 60, 120])), 0.5, len(days)),
            Story("family_support", "family_receiver", theme), profile="evening",
        )  # fmt: skip


def romance_fraud(world: World) -> Payer:
    """A lonely elder pays a story that grows: the ticket, the customs fee, the bond; new names to pay."""
    rng = world.rng
    payer = world.foreigner(48, 78, men=0.55)
    names = [world.known("fraud", fame=1.2) for _ in range(int(rng.choice([1, 2, 3], p=[0.6, 0.28, 0.12])))]
    begin = float(rng.uniform(0, DAYS - 40))
    count = int(np.clip(rng.lognormal(2.1, 0.6), 3, 40))
    days = np.floor(begin + np.cumsum(rng.gamma(1.0, rng.choice([4.0, 9.0]), count)))
    sums = float(world.around(90.0, 0.5, 1)[0]) * np.exp(np.linspace(0, rng.uniform(0.8, 2.6), count))
    sums = np.minimum(sums * world.around(1.0, 0.3, count), 4500)
    turn = np.sort(rng.integers(0, len(names), count))
    for number, receiver in enumerate(names):
        mine = turn == number
        story = Story("romance_fraud_victim", "romance_fraud_receiver", "court")
        world.pay(payer, receiver, days[mine], sums[mine], story, profile="day" if world.chance(0.6) else "evening")
    return payer
