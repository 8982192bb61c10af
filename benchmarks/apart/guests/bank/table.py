"""The file as the two banks would hand it over: what their systems hold, with the holes that they have."""

from __future__ import annotations

from typing import Final

import numpy as np
import polars as pl

from benchmarks.apart.guests.bank.almanac import to_utc
from benchmarks.apart.guests.bank.names import CITIES, pick
from benchmarks.apart.guests.bank.world import World

MONEY: Final = pl.Decimal(38, 18)
BANKS: Final = ("Fjordbanken", "Sparebanken Nordheim")
PASTED: Final = {
    "livestream_purchase": 0.035,
    "hobby_purchase": 0.03,
    "partner_abroad": 0.015,
    "freelancer_employer": 0.012,
}


def _customers(world: World) -> pl.DataFrame:
    """What the banks know of their own customers: nearly everything, though three in a hundred births are missing."""
    people, rng = world.people, world.rng
    owner = people.owner
    device = [f"dv{n:08x}" for n in rng.choice(2**32 - 1, people.count, replace=False)]
    frame = pl.DataFrame(
        {
            "payer": np.arange(people.accounts),
            "originator_id": people.account_id,
            "originator_name": [people.name[p] for p in owner],
            "originator_birth_year": people.born[owner].astype(np.int16),
            "originator_city": [CITIES["NO"][int(people.city[p])] for p in owner],
            "originator_account": [f"NO{9_000_000 + account}" for account in range(people.accounts)],
            "originator_device": [device[p] for p in owner],
            "institution": [BANKS[int(bank)] for bank in people.bank],
        }
    )
    unknown = pl.Series(rng.random(people.accounts) < 0.03)
    return frame.with_columns(pl.when(~unknown).then("originator_birth_year").alias("originator_birth_year"))


def _payees(world: World) -> pl.DataFrame:
    """What is known of receivers: year of birth only when they are customers too, city only for payouts abroad."""
    rng, rows = world.rng, world.receivers.rows
    named = rng.random(len(rows)) < 0.97
    cities = rng.random(len(rows)) < 0.7
    return pl.DataFrame(
        {
            "receiver": np.arange(len(rows)),
            "beneficiary_id": [row.subject for row in rows],
            "beneficiary_name": [row.name if keep else None for row, keep in zip(rows, named, strict=True)],
            "beneficiary_country": [row.country for row in rows],
            "beneficiary_city": [
                row.city if keep and row.country != "NO" else None for row, keep in zip(rows, cities, strict=True)
            ],
            "beneficiary_birth_year": pl.Series([row.born for row in rows], dtype=pl.Int16),
            "beneficiary_phone": pl.Series([row.phone for row in rows], dtype=pl.String),
            "beneficiary_account": pl.Series([row.account for row in rows], dtype=pl.String),
            "rail": [row.rail for row in rows],
        }
    )


def _handles(world: World) -> list[str]:
    """What each receiver calls themselves in chats: a handle or the telephone number, one for all their accounts."""
    rng, known = world.rng, dict[str, str]()
    for row in world.receivers.rows:
        if row.person not in known:
            word = pick(rng, ["sunny", "angel", "kuya", "mia", "lucky", "star", "jhen", "nok", "shop", "teacher"])
            known[row.person] = row.phone if row.phone and rng.random() < 0.4 else f"@{word}{rng.integers(10, 9999)}"
    return [known[row.person] for row in world.receivers.rows]


def _as_typed(world: World, frame: pl.DataFrame) -> pl.DataFrame:
    """Names as each payer typed them, and the few references that carry a number or a handle instead of a word.

    Whoever met the receiver in a chat pastes what stood there; kin and tenants hardly ever do.
    """
    rng = world.rng
    abroad = (pl.col("beneficiary_country") != "NO") & (pl.col("channel") == "app")
    pasted = pl.col("kind").replace_strict(PASTED, default=0.004, return_dtype=pl.Float64)
    name = pl.col("beneficiary_name")
    initial = name.str.slice(0, 1) + ". " + name.str.split(" ").list.last()
    drawn = frame.with_columns(
        pl.Series("draw", rng.random(frame.height)),
        pl.Series("handle", _handles(world)).gather(frame["receiver"]),
    )
    return drawn.with_columns(
        pl.when(abroad & (pl.col("draw") < 0.09)).then(initial)
        .when(abroad & (pl.col("draw") < 0.2)).then(name.str.to_uppercase()).otherwise(name).alias("beneficiary_name"),
        pl.when(abroad & (pl.col("draw") > 1 - pasted)).then("handle").otherwise("text").alias("reference"),
    )  # fmt: skip


def payment_table(world: World, rows: pl.DataFrame) -> pl.DataFrame:
    """The columns of the contract that these banks hold; no e-mail, no IP address, no time zone."""
    rng = world.rng
    frame = rows.join(_customers(world), on="payer", how="left", maintain_order="left")
    frame = frame.join(_payees(world), on="receiver", how="left", maintain_order="left")
    frame = _as_typed(world, frame)
    seen = pl.Series(rng.random(frame.height) < 0.93) & (frame["channel"] == "app")
    return frame.select(
        pl.format("P{}", pl.int_range(10_000_000, 10_000_000 + frame.height)).alias("payment_id"),
        to_utc(frame["at"]).alias("executed_at"),
        pl.col("kroner").round(2).cast(pl.Decimal(38, 2)).cast(MONEY).alias("amount"),
        pl.lit("NOK").alias("currency"),
        "originator_id",
        pl.lit("NO").alias("originator_country"),
        "beneficiary_id",
        "beneficiary_country",
        "originator_name",
        pl.col("originator_birth_year").cast(pl.Int16),
        pl.when(seen).then("originator_device").alias("originator_device"),
        "originator_city",
        "originator_account",
        "beneficiary_name",
        "beneficiary_birth_year",
        "beneficiary_phone",
        "beneficiary_city",
        "beneficiary_account",
        "rail",
        "institution",
        "reference",
        pl.col("purpose").alias("purpose_code"),
        "status",
        pl.col("category").alias("merchant_category"),
    )
