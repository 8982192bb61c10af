"""Who bears which surname: distinct parties, in memory while they are few, else in buckets on disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import polars as pl

from tanglaw.engines.layout import BucketWriter
from tanglaw.measures.rows import bare

HELD: Final = 2_000_000
"""Parties held before they are told apart and written, 50 bytes each."""

_BUCKETS: Final = 16
_SIDES: Final = (("o", pl.col("corridor") // 65_536), ("b", pl.col("corridor") % 65_536))


class Bearers:
    """Takes measured rows batch by batch; gives every party that has a surname once, as it was first met."""

    def __init__(self, folder: Path, held: int = HELD) -> None:
        """Write into `folder`, which must be missing or empty, once there are more than `held` parties."""
        self._folder, self._most = folder, held
        self._held: list[pl.DataFrame] = []
        self._rows = 0
        self._met = 0
        self._writer: BucketWriter | None = None

    def add(self, rows: pl.DataFrame) -> None:
        """Take measured rows, see :mod:`tanglaw.measures.rows`."""
        for side, country in _SIDES:
            surnames = [pl.col(f"{side}_s{number}").alias(f"s{number}") for number in (1, 2, 3)]
            part = rows.lazy().filter(pl.col(f"{side}_s1").is_not_null())
            found = (
                part.select(bare(pl.col(side)).alias("id"), *surnames, group=country)
                .unique("id", keep="first")
                .collect()
            )
            self._held.append(found.with_columns(met=pl.lit(self._met, pl.UInt32)))
            self._met += 1
            self._rows += found.height
        if self._rows > self._most:
            self._write()

    def frames(self) -> Iterator[pl.DataFrame]:
        """Give ``id, s1, s2, s3, group``; no party is in two frames."""
        if self._writer is None:
            yield self._once().drop("met")
            return
        self._write()
        laid = self._writer.close()
        for bucket in range(len(laid)):
            yield laid.read(bucket).unique("id", keep="first", maintain_order=True).drop("met")
        laid.delete()

    def _once(self) -> pl.DataFrame:
        return pl.concat(self._held).unique("id", keep="first", maintain_order=True)

    def _write(self) -> None:
        if self._writer is None:
            self._writer = BucketWriter(self._folder, "id", _BUCKETS, ("met",))
        self._writer.write(self._once())
        self._held, self._rows = [self._held[0].clear()], 0
