"""Adults who pay teenagers of their own country for self-made material; the teenager is a victim.

It hides among what teenagers are paid for anyway: small jobs, clothes, game items, pocket money.
"""

import numpy as np

from benchmarks.apart.guests.app.moments import in_week
from benchmarks.apart.guests.app.people import TEEN
from benchmarks.apart.guests.app.weeks import WEEKS
from benchmarks.apart.guests.app.world import World


def write_minors(world: World) -> None:
    """Each payer has one to three teenagers in turn; a teenager who was found once is passed on to others."""
    rng, people = world.rng, world.people
    age = people.age()
    teens = world.some((people.stage == TEEN) & (people.leave - people.join > 8), world.scaled(20, 3))
    fame = rng.pareto(1.3, len(teens)) + 0.4
    weight = np.where(people.male, 1.0, 0.06) * np.where(age < 30, 1.0, 1.6) * (people.leave - people.join > 8)
    for row in world.some((age >= 20) & (age < 62), world.scaled(24, 3), weight).tolist():
        nearness = fame * np.where(people.country[teens] == people.country[row], 1.0, 0.15)
        count = min(len(teens), int(rng.choice([1, 1, 2, 3])))
        for teen in rng.choice(teens, size=count, replace=False, p=nearness / nearness.sum()).tolist():
            low = max(int(people.join[row]), int(people.join[teen]))
            high = min(int(people.leave[row]), int(people.leave[teen]))
            if high - low < 2:
                continue
            times = 1 + int(min(25, rng.pareto(1.3) * 2.5))
            weeks = int(rng.integers(low, high)) + np.cumsum(rng.exponential(1.4, times)).astype(np.int64)
            weeks = weeks[weeks < min(WEEKS, high)]
            euros = rng.choice([10.0, 15, 20, 20, 25, 30, 50], len(weeks)) * (1 + 0.04 * np.arange(len(weeks)))
            shape = "late" if rng.random() < 0.65 else "school"
            world.write("minor", np.full(len(weeks), row), np.full(len(weeks), teen), in_week(rng, weeks, shape), euros)
