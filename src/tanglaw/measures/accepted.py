"""Accepted payments on disk, one Arrow file a batch, from which leads fetch their words.

Unless the disk is short, the files are not compressed: what is fetched are single payments from among millions, and of
a mapped file only those are read. Columns that repeat themselves are held as numbers beside their distinct values,
which keeps the files about as small as the text they came from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
import polars as pl
import pyarrow as pa
import pyarrow.ipc

from tanglaw.engines.layout import COMPRESSED
from tanglaw.payments.columns import CHECKED_SCHEMA

_REPEATING: Final = frozenset({
    "currency", "originator_country", "originator_city", "originator_timezone", "beneficiary_country",
    "beneficiary_city", "beneficiary_timezone", "rail", "institution", "reference", "purpose_code", "status",
    "merchant_category", "source",
})  # fmt: skip
"""Text worth a dictionary: to try one on every column takes longer than all the rest."""

_SHORT_OFFSETS: Final = 2**31 - 1


def read_accepted(path: Path, columns: Sequence[str], places: npt.NDArray[np.int64]) -> pl.DataFrame:
    """Read payments of one batch.

    Args:
        path: the batch's file.
        columns: of ``CHECKED_SCHEMA``; null where the batch had no value at all.
        places: rows wanted, from 0, ascending.
    """
    wanted = pl.Series(places).to_arrow()  # made by Arrow itself, it would load pandas where that is installed
    with _opened(path, columns) as batch:
        held = [name for name in columns if name in batch.schema.names]
        found = pl.DataFrame(
            {name: pl.from_arrow(_plain(batch.column(name).take(wanted))) for name in held}
            if held
            else {"nothing": places}
        )
    missing = [pl.lit(None, CHECKED_SCHEMA[name]).alias(name) for name in columns if name not in held]
    return found.with_columns(missing).select(columns).cast({name: CHECKED_SCHEMA[name] for name in columns})


def read_batch(path: Path, columns: Sequence[str]) -> pl.DataFrame:
    """Read a whole batch: those of the columns that hold any value in it, ``CHECKED_SCHEMA`` types."""
    with _opened(path, columns) as batch:
        held = [name for name in columns if name in batch.schema.names]
        found = pl.DataFrame({name: pl.from_arrow(_plain(batch.column(name))) for name in held})
        return found.cast({name: CHECKED_SCHEMA[name] for name in held})


@contextmanager
def _opened(path: Path, columns: Sequence[str]) -> Iterator[pa.RecordBatch]:
    """Map a batch: those of the columns that it holds, for what is compressed is unpacked here; all, if none."""
    with pa.memory_map(str(path)) as mapped:
        with pa.ipc.open_file(mapped) as file:
            places = [file.schema.get_field_index(name) for name in columns]
        options = pa.ipc.IpcReadOptions(included_fields=[place for place in places if place >= 0])
        with pa.ipc.open_file(mapped, options=options) as file:
            yield file.get_batch(0)


def write_accepted(frame: pl.DataFrame, folder: Path, number: int, *, compressed: bool = False) -> Path:
    """Write a batch; returns its file."""
    path = folder / f"{number:06}.arrow"
    # Columns without any value are left out, see `read_accepted`.
    held = frame.select(column.name for column in frame if column.null_count() < frame.height).rechunk()
    # As Polars holds it: Arrow's usual form is made once, here, of one piece, and not twice by way of a larger one.
    table = held.to_arrow(compat_level=pl.CompatLevel.newest())
    columns = [_small(name, table[name].chunk(0)) for name in table.column_names]
    batch = pa.record_batch(columns, names=table.column_names)
    with pa.OSFile(str(path), "wb") as file, _writing(file, batch.schema, compressed) as writer:
        writer.write_batch(batch)
    return path


def _writing(file: pa.NativeFile, schema: pa.Schema, compressed: bool) -> pa.ipc.RecordBatchFileWriter:
    return pa.ipc.new_file(file, schema, options=COMPRESSED if compressed else None)


def _small(name: str, values: pa.Array) -> pa.Array:
    """Make text take less room: distinct values once, or offsets of four bytes."""
    if not pa.types.is_string_view(values.type):
        return values
    if name in _REPEATING:
        coded = values.dictionary_encode()
        distinct = len(coded.dictionary)
        width = pa.int8() if distinct < 2**7 else pa.int16() if distinct < 2**15 else pa.int32()
        return pa.DictionaryArray.from_arrays(coded.indices.cast(width), _text(coded.dictionary))
    return _text(values)


def _text(values: pa.Array) -> pa.Array:
    return values.cast(pa.large_string() if values.nbytes > _SHORT_OFFSETS else pa.string())


def _plain(values: pa.Array) -> pa.Array:
    return values.dictionary_decode() if pa.types.is_dictionary(values.type) else values
