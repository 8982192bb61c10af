"""The payment table as the bank would hand it over: what its app records, and what it never asked."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

import polars as pl

from .dice import Dice
from .ledger import Entry
from .places import CURRENCY, HOME

TEXT: Final = pl.String()
SCHEMA: Final = pl.Schema(
    {
        "payment_id": TEXT,
        "executed_at": pl.Datetime("us", "UTC"),
        "amount": pl.Decimal(38, 18),
        "currency": TEXT,
        "originator_id": TEXT,
        "originator_country": TEXT,
        "beneficiary_id": TEXT,
        "beneficiary_country": TEXT,
        "originator_name": TEXT,
        "originator_birth_year": pl.Int16(),
        "originator_device": TEXT,
        "originator_city": TEXT,
        "originator_timezone": TEXT,
        "originator_account": TEXT,
        "beneficiary_name": TEXT,
        "beneficiary_phone": TEXT,
        "beneficiary_city": TEXT,
        "beneficiary_account": TEXT,
        "beneficiary_timezone": TEXT,
        "rail": TEXT,
        "reference": TEXT,
        "purpose_code": TEXT,
        "status": TEXT,
        "merchant_category": TEXT,
    }
)


def payments(entries: list[Entry], dice: Dice) -> pl.DataFrame:
    """Rows in order of time, numbered as the bank numbers them."""
    ordered = sorted(entries, key=lambda entry: entry.when)
    rows = [_row(number, entry, dice) for number, entry in enumerate(ordered, start=1)]
    columns = list(zip(*rows, strict=True))
    made = {
        name: pl.Series(name, values, dtype=pl.Datetime("us") if name == "executed_at" else dtype)
        for (name, dtype), values in zip(SCHEMA.items(), columns, strict=True)
    }
    return pl.DataFrame(made).with_columns(pl.col("executed_at").dt.replace_time_zone("UTC"))


def _row(number: int, entry: Entry, dice: Dice) -> tuple[Any, ...]:
    """One row; standing payments carry no device, the partner seldom returns a city, other banks give nothing."""
    payer, receiver = entry.payer, entry.receiver
    abroad, card = receiver.country != HOME, receiver.rail == "card"
    device = None if dice.chance(0.12) else payer.devices[-1 if dice.chance(0.5) else 0]
    return (
        f"T{number:09d}",
        entry.when,
        Decimal(entry.cents).scaleb(-2),
        CURRENCY,
        entry.account,
        entry.country,
        receiver.subject,
        receiver.country,
        payer.name,
        payer.born if payer.shown_year else None,
        device,
        payer.city if payer.person[-1] not in "0123" else None,
        None if dice.chance(0.03) else entry.zone,
        payer.numbers[entry.account],
        entry.typed_name,
        receiver.phone if abroad and not card else None,
        receiver.city if abroad and not card and receiver.subject[-1] in "012" else None,
        receiver.account or None,
        receiver.zone if not abroad or receiver.subject[-2] not in "01" else None,
        receiver.rail,
        entry.reference,
        entry.purpose,
        entry.status,
        receiver.category,
    )
