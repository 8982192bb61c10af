"""Buying of material: small sums in coins or by card to sites that look like any other shop for files."""

from __future__ import annotations

from typing import Final

import numpy as np

from benchmarks.apart.guests.bureau import words
from benchmarks.apart.guests.bureau.moments import every, mixed
from benchmarks.apart.guests.bureau.stage import Kind, Stage
from benchmarks.apart.guests.bureau.sums import priced
from benchmarks.apart.guests.bureau.year import DAYS

CRIME: Final = Kind("material_purchase", "material_vendor")


def material(stage: Stage, rng: np.random.Generator) -> None:
    """Add buyers, who stay with the one or two vendors they found and buy at night from a short price list."""
    vendors = [
        stage.company(rng, str(rng.choice(["NL", "SC", "US", "UA"])), ("Filebox", "Streamgate", "Keyhost"))
        for _ in range(stage.many(5, 2))
    ]
    for vendor in vendors:
        stage.groups["beneficiary", vendor] = f"vendor-{vendor}"
    men = [p for p in stage.people if p.male and 19 <= p.age <= 66]
    for index in rng.choice(len(men), min(stage.many(16, 3), len(men)), replace=False):
        person = men[int(index)]
        person.hidden = person.hidden or bool(rng.random() < 0.4)
        for _ in range(int(rng.choice([1, 1, 2]))):
            vendor = vendors[int(len(vendors) * rng.random() ** 1.5)]
            stage.groups.setdefault(("originator", person.number), f"vendor-{vendor}")
            first = int(rng.integers(0, DAYS - 30))
            days = every(rng, float(rng.uniform(6, 45)), first, first + int(rng.integers(20, 330)), 0.9)
            prices = rng.choice([10.0, 15.0, 20.0, 25.0, 30.0, 40.0, 50.0], days.size) * 10.7
            if days.size:
                channel = "crypto" if rng.random() < 0.75 else "platform"
                minutes = mixed(rng, days, "night", person.owl, 0.2)
                # A processor adds its own fee to the listed price.
                sums = priced(prices * rng.choice([1.0, 1.0, 1.019], days.size), "USD")
                stage.order(person.number, vendor, minutes, sums, kind=CRIME, channel=channel, words=words.PRODUCT)
