"""From inputs to buckets: every accepted payment laid out twice, once by payer and once by receiver."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import numpy as np
import polars as pl

from tanglaw.common.errors import TanglawError
from tanglaw.common.progress import Progress
from tanglaw.engines.layout import Buckets
from tanglaw.identities.kinship import surname_counts
from tanglaw.measures.accepted import read_accepted
from tanglaw.measures.joining import Joined
from tanglaw.measures.laying import Laying
from tanglaw.measures.parties import GatheredParties, Parties
from tanglaw.measures.rows import Enrichment
from tanglaw.payments.columns import CHECKED_SCHEMA
from tanglaw.payments.counts import Counts
from tanglaw.payments.duplicates import Duplicates, alike, differing
from tanglaw.payments.mapping import Mapping
from tanglaw.payments.reading import read

_COMPARED: Final = 200_000
"""Repeated ids whose payments are held beside their first ones at once: whole files may have been given twice."""


@dataclass(slots=True)
class Intake:
    """Everything that measuring and lead writing need, on disk.

    Attributes:
        by_payer, by_receiver: the measured rows in buckets.
        accepted: folder of the accepted payments as they were checked, one Arrow file a batch.
        starts: running number of the first payment of each file in `accepted`.
        rejected: the rejected rows, one Parquet file a batch.
        dropped: running numbers of rows that repeat an earlier payment.
        repeats: ``row, first``: the same rows, and the payment that each repeats.
        surname_shares: how common each surname is.
        until: last instant, UTC seconds; ``since`` the first.
        columns: optional columns that hold any value.
        parties: who the parties are, as recorded.
        joined: accounts that count as one party, once somebody joined them.
    """

    by_payer: Buckets
    by_receiver: Buckets
    accepted: tuple[Path, ...]
    starts: tuple[int, ...]
    rejected: tuple[Path, ...]
    dropped: pl.Series
    surname_shares: pl.DataFrame
    since: int
    until: int
    counts: Counts
    columns: frozenset[str]
    notes: list[str] = field(default_factory=list)
    repeats: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema={"row": pl.UInt64, "first": pl.UInt64}))
    parties: GatheredParties = field(default_factory=GatheredParties)
    joined: Joined | None = None

    def delete(self) -> None:
        """Remove the buckets and the accepted payments; nothing can be asked of them afterwards."""
        joined = (self.joined.by_payer, self.joined.by_receiver) if self.joined else ()
        for buckets in (self.by_payer, self.by_receiver, *joined):
            buckets.delete()
        for path in self.accepted:
            path.unlink(missing_ok=True)

    def payments(self, rows: pl.Series, columns: Sequence[str]) -> pl.DataFrame:
        """Give accepted payments by running number.

        Args:
            rows: UInt64 running numbers, sorted, no repeats.
            columns: columns of ``CHECKED_SCHEMA`` wanted.

        Returns:
            ``row`` and the columns, in the order of `rows`.
        """
        wanted = rows.to_numpy().astype(np.int64)
        edges = np.searchsorted(wanted, [*self.starts, np.iinfo(np.int64).max]).tolist()
        found = [
            read_accepted(path, columns, wanted[first:last] - start).insert_column(
                0, rows.slice(first, last - first).alias("row")
            )
            for path, start, first, last in zip(self.accepted, self.starts, edges, edges[1:], strict=False)
            if last > first
        ]
        schema = {"row": pl.UInt64()} | {name: CHECKED_SCHEMA[name] for name in columns}
        return pl.concat(found) if found else pl.DataFrame(schema=schema)


def take_in(
    inputs: Sequence[Path],
    work: Path,
    enrichment: Enrichment,
    *,
    buckets: int,
    mapping: Mapping | None = None,
    compressed: bool = False,
    progress: Progress | None = None,
) -> Intake:
    """Read, check, enrich and lay out all payments.

    Args:
        inputs: files, folders or patterns.
        work: an empty folder for buckets and accepted payments.
        enrichment: exchange rates.
        buckets: how many buckets a side.
        mapping: the institution's own column names.
        compressed: whether what is laid out shall take less of the disk and more time.
        progress: where to report.

    Raises:
        FaultsError: inputs that cannot be read as payments.
        TanglawError: not one payment was accepted.
    """
    progress = progress or Progress(enabled=False)
    reading = read(inputs, mapping)
    for folder in ("rejected", "hashes", "parties"):
        (work / folder).mkdir()
    refused: list[Path] = []
    with (
        ThreadPoolExecutor(1) as beside,
        Duplicates(work / "hashes") as duplicates,
        progress.stage("reading payments") as stage,
        Laying(work, enrichment, buckets, compressed=compressed) as laying,
        Parties(work / "parties") as parties,
    ):
        for batch in reading:
            if batch.rejected.height:
                refused.append(_refuse(batch.rejected, work / "rejected", len(refused)))
            accepted = batch.accepted
            stage.advance(accepted.height + batch.rejected.height)
            if not accepted.height:
                continue
            laying.add(accepted, parties.add(accepted), batch.absent)
            duplicates.add(accepted, laying.starts[-1])
        if not laying.starts:
            raise TanglawError(_nothing(reading.counts, refused))
        laying.finish()
        resolved = beside.submit(duplicates.resolve)
        gathered = parties.close()
        laid = laying.close()
        shares = surname_counts(laid.parties)
        repeated = resolved.result()
    intake = Intake(
        laid.by_payer, laid.by_receiver, laid.accepted, laid.starts, (), repeated["row"], shares,
        laid.since, laid.until, reading.counts, laid.columns, list(reading.notes),
        repeated, gathered,
    )  # fmt: skip
    clashing = 0
    for some in repeated.iter_slices(_COMPARED):
        clashes = _clashes(intake, some)
        if clashes.height:
            refused.append(_refuse(clashes, work / "rejected", len(refused)))
            clashing += clashes.height
    intake.counts.repeated(repeated.height - clashing, clashing)
    intake.rejected = tuple(refused)
    return intake


def _clashes(intake: Intake, repeats: pl.DataFrame) -> pl.DataFrame:
    """Give, as rejected rows, those of the repeats that are not the payment whose id they have."""
    wanted = pl.concat([repeats["row"], repeats["first"]]).unique().sort()
    held = intake.payments(wanted, CHECKED_SCHEMA.names())
    later = repeats.select("row").join(held, on="row", how="left", maintain_order="left").drop("row")
    first = repeats.select(row="first").join(held, on="row", how="left", maintain_order="left").drop("row")
    other = ~alike(first, later)
    return differing(first.filter(other), later.filter(other))


def _refuse(frame: pl.DataFrame, folder: Path, number: int) -> Path:
    path = folder / f"{number:06}.parquet"
    frame.write_parquet(path, compression="lz4", statistics=False)
    return path


def _nothing(counts: Counts, refused: Sequence[Path]) -> str:
    said = f"No payment could be accepted: {counts.read:,} rows were read and {counts.rejected:,} rejected."
    if not refused:
        return said
    first = pl.read_parquet(refused[0], n_rows=3)
    shown = [f"  {source}, line {line}: {problem}" for source, line, _, problem, _ in first.iter_rows()]
    mend = "`tanglaw mapping INPUT` proposes what the columns mean."
    return "\n".join([f"{said} {mend} The first:", *shown])
