"""Do slow work once for each distinct value, then give every row its answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import polars as pl

from tanglaw.common.distinct import Distinct

_SEED: Final = 0x756E


def over_uniques(values: pl.Series, work: Callable[[pl.Series], pl.Series]) -> pl.Series:
    """Apply ``work`` to the distinct values that are not null and spread the answers over all rows.

    Args:
        values: any series.
        work: takes distinct values (never null), returns a series of the same length in the same order.

    Returns:
        A series as long as ``values``; null where ``values`` is null.
    """
    distinct = values.drop_nulls().unique()
    answers = work(distinct)
    table = pl.DataFrame({"value": distinct, "answer": answers})
    return values.to_frame("value").join(table, on="value", how="left", maintain_order="left").get_column("answer")


def over_unique_rows(rows: pl.DataFrame, work: Callable[[pl.DataFrame], pl.DataFrame]) -> pl.DataFrame:
    """Apply ``work`` to the distinct rows (nulls included) and spread the answers over all rows.

    Rows are told apart by a 64-bit hash, which joins ten times quicker than several columns of text.

    Args:
        rows: the columns that decide the answer.
        work: takes distinct rows, returns a frame of the same height in the same order with other column names.

    Returns:
        The answers' columns, as high as ``rows``.
    """
    distinct = Distinct.of(rows.hash_rows(_SEED).to_numpy())
    answers = work(rows[pl.Series(distinct.first)])
    return answers[pl.Series(distinct.codes)]
