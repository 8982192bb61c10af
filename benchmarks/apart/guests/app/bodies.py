"""Charities, and the agents, schools and clinics abroad that many unrelated people pay."""

import numpy as np

from benchmarks.apart.guests.app.moments import in_week, near
from benchmarks.apart.guests.app.paydays import open_months
from benchmarks.apart.guests.app.people import TEEN
from benchmarks.apart.guests.app.places import CODES, INDEX
from benchmarks.apart.guests.app.weeks import DAY, DISASTERS, MONTH_START, WEEKS
from benchmarks.apart.guests.app.world import World


def givers(world: World) -> None:
    """Small charities and sponsors' programmes; donors come in waves after a disaster, some stay and give monthly."""
    rng, people, parties = world.rng, world.people, world.parties
    works = ("Roof for", "Meals of", "Paws of", "Books to", "Clinic", "Light for")
    for number in range(world.scaled(26, 2)):
        home = int(rng.choice([INDEX[code] for code in ("PH", "UA", "GH", "MA", "CO", "RO", "SE", "DE", "GB")]))
        called = f"{works[number % 6]} {rng.choice(['Hope', 'Mira', 'Kids', 'Tala', 'Home', 'Sunrise'])} {number}"
        small = rng.random() < 0.4
        body = parties.add_person(rng, home) if small else parties.add_body(rng, home, called)
        donors = world.some(people.stage != TEEN, int(min(160, 5 + rng.pareto(1.0) * 12)))
        blows = DISASTERS.get(CODES[home], ())
        weeks = rng.integers(0, WEEKS, len(donors))
        struck = (rng.random(len(donors)) < 0.6) if blows else np.zeros(len(donors), dtype=bool)
        if blows:
            weeks = np.where(struck, rng.choice(blows, len(donors)) + rng.integers(0, 3, len(donors)), weeks)
        world.write("donation", donors, np.full(len(donors), body), in_week(rng, weeks, "late"),
                    rng.choice([5.0, 10, 10, 20, 25, 50, 100], len(donors)))  # fmt: skip
        for row in donors[rng.random(len(donors)) < 0.22].tolist():
            months = open_months(world, row)[int(rng.integers(0, 12)) :]
            when = near(rng, MONTH_START[months] + 2 * DAY, 0.5, "office")
            world.write("donation", np.full(len(when), row), np.full(len(when), body), when,
                        np.full(len(when), float(rng.choice([5, 10, 15, 25]))))  # fmt: skip


def hubs(world: World) -> None:
    """Visa agents, schools, clinics, landlords and parcel services abroad that many unrelated customers pay."""
    rng, people, parties = world.rng, world.people, world.parties
    bodies = ("Bayside Clinic", "St Clare School", "Quick Visa Help", "Harbour Parcels", "Green Plots", "City Lodgings")
    for number in range(world.scaled(26, 2)):
        home = int(rng.integers(8, 16))
        private = rng.random() < 0.4
        hub = (
            parties.add_person(rng, home) if private else parties.add_body(rng, home, f"{bodies[number % 6]} {number}")
        )
        near_by = np.where(people.origin == home, 12.0, 1.0)
        for row in world.some(people.stage != TEEN, int(min(70, 4 + rng.pareto(1.0) * 8)), near_by).tolist():
            first, count = int(rng.integers(people.join[row], people.leave[row])), 1 + int(rng.poisson(1.6))
            weeks = first + np.cumsum(rng.integers(0, 9, count))
            weeks = weeks[weeks < WEEKS]
            world.write("hub", np.full(len(weeks), row), np.full(len(weeks), hub), in_week(rng, weeks, "home"),
                        rng.lognormal(4.4, 0.7, len(weeks)),
                        habit=str(rng.choice(["own", "theirs", "exact"])))  # fmt: skip
