"""The truth about every id: its pattern, its ring or household, whether it shows little, and whose it is."""

from __future__ import annotations

from typing import Final

import polars as pl

from benchmarks.apart.guests.superapp.accounts import Account
from benchmarks.apart.guests.superapp.tables import Ledger
from benchmarks.apart.guests.superapp.world import World

CRIMES: Final = (
    "livestream_purchase", "facilitation", "extortion_victim", "extortion_collection", "material_purchase",
    "material_vendor", "minor_purchase", "minor_recipient",
)  # fmt: skip
_BACKGROUND: Final = 0.3
"""Weight of a payment among friends beside one of a named kind: everybody has dinners, they define nobody."""
_LITTLE: Final = 3


def _main_kinds(rows: pl.DataFrame, side: str, kind: str) -> pl.DataFrame:
    """The pattern of each id: the crime it has most payments of, else the kind it has most of."""
    weight = (
        pl.when(pl.col(kind).is_in(CRIMES)).then(1e6).when(pl.col(kind) == "ordinary").then(_BACKGROUND).otherwise(1.0)
    )
    return (
        rows.with_columns(weight=weight)
        .group_by(side, kind)
        .agg(pl.col("weight").sum(), pl.len().alias("payments"))
        .sort(side, "weight", kind, descending=[False, True, False])
        .unique(side, keep="first", maintain_order=True)
        .select(side, pl.col(kind).alias("pattern"), "payments")
    )


def _sharing(rows: pl.DataFrame, side: str, kind: str, person: str, other: str) -> pl.DataFrame:
    """For ids of a crime: the other side, and the most persons of the pattern that one of it deals with."""
    crime = rows.filter(pl.col(kind).is_in(CRIMES))
    company = crime.group_by(other, kind).agg(pl.col(person).n_unique().alias("company"))
    return (
        crime.join(company, on=[other, kind])
        .group_by(side)
        .agg(
            pl.col("company").max(), pl.col(other).n_unique().alias("parties"),
            pl.col("group").drop_nulls().sort().mode(maintain_order=True).first().alias("group"),
        )
    )  # fmt: skip


def truth(
    world: World, rows: Ledger, accounts: list[Account], payer_ids: list[str], number_ids: list[str]
) -> pl.DataFrame:
    """One row for each id in the payments."""
    doubled = {account.holder for account in accounts[len(world.payers) :]}
    holders = [
        f"person-{account.holder}" if account.holder in doubled else payer_ids[index]
        for index, account in enumerate(accounts)
    ]
    keepers = [number.person or number_ids[number.index] for number in world.receivers]
    table = pl.DataFrame(
        {
            "account": rows.account,
            "number": rows.receiver,
            "payer_kind": [rows.causes[cause].payer for cause in rows.cause.tolist()],
            "receiver_kind": [rows.causes[cause].receiver for cause in rows.cause.tolist()],
            "holder": [holders[index] for index in rows.account.tolist()],
            "keeper": [keepers[index] for index in rows.receiver.tolist()],
            "group": pl.Series([world.receivers[index].group for index in rows.receiver.tolist()], dtype=pl.String),
        }
    )
    payer_plays = {index for index, account in enumerate(accounts) if world.payers[account.holder].imitates}
    number_plays = {number.index for number in world.receivers if number.imitates}
    sides = (
        ("originator", "account", "payer_kind", "holder", "number", payer_ids, holders, payer_plays),
        ("beneficiary", "number", "receiver_kind", "keeper", "account", number_ids, keepers, number_plays),
    )
    parts = []
    for role, side, kind, person, other, ids, persons, plays in sides:
        found = _main_kinds(table, side, kind).join(_sharing(table, side, kind, person, other), on=side, how="left")
        crime = pl.col("pattern").is_in(CRIMES)
        # A receiver whom three or more pay shows much, though none of them pays another.
        alone = (pl.col("company") < 2) & ((pl.col("parties") < 3) if role == "beneficiary" else pl.lit(value=True))
        little = (pl.col("payments") <= _LITTLE) | alone | pl.col(side).is_in(sorted(plays))
        parts.append(
            found.select(
                pl.lit(role).alias("role"),
                pl.Series("subject_id", ids).gather(found[side]),
                "pattern",
                pl.when(crime).then("group").alias("group"),
                (crime & little).fill_null(value=False).alias("hard"),
                pl.Series("person", persons).gather(found[side]),
            )
        )
    return pl.concat(parts).sort("role", "subject_id")
