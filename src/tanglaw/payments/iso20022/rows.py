"""Collect rows of text into frames without holding many Python objects at once."""

from __future__ import annotations

from collections import Counter
from typing import Final

import polars as pl

from tanglaw.payments.batch import RawBatch, shorten
from tanglaw.payments.columns import REJECTED_SCHEMA
from tanglaw.payments.iso20022.payment import COLUMNS, Row

BATCH: Final = 25_000
_CHUNK: Final = 1_000
_SCHEMA: Final = pl.Schema({"line": pl.Int64()} | dict.fromkeys(COLUMNS, pl.String()))

Rejected = tuple[str, int, str, str, str]


class Rows:
    """The rows of one source on their way into batches.

    Attributes:
        full: whether a batch is complete.
    """

    def __init__(self, source: str, batch: int, mended: Counter[str]) -> None:
        self._source = source
        self._batch = batch
        self._mended = mended
        self._chunk: list[tuple[int | str | None, ...]] = []
        self._frames: list[pl.DataFrame] = []
        self._rejected: list[Rejected] = []
        self._rejected_frames: list[pl.DataFrame] = []
        self._held = 0

    @property
    def full(self) -> bool:
        """Whether a batch is complete."""
        return self._held >= self._batch

    def accept(self, line: int, row: Row) -> None:
        """Add a row; `line` is the transaction's number in the file."""
        self._chunk.append((line, *row))
        self._held += 1
        if len(self._chunk) >= _CHUNK:
            self._pack()

    def reject(self, line: int, field: str, problem: str, raw: str) -> None:
        """Add a rejected row."""
        self._rejected.append((self._source, line, field, problem, shorten(raw)))
        self._held += 1
        if len(self._rejected) >= _CHUNK:
            self._pack()

    def batch(self) -> RawBatch:
        """What has been collected since the last batch; may be empty."""
        self._pack()
        made = RawBatch(
            source=self._source,
            rows=_stack(self._frames, _SCHEMA),
            rejected=_stack(self._rejected_frames, REJECTED_SCHEMA),
            warnings=dict(self._mended),
        )
        self._mended.clear()
        self._frames, self._rejected_frames, self._held = [], [], 0
        return made

    def _pack(self) -> None:
        if self._chunk:
            self._frames.append(pl.DataFrame(self._chunk, schema=_SCHEMA, orient="row"))
            self._chunk = []
        if self._rejected:
            self._rejected_frames.append(pl.DataFrame(self._rejected, schema=REJECTED_SCHEMA, orient="row"))
            self._rejected = []


def _stack(frames: list[pl.DataFrame], schema: pl.Schema) -> pl.DataFrame:
    return pl.concat(frames, rechunk=False) if frames else pl.DataFrame(schema=schema)
