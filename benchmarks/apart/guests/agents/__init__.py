"""World `agents`: the paying-out end of many remittance companies, in the Philippines, Thailand, Colombia and Kenya.

Pawnshops, cash counters and wallets see payers only as their sending partners describe them.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from benchmarks.apart.guests.agents.ledger import Ledger
from benchmarks.apart.guests.agents.people import Register
from benchmarks.apart.guests.agents.population import settle
from benchmarks.apart.guests.agents.tables import payments, rows, truth
from benchmarks.apart.guests.agents.world import World


def build(out: Path, seed: int, senders: int) -> dict[str, int]:
    """Write `payments.parquet` and `truth.parquet` of about `senders` payers into `out`, the same for the same seed."""
    rng = np.random.default_rng([seed, senders])
    world = World(rng, senders, Register(rng), Ledger(rng))
    settle(world)
    frame = rows(world.ledger, world.register)
    out.mkdir(parents=True, exist_ok=True)
    table = payments(frame)
    table.write_parquet(out / "payments.parquet")
    truth(frame).write_parquet(out / "truth.parquet")
    return {"payments": len(table)}
