"""Reads delimited text as a stream of raw batches; every record is in a batch or rejected, none is lost."""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any, BinaryIO, Final

import numpy as np
import polars as pl

from tanglaw.payments.batch import RawBatch
from tanglaw.payments.columns import REJECTED_SCHEMA
from tanglaw.payments.delimited.dialect import Dialect, sniff
from tanglaw.payments.delimited.encoding import Utf8Blocks
from tanglaw.payments.delimited.one_by_one import find_one_by_one
from tanglaw.payments.delimited.records import LONGEST_RECORD, find_spans
from tanglaw.payments.delimited.rows import broken, raw_of, table_of, too_long, well_formed
from tanglaw.payments.rejections import refused

BLOCK: Final = 1 << 25
"""Bytes read at a time: some 150,000 payments."""

_LOOK: Final = 1 << 16
"""Bytes that show the header, at the least."""

_BYTE_ORDER_MARK: Final = "\ufeff".encode()


@dataclass(slots=True)
class Delimited:
    """An opened delimited text: encoding and header are known, rows are still to come.

    Attributes:
        source: the file as the user named it.
        blocks: the text as UTF-8.
        dialect: delimiter and header.
    """

    source: str
    blocks: Utf8Blocks
    dialect: Dialect
    _text: Iterator[bytes]
    _warned: dict[str, int] = field(default_factory=dict)

    def batches(self, columns: Sequence[str]) -> Iterator[RawBatch]:
        """Yield the named columns (names of the header) and `line`, batch after batch."""
        block, line = b"", self.dialect.line
        skipping = False  # inside a record that was refused for its length
        for new in chain(self._text, [None]):
            final = new is None
            block += new or b""
            held = b"\r" if not final and block.endswith(b"\r") else b""  # the other half of a line end is to come
            block = block.removesuffix(held)
            if skipping:
                after = block.find(b"\n") + 1
                if not after:
                    block = held
                    continue
                block, line, skipping = block[after:], line + 1, False
            if final and block and not block.endswith(b"\n"):
                block += b"\n"
            if block:
                rest, rest_line = yield from self._batch(block, line, columns, final=final)
                block, line = block[rest:], rest_line
            if len(block) > LONGEST_RECORD:
                yield self._rejected([too_long(self.source, line, block)])
                block, skipping = b"", True
            block += held
        if self.blocks.broken:
            problem = f"found the end before its time ({self.blocks.broken}); expected the file to be whole"
            yield self._rejected([refused(self.source, line, problem, "")])

    def _batch(
        self, block: bytes, line: int, columns: Sequence[str], *, final: bool
    ) -> Generator[RawBatch, None, tuple[int, int]]:
        """Yield one batch; return where the rest of the block begins, and its line."""
        spans = find_spans(block, self.dialect.delimiter, line)
        if spans is None or (final and spans.rest < len(block)) or len(block) - spans.rest > LONGEST_RECORD:
            spans = find_one_by_one(block, self.dialect.delimiter, line, final=final)
        good = well_formed(block, spans, self.dialect)
        rows = table_of(block, spans, good, self.dialect, columns)
        if rows is None:
            spans = find_one_by_one(block, self.dialect.delimiter, line, final=final)
            spans = replace(spans, odd=np.ones_like(spans.odd))
            good = well_formed(block, spans, self.dialect)
            rows = table_of(block, spans, good, self.dialect, columns)
            assert rows is not None  # nothing is left to the fast parser
        rejected = self._rejected(broken(block, spans, good, self.dialect, self.source))
        yield RawBatch(self.source, rows, rejected.rejected, raw_of(block, spans, good), rejected.warnings)
        return spans.rest, spans.rest_line

    def _rejected(self, rows: list[dict[str, Any]]) -> RawBatch:
        """A batch of rejected rows only, with what was mended since the last one."""
        now = dict(self.blocks.warnings)
        warnings = {what: number - self._warned.get(what, 0) for what, number in now.items()}
        self._warned = now
        frame = pl.DataFrame(rows, schema=REJECTED_SCHEMA).sort("line", maintain_order=True)
        nothing = pl.DataFrame(schema={"line": pl.Int64})
        return RawBatch(self.source, nothing, frame, None, {what: n for what, n in warnings.items() if n})


def open_delimited(
    stream: BinaryIO,
    source: str,
    *,
    known: Collection[str] = (),
    encoding: str | None = None,
    delimiter: str | None = None,
    skip_lines: int | None = None,
    block: int = BLOCK,
    breaks: type[Exception] | tuple[()] = (),
) -> Delimited:
    """Read as much as shows encoding and header.

    Args:
        stream: the text's bytes.
        source: the file as the user named it.
        known: names, in lower case, that a header may hold.
        encoding: stated; None to find out.
        delimiter: stated; None to find out.
        skip_lines: lines above the header, stated; None to find out.
        block: bytes read at a time.
        breaks: an error of this type, raised by the stream, ends the text where it is and becomes a rejected row.
    """
    blocks = Utf8Blocks(stream, encoding, block, breaks)
    text = iter(blocks)
    first = b""
    while len(first) < _LOOK and (more := next(text, b"")):
        first += more
    first = first.removeprefix(_BYTE_ORDER_MARK)
    dialect = sniff(first[:LONGEST_RECORD], known, delimiter, skip_lines)
    body = (first[at : at + block] for at in range(dialect.body, len(first), block))
    return Delimited(source, blocks, dialect, chain(body, text))
