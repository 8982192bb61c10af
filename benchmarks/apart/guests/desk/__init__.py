"""A practice world seen from the desk of a receiving country's financial intelligence unit (Romania).

One year of small incoming payments from eight remitters and platforms of unequal quality, and two domestic wallets.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import polars as pl

from benchmarks.apart.guests.desk.fields import payer_fields, payment_fields, receiver_fields
from benchmarks.apart.guests.desk.places import HOME
from benchmarks.apart.guests.desk.truth import truth
from benchmarks.apart.guests.desk.world import live
from benchmarks.apart.guests.desk.year import settle

_MONEY = pl.Decimal(38, 18)


def build(out: Path, seed: int, senders: int) -> dict[str, int]:
    """Write `payments.parquet` and `truth.parquet` of a world with about `senders` payers to `out`."""
    rng = np.random.default_rng(seed)
    ledger = live(rng, senders)
    year, words = settle(rng, ledger)
    n = len(year.payer)
    columns = {
        "payment_id": pl.Series([f"UIF25-{number:07d}" for number in range(n)]),
        "executed_at": year.executed_at,
        "amount": (pl.Series(year.cents).cast(_MONEY) / pl.Series([100], dtype=_MONEY)).cast(_MONEY),
        "currency": year.currency,
        "originator_id": year.originator_id,
        "originator_country": pl.Series([p.land.code for p in ledger.crowd.payers]).gather(year.payer),
        "beneficiary_id": year.beneficiary_id,
        "beneficiary_country": pl.repeat(HOME, n, eager=True),
        **payer_fields(rng, ledger, year),
        **receiver_fields(rng, ledger, year),
        **payment_fields(rng, ledger, year, words),
    }
    out.mkdir(parents=True, exist_ok=True)
    pl.DataFrame(columns).write_parquet(out / "payments.parquet")
    truth(ledger, year).write_parquet(out / "truth.parquet")
    return {"payments": n}
