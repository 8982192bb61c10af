"""Two quieter purchases: material from vendors outside, and pictures that domestic minors are paid for.

The vendor changes addresses by the season and keeps its prices. The minor's account has a child's year: pocket money,
friends, a sold game item; among them, adults who are nobody's uncle.
"""

from __future__ import annotations

import numpy as np

from .days import YEAR, moments, ordered_gaps, spread
from .kinds import FAMILY, MATERIAL, MINOR, ORDINARY
from .places import SENDING
from .sums import around
from .world import World


def material(world: World) -> None:
    """Buyers of material and the addresses that they pay."""
    rng = world.rng
    vendors = []
    for number in range(world.count(6, 2)):
        addresses = [world.book.other("address", str(rng.choice(SENDING))) for _ in range(int(rng.integers(1, 4)))]
        for address in addresses:
            address.groups["material_vendor"] = f"vendor-{number}"
        vendors.append((addresses, rng.choice([5, 9.99, 15, 20, 25, 35, 50], size=3)))
    pool = [payer for payer in world.sending() if payer.age >= 20]
    for place in rng.choice(len(pool), min(world.count(30), len(pool)), replace=False):
        buyer = pool[int(place)]
        number = int(len(vendors) * rng.random() ** 1.5)
        addresses, prices = vendors[number]
        buyer.groups["material_purchase"] = f"vendor-{number}"
        days = ordered_gaps(rng, 1 + int(rng.gamma(1.1, 4)), 16, 0.3) + int(rng.integers(0, 330))
        when = moments(rng, days, "night" if rng.random() < 0.75 else "waking", buyer.shift)
        for day, second in zip(days, when, strict=True):
            address = addresses[min(int(day) * len(addresses) // YEAR, len(addresses) - 1)]
            world.ledger.pay(buyer, address, np.array([second]), rng.choice(prices, 1), MATERIAL, agreed="exact")


def minors(world: World) -> None:
    """Adults who pay minors of their own country; and the babysitters and birthdays that look the same."""
    rng = world.rng
    children = [payer for payer in world.sending() if payer.age < 18]
    adults = [payer for payer in world.sending() if payer.age >= 22]
    paid = [children[int(place)] for place in rng.integers(0, len(children), world.count(15))]
    for place in rng.choice(len(adults), min(world.count(17), len(adults)), replace=False):
        adult = adults[int(place)]
        near = [child for child in paid if child.country == adult.country] or paid
        for child in rng.choice(len(near), size=min(len(near), int(rng.integers(1, 4))), replace=False):
            days = ordered_gaps(rng, 1 + int(rng.gamma(1.2, 2.5)), 12, 0.3) + int(rng.integers(0, 330))
            world.send(
                adult, near[child], days, around(rng, 26, 0.5, len(days)), MINOR, part="alone", about="chore",
                filled=0.2,
            )  # fmt: skip
    for child in children:
        if rng.random() < 0.35:
            neighbour = world.someone(child.country, 28, 60)
            days = spread(rng, 1 + int(rng.gamma(1.0, 5)))
            part = str(rng.choice(["evening", "late"]))  # paid when the parents come home
            world.send(
                neighbour, child, days, around(rng, 31, 0.4, len(days)), ORDINARY if rng.random() < 0.7 else FAMILY,
                part=part, about="chore", filled=0.3,
            )  # fmt: skip
