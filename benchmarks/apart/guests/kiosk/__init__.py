"""A practice world of self-service kiosks and a prepaid wallet: cash in, wallets and accounts abroad out."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from benchmarks.apart.guests.kiosk import table, truth
from benchmarks.apart.guests.kiosk.cast import cast
from benchmarks.apart.guests.kiosk.extortion import extortion
from benchmarks.apart.guests.kiosk.lives import live, open_market
from benchmarks.apart.guests.kiosk.livestream import livestream
from benchmarks.apart.guests.kiosk.numbers import change_numbers
from benchmarks.apart.guests.kiosk.people import enrol
from benchmarks.apart.guests.kiosk.receivers import Book
from benchmarks.apart.guests.kiosk.world import World


def build(out: Path, seed: int, senders: int) -> dict[str, int]:
    """Write `payments.parquet` and `truth.parquet` to `out`; the same seed gives the same rows."""
    rng = np.random.default_rng(seed)
    scale = senders / 14_000
    world = World(rng, enrol(rng, senders), Book(rng))
    market = open_market(world, scale)
    roles = cast(rng, world.people)
    livestream(world, roles.livestream, roles.migrants, scale)
    extortion(world, roles.victims, roles.mules, roles.migrants + roles.mules)
    for payer in world.people:
        if payer.index not in roles.bare:
            live(world, payer, market)
    change_numbers(world)
    frame = table.rows(world)
    out.mkdir(parents=True, exist_ok=True)
    payments = table.payments(world, frame)
    payments.write_parquet(out / "payments.parquet")
    truth.truth(world, frame).write_parquet(out / "truth.parquet")
    return {"payments": len(payments)}
