"""What is true of each id: its pattern, its ring or household, whether it shows little, and which person it is."""

from __future__ import annotations

from typing import Final

import polars as pl

from benchmarks.apart.guests.desk.ledger import CRIMES, KIND_NAMES, KINDS, Ledger
from benchmarks.apart.guests.desk.year import Year

_SHOWS_LITTLE: Final = 3
"""Payments of the crime up to which an id shows little."""


def _roles(year: Year) -> list[pl.DataFrame]:
    """The year twice: once from the payer's side, once from the receiver's; `other` is the counterparty's id."""
    sides = (
        ("originator", year.originator_id, year.payer, year.beneficiary_id, 0),
        ("beneficiary", year.beneficiary_id, year.receiver, year.originator_id, 1),
    )
    return [
        pl.DataFrame({
            "role": pl.repeat(role, len(own), eager=True),
            "subject_id": own,
            "party": party,
            "other": other,
            "pattern": pl.Series([KINDS[kind][side] for kind in KIND_NAMES]).gather(year.kind),
            "crime": pl.Series([kind in CRIMES for kind in KIND_NAMES]).gather(year.kind),
            "severity": pl.Series(
                [CRIMES.index(kind) if kind in CRIMES else len(CRIMES) for kind in KIND_NAMES]
            ).gather(year.kind),
            "mimic": year.mimic,
        })
        for role, own, party, other, side in sides
    ]  # fmt: skip


def _judge(side: pl.DataFrame) -> pl.DataFrame:
    """One row an id: the gravest crime if there is one, else the commonest kind; and how little of it shows."""
    counted = side.group_by("role", "subject_id", "party", "pattern", "crime", "severity").agg(
        pl.len().alias("payments"), pl.col("mimic").all(), pl.col("other").unique().sort()
    )
    main = counted.sort("severity", "payments", "pattern", descending=[False, True, False]).unique(
        ["role", "subject_id"], keep="first", maintain_order=True
    )
    crime = main.filter("crime").explode("other")
    shared = crime.group_by("pattern", "other").agg(pl.col("party").n_unique().alias("sharers"))
    alone = (
        crime.join(shared, on=["pattern", "other"])
        .group_by("subject_id")
        .agg((pl.col("sharers").max() < 2).alias("alone"))
    )
    few = pl.col("payments") <= _SHOWS_LITTLE
    return main.join(alone, on="subject_id", how="left").with_columns(
        hard=pl.col("crime") & (few | pl.col("mimic") | pl.col("alone").fill_null(False))
    )


def truth(ledger: Ledger, year: Year) -> pl.DataFrame:
    """The truth of every id of both roles, sorted."""
    groups = (ledger.payer_groups, ledger.receiver_groups)
    sides = []
    for side, known, letter in zip(_roles(year), groups, "pr", strict=True):
        judged = _judge(side)
        several = pl.len().over("party") > 1
        group = pl.Series("group", [known.get(int(party)) for party in judged["party"]], dtype=pl.String)
        sides.append(
            judged.with_columns(
                group=pl.when(pl.col("crime")).then(group),
                person=pl.when(several).then(letter + pl.col("party").cast(pl.String)).otherwise(pl.col("subject_id")),
            )
        )
    columns = ["role", "subject_id", "pattern", "group", "hard", "person"]
    return pl.concat(sides).select(columns).sort("role", "subject_id")
