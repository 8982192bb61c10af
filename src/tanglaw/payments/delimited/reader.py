"""Reads delimited text as a stream of raw batches; every record is in a batch or refused, none is lost."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, BinaryIO, Final

import numpy as np
import polars as pl

from tanglaw.payments.batch import LONGEST_RAW, RawBatch, RawOf, shorten
from tanglaw.payments.columns import REJECTED_SCHEMA
from tanglaw.payments.delimited.dialect import Dialect, sniff
from tanglaw.payments.delimited.encoding import Utf8Blocks
from tanglaw.payments.delimited.fields import Fields
from tanglaw.payments.delimited.records import LONGEST_RECORD, Spans, find_spans, gather
from tanglaw.payments.rejections import refused

BLOCK: Final = 1 << 25
"""Bytes read at a time: some 150,000 payments."""


@dataclass(slots=True)
class Delimited:
    """An opened delimited text: `dialect` is known, rows are still to come.

    Attributes:
        source: the file as the user named it.
        blocks: the text as UTF-8.
        dialect: delimiter and header.
    """

    source: str
    blocks: Utf8Blocks
    dialect: Dialect
    _first: bytes
    _rest: Iterator[bytes]
    _warned: dict[str, int] = field(default_factory=dict)

    def batches(self, columns: Sequence[str]) -> Iterator[RawBatch]:
        """Yield the named columns (names of the header) and `line`, batch after batch."""
        block, line = self._first[self.dialect.body :], self.dialect.line
        skipping = False  # inside a record that was refused for its length
        for new in self._feed():
            final = new is None
            block += new or b""
            if skipping:
                newline = block.find(b"\n")
                if newline < 0:
                    block = b""
                    continue
                block, line, skipping = block[newline + 1 :], line + 1, False
            if final and block and not block.endswith(b"\n"):
                block += b"\n"
            if not block:
                continue
            spans = find_spans(block, self.dialect.delimiter, line)
            if spans is None or (final and spans.rest < len(block)) or len(block) - spans.rest > LONGEST_RECORD:
                taken = _one_by_one(block, self.dialect, line, final=final)
            else:
                taken = _Taken(spans)
            yield self._batch(block, taken, columns)
            block, line = block[taken.rest :], taken.rest_line
            if len(block) > LONGEST_RECORD:
                yield self._refuse([refused(self.source, line, *_too_long(block))])
                block, skipping = b"", True

    def _feed(self) -> Iterator[bytes | None]:
        yield b""
        yield from self._rest
        yield None

    def _batch(self, block: bytes, taken: _Taken, columns: Sequence[str]) -> RawBatch:
        spans, width = taken.spans, len(self.dialect.header)
        sizes = spans.ends - spans.starts
        extra = spans.fields == width + 1  # a delimiter at the end of the line, as some exports write it
        if extra.any():
            last = np.frombuffer(block, np.uint8)[spans.ends - 1]
            extra &= last == ord(self.dialect.delimiter)
        good = ((spans.fields == width) | extra) & (sizes <= LONGEST_RECORD)
        easy = good & ~taken.odd
        rows = self._parse(gather(block, spans, easy), columns, int(easy.sum()), block, spans, easy)
        rows = rows.with_columns(line=pl.Series(spans.lines[easy]), _place=pl.Series(np.flatnonzero(easy)))
        if (good & taken.odd).any():
            chosen = np.flatnonzero(good & taken.odd)
            odd = self._by_hand(block, spans, chosen, columns)
            odd = odd.with_columns(line=pl.Series(spans.lines[chosen]), _place=pl.Series(chosen))
            rows = pl.concat([rows, odd]).sort("_place")
        places = rows["_place"].to_numpy()
        bad = [self._wrong(block, spans, int(place), width) for place in np.flatnonzero(~good)]
        batch = self._refuse([*bad, *(refused(self.source, *one) for one in taken.unclosed)])
        return RawBatch(self.source, rows.drop("_place"), batch.rejected, _raw_of(block, spans, places), batch.warnings)

    def _parse(
        self, text: bytes, columns: Sequence[str], height: int, block: bytes, spans: Spans, easy: np.ndarray[Any, Any]
    ) -> pl.DataFrame:
        if height == 0:
            return pl.DataFrame(schema=dict.fromkeys(columns, pl.String))
        places = sorted(self.dialect.header.index(name) for name in columns)
        rows = pl.read_csv(
            text, has_header=False, columns=places, new_columns=[self.dialect.header[place] for place in places],
            separator=self.dialect.delimiter, quote_char='"', truncate_ragged_lines=True, infer_schema=False,
        ).select(columns)  # fmt: skip
        if rows.height != height:  # two parsers that disagree: the slow one decides
            rows = self._by_hand(block, spans, np.flatnonzero(easy), columns)
        return rows

    def _by_hand(
        self, block: bytes, spans: Spans, chosen: np.ndarray[Any, Any], columns: Sequence[str]
    ) -> pl.DataFrame:
        fields = Fields(self.dialect.delimiter)
        wanted = [self.dialect.header.index(name) for name in columns]
        made = []
        for place in chosen.tolist():
            record = fields.record(block, int(spans.starts[place]))
            assert record is not None  # it was taken apart before
            made.append([record[0][column].decode("utf-8", "replace") for column in wanted])
        table = pl.DataFrame(made, schema=dict.fromkeys(columns, pl.String), orient="row")
        return table.select(pl.when(pl.all() != "").then(pl.all()))

    def _wrong(self, block: bytes, spans: Spans, place: int, width: int) -> dict[str, Any]:
        start, end = int(spans.starts[place]), int(spans.ends[place])
        line = int(spans.lines[place])
        if end - start > LONGEST_RECORD:
            return refused(self.source, line, *_too_long(block[start:end]))
        found = f"found {int(spans.fields[place])} fields; expected {width}, as the header has"
        return refused(self.source, line, found, block[start:end].decode("utf-8", "replace"))

    def _refuse(self, rejected: list[dict[str, Any]]) -> RawBatch:
        now = dict(self.blocks.warnings)
        warnings = {what: number - self._warned.get(what, 0) for what, number in now.items()}
        self._warned = now
        frame = pl.DataFrame(rejected, schema=REJECTED_SCHEMA).sort("line", maintain_order=True)
        empty = pl.DataFrame(schema={"line": pl.Int64})
        return RawBatch(self.source, empty, frame, None, {what: n for what, n in warnings.items() if n})


def open_delimited(
    stream: BinaryIO,
    source: str,
    *,
    known: Collection[str] = (),
    encoding: str | None = None,
    delimiter: str | None = None,
    skip_lines: int | None = None,
    block: int = BLOCK,
) -> Delimited:
    """Read as much as shows encoding and header. `known` are names, in lower case, that a header may hold."""
    blocks = Utf8Blocks(stream, encoding, block)
    rest = iter(blocks)
    first = next(rest, b"").removeprefix("\ufeff".encode())
    return Delimited(source, blocks, sniff(first[:LONGEST_RECORD], known, delimiter, skip_lines), first, rest)


@dataclass(slots=True)
class _Taken:
    """Records of a block; `odd` ones must be parsed by hand; `unclosed` are (line, problem, raw)."""

    spans: Spans
    odd: np.ndarray[Any, Any] = field(init=False)
    unclosed: list[tuple[int, str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.odd = np.zeros(self.spans.starts.size, np.bool_)

    @property
    def rest(self) -> int:
        return self.spans.rest

    @property
    def rest_line(self) -> int:
        return self.spans.rest_line


def _one_by_one(block: bytes, dialect: Dialect, line: int, *, final: bool) -> _Taken:
    """Find records one at a time; a line whose quote is never closed is refused alone and does not swallow what follows."""
    fields, mark = Fields(dialect.delimiter), dialect.delimiter.encode()
    found: list[tuple[int, int, int, int, bool]] = []
    unclosed: list[tuple[int, str, str]] = []
    at = 0
    while at < len(block):
        newline = block.find(b"\n", at)
        if newline < 0:
            break
        end, quoted = newline, block.find(b'"', at, newline) >= 0
        if quoted:
            record = fields.record(block, at, at + LONGEST_RECORD)
            if record is None and not final and len(block) - at <= LONGEST_RECORD and _may_go_on(fields, block, at):
                break
            if record is None:
                problem = "found a quote that is not closed, or text after a closing quote; expected fields in pairs of quotes"
                unclosed.append(
                    (line, problem, shorten(block[at : at + 4 * LONGEST_RAW].decode("utf-8", "replace").split("\n")[0]))
                )
                at, line = newline + 1, line + 1
                continue
            end = record[1] - 1
            number = len(record[0])
        else:
            number = block.count(mark, at, newline) + 1
        stop = end - 1 if end > at and block[end - 1] == 13 else end
        if stop > at:
            found.append((at, stop, line, number, quoted))
        line += block.count(b"\n", at, end + 1)
        at = end + 1
    table = np.array(found, np.int64).reshape(-1, 5)
    taken = _Taken(Spans(table[:, 0], table[:, 1], table[:, 2], table[:, 3], at, line))
    taken.odd = table[:, 4].astype(np.bool_)
    taken.unclosed = unclosed
    return taken


def _may_go_on(fields: Fields, block: bytes, at: int) -> bool:
    """Whether the record could still close its quote in bytes yet to come: it does when one quote is added."""
    return fields.record(block[at:] + b'"\n', 0) is not None


def _too_long(record: bytes) -> tuple[str, str]:
    problem = (
        f"found a record of more than {min(len(record), LONGEST_RECORD):,} bytes; expected at most {LONGEST_RECORD:,}"
    )
    return problem, record[: 2 * LONGEST_RAW].decode("utf-8", "replace")


def _raw_of(block: bytes, spans: Spans, places: np.ndarray[Any, Any]) -> RawOf:
    def raw(rows: pl.Series) -> pl.Series:
        chosen = places[rows.to_numpy()]
        return pl.Series(
            "raw",
            [
                shorten(block[start:end].decode("utf-8", "replace"))
                for start, end in zip(spans.starts[chosen].tolist(), spans.ends[chosen].tolist(), strict=True)
            ],
            dtype=pl.String,
        )

    return raw
