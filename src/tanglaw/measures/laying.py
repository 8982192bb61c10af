"""Lays accepted payments out: their measured rows in two sets of buckets, and themselves as they were checked."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import polars as pl

from tanglaw.engines.layout import Buckets, BucketWriter
from tanglaw.measures.accepted import write_accepted
from tanglaw.measures.bearers import Bearers
from tanglaw.measures.parties import Places
from tanglaw.measures.rows import ROW_SCHEMA, Enrichment, narrow
from tanglaw.payments.columns import COLUMNS

_BATCHES_WAITING: Final = 2


@dataclass(frozen=True, slots=True)
class Laid:
    """Where everything lies, and what was seen on the way; see :class:`tanglaw.measures.intake.Intake`.

    Attributes:
        parties: who bears which surname, in frames that can be gone through once.
    """

    by_payer: Buckets
    by_receiver: Buckets
    accepted: tuple[Path, ...]
    starts: tuple[int, ...]
    parties: Iterable[pl.DataFrame]
    since: int
    until: int
    columns: frozenset[str]


class Laying:
    """Takes batches of accepted payments; enriches and writes one while its user reads the next.

    Attributes:
        starts: running number of the first payment of each batch.
    """

    def __init__(self, work: Path, enrichment: Enrichment, buckets: int, *, compressed: bool = False) -> None:
        """Lay out in `work`, with `buckets` buckets a side; `compressed` where the disk is short."""
        self.starts: list[int] = []
        self._rows = 0
        self._folder = work / "accepted"
        self._folder.mkdir()
        self._enrichment, self._compressed = enrichment, compressed
        self._writers = {
            side: BucketWriter(work / f"by-{side}", side, buckets, ("t", "cents", "row"), compressed=compressed)
            for side in ("o", "b")
        }
        self._bearers = Bearers(work / "bearers")
        self._paths: list[Path] = []
        self._spans: list[tuple[int, int]] = []
        self._columns: set[str] = set()
        # A thread for each kind of work: batches stay in order, and rates and names are met by one batch at a time.
        self._narrowing, self._writing, self._laying = (ThreadPoolExecutor(1) for _ in range(3))
        self._under_way: deque[tuple[Future[None], Future[Path]]] = deque()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for pool in (self._narrowing, self._writing, self._laying):
            pool.shutdown(wait=True, cancel_futures=True)

    def add(self, accepted: pl.DataFrame, fresh: Future[Places], absent: frozenset[str] = frozenset()) -> None:
        """Take a batch.

        Args:
            accepted: not empty.
            fresh: the rows in which a party is met for the first time, or as never before: who bears which surname is
                learned from these alone.
            absent: optional columns that the batch's source does not have.
        """
        made = self._narrowing.submit(narrow, accepted, self._rows, self._enrichment, absent)
        written = self._writing.submit(
            write_accepted, accepted, self._folder, len(self.starts), compressed=self._compressed
        )
        self._under_way.append((self._laying.submit(self._lay, made, fresh), written))
        self._columns.update(
            column.name
            for column in COLUMNS
            if column.name not in self._columns and accepted[column.name].null_count() < accepted.height
        )
        self.starts.append(self._rows)
        self._rows += accepted.height
        if len(self._under_way) > _BATCHES_WAITING:
            self._finish()

    def close(self) -> Laid:
        """Say where everything lies, once at least one batch was added."""
        for writer in self._writers.values():
            writer.write(ROW_SCHEMA.to_frame())
        return Laid(
            self._writers["o"].close(), self._writers["b"].close(), tuple(self._paths), tuple(self.starts),
            self._bearers.frames(), min(first for first, _ in self._spans), max(last for _, last in self._spans),
            frozenset(self._columns),
        )  # fmt: skip

    def finish(self) -> None:
        """Wait until every batch is written."""
        while self._under_way:
            self._finish()

    def _finish(self) -> None:
        laid, written = self._under_way.popleft()
        laid.result()
        self._paths.append(written.result())

    def _lay(self, made: Future[pl.DataFrame], fresh: Future[Places]) -> None:
        rows = made.result()
        self._bearers.add(rows[pl.Series(fresh.result())])
        self._spans.append((int(rows["t"].min()), int(rows["t"].max())))  # type: ignore[arg-type]
        for writer in self._writers.values():
            writer.write(rows)
