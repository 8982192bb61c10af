"""Paid work from afar and nearby: designers, assistants, tutors, sitters."""

from __future__ import annotations

import numpy as np

from . import clock, notes
from .book import Account
from .ledger import FOREIGN, PRICE, ROUND, spread
from .world import World

_LANDS = {"PH": 0.42, "IN": 0.2, "CO": 0.1, "RO": 0.1, "KE": 0.08, "NG": 0.1}


def write(world: World) -> None:
    """Employers of freelancers, families with an online tutor, parents with a sitter."""
    _freelancers(world)
    _tutors(world)
    _sitters(world)


def _grown(world: World, count: int, youngest: int = 24, oldest: int = 66) -> list[Account]:
    return [member for member in world.some(world.members, count * 2) if youngest <= member.age <= oldest][:count]


def _freelancers(world: World) -> None:
    """Some work each week for one employer, others finish small jobs for many, paid at delivery, even at night."""
    rng = world.rng
    for _ in range(world.scale(150, 4)):
        worker = world.book.open(world.choose(_LANDS), float(rng.integers(20, 46)))
        steady = world.chance(0.45)
        for employer in _grown(world, int(rng.integers(1, 3)) if steady else int(rng.integers(2, 14))):
            first = int(rng.integers(0, 300))
            if steady:
                days = clock.every(rng, float(rng.choice([7, 14, 30])), 0.8, first, first + int(rng.integers(30, 330)))
                dollars = np.full(days.size, float(spread(rng, 1, 130, 0.6)[0])) * rng.choice(
                    [1, 1, 1, 1.25], days.size
                )
            else:
                days = clock.some_days(rng, 1 + int(rng.poisson(1.6)), first, first + 90)
                dollars = spread(rng, days.size, 55, 0.7)
            minutes = clock.at(rng, days, "office" if steady else "evening", employer.shift)
            world.ledger.pay(
                employer.index, worker.index, minutes, dollars, "freelancer_employer",
                notes.pick(rng, "work", days.size), style=FOREIGN if world.chance(0.3) else ROUND,
            )  # fmt: skip


def _tutors(world: World) -> None:
    """Lessons keep their hour in the week; a single learner or a parent pays after each, or for four at once."""
    rng = world.rng
    for _ in range(world.scale(60, 2)):
        tutor = world.book.open(world.choose(_LANDS), float(rng.integers(20, 60)), woman=world.chance(0.7))
        price = float(rng.choice([8, 10, 12, 15, 20, 25]))
        for learner in _grown(world, int(rng.integers(2, 16)), 17, 60):
            first = int(rng.integers(0, 320))
            step = float(rng.choice([3.5, 7, 7, 28]))
            days = clock.every(rng, step, 0.3, first, first + int(rng.integers(10, 200)))
            hour = float(rng.choice([7, 12, 18, 19, 20, 21, 22]))
            minutes = days * float(clock.MINUTES) + hour * 60 + rng.normal(55, 14, days.size)
            world.ledger.pay(
                learner.index, tutor.index, minutes, price * (4 if step == 28 else 1), "freelancer_employer",
                notes.pick(rng, "work", days.size),
            )  # fmt: skip


def _sitters(world: World) -> None:
    """Teenagers who sit, mow and teach the drums are paid late in the evening by several unrelated grown-ups."""
    rng = world.rng
    teens = [member for member in world.members if member.age <= 19]
    for sitter in world.some(teens, round(len(teens) * 0.13)):
        near = [m for m in world.some(world.members, 500) if m.country == sitter.country and 28 <= m.age <= 60]
        for parent in near[: int(rng.integers(1, 7))]:
            days = clock.some_days(rng, 1 + int(rng.gamma(0.8, 5)), int(rng.integers(0, 200)))
            world.ledger.pay(
                parent.index, sitter.index, clock.at(rng, days, "evening", 1.2), spread(rng, days.size, 34, 0.4),
                "freelancer_employer", notes.pick(rng, "split", days.size), style=PRICE,
            )  # fmt: skip
