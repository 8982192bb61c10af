"""The four passes that measure every payer and receiver; each reads one bucket and knows nothing of the others.

1. payers' rows → payers measured, and their pairs;
2. receivers' rows → receivers measured;
3. pairs, by receiver → receivers measured further, and messages to their payers;
4. messages, by payer → payers measured further.

An engine decides where the buckets lie and who visits them.
"""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from tanglaw.measures import catalogue
from tanglaw.measures.company import messages
from tanglaw.measures.measure import Measure
from tanglaw.measures.pairs import pairs_of, with_payer
from tanglaw.measures.prepare import prepare

Parts = dict[str, pl.DataFrame]


def _aggregates(measures: Sequence[Measure]) -> list[pl.Expr]:
    return [m.expr.cast(pl.Float32).fill_nan(None).alias(m.id) for m in measures if m.expr is not None]


def _facts(prepared: pl.DataFrame, subject: str) -> list[pl.Expr]:
    """What a lead says of a subject besides its measures."""
    return [
        pl.col("row").first().alias("first_row"),
        pl.len().cast(pl.UInt32).alias("rows"),
        pl.col("t").min().alias("first_t"),
        pl.col("t").max().alias("last_t"),
        pl.col("cents").sum().alias("cents"),
        pl.col("other").n_unique().cast(pl.UInt32).alias("counterparties"),
        _main_corridor().alias("corridor"),
        pl.col(f"{subject}_org").any().alias("organisation"),
        pl.col("usd").slice(-3).mean().cast(pl.Float32).alias("recent_usd"),
        (pl.col("t") > pl.col("t").max() - 30 * 86_400).sum().cast(pl.UInt32).alias("last_month_rows"),
    ]


def _main_corridor() -> pl.Expr:
    corridor = pl.col("corridor")
    single = corridor.min() == corridor.max()
    return pl.when(single).then(corridor.first()).otherwise(corridor.mode().min())


def payers_and_pairs(rows: pl.DataFrame, surname_shares: pl.DataFrame, until: int) -> Parts:
    """Pass 1. Returns ``payers`` (``key`` and measures) and ``pairs``."""
    prepared = prepare(rows, "o", surname_shares, until)
    own = prepared.group_by("o", maintain_order=True).agg(
        *_facts(prepared, "o"), *_aggregates(catalogue.OWN["originator"])
    )
    pairs = with_payer(pairs_of(prepared))
    of_pairs = pairs.group_by("o", maintain_order=True).agg(*_aggregates(catalogue.OF_PAIRS["originator"]))
    payers = own.join(of_pairs, on="o", how="left", maintain_order="left").rename({"o": "key"})
    return {"payers": payers, "pairs": pairs}


def receivers(rows: pl.DataFrame, surname_shares: pl.DataFrame, until: int) -> Parts:
    """Pass 2. Returns ``receivers`` (``key`` and measures of the rows)."""
    prepared = prepare(rows, "b", surname_shares, until)
    month_of_pair = pl.col("pair") ^ (pl.col("month").cast(pl.UInt64) * pl.lit(0xBF58476D1CE4E5B9, pl.UInt64))
    prepared = prepared.with_columns(fresh=month_of_pair.is_first_distinct()).with_columns(
        payers_in_month=_running_in_month()
    )
    own = prepared.group_by("b", maintain_order=True).agg(
        *_facts(prepared, "b"), *_aggregates(catalogue.OWN["beneficiary"])
    )
    return {"receivers": own.rename({"b": "key"})}


def _running_in_month() -> pl.Expr:
    count = pl.col("fresh").cast(pl.Int64).cum_sum()
    before = pl.when(pl.col("new_month")).then(count - pl.col("fresh").cast(pl.Int64)).forward_fill()
    return count - before


def receivers_and_messages(pairs: pl.DataFrame) -> Parts:
    """Pass 3. Returns ``receivers`` (``key`` and measures of the pairs) and ``messages``."""
    ordered = pairs
    of_pairs = ordered.group_by("b", maintain_order=True).agg(*_aggregates(catalogue.OF_PAIRS["beneficiary"]))
    return {"receivers": of_pairs.rename({"b": "key"}), "messages": messages(ordered)}


def company(told: pl.DataFrame) -> Parts:
    """Pass 4. Returns ``payers`` (``key`` and measures of their company)."""
    ordered = told
    return {
        "payers": ordered.group_by("o", maintain_order=True)
        .agg(*_aggregates(catalogue.OF_COMPANY))
        .rename({"o": "key"})
    }
