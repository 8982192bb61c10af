"""Purchases from vendors of material: short-lived names, small fixed prices, repeats late at night."""

import numpy as np

from benchmarks.apart.guests.app.arrays import Ints
from benchmarks.apart.guests.app.moments import in_week
from benchmarks.apart.guests.app.places import INDEX
from benchmarks.apart.guests.app.weeks import WEEKS
from benchmarks.apart.guests.app.world import World

_NAMES = ("Pixelhub", "MT Media", "Fotolane", "Softkey", "Data Pack", "Cirrus Files", "Novabox")


def write_material(world: World) -> None:
    """A vendor changes account or merchant name every few months; buyers follow to the new one, or do not."""
    rng, people, parties = world.rng, world.people, world.parties
    lines: list[list[tuple[int, int, float]]] = []
    for number in range(world.scaled(5, 2)):
        line, week, price = [], int(rng.integers(-10, 20)), float(rng.choice([9, 15, 19, 25, 35]))
        while week < WEEKS:
            called = f"{_NAMES[int(rng.integers(len(_NAMES)))]} {int(rng.integers(10, 99))}"
            home = int(rng.choice([INDEX["RO"], INDEX["NL"], INDEX["UA"], INDEX["ES"]]))
            if rng.random() < 0.55:
                vendor = parties.add_body(
                    rng, home, called, rail="card", merchant=str(rng.choice(["5816", "5967", "5734"]))
                )
            else:
                vendor = parties.add_person(rng, home, rail="wallet")
            parties.group[vendor] = f"vendor-{number:02d}"
            line.append((week, vendor, price * float(rng.uniform(0.8, 1.4))))
            week += int(rng.integers(10, 45))
        lines.append(line)
    age = people.age()
    weight = np.where(people.male, 1.0, 0.04) * np.where(age > 28, 1.5, 0.8) * (people.leave - people.join > 8)
    for row in world.some(age >= 19, world.scaled(34, 3), weight).tolist():
        line = lines[int(rng.integers(len(lines)))]
        first = int(rng.integers(people.join[row], people.leave[row] - 4))
        gaps = rng.exponential(rng.uniform(1.5, 7), 1 + int(min(40, rng.pareto(1.1) * 4)))
        weeks: Ints = np.unique((first + np.cumsum(gaps)).astype(np.int64))
        weeks = weeks[weeks < WEEKS]
        starts = np.array([start for start, _, _ in line])
        which = np.clip(np.searchsorted(starts, weeks, side="right") - 1, 0, len(line) - 1)
        vendors = np.array([vendor for _, vendor, _ in line])[which]
        prices = np.array([price for _, _, price in line])[which] * rng.choice([1, 1, 1, 2], len(weeks))
        world.write("material", np.full(len(weeks), row), vendors, in_week(rng, weeks, "night"), prices, habit="charm")
