"""A bare DuckDB group-by of the file: count, sum and median a payer. ``python -m benchmarks.bare_duckdb FILE``."""

from __future__ import annotations

import sys

import duckdb

file = sys.argv[1]
reader = "read_csv" if file.endswith(".csv") else "read_parquet"
query = f"""
    SELECT originator_id, count(*) AS count, sum(amount) AS sum, median(amount::DOUBLE) AS median
    FROM {reader}(?) GROUP BY originator_id
"""  # noqa: S608 -- one of two words
table = duckdb.execute(query, [file]).to_arrow_table()
assert table is not None
print(table.num_rows)
