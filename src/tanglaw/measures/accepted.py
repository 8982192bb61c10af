"""Accepted payments on disk, one Parquet file a batch, from which leads fetch their words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
import polars as pl
import pyarrow.parquet as pq

from tanglaw.payments.columns import CHECKED_SCHEMA

_GROUP: Final = 16_384
"""Rows read together: a lead wants single payments from among millions."""

_REPEATING: Final = (
    "currency", "originator_country", "originator_birth_year", "originator_city", "originator_timezone",
    "beneficiary_country", "beneficiary_birth_year", "beneficiary_city", "beneficiary_timezone", "rail", "institution",
    "reference", "purpose_code", "status", "merchant_category", "time_known", "source",
)  # fmt: skip


def read_accepted(path: Path, columns: Sequence[str], places: npt.NDArray[np.int64]) -> pl.DataFrame:
    """Read payments of one batch.

    Args:
        path: the batch's file.
        columns: of ``CHECKED_SCHEMA``; null where the batch had no value at all.
        places: rows wanted, from 0, ascending.
    """
    with pq.ParquetFile(path) as file:
        held = set(file.schema_arrow.names)
        groups = np.unique(places // _GROUP)
        table = file.read_row_groups(groups.tolist(), columns=[name for name in columns if name in held])
    frame = pl.from_arrow(table)
    assert isinstance(frame, pl.DataFrame)
    # Where a wanted row stands among the groups that were read: only the last group of a file may be shorter.
    within = np.searchsorted(groups, places // _GROUP) * _GROUP + places % _GROUP
    found = frame.select(pl.all().gather(pl.Series(within))) if frame.width else pl.DataFrame(height=len(places))
    missing = [pl.lit(None, CHECKED_SCHEMA[name]).alias(name) for name in columns if name not in held]
    return found.with_columns(missing).select(columns).cast({name: CHECKED_SCHEMA[name] for name in columns})


def write_accepted(frame: pl.DataFrame, folder: Path, number: int) -> Path:
    """Write a batch; returns its file."""
    path = folder / f"{number:06}.parquet"
    # Columns without any value are left out (see `read_accepted`). Only columns that repeat are worth a dictionary:
    # to try one on every column takes longer than all the rest.
    table = frame.select(column.name for column in frame if column.null_count() < frame.height).to_arrow()
    repeating = [name for name in _REPEATING if name in table.column_names]
    pq.write_table(
        table, path, compression="lz4", use_dictionary=repeating, write_statistics=False, row_group_size=_GROUP
    )
    return path
