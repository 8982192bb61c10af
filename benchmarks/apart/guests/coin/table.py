"""The payment table as the platform exports it: the columns of the contract that it holds, filled as well as it does.

A name and a year of birth where papers were shown; a handle for every wallet; a device from the app, not from the web;
no telephone, no address. An outside address has no country: the books put the one declared when it was saved.
"""

from __future__ import annotations

import numpy as np
import polars as pl

from tanglaw.payments.columns import INSTANT, MONEY

from .accounts import NOW, Account
from .days import START
from .places import PLACES
from .world import World


def payments(world: World) -> pl.DataFrame:
    """All payments, in order of time."""
    runs = world.ledger.runs
    sizes = np.array([len(run.when) for run in runs])

    def per_run(values: list[str | None]) -> pl.Series:
        return pl.Series(values, dtype=pl.String).gather(np.repeat(np.arange(len(runs)), sizes))

    def per_account(values: list[int]) -> pl.Series:
        return pl.Series(np.repeat(np.array(values), sizes))

    amounts = np.concatenate([run.amount for run in runs])
    frame = pl.DataFrame(
        {
            "local": (START + np.concatenate([run.when for run in runs]).astype("timedelta64[s]")).astype(
                "datetime64[us]"
            ),
            "amount": pl.Series([f"{amount:.2f}" for amount in amounts]).cast(MONEY),
            "currency": per_run([run.currency for run in runs]),
            "payer": per_account([run.payer for run in runs]),
            "payee": per_account([run.payee for run in runs]),
            "originator_country": per_run([run.where for run in runs]),
            "rail": per_run([run.rail for run in runs]),
            "merchant_category": per_run([run.mcc for run in runs]),
            "reference": pl.Series([note for run in runs for note in run.notes], dtype=pl.String),
            "status": pl.Series([paid for run in runs for paid in run.paid]).replace_strict(
                {True: "completed", False: "declined"}, return_dtype=pl.String
            ),
        }
    )
    people = _people(world)
    frame = (
        _in_utc(frame)
        .join(people.select(pl.all().name.prefix("originator_")), left_on="payer", right_on="originator_index")
        .join(people.select(pl.all().name.prefix("beneficiary_")), left_on="payee", right_on="beneficiary_index")
        .sort("executed_at", "payer", "payee", "amount", "rail", "reference", "status")
        .with_columns(payment_id=pl.format("T{}", pl.int_range(10_000_000, 10_000_000 + pl.len())))
    )
    # Sessions in a browser carry no device; a location is kept only where the app was allowed to ask.
    web = pl.Series(world.rng.random(len(frame)) < 0.25)
    return frame.with_columns(
        originator_device=pl.when(~web).then("originator_device"), institution=pl.lit("Coinlane")
    ).select(*_COLUMNS)


_COLUMNS = (
    "payment_id", "executed_at", "amount", "currency", "originator_id", "originator_country", "beneficiary_id",
    "beneficiary_country", "originator_name", "originator_birth_year", "originator_device", "originator_city",
    "originator_timezone", "originator_account", "beneficiary_name", "beneficiary_birth_year", "beneficiary_city",
    "beneficiary_account", "rail", "institution", "reference", "status", "merchant_category",
)  # fmt: skip


def _in_utc(frame: pl.DataFrame) -> pl.DataFrame:
    """`executed_at` from local time where the payer is; an hour that a clock change skips is the one after it."""
    parts = []
    for (country,), part in frame.group_by("originator_country", maintain_order=True):
        zone = PLACES[str(country)].zone
        local = pl.col("local").cast(pl.Datetime("us"))
        there = pl.coalesce(
            moment.dt.replace_time_zone(zone, ambiguous="earliest", non_existent="null")
            for moment in (local, local + pl.duration(hours=1))
        )
        parts.append(part.with_columns(executed_at=there.dt.convert_time_zone("UTC").cast(INSTANT)).drop("local"))
    return pl.concat(parts)


def _people(world: World) -> pl.DataFrame:
    """What the books hold of each account."""
    rows = [
        {
            "index": account.index,
            "id": world.book.identifier(account.index),
            "country": account.country,
            "name": " ".join(account.names).strip() if account.verified else None,
            "birth_year": NOW - account.shown_age if account.verified and account.form == "wallet" else None,
            "device": account.device,
            "city": account.city if account.located else None,
            "timezone": PLACES[account.country].zone if account.device or account.verified else None,
            "account": _number(world, account),
        }
        for account in world.book.accounts
    ]
    return pl.DataFrame(rows, schema_overrides={"birth_year": pl.Int16, "device": pl.String}, infer_schema_length=None)


def _number(world: World, account: Account) -> str | None:
    if account.form == "wallet":
        return account.handle
    return world.book.identifier(account.index) if account.form == "address" else None
