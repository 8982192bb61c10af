"""Records of a block to a table of text, its broken ones to rejected rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import polars as pl

from tanglaw.payments.batch import LONGEST_RAW, RawOf, shorten
from tanglaw.payments.delimited.dialect import Dialect
from tanglaw.payments.delimited.fields import Fields
from tanglaw.payments.delimited.records import LONGEST_RECORD, Flags, Integers, Spans, gather
from tanglaw.payments.rejections import refused


def well_formed(block: bytes, spans: Spans, dialect: Dialect) -> Flags:
    """Which records have as many fields as the header and are not too long."""
    width = len(dialect.header)
    good: Flags = spans.fields == width
    extra = spans.fields == width + 1  # a delimiter at the end of every line, as some exports write it
    if extra.any():
        good |= extra & (np.frombuffer(block, np.uint8)[spans.ends - 1] == ord(dialect.delimiter))
    return good & (spans.ends - spans.starts <= LONGEST_RECORD)


def table_of(block: bytes, spans: Spans, good: Flags, dialect: Dialect, columns: Sequence[str]) -> pl.DataFrame | None:
    """The named columns and `line` of the good records, in their order. Empty fields may be null or empty text.

    None when the fast parser does not find the same records: then they must be found one by one.
    """
    easy = good & ~spans.odd
    rows = _by_polars(gather(block, spans, easy), dialect, columns)
    if rows is None or rows.height != int(easy.sum()):
        return None
    rows = rows.with_columns(line=pl.Series(spans.lines[easy], dtype=pl.Int64))
    by_hand = np.flatnonzero(good & spans.odd)
    if by_hand.size:
        odd = _by_hand(block, spans, by_hand, dialect, columns)
        odd = odd.with_columns(line=pl.Series(spans.lines[by_hand], dtype=pl.Int64))
        rows = pl.concat([rows, odd]).sort("line")
    return rows


def broken(block: bytes, spans: Spans, good: Flags, dialect: Dialect, source: str) -> list[dict[str, Any]]:
    """Rejected rows for the records that are not good, and for lines with unclosed quotes."""
    rejected = [refused(source, *one) for one in spans.unclosed]
    for place in np.flatnonzero(~good).tolist():
        record, line = block[spans.starts[place] : spans.ends[place]], int(spans.lines[place])
        if len(record) > LONGEST_RECORD:
            rejected.append(too_long(source, line, record))
        else:
            problem = f"found {spans.fields[place]} fields; expected {len(dialect.header)}, as the header has"
            rejected.append(refused(source, line, problem, record.decode("utf-8", "replace")))
    return rejected


def too_long(source: str, line: int, record: bytes) -> dict[str, Any]:
    """A rejected row for a record that is longer than any payment, or that has not ended yet."""
    problem = f"found a record of more than {LONGEST_RECORD:,} bytes; expected at most that"
    return refused(source, line, problem, record[: 4 * LONGEST_RAW].decode("utf-8", "replace"))


def raw_of(block: bytes, spans: Spans, good: Flags) -> RawOf:
    """Gives the text of the good records back."""
    places: Integers = np.flatnonzero(good)

    def raw(rows: pl.Series) -> pl.Series:
        chosen = places[rows.to_numpy()]
        pairs = zip(spans.starts[chosen].tolist(), spans.ends[chosen].tolist(), strict=True)
        return pl.Series("raw", [shorten(block[a:b].decode("utf-8", "replace")) for a, b in pairs], dtype=pl.String)

    return raw


def _by_polars(text: bytes, dialect: Dialect, columns: Sequence[str]) -> pl.DataFrame | None:
    if not text:
        return pl.DataFrame(schema=dict.fromkeys(columns, pl.String))
    places = {dialect.header.index(name): name for name in columns}
    try:
        rows = pl.read_csv(
            text, has_header=False, columns=sorted(places), separator=dialect.delimiter, quote_char='"',
            truncate_ragged_lines=True, infer_schema=False,
        )  # fmt: skip
    except pl.exceptions.PolarsError:
        return None
    if rows.width != len(places):
        return None
    rows.columns = [places[place] for place in sorted(places)]
    return rows.select(columns)


def _by_hand(block: bytes, spans: Spans, chosen: Integers, dialect: Dialect, columns: Sequence[str]) -> pl.DataFrame:
    fields = Fields(dialect.delimiter)
    wanted = [dialect.header.index(name) for name in columns]
    made = []
    for start in spans.starts[chosen].tolist():
        record = fields.record(block, start)
        assert record is not None  # it was taken apart before
        made.append([record[0][column].decode("utf-8", "replace") for column in wanted])
    return pl.DataFrame(made, schema=dict.fromkeys(columns, pl.String), orient="row")
