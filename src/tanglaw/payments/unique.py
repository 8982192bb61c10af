"""Work on a column's distinct values, then give every row its own: columns repeat themselves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import polars as pl


def map_unique(values: pl.Series, function: Callable[[str], Any], dtype: pl.DataType | type[pl.DataType]) -> pl.Series:
    """Apply `function` once to each distinct text; null stays null. Same length, given type."""
    distinct = values.drop_nulls().unique()
    mapped = pl.Series("to", [function(value) for value in distinct.to_list()], dtype=dtype)
    if mapped.dtype == values.dtype and mapped.equals(distinct):
        return values  # most columns are written as they should be
    return spread(values, distinct, mapped)


def spread(values: pl.Series, distinct: pl.Series, mapped: pl.Series) -> pl.Series:
    """Give every row of `values` what stands beside it in (`distinct`, `mapped`)."""
    if distinct.len() == 0:
        return pl.repeat(None, values.len(), dtype=mapped.dtype, eager=True).alias(values.name)
    table = pl.DataFrame({"from": distinct, "to": mapped})
    joined = pl.DataFrame({"from": values}).join(table, on="from", how="left", maintain_order="left")
    return joined["to"].alias(values.name)
