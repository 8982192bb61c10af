"""Buying material by link: a vendor's price list, paid late at night to a number that changes every few months."""

from __future__ import annotations

from typing import Final

import numpy as np

from benchmarks.apart.guests.superapp.days import DAYS, at
from benchmarks.apart.guests.superapp.world import Cause, World

_BOUGHT = Cause("material_purchase", "material_vendor", "download")
_PRICES: Final = np.array((15.0, 25.0, 35.0))


def sell_material(world: World) -> None:
    """A few vendors, each with two or three numbers in turn, and buyers who come back for weeks and then leave."""
    rng = world.rng
    vendors = []
    for place in range(world.scaled(3, 1)):
        country = ("UA", "VN", "RO", "CO")[int(rng.integers(4))]
        name = f"vendor-{place}"
        numbers = [world.number(country, group=name) for _ in range(int(rng.integers(2, 4)))]
        for number in numbers:
            number.person = f"person-{name}"
        vendors.append(numbers)
    for buyer in world.choose(world.free_of_crime(22, 62), world.scaled(20, 4)):
        buyer.crime = "material_purchase"
        numbers = vendors[int(rng.integers(len(vendors)))]
        start = int(rng.integers(0, DAYS - 20))
        days = start + np.cumsum(rng.exponential(rng.uniform(3, 20), 1 + int(rng.poisson(4)))).astype(np.int64)
        buyer.joined = min(buyer.joined, start)
        turn = np.minimum(days * len(numbers) // DAYS, len(numbers) - 1)
        to = np.array([number.index for number in numbers])[turn]
        minutes = at(rng, days, "night")
        world.pay(buyer, to, minutes, rng.choice(_PRICES, size=len(days)), manner="exact", cause=_BOUGHT)
