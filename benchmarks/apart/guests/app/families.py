"""Kin: migrants who pay their families, and parents who pay a child that studies away."""

import numpy as np

from benchmarks.apart.guests.app.arrays import Floats, Ints
from benchmarks.apart.guests.app.moments import in_week, near
from benchmarks.apart.guests.app.paydays import open_months, paydays
from benchmarks.apart.guests.app.people import OLDER, SETTLED, STUDENT
from benchmarks.apart.guests.app.places import CODES
from benchmarks.apart.guests.app.weeks import DISASTERS, MONTH_NUMBER, WEEKS
from benchmarks.apart.guests.app.world import World

_SCHOOL_MONTHS = {
    "PH": (6, 8),
    "GH": (9, 1),
    "NG": (9, 1),
    "CI": (9,),
    "MA": (9,),
    "RO": (9,),
    "UA": (9,),
    "CO": (2, 7),
}
_FEAST_MONTHS = {"MA": (4, 6), "CI": (4, 6, 12)}


def families(world: World) -> list[tuple[int, str, list[int]]]:
    """Migrants and the kin they pay; siblings in several countries pay the same mother.

    Each family has one to five receivers. Returns (country, surname, receivers) of the families.
    """
    rng, people, parties = world.rng, world.people, world.parties
    made: list[tuple[int, str, list[int]]] = []
    migrants = np.flatnonzero((people.origin != people.country) & (people.origin >= 8))
    for row in migrants[rng.random(len(migrants)) < 0.62].tolist():
        home = int(people.origin[row])
        kin = [family for family in made if family[0] == home]
        if kin and rng.random() < 0.16:
            _, surname, receivers = kin[int(rng.integers(len(kin)))]
            people.last[row] = surname
            parties.name[row] = f"{people.first[row]} {surname}"
        else:
            surname = str(people.last[row])
            # A mother's or a married sister's name is another one: the name alone proves no kinship.
            names = [surname if rng.random() < 0.6 else None for _ in range(1 + min(4, int(rng.poisson(0.9))))]
            receivers = [parties.add_person(rng, home, name) for name in names]
            if rng.random() < 0.1:
                receivers.append(parties.add_account(rng, receivers[0], "bank"))
            for receiver in receivers:
                parties.group[receiver] = f"family-{row:06d}"
            made.append((home, surname, receivers))
        _remit(world, row, CODES[home], np.array(receivers))
    return made


def _remit(world: World, row: int, home: str, receivers: Ints) -> None:
    """Monthly after payday, more in school and feast months, something extra after a storm, small sums in between."""
    rng = world.rng
    months = open_months(world, row)
    months = months[rng.random(len(months)) < rng.beta(4, 2)]
    peaks = set(_SCHOOL_MONTHS[home]) | set(_FEAST_MONTHS.get(home, (12,)))
    base = rng.lognormal(4.95, 0.5)
    extra = np.array([1.5 if int(MONTH_NUMBER[month]) in peaks else 1.0 for month in months])
    favourite = np.full(len(months), receivers[0])
    other = rng.random(len(months)) < 0.35
    to = np.where(other, rng.choice(receivers, len(months)), favourite)
    when = near(rng, paydays(world, row, months), 2.0, "home")
    world.write("family", np.full(len(months), row), to, when, base * extra * rng.lognormal(0, 0.15, len(months)),
                habit="own" if rng.random() < 0.6 else "theirs", fee=True)  # fmt: skip
    small = rng.poisson(0.5 * len(months) * rng.beta(1, 2))
    sudden = np.array([week for week in DISASTERS.get(home, ()) if rng.random() < 0.5], dtype=np.int64)
    weeks = np.concatenate([rng.integers(0, WEEKS, small), sudden])
    euros: Floats = np.concatenate([rng.lognormal(3.2, 0.5, small), np.full(len(sudden), base)])
    world.write("family", np.full(len(weeks), row), rng.choice(receivers, len(weeks)), in_week(rng, weeks, "late"),
                euros, habit="theirs" if rng.random() < 0.5 else "own", fee=True)  # fmt: skip


def students(world: World) -> None:
    """Parents pay a child who studies away: monthly for rent, weekly for food."""
    rng, people, parties = world.rng, world.people, world.parties
    parents = (people.stage == SETTLED) | (people.stage == OLDER)
    for row in world.some(parents, world.scaled(120, 3)).tolist():
        away = int(rng.choice([0, 2, 3, 4, 5, 6, 7, 8]))
        if rng.random() < 0.5:
            child = int(world.some(people.stage == STUDENT, 1)[0])
        else:
            child = parties.add_person(rng, away, str(people.last[row]), rail="bank")
        months = open_months(world, row)[:: 1 if rng.random() < 0.7 else 2]
        months = months[~np.isin(MONTH_NUMBER[months], [7, 8])]
        when = near(rng, paydays(world, row, months), 2.0, "home")
        world.write("student", np.full(len(months), row), np.full(len(months), child), when,
                    np.full(len(months), rng.lognormal(5.2, 0.5)))  # fmt: skip
        weeks = rng.choice(WEEKS, int(rng.poisson(9)))
        world.write("student", np.full(len(weeks), row), np.full(len(weeks), child), in_week(rng, weeks, "home"),
                    rng.lognormal(3.4, 0.4, len(weeks)))  # fmt: skip
