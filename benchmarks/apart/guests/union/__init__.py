"""A practice world: three small remitters of Australia, Sweden and Canada that share one compliance service.

Each numbers its own customers and receivers; what one of them cannot see, the pool shows. One person may be a customer
of two of them, and one receiver may have a number with each.
"""

from __future__ import annotations

from pathlib import Path

import polars as pl

from benchmarks.apart.guests.union.chance import stream
from benchmarks.apart.guests.union.errands import charities, collectors, odds, offices, students
from benchmarks.apart.guests.union.extortion import extortions
from benchmarks.apart.guests.union.family import families
from benchmarks.apart.guests.union.hearts import couples, romance_fraud
from benchmarks.apart.guests.union.ledger import Ledger
from benchmarks.apart.guests.union.livestream import livestreams
from benchmarks.apart.guests.union.people import population
from benchmarks.apart.guests.union.receivers import ReceiverMaker
from benchmarks.apart.guests.union.storms import storms
from benchmarks.apart.guests.union.table import books
from benchmarks.apart.guests.union.trade import hobbies
from benchmarks.apart.guests.union.truth import truth
from benchmarks.apart.guests.union.work import employers
from benchmarks.apart.guests.union.world import Mechanism, World
from tanglaw.payments.columns import COLUMNS

# Families come first, because every receiver's relatives are taken from there. Extortion follows: a victim's account is
# often opened for it, and an ordinary life can only be led with an account. The other crime is laid over such lives.
MECHANISMS: tuple[Mechanism, ...] = (
    families,
    extortions,
    couples,
    hobbies,
    employers,
    offices,
    collectors,
    charities,
    students,
    romance_fraud,
    livestreams,
    odds,
)


def build(out: Path, seed: int, senders: int) -> dict[str, int]:
    """Write `payments.parquet` and `truth.parquet` for about `senders` payers into `out`; same seed, same tables."""
    world = World(
        people=population(seed, senders),
        receivers=ReceiverMaker(stream(seed, "receivers")),
        ledger=Ledger(stream(seed, "ledger")),
        storms=storms(stream(seed, "storms")),
    )
    for mechanism in MECHANISMS:
        mechanism(world, stream(seed, mechanism.__name__))
    payments = books(world, stream(seed, "table"))
    held = [column for column in COLUMNS if column.name in payments.columns]
    out.mkdir(parents=True, exist_ok=True)
    payments.select(pl.col(column.name).cast(column.dtype) for column in held).write_parquet(out / "payments.parquet")
    truth(payments).write_parquet(out / "truth.parquet")
    return {"payments": payments.height}
