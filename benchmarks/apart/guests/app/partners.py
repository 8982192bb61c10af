"""Partners and friends abroad, whom people met on a journey or on a screen."""

import numpy as np

from benchmarks.apart.guests.app.moments import in_week
from benchmarks.apart.guests.app.people import SETTLED, STUDENT, TEEN, WORKER
from benchmarks.apart.guests.app.places import INDEX
from benchmarks.apart.guests.app.weeks import WEEKS
from benchmarks.apart.guests.app.world import World


def partners(world: World) -> None:
    """Love across a distance: irregular, at all hours, growing, with a gap while visiting; it ends at last."""
    rng, people, parties = world.rng, world.people, world.parties
    homes = [INDEX[code] for code in ("PH", "PH", "CO", "UA", "RO", "MA", "GH", "ES")]
    grown = (people.stage != TEEN) & (people.origin == people.country)
    for row in world.some(grown, world.scaled(110, 3), np.where(people.stage >= WORKER, 2.0, 0.6)).tolist():
        to = [parties.add_person(rng, int(rng.choice(homes)))]
        if rng.random() < 0.2:
            to.append(parties.add_person(rng, parties.country[to[0]], parties.name[to[0]].split(" ", 1)[1]))
        first = int(rng.integers(people.join[row], people.leave[row]))
        count = 2 + int(rng.gamma(1.2, 12))
        weeks = first + np.cumsum(rng.exponential(rng.uniform(0.8, 3.0), count)).astype(np.int64)
        visit = first + int(rng.integers(8, 40))
        weeks = weeks[(weeks < WEEKS) & ((weeks < visit) | (weeks > visit + 3))]
        growth = np.linspace(1, rng.uniform(0.9, 2.8), max(1, len(weeks)))[: len(weeks)]
        euros = rng.lognormal(3.9, 0.5) * growth * rng.lognormal(0, 0.4, len(weeks))
        world.write("partner", np.full(len(weeks), row), np.where(rng.random(len(weeks)) < 0.88, to[0], to[-1]),
                    in_week(rng, weeks, "late"), euros, habit=str(rng.choice(["own", "theirs"])), fee=True)  # fmt: skip


def online_friends(world: World) -> None:
    """Adults who chat with several adults abroad and help them now and then, late, with small sums.

    A friend who is good company has many such payers, who know nothing of each other.
    """
    rng, people, parties = world.rng, world.people, world.parties
    homes = [INDEX[code] for code in ("PH", "PH", "CO", "CO", "UA", "RO", "GH")]
    liked = [parties.add_person(rng, int(rng.choice(homes))) for _ in range(world.scaled(22, 2))]
    charm = rng.pareto(1.2, len(liked)) + 0.3
    lonely = np.where(people.male, 2.0, 0.7) * np.where(people.stage >= SETTLED, 2.0, 0.6)
    for row in world.some((people.stage != TEEN) & (people.stage != STUDENT), world.scaled(60, 3), lonely).tolist():
        size = min(len(liked), 1 + int(rng.poisson(1.4)))
        friends = rng.choice(liked, size=size, replace=False, p=charm / charm.sum())
        first, count = int(rng.integers(people.join[row], people.leave[row])), 2 + int(min(60, rng.pareto(1.1) * 6))
        weeks = first + np.cumsum(rng.exponential(2.4, count)).astype(np.int64)
        weeks = weeks[weeks < WEEKS]
        # Help is for a reason of the day, so sums do not climb; festive weeks and bad weather cost more.
        euros = rng.lognormal(3.4, 0.3) * rng.lognormal(0, 0.5, len(weeks))
        world.write("partner", np.full(len(weeks), row), rng.choice(friends, len(weeks)),
                    in_week(rng, weeks, "night" if rng.random() < 0.5 else "late"), euros,
                    habit=str(rng.choice(["own", "theirs"])), fee=True)  # fmt: skip
