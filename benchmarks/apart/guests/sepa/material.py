"""Buying material: fixed prices to private accounts that change name and bank, by instant transfer in the night."""

from __future__ import annotations

from typing import Final

import numpy as np

from benchmarks.apart.guests.sepa.days import DAY, DAYS, clock
from benchmarks.apart.guests.sepa.world import World

_PRICES: Final = np.array([9.0, 15.0, 19.0, 25.0, 25.0, 29.0, 35.0, 45.0])


def material(world: World) -> None:
    """Ten payers or so, three vendors; an account lasts some months, and its holder is also paid for ordinary goods."""
    rng, customers = world.rng, world.customers
    payers = customers.choose(rng, customers.between(20, 70), world.scaled(13, 2))
    vendors = []
    for number in range(max(1, round(len(payers) / 4))):
        lands = [str(one) for one in rng.choice(["LT", "RO", "PL", "ES"], int(rng.integers(1, 4)))]
        name = f"vendor-{number}"
        accounts = [world.payees.open(land, "material_vendor", group=name) for land in lands]
        vendors.append((name, accounts))
        buyers = rng.choice(customers.between(18, 50), int(rng.integers(0, 7)))
        when = rng.integers(0, DAYS, len(buyers)) * DAY + clock(rng, "evening", len(buyers))
        sums = world.around(np.full(len(buyers), 22.0), 0.5)
        world.book.post(
            "hobby_purchase", buyers, np.full(len(buyers), accounts[0]), when, sums, words="games", price=True
        )
    for payer in payers:
        name, accounts = vendors[int(rng.integers(len(vendors)))]
        world.book.rings[payer] = name
        count = int(rng.integers(1, 12))
        days = int(rng.integers(0, DAYS - 90)) + np.cumsum(rng.geometric(0.08, count))
        in_use = np.array(accounts)[np.minimum(days * len(accounts) // DAYS, len(accounts) - 1)]
        when = days * DAY + clock(rng, "late", count)
        price = rng.choice(_PRICES, count)
        payer_rows = np.full(count, payer)
        world.book.post("material_purchase", payer_rows, in_use, when, price, words="bare", price=True, hurry=True)
