"""The payment table as the company would hand it over: required columns whole, few others, many blanks."""

from __future__ import annotations

from decimal import Decimal

import polars as pl

from .counter import Payment
from .days import epoch_minutes
from .places import SENDING
from .world import World

MICROSECONDS = 1_000_000
MONEY = pl.Decimal(38, 18)


def table(world: World, payments: list[Payment]) -> pl.DataFrame:
    """Write the slips as columns, in order of time."""
    dice, start = world.dice, epoch_minutes()
    instants = [((start + each.minute_utc) * 60 + dice.randrange(60)) * MICROSECONDS for each in payments]
    columns: dict[str, pl.Series] = {
        "executed_at": pl.Series(instants, dtype=pl.Int64).cast(pl.Datetime("us")).dt.replace_time_zone("UTC"),
        "amount": pl.Series([Decimal(each.cents).scaleb(-2) for each in payments], dtype=MONEY),
        "currency": pl.Series([SENDING[each.payer.country].currency for each in payments]),
        "originator_id": pl.Series([each.account.subject for each in payments]),
        "originator_country": pl.Series([each.payer.country for each in payments]),
        "beneficiary_id": pl.Series([each.beneficiary for each in payments]),
        "beneficiary_country": pl.Series([each.receiver.country for each in payments]),
        "originator_name": pl.Series([each.account.name for each in payments]),
        "originator_birth_date": pl.Series([each.payer.born for each in payments], dtype=pl.Date),
        "originator_phone": pl.Series([each.account.phone for each in payments], dtype=pl.String),
        "originator_city": pl.Series([each.account.city for each in payments]),
        "beneficiary_name": pl.Series([each.words for each in payments]),
        "rail": pl.Series([each.rail for each in payments]),
        "reference": pl.Series([each.note for each in payments], dtype=pl.String),
        "purpose_code": pl.Series([each.purpose for each in payments], dtype=pl.String),
        "status": pl.Series([each.status for each in payments]),
    }
    frame = pl.DataFrame(columns).sort("executed_at", maintain_order=True)
    numbers = pl.int_range(pl.len()).cast(pl.String).str.zfill(7)
    return frame.select(pl.format("T{}", numbers).alias("payment_id"), pl.all())
