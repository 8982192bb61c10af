"""From inputs to buckets: every accepted payment laid out twice, once by payer and once by receiver."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import polars as pl
import pyarrow.parquet as pq

from tanglaw.common.errors import TanglawError
from tanglaw.common.progress import Progress
from tanglaw.engines.layout import Buckets, BucketWriter
from tanglaw.identities.kinship import surname_counts
from tanglaw.measures.rows import ROW_SCHEMA, Enrichment, narrow
from tanglaw.payments.batch import Batch
from tanglaw.payments.columns import CHECKED_SCHEMA, COLUMNS, PROVENANCE, REJECTED_SCHEMA
from tanglaw.payments.counts import Counts
from tanglaw.payments.duplicates import Duplicates, differing
from tanglaw.payments.mapping import Mapping
from tanglaw.payments.reading import read

_REPEATING: Final = (
    "currency", "originator_country", "originator_birth_year", "originator_city", "originator_timezone",
    "beneficiary_country", "beneficiary_birth_year", "beneficiary_city", "beneficiary_timezone", "rail", "institution",
    "reference", "purpose_code", "status", "merchant_category", "time_known", "source",
)  # fmt: skip
_PARTIES_AT_ONCE: Final = 4_000_000
_PARTY: Final = ("id", "s1", "s2", "s3", "group")


@dataclass(slots=True)
class Intake:
    """Everything that measuring and lead writing need, on disk.

    Attributes:
        by_payer, by_receiver: the measured rows in buckets.
        accepted: folder of the accepted payments as they were checked, one Parquet file a batch.
        starts: running number of the first payment of each file in `accepted`.
        rejected: the rejected rows, one Parquet file a batch.
        dropped: running numbers of rows that repeat an earlier payment.
        surname_shares: how common each surname is.
        until: last instant, UTC seconds; ``since`` the first.
        columns: optional columns that hold any value.
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

    def payments(self, rows: pl.Series, columns: Sequence[str]) -> pl.DataFrame:
        """Give accepted payments by running number.

        Args:
            rows: UInt64 running numbers, sorted, no repeats.
            columns: columns of ``CHECKED_SCHEMA`` wanted.

        Returns:
            ``row`` and the columns, in the order of `rows`.
        """
        found = []
        for at, (path, start) in enumerate(zip(self.accepted, self.starts, strict=True)):
            end = self.starts[at + 1] if at + 1 < len(self.starts) else 1 << 62
            first, last = (int(rows.search_sorted(edge, side="left")) for edge in (start, end))
            if last > first:
                wanted = rows.slice(first, last - first)
                frame = _read(path, columns)
                found.append(frame[(wanted - start).to_numpy()].insert_column(0, wanted.alias("row")))
        schema = {"row": pl.UInt64()} | {name: CHECKED_SCHEMA[name] for name in columns}
        return pl.concat(found) if found else pl.DataFrame(schema=schema)


class _Parties:
    """Distinct parties with their surnames, gathered batch by batch."""

    def __init__(self) -> None:
        self._held: list[pl.DataFrame] = []
        self._rows = 0

    def add(self, rows: pl.DataFrame) -> None:
        for side, country in (("o", pl.col("corridor") // 65_536), ("b", pl.col("corridor") % 65_536)):
            part = rows.select(pl.col(side).alias("id"), *(pl.col(f"{side}_s{n}").alias(f"s{n}") for n in (1, 2, 3)),
                               group=country).filter(pl.col("s1").is_not_null()).unique("id", keep="first")  # fmt: skip
            self._held.append(part)
            self._rows += part.height
        if self._rows > _PARTIES_AT_ONCE:
            self._held = [self.all()]
            self._rows = self._held[0].height // 2  # let it grow again before the next sweep

    def all(self) -> pl.DataFrame:
        return pl.concat(self._held).unique("id", keep="first", maintain_order=True)


def take_in(
    inputs: Sequence[Path],
    work: Path,
    enrichment: Enrichment,
    *,
    buckets: int,
    mapping: Mapping | None = None,
    progress: Progress | None = None,
) -> Intake:
    """Read, check, enrich and lay out all payments.

    Args:
        inputs: files, folders or patterns.
        work: an empty folder for buckets and accepted payments.
        enrichment: exchange rates.
        buckets: how many buckets a side.
        mapping: the institution's own column names.
        progress: where to report.

    Raises:
        FaultsError: inputs that cannot be read as payments.
        TanglawError: not one payment was accepted.
    """
    progress = progress or Progress(enabled=False)
    reading = read(inputs, mapping)
    writers = {side: BucketWriter(work / f"by-{side}", side, buckets, ("t", "cents", "row")) for side in ("o", "b")}
    for folder in ("accepted", "rejected", "hashes"):
        (work / folder).mkdir()
    parties = _Parties()
    starts: list[int] = []
    paths: list[Path] = []
    refused: list[Path] = []
    columns: set[str] = set()
    since, until, row = 1 << 62, -(1 << 62), 0
    with Duplicates(work / "hashes") as duplicates, progress.stage("reading payments") as stage:
        for batch in reading:
            if batch.rejected.height:
                refused.append(_refuse(batch.rejected, work / "rejected", len(refused)))
            accepted = batch.accepted
            stage.advance(accepted.height + batch.rejected.height)
            if not accepted.height:
                continue
            columns.update(_filled(batch, columns))
            duplicates.add(accepted, row)
            starts.append(row)
            paths.append(_spill(accepted, work / "accepted", len(paths)))
            rows = narrow(accepted, row, enrichment)
            parties.add(rows)
            since, until = min(since, int(rows["t"].min())), max(until, int(rows["t"].max()))  # type: ignore[arg-type]
            for writer in writers.values():
                writer.write(rows)
            row += accepted.height
        if not row:
            raise TanglawError(_nothing(reading.counts, refused))
        repeated = duplicates.resolve()
    for writer in writers.values():
        writer.write(ROW_SCHEMA.to_frame())
    intake = Intake(
        writers["o"].close(), writers["b"].close(), tuple(paths), tuple(starts), (), repeated["row"],
        surname_counts(parties.all()), since, until, reading.counts, frozenset(columns), list(reading.notes),
    )  # fmt: skip
    clashing = repeated.filter(~pl.col("exact"))
    if clashing.height:
        refused.append(_refuse(_clashes(intake, clashing), work / "rejected", len(refused)))
    intake.counts.repeated(repeated.height - clashing.height, clashing.height)
    intake.rejected = tuple(refused)
    return intake


def _clashes(intake: Intake, clashing: pl.DataFrame) -> pl.DataFrame:
    names = CHECKED_SCHEMA.names()
    wanted = pl.concat([clashing["row"], clashing["first"]]).unique().sort()
    held = intake.payments(wanted, names)
    later = clashing.select("row").join(held, on="row", how="left", maintain_order="left").drop("row")
    first = clashing.select(row="first").join(held, on="row", how="left", maintain_order="left").drop("row")
    return differing(first, later)


def _filled(batch: Batch, known: set[str]) -> list[str]:
    frame = batch.accepted
    return [c.name for c in COLUMNS if c.name not in known and frame[c.name].null_count() < frame.height]


def _read(path: Path, columns: Sequence[str]) -> pl.DataFrame:
    held = set(pq.read_schema(path).names)
    frame = pl.read_parquet(path, columns=[name for name in columns if name in held])
    missing = [pl.lit(None, CHECKED_SCHEMA[name]).alias(name) for name in columns if name not in held]
    return frame.with_columns(missing).select(columns).cast({name: CHECKED_SCHEMA[name] for name in columns})


def _spill(frame: pl.DataFrame, folder: Path, number: int) -> Path:
    path = folder / f"{number:06}.parquet"
    # Columns without any value are left out (see `Intake.payments`). Only columns that repeat are worth a dictionary:
    # to try one on every column takes longer than all the rest.
    table = frame.select(column.name for column in frame if column.null_count() < frame.height).to_arrow()
    repeating = [name for name in _REPEATING if name in table.column_names]
    pq.write_table(table, path, compression="lz4", use_dictionary=repeating, write_statistics=False)
    return path


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


REJECTED_COLUMNS: Final = tuple(REJECTED_SCHEMA.names())
PROVENANCE_COLUMNS: Final = tuple(PROVENANCE)
