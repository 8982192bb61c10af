"""Gifts and schooling from abroad: parishes, small charities, sponsored children, students in the city."""

from __future__ import annotations

import numpy as np

from benchmarks.apart.guests.postbank.ledger import Story
from benchmarks.apart.guests.postbank.money import lognormal
from benchmarks.apart.guests.postbank.people import Payer
from benchmarks.apart.guests.postbank.places import STORMS
from benchmarks.apart.guests.postbank.seasons import CHRISTMAS, DAY_OF_MONTH, WAKING, minutes, some, spaced, within
from benchmarks.apart.guests.postbank.world import World


def donors(world: World, number: int, migrants: list[Payer]) -> None:
    """Donors to small charities, whose purse is one woman's passbook: monthly, at Christmas, after storms."""
    rng = world.rng
    story = Story(
        "donation", "charity", texts=("donation", "children's home", "feeding", "typhoon relief", "church", "gift")
    )
    runners = world.draw([person for person in world.people.adults if person.age > 35], world.count(22, 3))
    for _ in range(number):
        payer = world.pick(migrants) if rng.random() < 0.3 else world.foreigner((57, 13), male=0.5)
        for runner in world.draw(runners, int(rng.choice((1, 1, 1, 2)))):
            storms = [day + int(rng.integers(1, 9)) for day, region in STORMS if region == runner.city.region]
            once = within([*storms, CHRISTMAS - int(rng.integers(0, 20))])
            if rng.random() < 0.45:
                day = int(rng.integers(1, 28))
                days = np.flatnonzero(day == DAY_OF_MONTH)[int(rng.integers(0, 6)) :]
                usd = float(rng.choice((15, 25, 30, 50, 100))) * np.ones(days.size)
            else:
                days = once[rng.random(once.size) < 0.7]
                usd = lognormal(rng, 60, 0.8, days.size)
            world.send(payer, runner, days, minutes(rng, WAKING, days.size), usd, story=story)


def sponsors(world: World, number: int, migrants: list[Payer]) -> None:
    """Sponsors and godparents of students: a stranger abroad who pays a teenager's account, term by term.

    From outside this is an adult who pays a minor; references speak of uniforms and projects because there are.
    """
    rng = world.rng
    words = ("school fees", "uniform", "school project", "allowance", "tuition", "boarding house", "books")
    story = Story("student_support", "student", texts=words)
    students = [person for person in world.people.adults if person.age < 24] + world.people.minors
    for _ in range(number):
        payer = world.pick(migrants) if rng.random() < 0.55 else world.foreigner((58, 11))
        for student in world.draw(students, int(rng.choice((1, 1, 1, 2, 3)))):
            start = int(rng.integers(-100, 300))
            days = spaced(rng, float(rng.choice((14, 30, 30, 60))), start, start + 380, shape=8)
            usd = lognormal(rng, float(rng.choice((25, 50, 120))), 0.3, days.size)
            world.send(payer, student, days, minutes(rng, WAKING, days.size), usd, story=story)


def once_only(world: World, number: int) -> None:
    """Friends who pay back, travellers who reserve a room, sellers of land: a payment or two and no more."""
    rng = world.rng
    story = Story(
        "ordinary", "ordinary", texts=("accommodation", "deposit", "thank you", "van rental", "reunion", "pay back")
    )
    for _ in range(number):
        country = None if rng.random() < 0.6 else "US"
        payer = world.foreigner((45, 14), country=country)
        days = some(rng, int(rng.geometric(0.55)))
        usd = lognormal(rng, 95, 0.9, days.size)
        world.send(payer, world.pick(world.people.adults), days, minutes(rng, WAKING, days.size), usd, story=story)
