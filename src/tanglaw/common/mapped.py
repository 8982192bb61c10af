"""Tables too large to hold: written to disk part by part, and mapped from there.

Of a mapped table only what is read takes memory, and that memory is a copy of the disk, which the system takes back
whenever it needs the room.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

import polars as pl
import pyarrow as pa
import pyarrow.ipc

_SLICE: Final = 1 << 16
"""Rows put in order at a time."""

_AS_HELD: Final = pl.CompatLevel.newest()
"""Text as Polars holds it, so that nothing is made anew when it is mapped."""

_PLAIN: Final = pl.CompatLevel.oldest()
"""Where there are lists, for Arrow refuses what Polars may hold of empty ones."""


def on_disk(parts: Iterable[pl.DataFrame], folder: Path) -> pl.DataFrame:
    """Write the parts of a table one after another, and give the table back mapped.

    Args:
        parts: at least one; all with the same columns, of which none is a category.
        folder: where to write. The file has no name there: it goes with the last table that is mapped from it.
    """
    handle, name = tempfile.mkstemp(prefix=".mapped-", dir=folder)
    os.close(handle)
    path = Path(name)
    try:
        schema = _write(parts, path)
        with pa.memory_map(name) as file, pa.ipc.open_file(file) as reader:
            frame = pl.from_arrow(reader.read_all(), rechunk=False)
    finally:
        with suppress(PermissionError):  # where files in use keep their name, it goes with the folder
            path.unlink()
    assert isinstance(frame, pl.DataFrame)
    held = frame.schema  # made anew each time it is asked for
    return frame.cast({name: dtype for name, dtype in schema.items() if held[name] != dtype})


def kept(parts: Iterable[pl.DataFrame], folder: Path | None) -> pl.DataFrame:
    """Keep the parts of a table, at least one: on disk, or held where no folder is given."""
    return on_disk(parts, folder) if folder else pl.concat(parts)


def by_column(columns: Iterable[pl.Series], folder: Path | None) -> pl.DataFrame:
    """Write the columns of a table one after another, each in one piece, and give the table back mapped.

    Whoever looks up rows here and there in a table wants it so: of one in many pieces Polars makes a copy each time.

    Args:
        columns: made one at a time, so that never two are held.
        folder: where to write, see :func:`on_disk`; ``None``: hold the table.
    """
    pieces = (column.rechunk().to_frame() for column in columns)
    return pl.concat((on_disk([one], folder) for one in pieces) if folder else pieces, how="horizontal")


def in_order(table: pl.DataFrame, rows: pl.Series, folder: Path | None) -> pl.DataFrame:
    """Put the rows of a table in another order, column by column; a null row number gives nulls."""
    return by_column((table[name].gather(rows) for name in table.columns), folder)


def _write(parts: Iterable[pl.DataFrame], path: Path) -> pl.Schema:
    waiting = iter(parts)
    first = next(waiting)
    level = _PLAIN if any(isinstance(dtype, pl.List) for dtype in first.schema.values()) else _AS_HELD
    table = first.to_arrow(compat_level=level)
    with pa.OSFile(str(path), "wb") as file, pa.ipc.new_file(file, table.schema) as writer:
        writer.write_table(table)
        for part in waiting:
            writer.write_table(part.to_arrow(compat_level=level))
    return first.schema


def slices(rows: int) -> Iterator[slice]:
    """Cut so many rows into parts that are put in order one at a time; one empty part of no rows."""
    for start in range(0, max(rows, 1), _SLICE):
        yield slice(start, min(start + _SLICE, rows))
