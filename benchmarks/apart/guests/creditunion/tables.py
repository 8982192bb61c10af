"""The payment table as the shared core system would export it."""

from __future__ import annotations

import numpy as np
import polars as pl

from benchmarks.apart.guests.creditunion.clock import START
from benchmarks.apart.guests.creditunion.places import HOMES
from benchmarks.apart.guests.creditunion.world import World


def _decimal(amounts: pl.Expr) -> pl.Expr:
    """Exact money from floats that hold whole cents."""
    cents = (amounts * 100).round().cast(pl.Int64)
    return (cents // 100).cast(pl.String) + "." + (cents % 100).cast(pl.String).str.zfill(2)


def _members(world: World) -> pl.DataFrame:
    """Everything the core system knows of a payer; the device only for members who use the app."""
    people = world.members
    return pl.DataFrame(
        {
            "originator_id": [one.id for one in people],
            "originator_country": [one.country for one in people],
            "currency": [HOMES[one.country].currency for one in people],
            "originator_name": [one.name for one in people],
            "originator_birth_date": [one.birth for one in people],
            "originator_phone": [one.phone for one in people],
            "originator_email": [one.email for one in people],
            "originator_device": [one.device for one in people],
            "originator_city": [one.city for one in people],
            "institution": [one.institution for one in people],
        }
    )


def _receivers(world: World) -> pl.DataFrame:
    """The little that is known of a receiver."""
    people = world.receivers
    text = pl.String()
    return pl.DataFrame(
        {
            "beneficiary_id": [one.id for one in people],
            "beneficiary_country": [one.country for one in people],
            "beneficiary_name": [one.name for one in people],
            "beneficiary_city": [one.shown_city for one in people],
            "beneficiary_phone": [one.phone for one in people],
            "beneficiary_email": [one.email for one in people],
            "rail": [one.rail for one in people],
        },
        schema_overrides={"beneficiary_city": text, "beneficiary_phone": text, "beneficiary_email": text},
    )


def payments(world: World) -> pl.DataFrame:
    """All payments in order of time."""
    ledger = world.ledger
    seconds = np.concatenate(ledger.seconds)
    order = np.argsort(seconds, kind="stable")
    payers = _members(world)[np.concatenate(ledger.originators)]
    receivers = _receivers(world)[np.concatenate(ledger.beneficiaries)]
    jitter = world.rng.integers(0, 10**6, len(seconds))
    epoch = int(np.datetime64(START, "s").astype(np.int64))
    told = pl.DataFrame(
        {
            "executed_at": (seconds + epoch) * 10**6 + jitter,
            "amount": np.concatenate(ledger.amounts),
            "reference": ledger.references,
            "purpose_code": ledger.purposes,
            "status": ledger.statuses,
        },
        schema_overrides={"reference": pl.String(), "purpose_code": pl.String()},
    ).with_columns(
        pl.col("executed_at").cast(pl.Datetime("us", "UTC")), _decimal(pl.col("amount")).cast(pl.Decimal(38, 18))
    )
    rows = pl.concat([told, payers, receivers], how="horizontal")[order]
    numbers = pl.format("T{}", pl.int_range(pl.len()).cast(pl.String).str.zfill(8)).alias("payment_id")
    first = ["payment_id", "executed_at", "amount", "currency", "originator_id", "originator_country", "beneficiary_id",
             "beneficiary_country"]  # fmt: skip
    return rows.with_columns(numbers).select(*first, pl.exclude(first))
