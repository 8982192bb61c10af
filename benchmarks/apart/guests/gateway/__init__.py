"""A practice world: an online payment platform whose customers send to e-mail handles anywhere.

Nothing here is taken from any real person or institution; names, handles, numbers and addresses are invented.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from . import everyday, extortion, habits, households, livestream, material, tables
from .accounts import Registry
from .casting import cast
from .customers import enrol
from .ledger import Ledger
from .stalls import open_stalls
from .town import Town
from .truth import truth

__all__ = ["build"]


def build(out: Path, seed: int, senders: int) -> dict[str, int]:
    """Write `payments.parquet` and `truth.parquet` into `out`; the same seed and size give the same tables."""
    rng = np.random.default_rng([seed, senders])
    registry = Registry(rng)
    customers = enrol(registry, senders)
    town = Town(rng, registry, Ledger(rng), customers)
    open_stalls(town)
    roles = cast(town)
    houses = households.settle(town, len(roles.livestream))
    crews = extortion.recruit(town, len(roles.extorted))
    livestream.buy(town, roles.livestream, houses)
    extortion.extort(town, roles.extorted, crews)
    material.trade(town, roles.material)
    material.pay_minors(town, roles.minor_payers, roles.minors)
    friends = everyday.Friends(customers)
    for payer in customers:
        habits.live(town, payer, friends, roles.teens + roles.minors)
    rows = tables.lines(town.ledger)
    out.mkdir(parents=True, exist_ok=True)
    tables.payments(rng, rows, registry.accounts).write_parquet(out / "payments.parquet")
    truth(rows, registry.accounts, town.imitators).write_parquet(out / "truth.parquet")
    return {"payments": rows.height}
