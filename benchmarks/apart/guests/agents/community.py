"""Charities, cashiers that many pay, chips agents, travellers who pay themselves, and one-off kindness."""

from __future__ import annotations

import numpy as np

from benchmarks.apart.guests.agents.ledger import Story
from benchmarks.apart.guests.agents.people import Payer
from benchmarks.apart.guests.agents.places import DAYS, PAYOUT_SHARES, pick
from benchmarks.apart.guests.agents.rhythm import STORMS, chance_days, salary_days, span
from benchmarks.apart.guests.agents.world import World


def donate(world: World, payer: Payer) -> None:
    """A parish, a feeding programme, a shelter: a small monthly sum, or help after a storm; the founder collects."""
    rng = world.rng
    charity = world.known("charity", fame=1.8)
    story = Story("donation", "charity", "gift")
    if world.chance(0.55):
        days = salary_days(rng, *span(rng), "month")
        world.pay(
            payer,
            charity,
            days,
            np.full(len(days), float(rng.choice([10, 15, 20, 25, 30, 40, 50, 100]))),
            story,
            profile="evening",
        )
    else:
        days = chance_days(rng, *span(rng), 170.0)
        world.pay(payer, charity, days, world.around(55.0, 0.7, len(days)), story, profile="any")
    storms = np.array([day for day, _ in STORMS[charity.country]])
    struck = storms[rng.random(len(storms)) < 0.3] + float(rng.integers(1, 9))
    world.pay(payer, charity, struck, world.around(60.0, 0.6, len(struck)), story, profile="evening")


def book(world: World, payer: Payer) -> None:
    """A guest house, a dive school, a clinic: a deposit and a balance, most people once, and never again."""
    rng = world.rng
    hub = world.known("hub", fame=1.6)
    start = float(rng.uniform(5, DAYS - 40))
    days = np.array([start, start + float(rng.integers(3, 40))])[: int(rng.choice([1, 2]))]
    world.pay(
        payer,
        hub,
        np.floor(days),
        world.around(140.0, 0.7, len(days)),
        Story("hub_payment", "hub", "booking"),
        profile="evening",
    )


def play_chips(world: World, payer: Payer) -> None:
    """Credit with an agent of an online card room: round sums, at night, several an evening, chasing losses."""
    rng = world.rng
    agent = world.known("chips", fame=1.3)
    first, last = span(rng)
    evenings = chance_days(rng, first, min(last, first + float(rng.uniform(10, 220))), float(rng.choice([4, 9, 20])))
    repeat = rng.geometric(0.6, len(evenings))
    when = np.repeat(evenings, repeat) + rng.normal(22.8, 1.8, int(repeat.sum())) / 24
    lift = np.exp(np.linspace(0, rng.uniform(0, 0.9), len(when)))
    stake = float(rng.choice([10, 20, 30, 50]))
    world.ledger.pay(payer, agent, when, stake * lift, Story("hub_payment", "hub", "stake"))


def travel_cash(world: World, payer: Payer) -> None:
    """A traveller sends cash to their own passport name and draws it at the counter."""
    rng = world.rng
    me = world.register.receiver(pick(rng, PAYOUT_SHARES), payer.born, woman=False, name=payer.accounts[0].name.title())
    start = float(rng.uniform(0, DAYS - 30))
    days = np.floor(start + np.cumsum(rng.exponential(5.0, int(rng.integers(1, 6)))))
    world.pay(
        payer, me, days, world.around(180.0, 0.5, len(days)), Story("ordinary", "ordinary", "self"), profile="any"
    )


def kindness(world: World, payer: Payer) -> None:
    """Money for a friend, a former nanny, a stranger's hospital bill: once or now and then, to somebody unconnected."""
    rng = world.rng
    for _ in range(int(rng.choice([1, 2, 3], p=[0.75, 0.18, 0.07]))):
        friend = world.payee(20, 65, women=0.6)
        count = int(rng.choice([1, 2, 3, 6], p=[0.5, 0.24, 0.16, 0.1]))
        days = np.sort(np.floor(rng.uniform(0, DAYS, count)))
        theme = str(rng.choice(["family", "medical", "feast", "school"]))
        world.pay(
            payer, friend, days, world.around(50.0, 0.7, count), Story("ordinary", "ordinary", theme), profile="any"
        )
