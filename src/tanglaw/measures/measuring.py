"""Runs the four passes over the buckets and joins what they found into one table a role."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

import polars as pl

from tanglaw.common.progress import Progress
from tanglaw.engines.engine import Engine
from tanglaw.engines.layout import Buckets, BucketWriter
from tanglaw.measures import catalogue, subjects
from tanglaw.measures.intake import Intake
from tanglaw.measures.measure import Role
from tanglaw.measures.subjects import Parts

_NAME: Final = "part"


@dataclass(frozen=True, slots=True)
class Measured:
    """Payers and receivers, one row each, sorted by ``key``; see :mod:`tanglaw.measures.catalogue` for the columns."""

    payers: pl.DataFrame
    receivers: pl.DataFrame


def measure(intake: Intake, engine: Engine, work: Path, progress: Progress | None = None) -> Measured:
    """Measure every payer and receiver.

    Args:
        intake: payments laid out in buckets.
        engine: who visits them.
        work: folder for the pairs and messages between the passes.
        progress: where to report.
    """
    drop = intake.dropped if intake.dropped.len() else None
    common = {"surname_shares": intake.surname_shares, "until": intake.until, "drop": drop}
    buckets = len(intake.by_payer)

    first = _run(
        engine, intake.by_payer, partial(_rows, subjects.payers_and_pairs, **common), progress, "measuring payers"
    )
    pairs = _layout(first.pop("pairs"), work / "pairs", "b", ("b", "o"), buckets)
    second = _run(
        engine, intake.by_receiver, partial(_rows, subjects.receivers, **common), progress, "measuring receivers"
    )
    third = _run(engine, pairs, subjects.receivers_and_messages, progress, "who else pays whom")
    pairs.delete()
    told = _layout(third.pop("messages"), work / "messages", "o", ("o", "b"), buckets)
    fourth = _run(engine, told, subjects.company, progress, "whom payers have in common")
    told.delete()
    return Measured(
        _abstaining(_joined(first["payers"], fourth["payers"]), "originator", intake),
        _abstaining(_joined(second["receivers"], third["receivers"]), "beneficiary", intake),
    )


def _rows(function: object, rows: pl.DataFrame, *, drop: pl.Series | None, **common: object) -> Parts:
    if drop is not None:
        rows = rows.filter(~pl.col("row").is_in(drop.implode()))
    return function(rows, **common)  # type: ignore[operator, no-any-return]


def _run(engine: Engine, buckets: Buckets, function: object, progress: Progress | None, label: str) -> Parts:
    """Visit buckets with a function of several results, which travel as Arrow bytes in one table."""
    packed = engine.run(buckets, partial(_packed, function), progress=progress, label=label)
    names = packed[_NAME].unique(maintain_order=True)
    return {name: pl.concat([_opened(blob) for blob in packed.filter(pl.col(_NAME) == name)["ipc"]]) for name in names}


def _packed(function: object, rows: pl.DataFrame) -> pl.DataFrame:
    parts: Parts = function(rows)  # type: ignore[operator]
    blobs = []
    for frame in parts.values():
        buffer = io.BytesIO()
        frame.write_ipc(buffer)
        blobs.append(buffer.getvalue())
    return pl.DataFrame(
        {"key": [0] * len(parts), _NAME: list(parts), "ipc": blobs},
        schema={"key": pl.UInt64, _NAME: pl.String, "ipc": pl.Binary},
    )


def _opened(blob: bytes) -> pl.DataFrame:
    return pl.read_ipc(io.BytesIO(blob))


def _layout(frame: pl.DataFrame, folder: Path, key: str, order: tuple[str, ...], buckets: int) -> Buckets:
    writer = BucketWriter(folder, key, buckets, order)
    writer.write(frame)
    return writer.close()


def _abstaining(subjects_measured: pl.DataFrame, role: Role, intake: Intake) -> pl.DataFrame:
    """Take back what was made of columns that the data do not have: no reference column is not a blank reference."""
    unfounded = catalogue.without_columns(role, intake.columns)
    return subjects_measured.with_columns(pl.lit(None, pl.Float32).alias(m.id) for m in unfounded)


def _joined(left: pl.DataFrame, right: pl.DataFrame) -> pl.DataFrame:
    return left.join(right, on="key", how="left").sort("key")
