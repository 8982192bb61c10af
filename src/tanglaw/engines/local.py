"""The default engine: one bucket after another in this process, each spread over all cores by Polars."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import polars as pl

from tanglaw.common.progress import Progress
from tanglaw.engines.engine import Measure, gather, stage
from tanglaw.engines.layout import Buckets

name: Final = "local"


def run(
    buckets: Buckets, measure: Measure, *, progress: Progress | None = None, label: str = "measuring"
) -> pl.DataFrame:
    """Measure every bucket; return the results as one frame, sorted by its first column.

    Args:
        buckets: the rows.
        measure: see :data:`~tanglaw.engines.engine.Measure`.
        progress: where to report; the stage is called ``label``.
        label: the stage's name for the user.
    """
    return gather(list(_visit(buckets, measure, progress, label)))


def run_into(
    buckets: Buckets, measure: Measure, into: Path, *, progress: Progress | None = None, label: str = "measuring"
) -> Path:
    """Measure every bucket and write each result as a Parquet file into the folder ``into``, never holding two.

    Returns:
        ``into``, which ``pl.scan_parquet`` reads as one table; in bucket order, not sorted.
    """
    into.mkdir(parents=True, exist_ok=True)
    for bucket, result in enumerate(_visit(buckets, measure, progress, label)):
        result.write_parquet(into / f"{bucket:05}.parquet")
    return into


def _visit(buckets: Buckets, measure: Measure, progress: Progress | None, label: str) -> Iterator[pl.DataFrame]:
    """Yield each bucket's result; one of an empty bucket too, so that the columns are known without any row."""
    with stage(progress, label, sum(buckets.rows)) as under_way:
        for bucket, rows in enumerate(buckets.rows):
            yield measure(buckets.read(bucket))
            under_way.advance(rows)
