"""People who pay somebody abroad for work: remote assistants, designers, and tutors by the hour."""

from __future__ import annotations

import numpy as np

from benchmarks.apart.guests.union.chance import pick, popular, scaled, weighted, yes
from benchmarks.apart.guests.union.clock import DAY, every, hours
from benchmarks.apart.guests.union.ledger import Manner
from benchmarks.apart.guests.union.people import Person
from benchmarks.apart.guests.union.receivers import Receiver
from benchmarks.apart.guests.union.world import World, a_stay, moments

WORDS = ("invoice", "week 14", "hours", "design", "salary", "project", "balance", "bonus", "expenses")
LESSON_WORDS = ("lesson", "class", "4 lessons", "education", "tuition", "fees")


def _employ(world: World, rng: np.random.Generator, employer: Person, pool: list[Receiver]) -> None:
    """Weekly wages or by the job; the team changes, and the work is handed in at night before a deadline."""
    begin, end = a_stay(rng, employer, 30, 600)
    for _ in range(int(weighted(rng, {1: 0.45, 2: 0.25, 4: 0.2, 7: 0.1}))):
        hired = float(rng.uniform(begin, max(end - 5, begin + 1)))
        leaves = min(end, hired + float(rng.exponential(130)) + 4)
        weekly = yes(rng, 0.5)
        days = every(rng, hired, leaves, 7 if weekly else float(rng.uniform(10, 30)), 0.08 if weekly else 0.9)
        if not len(days):
            days = np.array([int(hired)], dtype=np.int64)
        at = moments(rng, employer, days)
        if yes(rng, 0.25):
            at = np.asarray(days * DAY + hours(rng, "night", len(days)), dtype=np.int64)
        wage = float(rng.lognormal(np.log(95), 0.55))
        dollars = wage * (1 + 0.004 * np.arange(len(at))) * rng.lognormal(0, 0.05 if weekly else 0.5, len(at))
        box = weighted(rng, {"send": 0.4, "get": 0.25, "bill": 0.35})
        world.ledger.pay(employer, pick(rng, pool), at, dollars, Manner("work", WORDS, box, 0.3, "salary"))


def _lessons(world: World, rng: np.random.Generator, learner: Person, tutor: Receiver) -> None:
    """A fixed price by the lesson, in the evening, small, and the same tutor has dozens of learners abroad."""
    days = every(rng, *a_stay(rng, learner, 20, 250), float(rng.choice([3.5, 7, 7, 14])), 0.3)
    at = np.asarray(days * DAY + hours(rng, "evening", len(days)), dtype=np.int64)
    price = float(rng.choice([9, 12, 15, 18, 25, 40]))
    box = pick(rng, ("get", "bill", "send"))
    world.ledger.pay(learner, tutor, at, np.full(len(at), price), Manner("work", LESSON_WORDS, box, 0.4, "education"))


def employers(world: World, rng: np.random.Generator) -> None:
    """Small firms without a firm's bank, and learners."""
    where = {"PH": 45, "IN": 15, "UA": 10, "RO": 8, "CO": 10, "KE": 6, "VN": 6}
    pool = [
        world.receivers.person(weighted(rng, where), women=0.5, rail=pick(rng, ("bank", "wallet")))
        for _ in range(scaled(world.senders(), 900, 20))
    ]
    tutors = [
        world.receivers.person(weighted(rng, {"PH": 60, "CO": 40})) for _ in range(scaled(world.senders(), 40, 3))
    ]
    share = popular(rng, len(tutors), 0.7)
    for person in world.people:
        if yes(rng, {"local": 0.13, "migrant": 0.01, "youth": 0.03}[person.role]):
            _employ(world, rng, person, pool)
        if yes(rng, {"local": 0.06, "migrant": 0.008, "youth": 0.07}[person.role]):
            _lessons(world, rng, person, tutors[int(rng.choice(len(tutors), p=share))])
