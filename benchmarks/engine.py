"""One engine over one layout, with twenty-odd measures a payer. ``python -m benchmarks.engine FILE ROWS ENGINE``.

ENGINE is ``local``, ``spark``, or ``spark_table`` (the same rows as a Spark table that Spark repartitions itself).
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import Final

import polars as pl

from tanglaw.common.progress import Progress
from tanglaw.engines.engine import Measure, choose
from tanglaw.engines.layout import Buckets, BucketWriter, bucket_count

_BATCH: Final = 500_000
_ORDER: Final = ("at", "row")


def narrow(file: Path, rows: int) -> pl.LazyFrame:
    """Make rows as narrow as measuring needs: numbers only, some hundred bytes each."""
    usd = pl.col("amount").cast(pl.Float64)
    hour = pl.col("executed_at").dt.hour()
    return (
        pl.scan_parquet(file)
        .head(rows)
        .select(
            payer=pl.col("originator_id").hash(),
            receiver=pl.col("beneficiary_id").hash(),
            at=pl.col("executed_at").dt.epoch("s"),
            usd=usd,
            **{f"hour_{shift}": ((hour + shift) % 24).cast(pl.UInt8) for shift in range(10)},
            **{f"share_{part}": (usd / (part + 3)).cast(pl.Float32) for part in range(8)},
            **{f"kind_{column}": pl.col(column).hash(seed=1).cast(pl.UInt64) for column in ("reference", "rail")},
        )
        .with_row_index("row")
    )


def measures() -> Measure:
    """Twenty-odd measures of a payer in one pass."""

    def measure(rows: pl.DataFrame) -> pl.DataFrame:
        usd, gap = pl.col("usd"), pl.col("gap")
        return (
            rows.with_columns(gap=pl.col("at").diff().over("payer"))
            .group_by("payer", maintain_order=True)
            .agg(
                pl.len().alias("count"),
                usd.sum().alias("total"),
                usd.median().alias("median"),
                usd.std().alias("spread"),
                usd.max().alias("most"),
                gap.median().alias("gap"),
                gap.min().alias("least_gap"),
                pl.corr("usd", "gap").alias("escalation"),
                pl.col("receiver").n_unique().alias("receivers"),
                pl.col("kind_reference").n_unique().alias("references"),
                (pl.col("at").last() - pl.col("at").first()).alias("span"),
                *(pl.col(f"hour_{shift}").lt(6).mean() for shift in range(10)),
            )
        )

    return measure


def lay_out(rows: pl.LazyFrame, count: int, folder: Path, progress: Progress) -> Buckets:
    """Lay rows out as ``detect`` does, in batches."""
    writer = BucketWriter(folder, "payer", bucket_count(count * 120, 1 << 30), _ORDER)
    frame = rows.collect(engine="streaming")
    with progress.stage("lay out", count) as stage:
        for batch in frame.iter_slices(_BATCH):
            writer.write(batch)
            stage.advance(batch.height)
        return writer.close()


def main(file: Path, count: int, engine: str) -> None:
    """Lay out, measure, and print the seconds of each stage as JSON."""
    progress = Progress()
    with tempfile.TemporaryDirectory() as folder, progress:
        rows = narrow(file, count)
        if engine == "spark_table":
            from tanglaw.common.spark_session import session  # noqa: PLC0415 -- the two other engines need no Spark
            from tanglaw.engines.spark_table import run_table, to_spark  # noqa: PLC0415

            frame = rows.collect(engine="streaming")
            with progress.stage("write Parquet"):
                to_spark(frame).write_parquet(f"{folder}/rows.parquet")
            with progress.stage("start Spark"):
                spark = session()
            with progress.stage("measure"):
                table = spark.read.parquet(f"{folder}/rows.parquet")
                result = run_table(table, measures(), frame.schema, key="payer", order=_ORDER, partitions=32)
        else:
            laid = lay_out(rows, count, Path(folder) / "buckets", progress)
            if engine == "spark":
                from tanglaw.common.spark_session import session  # noqa: PLC0415

                with progress.stage("start Spark"):
                    session()
            result = choose(engine).run(laid, measures(), progress=progress, label="measure")
    seal = int(result.hash_rows(seed=1).sum() or 0)
    print(json.dumps({"seconds": progress.seconds, "subjects": result.height, "seal": seal}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
