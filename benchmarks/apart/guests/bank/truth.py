"""What each account truly is, told from the payments that were really made."""

from __future__ import annotations

from typing import Final

import polars as pl

from benchmarks.apart.guests.bank.world import World

CRIMES: Final = ("livestream_purchase", "extortion_victim", "minor_purchase")
FEW: Final = 3


def _linked(rows: pl.DataFrame) -> pl.DataFrame:
    """Payments of the crimes, with how many others pay the same receiver for the same thing."""
    crime = rows.filter(pl.col("kind").is_in(CRIMES))
    return crime.with_columns(pl.col("payer").n_unique().over("kind", "receiver").alias("shared"))


def _payers(world: World, rows: pl.DataFrame) -> pl.DataFrame:
    """The crime if there is one; else the kind of most payments that were not ordinary, when more than a whim."""
    people = world.people
    crime = (
        _linked(rows)
        .group_by("payer")
        .agg(
            pl.col("kind").mode().sort().first().alias("crime"),
            pl.len().alias("paid"),
            pl.col("shared").max(),
            pl.col("group").mode().sort().first().alias("ring"),
        )
    )
    kinds = (
        rows.filter(~pl.col("kind").is_in(["ordinary", *CRIMES])).group_by("payer", "kind").agg(pl.len().alias("times"))
    )
    main = kinds.sort("times", "kind", descending=[True, False]).group_by("payer", maintain_order=True).first()
    hands = rows.group_by("payer").agg(pl.len().alias("rows"), pl.col("group").drop_nulls().first().alias("hand"))
    table = hands.join(crime, on="payer", how="left").join(main, on="payer", how="left").sort("payer")
    told = (pl.col("times") >= FEW) | (pl.col("times") * 3 >= pl.col("rows"))
    owners = [int(people.owner[account]) for account in table["payer"]]
    return table.select(
        pl.lit("originator").alias("role"),
        pl.Series("subject_id", [people.account_id[account] for account in table["payer"]]),
        pl.coalesce("crime", pl.when(told).then("kind"), pl.lit("ordinary")).alias("pattern"),
        pl.coalesce("ring", "hand").alias("group"),
        (
            pl.col("crime").is_not_null()
            & ((pl.col("paid") <= FEW) | (pl.col("shared") < 2) | pl.Series([o in world.imitators for o in owners]))
        ).alias("hard"),
        pl.Series("person", [people.account_id[owner] for owner in owners]),
    )


def _receivers(world: World, rows: pl.DataFrame) -> pl.DataFrame:
    """The register's word, and whether the account shows little of it."""
    counted = _linked(rows).group_by("receiver").agg(pl.len().alias("paid"), pl.col("shared").max())
    table = rows.select("receiver").unique().join(counted, on="receiver", how="left").sort("receiver")
    known = [world.receivers.rows[number] for number in table["receiver"]]
    crimes = ("facilitation", "extortion_collection", "minor_recipient")
    return table.select(
        pl.lit("beneficiary").alias("role"),
        pl.Series("subject_id", [row.subject for row in known]),
        pl.Series("pattern", [row.pattern for row in known]),
        pl.Series("group", [row.group for row in known], dtype=pl.String),
        (
            pl.Series([row.pattern in crimes for row in known])
            & ((pl.col("paid").fill_null(0) <= FEW) | (pl.col("shared").fill_null(0) < 2))
        ).alias("hard"),
        pl.Series("person", [row.person for row in known]),
    )


def truth_table(world: World, rows: pl.DataFrame) -> pl.DataFrame:
    """One row for each account that pays and each that is paid; an account that does both has one of each."""
    return pl.concat([_payers(world, rows), _receivers(world, rows)])
