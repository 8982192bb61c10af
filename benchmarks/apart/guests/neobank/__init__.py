"""A practice world: a young European bank in an app, with accounts in euro, pounds and kronor, also from thirteen.

Customers share bills by telephone number or handle, pay by card, and send abroad through a partner. The export holds
transfers of every kind and the card payments that a monitoring team keeps, from August 2024 to July 2025.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

from benchmarks.apart.guests.neobank import (
    bills,
    cards,
    everyday,
    export,
    extortion,
    giving,
    livestream,
    material,
    minors,
    online,
    remittance,
    teens,
    ties,
    truth,
)
from benchmarks.apart.guests.neobank.forge import Forge
from benchmarks.apart.guests.neobank.ledger import Ledger
from benchmarks.apart.guests.neobank.people import populate
from benchmarks.apart.guests.neobank.world import World


def build(out: Path, seed: int, senders: int) -> dict[str, int]:
    """Write `payments.parquet` and `truth.parquet` under `out` for about `senders` payers; the seed fixes all."""
    out.mkdir(parents=True, exist_ok=True)
    forge = Forge(Random(f"{seed}/forge"))  # noqa: S311 -- practice data, not secrets
    customers = populate(Random(f"{seed}/people"), forge, senders)  # noqa: S311
    world = World(seed, senders / 14_000, customers, forge, Ledger())
    shops = cards.Shops(world)
    # Names first: brothers and sisters are told from the families that they support.
    remittance.write(world)
    everyday.write(world)
    bills.write(world)
    cards.write(world, shops)
    ties.write(world, shops)
    online.write(world)
    giving.write(world)
    teens.write(world)
    livestream.write(world, shops)
    extortion.write(world)
    material.write(world)
    minors.write(world, shops)
    payments = export.write(world.ledger.rows, world.stream("export"), out / "payments.parquet")
    truth.write(world.ledger, out / "truth.parquet")
    return {"payments": payments}
