"""The Spark engine: buckets visited by Spark's workers, each calling the same function as the local engine.

The buckets' folder must lie where every worker sees it under the same path (one machine, or a shared file system): the
driver lays the rows out, workers read a bucket and write its result beside it. Since rows of one account already lie
together, nothing is shuffled and no row passes through the JVM. Rows that are in Spark already are measured by
:mod:`tanglaw.engines.spark_table` instead.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

import polars as pl
import pyarrow as pa

from tanglaw.common.progress import Progress
from tanglaw.common.spark_session import require_same_polars, require_spark
from tanglaw.common.spark_session import session as local_session
from tanglaw.engines.engine import Measure, gather, stage
from tanglaw.engines.layout import Buckets

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

require_spark()

name: Final = "spark"
in_process: Final = False

_Task = Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]]


def run(
    buckets: Buckets,
    measure: Measure,
    *,
    progress: Progress | None = None,
    label: str = "measuring",
    session: SparkSession | None = None,
) -> pl.DataFrame:
    """Measure every bucket; return the results as one frame, sorted by its first column.

    Args:
        buckets: the rows, in a folder that workers see.
        measure: see :data:`~tanglaw.engines.engine.Measure`; sent to the workers, which must have what it imports.
        progress: where to report; rows are counted when Spark has done them all.
        label: the stage's name for the user.
        session: the Spark session; one on this machine when None.

    Raises:
        TanglawError: a worker has another version of Polars, so that results need not be equal.
    """
    return gather(list(each(buckets, measure, progress=progress, label=label, session=session)))


def each(
    buckets: Buckets,
    measure: Measure,
    *,
    progress: Progress | None = None,
    label: str = "measuring",
    session: SparkSession | None = None,
) -> Iterator[pl.DataFrame]:
    """Measure every bucket, then yield the results in bucket order, reading one at a time from where workers left it.

    Takes what :func:`run` takes.
    """
    parts = Path(tempfile.mkdtemp(prefix="results-", dir=buckets.folder.parent))
    try:
        # Not through Spark's collect: that holds every result in the driver's JVM, a gigabyte unless told otherwise.
        _visit(buckets, _task(buckets, measure, parts, ".arrow"), progress, label, session)
        for part in sorted(parts.iterdir()):
            yield pl.read_ipc(part)
            part.unlink()
    finally:
        shutil.rmtree(parts, ignore_errors=True)


def run_into(
    buckets: Buckets,
    measure: Measure,
    into: Path,
    *,
    progress: Progress | None = None,
    label: str = "measuring",
    session: SparkSession | None = None,
) -> Path:
    """Measure every bucket; workers write each result as a Parquet file into the folder ``into``.

    Returns:
        ``into``, which ``pl.scan_parquet`` reads as one table; in bucket order, not sorted.
    """
    into.mkdir(parents=True, exist_ok=True)
    _visit(buckets, _task(buckets, measure, into.absolute(), ".parquet"), progress, label, session)
    return into


def _visit(buckets: Buckets, task: _Task, progress: Progress | None, label: str, session: SparkSession | None) -> None:
    """Have the workers do ``task`` for every bucket."""
    session = session or local_session()
    with stage(progress, label, sum(buckets.rows)) as under_way:
        numbers = session.range(0, len(buckets), 1, len(buckets))  # one bucket a task
        done = numbers.mapInArrow(task, "bucket bigint, polars string").collect()
        require_same_polars(row.polars for row in done)
        under_way.advance(sum(buckets.rows))


def _task(buckets: Buckets, measure: Measure, into: Path, suffix: str) -> _Task:
    """Make what runs on a worker: from batches of bucket numbers to batches of (bucket, version of Polars there).

    Each bucket's result goes to ``into/BUCKETsuffix``.
    """

    def task(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            for bucket in batch.column(0).to_pylist():
                result = measure(buckets.read(bucket))
                write_part(result, into / f"{bucket:05}{suffix}")
                yield pa.RecordBatch.from_pydict({"bucket": [bucket], "polars": [pl.__version__]})

    return task


def write_part(result: pl.DataFrame, path: Path) -> None:
    """Write a bucket's result whole: Spark may run a task twice, at the same time even."""
    handle, partial = tempfile.mkstemp(prefix=".", dir=path.parent)
    os.close(handle)
    if path.suffix == ".parquet":
        result.write_parquet(partial)
    else:
        result.write_ipc(partial)
    Path(partial).replace(path)
