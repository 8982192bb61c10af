"""Romance fraud: older people and one false love, growing sums with reasons, sometimes into accounts at home."""

import numpy as np

from benchmarks.apart.guests.app.moments import in_week
from benchmarks.apart.guests.app.places import INDEX
from benchmarks.apart.guests.app.weeks import WEEKS
from benchmarks.apart.guests.app.world import World


def write_romance(world: World) -> None:
    """Each victim pays one receiver for months; receivers take from one to five victims."""
    rng, people, parties = world.rng, world.people, world.parties
    seats = [INDEX[code] for code in ("NG", "GH", "GH", "CI", "PH", "UA")]
    grown = people.age() >= 38
    pool: list[int] = []
    for row in world.some(grown, world.scaled(34, 2)).tolist():
        if not pool or rng.random() < 0.6:
            pool.append(parties.add_person(rng, int(rng.choice(seats))))
        to = pool[-1] if rng.random() < 0.5 else pool[int(rng.integers(len(pool)))]
        first, count = int(rng.integers(people.join[row], people.leave[row])), 2 + int(rng.gamma(1.3, 5))
        weeks = first + np.cumsum(rng.exponential(2.0, count)).astype(np.int64)
        weeks = weeks[weeks < WEEKS]
        growth = np.geomspace(1, rng.uniform(2, 12), count)[: len(weeks)]
        euros = np.minimum(4000, rng.lognormal(4.2, 0.5) * growth * rng.lognormal(0, 0.3, len(weeks)))
        world.write("romance", np.full(len(weeks), row), np.full(len(weeks), to), in_week(rng, weeks, "late"), euros)
