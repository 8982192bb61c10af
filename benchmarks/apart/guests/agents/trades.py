"""Work and goods from abroad: freelancers, tutors, sellers, game boosters, performers tipped by adults."""

from __future__ import annotations

import numpy as np

from benchmarks.apart.guests.agents.ledger import Story
from benchmarks.apart.guests.agents.people import Payer
from benchmarks.apart.guests.agents.places import DAYS, offsets
from benchmarks.apart.guests.agents.rhythm import chance_days, salary_days, span
from benchmarks.apart.guests.agents.world import World


def employ(world: World, payer: Payer) -> None:
    """One to four assistants, editors or bookkeepers, paid by the week, fortnight or piece."""
    rng = world.rng
    story = Story("freelancer_employer", "freelancer", "work")
    for _ in range(int(rng.choice([1, 2, 4], p=[0.66, 0.24, 0.1]))):
        worker = world.known("freelancer", fame=1.15)
        first, last = span(rng)
        if world.chance(0.6):
            days = salary_days(
                rng, first, min(last, first + float(rng.uniform(60, 500))), str(rng.choice(["month", "fortnight"]))
            )
            sums = world.around(float(world.around(170.0, 0.6, 1)[0]), 0.15, len(days))
        else:
            days = chance_days(rng, first, min(last, first + 200.0), 24.0)
            sums = world.around(65.0, 0.8, len(days))
        world.pay(
            payer, worker, days, sums, story, profile=str(rng.choice(["day", "evening", "night"], p=[0.5, 0.3, 0.2]))
        )


def learn(world: World, payer: Payer) -> None:
    """Lessons with a tutor who teaches dozens abroad: the same small fee weekly, in packs, in the evening."""
    rng = world.rng
    fee = float(rng.choice([8, 10, 12, 15, 20, 25])) * float(rng.choice([1, 1, 4, 5]))
    first, last = span(rng)
    days = chance_days(rng, first, min(last, first + float(rng.uniform(20, 260))), 8.0 if fee < 30 else 30.0)
    story = Story("freelancer_employer", "freelancer", "lesson")
    world.pay(payer, world.known("tutor", fame=1.6), days, np.full(len(days), fee), story, profile="evening")


def collect_things(world: World, payer: Payer) -> None:
    """Crafts, cards, shells, guitars: odd prices plus post, from one seller or several, often late at night."""
    rng = world.rng
    story = Story("hobby_purchase", "seller", "order")
    for _ in range(int(rng.choice([1, 2, 3, 6], p=[0.6, 0.22, 0.12, 0.06]))):
        seller = world.known("seller", fame=2.2)
        first, last = span(rng)
        days = chance_days(rng, first, last, float(rng.choice([20, 60, 160, 320])))
        prices = world.around(34.0, 0.8, len(days)) + float(rng.choice([0.0, 4.5, 7.9]))
        world.pay(
            payer, seller, days, prices, story, profile=str(rng.choice(["evening", "night", "any"], p=[0.4, 0.4, 0.2]))
        )


def game(world: World) -> Payer:
    """A young player buys boosts, skins or an account: a burst over hours, bigger when it is a whole account."""
    rng = world.rng
    payer = world.foreigner(15, 27, men=0.85, partners=1, young=True)
    story = Story("hobby_purchase", "seller", "game")
    releases = np.array([38.0, 137.0, 242.0, 311.0, 402.0, 497.0])
    for _ in range(int(rng.choice([1, 2, 3], p=[0.6, 0.25, 0.15]))):
        # New seasons of the games bring everybody out in the same fortnight.
        start = float(rng.choice(releases) + rng.exponential(9.0) if world.chance(0.6) else rng.uniform(1, DAYS - 10))
        count = int(rng.choice([1, 2, 3, 5, 8], p=[0.38, 0.25, 0.17, 0.13, 0.07]))
        when = np.floor(start) + rng.normal(21.0, 2.5) / 24 + np.cumsum(rng.exponential(0.35, count))
        sums = world.around(float(rng.choice([12, 25, 60, 140], p=[0.35, 0.35, 0.2, 0.1])), 0.5, count)
        world.ledger.pay(payer, world.known("booster", fame=1.8), when, sums, story)
    return payer


def tip(world: World, payer: Payer) -> None:
    """Adults tip adult performers: at the hour of the show, several payers at once, a few of them again and again."""
    rng = world.rng
    story = Story("hobby_purchase", "freelancer", "tip")
    ahead = offsets(payer.zone)[0]
    for _ in range(int(rng.choice([1, 2, 4, 7], p=[0.5, 0.25, 0.17, 0.08]))):
        performer = world.known("performer", fame=1.5)
        # Shows are on a fixed day and hour of the performer, whatever hour that is for those who watch.
        weekday, utc_hour = performer.index % 7, 12 + performer.index * 7 % 15
        count = int(np.clip(rng.lognormal(1.0, 1.0), 1, 60))
        weeks = np.sort(rng.integers(0, DAYS // 7, count))
        when = weeks * 7.0 + weekday + (utc_hour + ahead) / 24 + rng.exponential(0.03, count)
        sums = world.around(float(world.around(26.0, 0.5, 1)[0]), 0.45, count)
        world.ledger.pay(payer, performer, when, sums, story)
