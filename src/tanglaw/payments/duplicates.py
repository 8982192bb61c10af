"""Finds payments whose id was read before, and tells exact repetitions from different payments under one id.

Only hashes of ids are kept, 24 bytes a payment, spread over files by the hash of the id, so that memory does not grow
with the number of payments.
"""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Final, Self

import numpy as np
import polars as pl

from tanglaw.payments.columns import COLUMNS, PROVENANCE, REJECTED_SCHEMA
from tanglaw.payments.rejections import rows_as_text

IN_MEMORY: Final = 1_000_000
"""Payments whose hashes are held before they are written to files."""

BUCKETS: Final = 64

RESOLVED: Final = pl.Schema({"row": pl.UInt64(), "first": pl.UInt64()})

_CONTENT: Final = [column.name for column in COLUMNS if column.name != "payment_id"] + ["time_known"]
_SEEDS: Final = (0x7461, 0x6E67)


class Duplicates:
    """Collects payments batch by batch; `resolve` tells which rows repeat an earlier `payment_id`.

    Two ids are one when 128 bits of hash agree: among a hundred million ids the odds of a mistake are 1 in 10^22.

    Args:
        folder: an existing folder for the files of hashes; they are removed when this is closed.
        in_memory: payments held before the first file is written.
    """

    def __init__(self, folder: Path, in_memory: int = IN_MEMORY) -> None:
        self._folder = folder
        self._in_memory = in_memory
        self._held: list[pl.DataFrame] = []
        self._count = 0
        self._files: list[list[Path]] = [[] for _ in range(BUCKETS)]

    def add(self, accepted: pl.DataFrame, first_row: int) -> None:
        """Take a batch of accepted payments (CHECKED_SCHEMA), whose rows are numbered from `first_row` on."""
        ids = accepted["payment_id"]
        hashes = pl.DataFrame(
            {
                "id": ids.hash(_SEEDS[0]),
                "more": ids.hash(_SEEDS[1]),
                "row": pl.int_range(first_row, first_row + accepted.height, dtype=pl.UInt64, eager=True),
            }
        )
        self._held.append(hashes)
        self._count += hashes.height
        if self._count >= self._in_memory:
            self._spill()

    def resolve(self) -> pl.DataFrame:
        """Rows to drop, in order: `row`, and the `first` row with that id.

        Once asked, everything taken so far is let go.
        """
        found = [pl.DataFrame(schema=RESOLVED)]
        if any(self._files):
            self._spill()
            for bucket, paths in enumerate(self._files):
                if paths:
                    found.append(_repeated(pl.concat(pl.read_ipc(path) for path in paths)))
                    self._remove(bucket)
        elif self._held:
            found.append(_repeated(pl.concat(self._held)))
        self.close()
        return pl.concat(found).sort("row")

    def close(self) -> None:
        """Remove the files of hashes."""
        for bucket in range(BUCKETS):
            self._remove(bucket)
        self._held = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _remove(self, bucket: int) -> None:
        for path in self._files[bucket]:
            path.unlink(missing_ok=True)
        self._files[bucket] = []

    def _spill(self) -> None:
        if not self._held:
            return
        held = pl.concat(self._held)
        self._held, self._count = [], 0
        # The high bits: the low ones order the hash tables that find repetitions within a bucket.
        parts = held.with_columns(bucket=(pl.col("id") // (2**64 // BUCKETS)).cast(pl.UInt8)).partition_by(
            "bucket", as_dict=True, include_key=False
        )
        for (bucket,), part in parts.items():
            place = min(int(bucket), BUCKETS - 1)
            path = self._folder / f"ids-{place:02d}-{len(self._files[place]):04d}.arrow"
            part.write_ipc(path)
            self._files[place].append(path)


def alike(first: pl.DataFrame, later: pl.DataFrame) -> pl.Series:
    """Whether payments under one id are one payment read twice: every column the same, but for where it stood.

    Args:
        first: the earlier payments (CHECKED_SCHEMA), one for each row of `later`, in its order.
        later: the payments that came later.
    """
    return later.select(alike=pl.all_horizontal(pl.col(name).eq_missing(first[name]) for name in _CONTENT)).to_series()


def differing(first: pl.DataFrame, later: pl.DataFrame) -> pl.DataFrame:
    """Rejected rows for payments whose id an earlier, different payment has.

    Args:
        first: the earlier payments (CHECKED_SCHEMA), one for each row of `later`, in its order.
        later: the payments to reject.
    """
    fields = [
        pl.when(~later[name].eq_missing(first[name])).then(pl.lit(name)) for name in _CONTENT if name != "time_known"
    ]
    where = pl.format("{}, line {}", pl.lit(first["source"]), pl.lit(first["line"]))
    return later.select(
        "source", "line",
        field=pl.concat_str([pl.lit("payment_id"), *fields], separator=", ", ignore_nulls=True),
        problem=pl.format(
            "found the id {} of an earlier payment ({}) with other values; expected one of its own", "payment_id", where
        ),
        raw=rows_as_text(later.drop(*PROVENANCE, "time_known")),
    ).cast(REJECTED_SCHEMA)  # fmt: skip


def _repeated(hashes: pl.DataFrame) -> pl.DataFrame:
    ids = np.sort(hashes["id"].to_numpy())  # sorted, which is far quicker than a table of hashes
    often = ids[1:][ids[1:] == ids[:-1]]
    if not len(often):
        return pl.DataFrame(schema=RESOLVED)
    repeated = hashes.filter(pl.col("id").is_in(pl.Series(often).implode()))
    key = ["id", "more"]
    return (
        repeated.sort("row")
        .with_columns(first=pl.col("row").first().over(key))
        .filter(pl.col("row") != pl.col("first"))
        .select("row", "first")
    )
