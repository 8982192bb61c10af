"""Who pays whom: one row a pair of parties, and what of a payer its receivers may know."""

from __future__ import annotations

from typing import Final

import numpy as np
import polars as pl

from tanglaw.measures.prepare import DAY, LIKELY_KIN
from tanglaw.measures.tally import PAYMENTS, first, first_known, known, last, mean, most, spread, tallied, total

HUB_PAYERS: Final = 40
"""From so many payers on, a receiver is taken for a hub (agent, landlord, school, shop) in pair measures; assumed."""


_READ: Final = ("pair", "o", "b", "cents", "kin", "city", "corridor", "b_s1", "b_org", "t", "night", "year", "o_year")


def pairs_of(prepared: pl.DataFrame) -> pl.DataFrame:
    """Fold a payer bucket's prepared rows into pairs.

    Returns:
        One row a pair: ``o, b, n, usd, kin, unrelated, city, corridor, surname, organisation, days`` (from first to
        last payment), ``night`` (share, null unknown), ``age`` (payer's, at the first payment).
    """
    pair = prepared["pair"].to_numpy()
    bits = max(len(pair), 1).bit_length()
    packed = (pair << bits) | np.arange(len(pair))  # sorting these gives the rows pair by pair, in order of time
    packed.sort()
    together = prepared.select(_READ)[pl.Series(packed & ((1 << bits) - 1))]
    c = pl.col
    folded = tallied(
        together, "pair",
        [
            first(c("o")).alias("o"),
            first(c("b")).alias("b"),
            PAYMENTS.cast(pl.Int64).alias("n"),
            (total(c("cents")) / 100).alias("usd"),
            most(c("kin")).cast(pl.Float32).alias("kin"),
            first_known(c("city")).alias("city"),
            first(c("corridor")).alias("corridor"),
            first_known(c("b_s1")).alias("surname"),
            pl.when(total(c("b_org").is_not_null()) > 0).then(total(c("b_org")) > 0).alias("organisation"),
            ((last(c("t")) - first(c("t"))) / DAY).alias("days"),
            mean(c("night")).fill_nan(None).alias("night"),
            first(c("year") - c("o_year")).cast(pl.Float64).alias("age"),
        ],
    )  # fmt: skip
    return folded.drop("pair").with_columns(unrelated=(pl.col("kin") < LIKELY_KIN).fill_null(value=True))


def with_payer(pairs: pl.DataFrame) -> pl.DataFrame:
    """Tell every pair how many receivers its payer has, and how many of them are kin or share a name.

    Adds ``receivers``, ``unrelated_receivers``, ``kin_receivers``, ``payer_night`` (share of all the payer's payments
    whose time is known) and ``namesake``: whether another of the payer's receivers bears the same first surname.
    """
    unrelated, weighed = total(pl.col("unrelated")), total(pl.col("night") * pl.col("n"))
    of_payer = spread(
        pairs, "o",
        [
            PAYMENTS.cast(pl.Int64).alias("receivers"),
            unrelated.alias("unrelated_receivers"),
            (PAYMENTS - unrelated).cast(pl.Int64).alias("kin_receivers"),
            pl.when(known(pl.col("night")) > 0).then(weighed / total(pl.col("n"))).alias("payer_night"),
        ],
    )  # fmt: skip
    named = pl.when(pl.col("surname").is_not_null()).then((pl.col("o") ^ pl.col("surname")).is_duplicated())
    return pairs.hstack(of_payer.drop("o")).with_columns(namesake=named)
