"""What each account truly is: its pattern, its ring or household, whether it shows little, and whose it is."""

from __future__ import annotations

from typing import Final

import polars as pl

from .accounts import Account

_CRIMES: Final = {
    "payer": ("extortion_victim", "livestream_purchase", "minor_purchase", "material_purchase"),
    "receiver": ("minor_recipient", "extortion_collection", "facilitation", "material_vendor"),
}
_OTHER: Final = {"payer": "receiver", "receiver": "payer"}
_ROLE: Final = {"payer": "originator", "receiver": "beneficiary"}
FEW: Final = 3


def _main_kind(rows: pl.DataFrame, side: str) -> pl.DataFrame:
    """The crime if there is one, the graver first; else the kind of most payments."""
    kind = f"{side}_kind"
    order = {name: place for place, name in enumerate(_CRIMES[side])}
    counted = rows.group_by(side, kind).agg(pl.len().alias("payments"))
    rank = pl.col(kind).replace_strict(order, default=len(order), return_dtype=pl.Int64)
    ordered = counted.with_columns(rank.alias("rank")).sort(
        [side, "rank", "payments", kind], descending=[False, False, True, False]
    )
    return ordered.unique(side, keep="first", maintain_order=True).select(side, pattern=kind, payments="payments")


def _alone(rows: pl.DataFrame, side: str) -> pl.DataFrame:
    """Accounts none of whose counterparties in a pattern is shared with another account of the pattern."""
    kind, other = f"{side}_kind", _OTHER[side]
    pairs = rows.select(side, other, kind).unique()
    shared = pairs.with_columns((pl.len().over(other, kind) > 1).alias("shared"))
    return shared.group_by(side, kind).agg((~pl.col("shared").any()).alias("alone")).rename({kind: "pattern"})


def _groups(rows: pl.DataFrame, side: str) -> pl.DataFrame:
    """The group of most payments of a pattern."""
    kind = f"{side}_kind"
    counted = rows.filter(pl.col("group").is_not_null()).group_by(side, kind, "group").agg(pl.len().alias("weight"))
    ordered = counted.sort([side, kind, "weight", "group"], descending=[False, False, True, False])
    return ordered.unique([side, kind], keep="first", maintain_order=True).select(side, "group", pattern=kind)


def truth(rows: pl.DataFrame, accounts: list[Account], imitators: set[int]) -> pl.DataFrame:
    """One row for each originator and each beneficiary; `hard` is said of crime only."""
    subject = pl.DataFrame(
        {
            "number": range(len(accounts)),
            "subject_id": [a.subject_id for a in accounts],
            "person": [a.person for a in accounts],
            "imitates": [a.index in imitators for a in accounts],
        }
    )
    parts = []
    for side in ("payer", "receiver"):
        main = (
            _main_kind(rows, side)
            .join(_alone(rows, side), on=[side, "pattern"], how="left")
            .join(_groups(rows, side), on=[side, "pattern"], how="left")
            .join(subject, left_on=side, right_on="number", how="left")
        )
        shows_little = (pl.col("payments") <= FEW) | pl.col("imitates") | pl.col("alone")
        parts.append(
            main.select(
                pl.lit(_ROLE[side]).alias("role"),
                "subject_id",
                "pattern",
                "group",
                (pl.col("pattern").is_in(_CRIMES[side]) & shows_little).alias("hard"),
                "person",
            )
        )
    return pl.concat(parts).sort("role", "subject_id")
