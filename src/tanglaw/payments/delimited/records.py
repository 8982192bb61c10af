"""Where records begin and end in a block of text, and which of them have as many fields as the header."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

LONGEST_RECORD: Final = 1 << 20
"""Bytes of one record; a longer one is refused."""

_NEWLINE, _RETURN, _QUOTE = 10, 13, 34

Integers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Spans:
    """Complete records of a block, blank lines left out.

    Attributes:
        starts, ends: record `i` is ``block[starts[i]:ends[i]]``, without its newline.
        lines: the line of the file that it begins on, from 1.
        fields: how many fields it has.
        rest: where the first incomplete record begins.
        rest_line: the line that one begins on.
        odd: which records have quotes that only `Fields` can take apart.
        unclosed: (line, problem, text) of lines that are no record.
    """

    starts: Integers
    ends: Integers
    lines: Integers
    fields: Integers
    rest: int
    rest_line: int
    odd: Flags
    unclosed: tuple[tuple[int, str, str], ...] = ()


def find_spans(block: bytes, delimiter: str, line: int) -> Spans | None:
    """Find records by the places of newlines, quotes and delimiters, all at once.

    Returns None when quotes stand where RFC 4180 has none: then records must be taken one at a time.
    A last record without newline is left in `rest`.
    """
    letters = np.frombuffer(block, np.uint8)
    newlines = np.flatnonzero(letters == _NEWLINE)
    marks = np.flatnonzero(letters == ord(delimiter))
    quotes = np.flatnonzero(letters == _QUOTE) if b'"' in block else np.empty(0, np.int64)
    outside = np.ones(newlines.size, np.bool_)
    opened, closed = quotes[0::2], quotes[1::2]
    if quotes.size:
        if not _regular(letters, opened, closed, ord(delimiter)):
            return None
        until = closed if closed.size == opened.size else np.append(closed, letters.size)
        first, last = np.searchsorted(newlines, opened), np.searchsorted(newlines, until)
        within = np.flatnonzero(last > first)
        if within.size:
            depth = np.zeros(newlines.size + 1, np.int64)
            np.add.at(depth, first[within], 1)
            np.add.at(depth, last[within], -1)
            outside = np.cumsum(depth)[:-1] == 0
    ends = newlines[outside]
    if ends.size == 0:
        none = np.empty(0, np.int64)
        return Spans(none, none, none, none, 0, line, none.astype(np.bool_))
    starts = np.concatenate(([0], ends[:-1] + 1))
    numbers = np.flatnonzero(outside)
    lines = np.concatenate(([line], line + numbers[:-1] + 1))
    fields = np.diff(np.searchsorted(marks, ends), prepend=0) + 1
    if quotes.size:
        whole = closed[closed < ends[-1]]
        begun = opened[: whole.size]
        inside = np.searchsorted(marks, whole) - np.searchsorted(marks, begun)
        holding = np.flatnonzero(inside)
        record = np.searchsorted(ends, begun[holding])
        fields -= np.bincount(record, weights=inside[holding], minlength=ends.size).astype(np.int64)
    ends_at = ends - ((letters[np.maximum(ends - 1, 0)] == _RETURN) & (ends > starts))
    kept = ends_at > starts
    starts, ends_at, lines, fields = starts[kept], ends_at[kept], lines[kept], fields[kept]
    rest_line = int(line + numbers[-1] + 1)
    return Spans(starts, ends_at, lines, fields, int(ends[-1]) + 1, rest_line, np.zeros(starts.size, np.bool_))


def _regular(letters: npt.NDArray[np.uint8], opened: Integers, closed: Integers, delimiter: int) -> bool:
    """Whether every quote opens at the beginning of a field, closes at its end, or is one of a pair within."""
    before = letters[np.maximum(opened - 1, 0)]
    good_before = (before == delimiter) | (before == _NEWLINE) | (before == _QUOTE) | (opened == 0)
    after = letters[np.minimum(closed + 1, letters.size - 1)]
    line_end = (after == _RETURN) & (letters[np.minimum(closed + 2, letters.size - 1)] == _NEWLINE)
    at_end = closed + 1 == letters.size
    good_after = (after == delimiter) | (after == _NEWLINE) | (after == _QUOTE) | line_end | at_end
    return bool(good_before.all() and good_after.all())


def gather(block: bytes, spans: Spans, chosen: Flags) -> bytes:
    """The text of the chosen records, one after another, with newlines."""
    if chosen.all() and spans.starts.size and int(np.sum(spans.ends - spans.starts + 1)) == spans.rest:
        return block[: spans.rest]
    return b"".join(
        block[start:end] + b"\n"
        for start, end in zip(spans.starts[chosen].tolist(), spans.ends[chosen].tolist(), strict=True)
    )
