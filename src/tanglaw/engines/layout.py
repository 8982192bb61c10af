"""Rows laid out in buckets: an account's rows all in one file, so that memory follows the file and not the table."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import polars as pl
import pyarrow as pa
import pyarrow.ipc

_FLUSH_BYTES: Final = 64 << 20
"""Rows wait in memory up to this size, so that small batches do not become many small records."""

_WORKING_FACTOR: Final = 12
"""Memory that measuring takes, as a multiple of the bucket's own size: its sorted copy, windows and joins beside it."""

COMPRESSED: Final = pa.ipc.IpcWriteOptions(compression=pa.Codec("zstd", 1))
"""How rows are written where the disk is short."""

_END_OF_STREAM: Final = 8
"""Bytes that end an Arrow IPC stream: a mark of continuation, and no length."""

_LEAST: Final = 4
_LEAST_OF_MANY: Final = 16
_MOST: Final = 1024

_WORTH_A_BUCKET: Final = 32 << 20
"""A visit costs some fixed time, so that small buckets are not worth it; enough of them keep all workers busy."""


def bucket_count(bytes_in: int, memory: int) -> int:
    """Say how many buckets let each be measured well within ``memory``.

    Accounts are unequal, so a bucket twice the mean size must still fit. One account is never split: one that alone
    outgrows the memory needs more of it, whatever the count.

    Args:
        bytes_in: size of the rows as laid out (uncompressed), bytes.
        memory: what measuring may use, bytes.
    """
    needed = 2 * _WORKING_FACTOR * bytes_in / max(memory, 1)
    least = min(max(bytes_in // _WORTH_A_BUCKET, _LEAST), _LEAST_OF_MANY)
    return min(1 << int(np.ceil(np.log2(max(needed, least)))), _MOST)


@dataclass(frozen=True, slots=True)
class Buckets:
    """Rows laid out by a key. Small and picklable: it holds where the rows are, not the rows.

    Attributes:
        folder: where the files lie.
        key: UInt64 column; row ``r`` is in bucket ``r[key] % len(buckets)``.
        order: columns that order the rows of one key; with ``key`` they must tell any two rows apart.
        schema: the columns.
        rows: number of rows per bucket.
        below: column and value: rows that reach the value are left out when read, as if they had never been written
            (then `rows` counts more than are read).
    """

    folder: Path
    key: str
    order: tuple[str, ...]
    schema: pl.Schema
    rows: tuple[int, ...]
    below: tuple[str, int] | None = None

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files, one Arrow IPC stream a bucket; an empty bucket has none."""
        return tuple(_path(self.folder, bucket) for bucket in range(len(self)))

    def read(self, bucket: int) -> pl.DataFrame:
        """Read one bucket: its rows sorted by key, then by ``order``, whatever order they were written in."""
        if not self.rows[bucket]:
            return self.schema.to_frame()
        with pa.memory_map(str(_path(self.folder, bucket))) as mapped, pa.ipc.open_stream(mapped) as stream:
            return arrange(self._cut(from_arrow(stream.read_all(), self.schema)), self.key, self.order)

    def read_keys(self, bucket: int, keys: pl.Series) -> pl.DataFrame:
        """Read what one bucket holds of certain keys, as :meth:`read` would give it, sorting only that."""
        if not self.rows[bucket]:
            return self.schema.to_frame()
        wanted = pl.col(self.key).is_in(keys.implode())
        parts = []
        with pa.memory_map(str(_path(self.folder, bucket))) as mapped, pa.ipc.open_stream(mapped) as stream:
            for batch in stream:
                frame = from_arrow(pa.Table.from_batches([batch]), self.schema)
                parts.append(self._cut(frame.filter(wanted)))
        return arrange(pl.concat(parts), self.key, self.order)

    def _cut(self, rows: pl.DataFrame) -> pl.DataFrame:
        return rows if self.below is None else rows.filter(pl.col(self.below[0]) < self.below[1])

    def delete(self) -> None:
        """Remove the files and their folder."""
        shutil.rmtree(self.folder, ignore_errors=True)


class BucketWriter:
    """Splits frames by ``key % buckets`` and appends each part to its bucket's file.

    Files are opened for each append and never kept open, so that any number of writers and buckets stays within what
    the system allows a process.
    """

    def __init__(
        self, folder: Path, key: str, buckets: int, order: Sequence[str] = (), *, compressed: bool = False
    ) -> None:
        """Lay rows out in ``folder``, which must be missing or empty.

        Args:
            folder: made when missing.
            key: a UInt64 column without nulls; dense or hashed, so that its remainder spreads evenly.
            buckets: how many, from 1 (see :func:`bucket_count`).
            order: columns that order the rows of one key for the measures, best a unique row number last. When empty,
                all columns are used, which is slower.
            compressed: take a quarter of the disk, and some seconds more for each ten million rows.
        """
        if buckets < 1:
            raise ValueError(f"buckets must be at least 1, not {buckets}")
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise FileExistsError(errno.EEXIST, "buckets must not be mixed with other files", str(folder))
        self._folder, self._key, self._order = folder, key, tuple(order)
        self._rows = [0] * buckets
        self._compressed = compressed
        self._schema: pl.Schema | None = None
        self._waiting: list[pl.DataFrame] = []
        self._waiting_bytes = 0.0

    def write(self, frame: pl.DataFrame) -> None:
        """Append rows. Every frame has the schema of the first; write an empty one where there may be no rows at all.

        Raises:
            TypeError: the key is no UInt64 column, or the schema differs from the first frame's.
            ValueError: a key is null.
        """
        if self._schema is None:
            self._schema = frame.schema
            if frame.schema.get(self._key) != pl.UInt64:
                raise TypeError(f"{self._key} must be a UInt64 column, not {frame.schema.get(self._key)}")
            if missing := set(self._order) - set(frame.columns):
                raise TypeError(f"no column to order by: {', '.join(sorted(missing))}")
        if frame.schema != self._schema:
            differing = sorted(str(name) for name, _ in set(frame.schema.items()) ^ set(self._schema.items()))
            raise TypeError(f"frames differ in schema: {', '.join(differing) or 'order of columns'}")
        if frame[self._key].has_nulls():
            raise ValueError(f"{self._key} has nulls")
        self._waiting.append(frame)
        self._waiting_bytes += frame.estimated_size()
        if self._waiting_bytes >= _FLUSH_BYTES:
            self._flush()

    def close(self) -> Buckets:
        """Write what waits and say where everything is.

        Raises:
            ValueError: nothing was ever written, so that the columns are not known.
        """
        self._flush()
        if self._schema is None:
            raise ValueError("no frame was written")
        return Buckets(self._folder, self._key, self._order, self._schema, tuple(self._rows))

    def _flush(self) -> None:
        if not self._waiting:
            return
        frame = pl.concat(self._waiting, rechunk=True)  # rows are found twice as quickly in one piece
        self._waiting.clear()
        self._waiting_bytes = 0.0
        remainder = (frame[self._key] % len(self._rows)).cast(pl.UInt16).to_numpy()
        # A stable argsort of 16-bit numbers is a radix sort. Of partition_by, a Polars sort and this, this was
        # quickest, above all because one conversion to Arrow serves all buckets.
        order = np.argsort(remainder, kind="stable").astype(np.uint32)
        ends = np.cumsum(np.bincount(remainder, minlength=len(self._rows)))
        table = to_arrow(frame[pl.Series(order)])
        start = 0
        for bucket, end in enumerate(ends.tolist()):
            if end > start:
                self._append(bucket, table.slice(start, end - start))
            start = end

    def _append(self, bucket: int, part: pa.Table) -> None:
        with _path(self._folder, bucket).open("ab", buffering=0) as file:
            if not self._rows[bucket]:
                file.write(part.schema.serialize())
            for batch in part.to_batches():
                file.write(_squeezed(batch) if self._compressed else batch.serialize())
        self._rows[bucket] += part.num_rows


def _squeezed(batch: pa.RecordBatch) -> pa.Buffer:
    """Give the bytes of a compressed batch alone: a stream of it without the schema before and the end after it."""
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, batch.schema, options=COMPRESSED) as stream:
        stream.write_batch(batch)
    return sink.getvalue()[batch.schema.serialize().size : -_END_OF_STREAM]


def arrange(frame: pl.DataFrame, key: str, order: Sequence[str]) -> pl.DataFrame:
    """Sort the rows of a bucket by key, then ``order``, so that a sum of floats is the same wherever it is made."""
    others = [name for name in (order or frame.columns) if name != key]
    return frame.sort([key, *others])


def to_arrow(frame: pl.DataFrame) -> pa.Table:
    """Make Arrow's rows of a frame: categories as their numbers, for a stream that is appended to has no dictionaries.

    Raises:
        TypeError: a column is Categorical, or holds categories within lists; Enum and String serve instead.
    """
    table = frame.with_columns(pl.col(pl.Enum).to_physical()).rechunk().to_arrow()
    if unfit := [field.name for field in table.schema if "dictionary" in str(field.type)]:
        raise TypeError(f"categories can be laid out as a plain Enum column only: {', '.join(unfit)}")
    return table


def from_arrow(table: pa.Table, schema: pl.Schema) -> pl.DataFrame:
    """Make a frame of Arrow's rows with exactly ``schema``."""
    frame = pl.from_arrow(table)
    assert isinstance(frame, pl.DataFrame)
    held = frame.schema  # made anew each time it is asked for
    return frame.with_columns(
        pl.col(name).cat.to(dtype) if isinstance(dtype, pl.Enum) else pl.col(name).cast(dtype)
        for name, dtype in schema.items()
        if held[name] != dtype
    )


def _path(folder: Path, bucket: int) -> Path:
    return folder / f"{bucket:05}.arrows"
