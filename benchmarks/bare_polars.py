"""A bare Polars group-by of the file: count, sum and median a payer. ``python -m benchmarks.bare_polars FILE``."""

from __future__ import annotations

import sys

import polars as pl

file = sys.argv[1]
amount = pl.col("amount").cast(pl.Float64)
result = (
    (pl.scan_csv(file) if file.endswith(".csv") else pl.scan_parquet(file))
    .group_by("originator_id")
    .agg(pl.len(), amount.sum().alias("sum"), amount.median().alias("median"))
    .collect(engine="streaming")
)
print(result.height)
