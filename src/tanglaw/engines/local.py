"""The default engine: bucket after bucket in this process, two at a time."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Final, TypeVar

import polars as pl

from tanglaw.common.progress import Progress
from tanglaw.engines.engine import Measure, gather, stage
from tanglaw.engines.layout import Buckets

name: Final = "local"
in_process: Final = True

_AT_ONCE: Final = 2

T = TypeVar("T")


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
    return gather(list(each(buckets, measure, progress=progress, label=label)))


def run_into(
    buckets: Buckets, measure: Measure, into: Path, *, progress: Progress | None = None, label: str = "measuring"
) -> Path:
    """Measure every bucket and write each result as a Parquet file into the folder ``into``, never holding many.

    Returns:
        ``into``, which ``pl.scan_parquet`` reads as one table; in bucket order, not sorted.
    """
    into.mkdir(parents=True, exist_ok=True)
    for bucket, result in enumerate(each(buckets, measure, progress=progress, label=label)):
        result.write_parquet(into / f"{bucket:05}.parquet")
    return into


def each(
    buckets: Buckets, measure: Measure, *, progress: Progress | None = None, label: str = "measuring"
) -> Iterator[pl.DataFrame]:
    """Yield each bucket's result in turn, one of an empty bucket too, so that the columns are known without any row."""
    return visit(buckets, measure, progress=progress, label=label)


def visit(
    buckets: Buckets, function: Callable[[pl.DataFrame], T], *, progress: Progress | None = None, label: str
) -> Iterator[T]:
    """Do the same for a function that returns anything.

    Two buckets are under way at a time, for much of measuring is work of one core; at most three results wait.
    """
    with stage(progress, label, sum(buckets.rows)) as under_way, ThreadPoolExecutor(_AT_ONCE) as pool:
        waiting: deque[Future[T]] = deque()
        try:
            for bucket in range(len(buckets) + _AT_ONCE):
                if bucket < len(buckets):
                    waiting.append(pool.submit(_visited, buckets, bucket, function))
                if bucket >= _AT_ONCE:
                    yield waiting.popleft().result()
                    under_way.advance(buckets.rows[bucket - _AT_ONCE])
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _visited(buckets: Buckets, bucket: int, function: Callable[[pl.DataFrame], T]) -> T:
    return function(buckets.read(bucket))
