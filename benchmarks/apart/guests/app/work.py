"""Freelancers paid by the job and tutors paid by the lesson."""

import numpy as np

from benchmarks.apart.guests.app.moments import in_week
from benchmarks.apart.guests.app.people import OLDER, SETTLED, WORKER
from benchmarks.apart.guests.app.places import INDEX
from benchmarks.apart.guests.app.weeks import WEEKS
from benchmarks.apart.guests.app.world import World


def workers(world: World) -> None:
    """Small firms pay freelancers by the job; families pay tutors abroad by the lesson, many of them one tutor."""
    rng, people, parties = world.rng, world.people, world.parties
    homes = [INDEX[code] for code in ("PH", "PH", "UA", "RO", "NG", "CO", "GH")]
    payers = (people.stage == WORKER) | (people.stage == SETTLED) | (people.stage == OLDER)
    pool = [parties.add_person(rng, int(rng.choice(homes))) for _ in range(world.scaled(90, 3))]
    for row in world.some(payers, world.scaled(100, 3)).tolist():
        for freelancer in rng.choice(pool, size=int(rng.choice([1, 1, 2, 3, 4])), replace=True).tolist():
            first, count = int(rng.integers(people.join[row], people.leave[row])), 1 + int(rng.gamma(1, 9))
            weeks = first + np.cumsum(rng.choice([1, 1, 2, 2, 4, 6], count))
            weeks = weeks[weeks < WEEKS]
            world.write("freelance", np.full(len(weeks), row), np.full(len(weeks), freelancer),
                        in_week(rng, weeks, "office"), rng.lognormal(4.3, 0.6) * rng.lognormal(0, 0.35, len(weeks)),
                        habit=str(rng.choice(["own", "theirs", "exact"])), fee=True)  # fmt: skip
    for _ in range(world.scaled(24, 2)):
        tutor = parties.add_person(rng, int(rng.choice(homes)))
        price = float(rng.choice([9, 12, 15, 18, 25]))
        for row in world.some(payers, int(rng.integers(3, 16))).tolist():
            first, count = int(rng.integers(people.join[row], people.leave[row])), 1 + int(rng.gamma(1, 12))
            weeks = np.arange(first, min(WEEKS, first + count))
            weeks = weeks[rng.random(len(weeks)) < 0.8]
            lessons = rng.choice([1, 1, 1, 4], len(weeks))
            world.write("lesson", np.full(len(weeks), row), np.full(len(weeks), tutor), in_week(rng, weeks, "late"),
                        price * lessons, habit="own", fee=True)  # fmt: skip
