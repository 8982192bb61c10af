"""Rows and measures that the tests of all engines share."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np
import polars as pl

from tanglaw.engines.engine import Measure
from tanglaw.engines.layout import Buckets, BucketWriter


def payments(count: int, seed: int = 0, keys: int = 50) -> pl.DataFrame:
    """Narrow payments as the engines see them: a key up to the last UInt64, nulls, floats that do not add exactly."""
    random = np.random.default_rng(seed)
    ids = random.integers(0, 2**64, keys, dtype=np.uint64)
    return pl.DataFrame(
        {
            "payer": ids[random.integers(0, keys, count)],
            "receiver": random.integers(0, 2**64, count, dtype=np.uint64),
            "row": np.arange(count, dtype=np.uint32),
            "at": random.integers(0, 10**9, count),
            "usd": random.lognormal(4, 1, count),
        },
    ).with_columns(
        usd=pl.when(pl.col("row") % 7 > 0).then("usd"),
        rail=pl.Series(["bank", None, "wallet"]).gather(pl.Series(random.integers(0, 3, count))),
        kind=(pl.col("row") % 3).cast(pl.UInt8),
    )


def lay_out(
    folder: Path,
    frames: Iterable[pl.DataFrame],
    buckets: int = 4,
    order: tuple[str, ...] = ("row",),
    *,
    compressed: bool = False,
) -> Buckets:
    writer = BucketWriter(folder, "payer", buckets, order, compressed=compressed)
    for frame in frames:
        writer.write(frame)
    return writer.close()


def profile() -> Measure:
    """A measure with everything that could differ between engines; made in a function, so that it travels by value."""

    def measure(rows: pl.DataFrame) -> pl.DataFrame:
        return (
            rows.with_columns(gap=pl.col("at").diff().over("payer"))
            .group_by("payer", maintain_order=True)
            .agg(
                pl.len().alias("count"),
                pl.col("usd").sum().alias("total"),
                pl.col("usd").median().cast(pl.Float32).alias("median"),
                pl.corr("usd", "gap").alias("escalation"),
                pl.col("receiver").n_unique().cast(pl.UInt16).alias("receivers"),
                pl.col("receiver").last().alias("latest_receiver"),
                pl.col("rail").drop_nulls().first().alias("rail"),
                pl.col("kind").unique().sort().alias("kinds"),
            )
        )

    return measure
