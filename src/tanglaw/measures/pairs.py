"""Who pays whom: one row a pair of parties, and what of a payer its receivers may know."""

from __future__ import annotations

from typing import Final

import polars as pl

from tanglaw.measures.prepare import LIKELY_KIN

HUB_PAYERS: Final = 40
"""From so many payers on, a receiver is taken for a hub (agent, landlord, school, shop) in the pair measures; assumed."""


def pairs_of(prepared: pl.DataFrame) -> pl.DataFrame:
    """Fold a payer bucket's prepared rows into pairs.

    Returns:
        One row a pair: ``o, b, n, usd, kin, unrelated, city, corridor, surname, organisation, days`` (from first to
        last payment), ``night`` (share, null unknown), ``age`` (payer's, at the first payment).
    """
    return prepared.group_by("pair", maintain_order=True).agg(
        pl.col("o", "b").first(),
        n=pl.len().cast(pl.Int64),
        usd=pl.col("usd").sum(),
        kin=pl.col("kin").max(),
        city=pl.col("city").drop_nulls().first(),
        corridor=pl.col("corridor").first(),
        surname=pl.col("b_s1").drop_nulls().first(),
        organisation=pl.col("b_org").max(),  # null where no payment names the receiver
        days=(pl.col("t").max() - pl.col("t").min()) / 86_400,
        night=pl.col("night").mean(),
        age=(pl.col("day").cast(pl.Date).dt.year() - pl.col("o_year")).first().cast(pl.Float64),
    ).drop("pair").with_columns(unrelated=(pl.col("kin") < LIKELY_KIN).fill_null(value=True))  # fmt: skip


def with_payer(pairs: pl.DataFrame) -> pl.DataFrame:
    """Tell every pair how many receivers its payer has (``receivers``, ``unrelated_receivers``) and how many share a name.

    ``namesake`` holds where another of the payer's receivers bears the same first surname.
    """
    by_payer = pl.col("n").len().over("o")
    key = pl.col("o") ^ pl.col("surname")
    return pairs.with_columns(
        receivers=by_payer.cast(pl.Int64),
        unrelated_receivers=pl.col("unrelated").sum().over("o").cast(pl.Int64),
        kin_receivers=(1 - pl.col("unrelated").cast(pl.Int64)).sum().over("o"),
        payer_night=((pl.col("night") * pl.col("n")).sum() / pl.col("n").sum()).over("o"),
        namesake=pl.when(pl.col("surname").is_not_null()).then(key.is_duplicated()),
    )
