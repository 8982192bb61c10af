"""A mobile-money operator with remittance partners: phone-number wallets at home, senders at home and abroad."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from benchmarks.apart.guests.telco import (
    extortion,
    livestream,
    population,
    setting,
    short_lived,
    small_trades,
    tables,
    truth,
)

__all__ = ["build"]


def build(out: Path, seed: int, senders: int) -> dict[str, int]:
    """Write `payments.parquet` and `truth.parquet` for about `senders` payers into `out`; the same bytes for a seed."""
    rng = np.random.default_rng([seed, senders])
    world = setting.opened(rng, senders)
    population.live(world, senders)
    short_lived.live(world)
    livestream.live(world)
    extortion.live(world)
    small_trades.pay_minors(world)
    small_trades.sell_access(world)
    paid = tables.payments(world.ledger, rng)
    out.mkdir(parents=True, exist_ok=True)
    paid.write_parquet(out / "payments.parquet")
    truth.truth(world.ledger).write_parquet(out / "truth.parquet")
    return {"payments": paid.height}
