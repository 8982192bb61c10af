"""Vendors of abuse material who take the app's payments, and those who buy from them.

A vendor has a price list and is closed down often, so it opens another account and tells its buyers elsewhere.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from . import clock, notes
from .book import Account
from .ledger import PRICE
from .world import World

_LANDS: Final = {"RO": 0.25, "NL": 0.15, "US": 0.25, "VN": 0.1, "TH": 0.1, "CO": 0.15}
_PRICES: Final = (8, 12, 15, 20, 25, 35, 50)


def write(world: World) -> None:
    """Each vendor lives on through one to three accounts; most buyers come back two or three times, a few monthly."""
    rng = world.rng
    buyers = world.enlist(
        [member for member in world.members if member.age >= 19 and (not member.woman or world.chance(0.06))],
        world.scale(30, 3),
    )
    vendors = [_vendor(world, number) for number in range(max(2, round(len(buyers) / 7)))]
    for buyer in buyers:
        for index in rng.permutation(len(vendors))[: int(rng.choice([1, 1, 1, 2]))].tolist():
            _buy(world, buyer, vendors[index])


def _vendor(world: World, number: int) -> list[Account]:
    rng = world.rng
    vendor = world.book.open(world.choose(_LANDS), float(rng.integers(20, 48)), woman=world.chance(0.2))
    shops = [vendor] + [
        world.book.second(vendor, same_device=world.chance(0.5)) for _ in range(int(rng.integers(0, 3)))
    ]
    for shop in shops:
        shop.ring = f"vendor-{number}"
    return shops


def _buy(world: World, buyer: Account, shops: list[Account]) -> None:
    rng = world.rng
    visits = 1 + int(rng.gamma(0.7, 4.5))
    first = int(rng.integers(0, 330))
    if world.chance(0.25):
        days = clock.every(rng, 30.4, 0.6, first)[:visits]
        dollars = np.full(days.size, float(rng.choice(_PRICES)))
    else:
        days = clock.some_days(rng, visits, first, first + int(rng.integers(2, 150)))
        dollars = rng.choice(_PRICES, size=days.size).astype(np.float64)
    days = np.minimum(days, clock.DAYS - 1)
    turn = (days * len(shops)) // clock.DAYS
    shop = np.array([shops[k].index for k in turn.tolist()], dtype=np.int64)
    world.ledger.pay(
        buyer.index, shop, clock.at(rng, days, "night"), dollars, "material_purchase",
        notes.pick(rng, "business", days.size), style=PRICE,
    )  # fmt: skip
