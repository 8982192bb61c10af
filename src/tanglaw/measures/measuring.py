"""Runs the four passes over the buckets and joins what they found into one table a role.

Pairs and messages go from each bucket straight to the buckets of the next pass, and what is measured goes to disk, from
where the tables of payers and receivers are mapped.
"""

from __future__ import annotations

import io
import math
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

import polars as pl

from tanglaw.common.mapped import in_order, on_disk
from tanglaw.common.progress import Progress
from tanglaw.common.roles import Role
from tanglaw.engines import local
from tanglaw.engines.engine import Engine
from tanglaw.engines.layout import Buckets, BucketWriter
from tanglaw.measures import catalogue, subjects
from tanglaw.measures.intake import Intake
from tanglaw.measures.kept import Kept, buckets_of
from tanglaw.measures.subjects import Parts

Pass = Callable[[pl.DataFrame], Parts]

_NAME: Final = "part"

_TABLES_AT_ONCE: Final = 2

_SORTED_AT_ONCE: Final = 4_000_000
"""Pairs, 16 bytes each."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Payers and receivers, one row each, sorted by ``key``, and who pays whom (``o, b``, sorted); mapped from disk.

    See :mod:`tanglaw.measures.catalogue` for the columns.
    """

    payers: pl.DataFrame
    receivers: pl.DataFrame
    pairs: pl.DataFrame


def measure(intake: Intake, engine: Engine, work: Path, progress: Progress | None = None) -> Measured:
    """Measure every payer and receiver.

    Args:
        intake: payments laid out in buckets.
        engine: who visits them.
        work: folder for the pairs and messages between the passes.
        progress: where to report.
    """
    kept = Kept.of(intake)
    buckets = len(intake.by_payer)
    found: dict[str, list[pl.DataFrame]] = {name: [] for name in ("payers", "receivers", "linked", "company", "pairs")}

    pairs = BucketWriter(work / "pairs", "b", buckets, ("b", "o"))
    for buckets_by_payer in buckets_of(intake, "o"):
        for parts in _each(
            engine, buckets_by_payer, partial(_payers, kept, intake.until), progress, "measuring payers"
        ):
            found["payers"].append(on_disk([parts["payers"]], work))
            pairs.write(parts["pairs"])
            found["pairs"].append(on_disk([parts["pairs"].select("o", "b")], work))
    for buckets_by_receiver in buckets_of(intake, "b"):
        for parts in _each(
            engine, buckets_by_receiver, partial(_receivers, kept, intake.until), progress, "measuring receivers"
        ):
            found["receivers"].append(on_disk([parts["receivers"]], work))

    laid = pairs.close()
    told = BucketWriter(work / "messages", "o", buckets, ("o", "b"))
    for parts in _each(engine, laid, subjects.receivers_and_messages, progress, "who else pays whom"):
        found["linked"].append(on_disk([parts["receivers"]], work))
        told.write(parts["messages"])
    laid.delete()
    laid = told.close()
    for parts in _each(engine, laid, subjects.company, progress, "whom payers have in common"):
        found["company"].append(on_disk([parts["payers"]], work))
    laid.delete()
    with ThreadPoolExecutor(_TABLES_AT_ONCE) as pool:  # each is put in order by one core
        payers = pool.submit(_joined, found.pop("payers"), found.pop("company"), work)
        receivers = pool.submit(_joined, found.pop("receivers"), found.pop("linked"), work)
        paid = pool.submit(_sorted, pl.concat(found.pop("pairs"), rechunk=False), work)
        return Measured(
            _abstaining(payers.result(), "originator", intake),
            _abstaining(receivers.result(), "beneficiary", intake),
            paid.result(),
        )


def _payers(kept: Kept, until: int, rows: pl.DataFrame) -> Parts:
    return subjects.payers_and_pairs(kept.rows(rows, "o"), kept.surname_shares, until)


def _receivers(kept: Kept, until: int, rows: pl.DataFrame) -> Parts:
    return subjects.receivers(kept.rows(rows, "b"), kept.surname_shares, until)


def _each(engine: Engine, buckets: Buckets, function: Pass, progress: Progress | None, label: str) -> Iterator[Parts]:
    """Visit buckets with a function of several results; from another process they come as Arrow bytes, packed."""
    if engine.in_process:
        yield from local.visit(buckets, function, progress=progress, label=label)
        return
    for packed in engine.each(buckets, partial(_packed, function), progress=progress, label=label):
        yield {name: pl.read_ipc(io.BytesIO(blob)) for name, blob in packed.select(_NAME, "ipc").iter_rows()}


def _packed(function: Pass, rows: pl.DataFrame) -> pl.DataFrame:
    parts = function(rows)
    blobs = []
    for frame in parts.values():
        buffer = io.BytesIO()
        frame.write_ipc(buffer)
        blobs.append(buffer.getvalue())
    return pl.DataFrame(
        {"key": [0] * len(parts), _NAME: list(parts), "ipc": blobs},
        schema={"key": pl.UInt64, _NAME: pl.String, "ipc": pl.Binary},
    )


def _joined(left: list[pl.DataFrame], right: list[pl.DataFrame], work: Path) -> pl.DataFrame:
    """Put side by side what two passes found of each subject, those of the first pass all, sorted by ``key``."""
    one, other = pl.concat(left, rechunk=False), pl.concat(right, rechunk=False)
    here = one.select("key", at=pl.int_range(pl.len(), dtype=pl.UInt32))
    there = other.select("key", there=pl.int_range(pl.len(), dtype=pl.UInt32))
    places = here.join(there, on="key", how="left").sort("key")
    return in_order(one, places["at"], work).hstack(in_order(other.drop("key"), places["there"], work))


def _sorted(pairs: pl.DataFrame, work: Path) -> pl.DataFrame:
    """Sort pairs, those of some payers at a time; payers are numbered by hashes, evenly over all numbers."""
    parts = max(1, math.ceil(pairs.height / _SORTED_AT_ONCE))
    if parts == 1:
        return on_disk([pairs.sort("o", "b")], work)
    part = pl.col("o") // pl.lit((2**64 - 1) // parts + 1, pl.UInt64)
    return on_disk((pairs.filter(part == number).sort("o", "b") for number in range(parts)), work)


def _abstaining(subjects_measured: pl.DataFrame, role: Role, intake: Intake) -> pl.DataFrame:
    """Take back what was made of columns that the data do not have: no reference column is not a blank reference."""
    unfounded = catalogue.without_columns(role, intake.columns)
    return subjects_measured.with_columns(pl.lit(None, pl.Float32).alias(m.id) for m in unfounded)
