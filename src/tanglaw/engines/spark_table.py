"""Rows that are in Spark already: repartitioned by key, then measured by the same function as everywhere.

Spark has no unsigned numbers and no categories. At the edge they become what Spark has (:func:`to_spark`) and turn
back on the worker, bit for bit; an id above 2^63 is a negative number while it travels.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

import polars as pl
import pyarrow as pa

from tanglaw.common.spark_session import require_same_polars
from tanglaw.engines.engine import Measure, gather
from tanglaw.engines.layout import arrange

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

_CARRIER: Final[dict[type[pl.DataType], pl.DataType]] = {
    pl.UInt8: pl.Int16(),
    pl.UInt16: pl.Int32(),
    pl.UInt32: pl.Int64(),
    pl.Enum: pl.String(),
}


def run_table(
    rows: DataFrame, measure: Measure, schema: pl.Schema, *, key: str, order: Sequence[str] = (), partitions: int = 64
) -> pl.DataFrame:
    """Measure a Spark table; the result equals that of the local engine on the same rows.

    Args:
        rows: columns as :func:`to_spark` makes them.
        measure: see :data:`~tanglaw.engines.engine.Measure`.
        schema: the columns as ``measure`` expects them.
        key: the UInt64 column to repartition by.
        order: columns that order the rows of one key, as for :class:`~tanglaw.engines.layout.BucketWriter`.
        partitions: into how many parts; each must fit a worker's memory about twelve times over.

    Raises:
        TanglawError: a worker has another version of Polars.
    """
    parted = rows.select(*schema.names()).repartition(partitions, key)
    parts = parted.mapInArrow(_task(measure, schema, key, tuple(order)), "polars string, result binary").collect()
    require_same_polars(part.polars for part in parts)
    empty = measure(schema.to_frame())
    return gather([empty, *(pl.read_ipc(io.BytesIO(part.result)) for part in parts)])


def to_spark(frame: pl.DataFrame) -> pl.DataFrame:
    """Give the columns types that Spark has, losing nothing."""
    return frame.with_columns(
        pl.col(column).reinterpret(signed=True) if dtype == pl.UInt64 else pl.col(column).cast(_CARRIER[type(dtype)])
        for column, dtype in frame.schema.items()
        if dtype == pl.UInt64 or type(dtype) in _CARRIER
    )


def from_spark(frame: pl.DataFrame, schema: pl.Schema) -> pl.DataFrame:
    """Turn columns that came through Spark back into ``schema``."""
    return frame.select(
        pl.col(column).reinterpret(signed=False) if dtype == pl.UInt64 else pl.col(column).cast(dtype)
        for column, dtype in schema.items()
    )


def _task(
    measure: Measure, schema: pl.Schema, key: str, order: tuple[str, ...]
) -> Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    """Make what runs on a worker: from a partition's rows to one cell that holds the result as Arrow IPC.

    As bytes, the result keeps its own types and needs none of Spark's.
    """

    def task(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        held = [batch for batch in batches if batch.num_rows]
        if held:
            frame = pl.from_arrow(pa.Table.from_batches(held))
            assert isinstance(frame, pl.DataFrame)
            result = io.BytesIO()
            measure(arrange(from_spark(frame, schema), key, order)).write_ipc(result)
            yield pa.RecordBatch.from_pydict({"polars": [pl.__version__], "result": [result.getvalue()]})

    return task
