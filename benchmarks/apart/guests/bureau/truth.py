"""What every reported party truly is."""

from __future__ import annotations

from typing import Final

import numpy as np
import polars as pl

from benchmarks.apart.guests.bureau.ledger import Ledger
from benchmarks.apart.guests.bureau.stage import Stage

_CRIMES: Final = (
    "livestream_purchase", "facilitation", "extortion_victim", "extortion_collection", "material_purchase",
    "material_vendor",
)  # fmt: skip
_FEW: Final = 3


def truth(stage: Stage, book: Ledger, payers: pl.DataFrame, payees: pl.DataFrame) -> pl.DataFrame:
    """Give one row for each id of each role; `payers` and `payees` hold both parties' records, row by row."""
    originators = _side(
        stage,
        "originator",
        subjects=payers["originator_id"],
        numbers=book.payer,
        kinds=pl.Series(book.payer_kind),
        linked=_linked(book, "payer"),
    )
    beneficiaries = _side(
        stage,
        "beneficiary",
        subjects=payees["beneficiary_id"],
        numbers=book.receiver,
        kinds=pl.Series(book.receiver_kind),
        linked=_linked(book, "receiver"),
    )
    return pl.concat([originators, beneficiaries]).sort("role", "subject_id", descending=[True, False])


def _linked(book: Ledger, side: str) -> set[int]:
    """Give those of a crime who share a counterparty in it with somebody else of the same side."""
    other = "receiver" if side == "payer" else "payer"
    crimes = (
        pl.DataFrame({"payer": book.payer, "receiver": book.receiver, "kind": book.payer_kind})
        .filter(pl.col("kind").is_in(_CRIMES))
        .unique()
        .with_columns(pl.len().over("kind", other).alias("sharing"))
    )
    return set(crimes.filter(pl.col("sharing") > 1)[side].to_list())


def _side(
    stage: Stage, role: str, *, subjects: pl.Series, numbers: np.ndarray, kinds: pl.Series, linked: set[int]
) -> pl.DataFrame:
    """Take the crime where there is one, else the kind of most payments."""
    counts = (
        pl.DataFrame({"subject_id": subjects, "number": numbers, "pattern": kinds})
        .group_by("subject_id", "number", "pattern")
        .agg(pl.len().alias("payments"))
        .with_columns(pl.col("pattern").is_in(_CRIMES).alias("crime"))
        .sort(["subject_id", "crime", "payments", "pattern"], descending=[False, True, True, False])
    )
    main = counts.unique("subject_id", keep="first", maintain_order=True)
    hidden = {number for kept, number in stage.quiet if kept == role}
    groups = {number: name for (kept, number), name in stage.groups.items() if kept == role}
    several = pl.len().over("number") > 1
    return main.select(
        pl.lit(role).alias("role"),
        "subject_id",
        "pattern",
        pl.when("crime")
        .then(pl.col("number").replace_strict(groups, default=None, return_dtype=pl.String))
        .alias("group"),
        (
            (pl.col("payments") <= _FEW)
            | (pl.col("crime") & (pl.col("number").is_in(list(hidden)) | ~pl.col("number").is_in(list(linked))))
        ).alias("hard"),
        pl.when(several)
        .then(pl.format("{}-{}", pl.lit("person" if role == "originator" else "party"), pl.col("number")))
        .otherwise("subject_id")
        .alias("person"),
    )
