"""Reads Parquet as a stream of raw batches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import polars as pl

from tanglaw.common.errors import Fault
from tanglaw.payments.batch import RawBatch

ROWS: Final = 250_000
"""Rows of a batch."""


def parquet_header(path: Path, source: str) -> tuple[dict[str, pl.DataType], list[Fault]]:
    """Names and types of a file's columns; a fault when it is no whole Parquet file."""
    try:
        return dict(pl.read_parquet_schema(path)), []
    except (pl.exceptions.PolarsError, OSError) as error:
        first = str(error).splitlines()[0][:200]
        return {}, [
            Fault(
                source,
                f"a file that cannot be read as Parquet ({first})",
                "a whole Parquet file",
                "It may be cut short: copy it again.",
            )
        ]


def read_parquet(path: Path, source: str, columns: Sequence[str]) -> Iterator[RawBatch]:
    """Yield the named columns and `line` (the row's number, from 1), batch after batch."""
    frame = pl.scan_parquet(path, hive_partitioning=False).select(
        pl.col(name).cast(pl.String) if dtype in (pl.Categorical, pl.Enum) else pl.col(name)
        for name, dtype in pl.read_parquet_schema(path).items()
        if name in columns
    )
    total = frame.select(pl.len()).collect().item()
    # Slice by slice: read as a stream, Polars decodes several groups of rows ahead, which takes twice the memory.
    for start in range(0, total, ROWS):
        rows = frame.slice(start, ROWS).collect()
        numbers = pl.int_range(start + 1, start + 1 + rows.height, dtype=pl.Int64, eager=True)
        yield RawBatch(source, rows.with_columns(line=numbers))
