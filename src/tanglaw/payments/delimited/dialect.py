"""How a delimited text is laid out: its delimiter, its header, and where its rows begin."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from tanglaw.payments.delimited.fields import Fields

DELIMITERS: Final = (",", ";", "\t", "|")
_LOOKED_AT: Final = 60
"""Records of a file's beginning that are looked at."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """What is needed to take rows apart.

    Attributes:
        delimiter: one ASCII character.
        header: column names; a name that stood twice gets `` (2)``.
        body: bytes before the first row.
        line: line number of the first row, from 1.
    """

    delimiter: str
    header: tuple[str, ...]
    body: int
    line: int


def sniff(
    head: bytes, known: Collection[str] = (), delimiter: str | None = None, skip_lines: int | None = None
) -> Dialect:
    """Find the dialect of a text by its beginning (UTF-8).

    Args:
        head: at least the first records.
        known: names (lower case) that a header may hold.
        delimiter: stated instead of found.
        skip_lines: lines above the header, stated instead of found.
    """
    head = head if head.endswith(b"\n") else head + b"\n"
    start, line = 0, 1
    if hint := re.match(rb"[ \t]*\"?sep=(.)\"?\r?\n", head, re.IGNORECASE):  # Excel's own first line
        delimiter = delimiter or hint[1].decode("ascii", "replace")
        start, line = hint.end(), 2
    for _ in range(skip_lines or 0):
        end = head.find(b"\n", start)
        start, line = (end + 1 if end >= 0 else len(head)), line + 1
    found = [
        _as_read(head, start, line, one, known, headed=skip_lines is not None)
        for one in ([delimiter] if delimiter else DELIMITERS)
    ]
    return max(found, key=lambda pair: pair[0])[1]


def _as_read(
    head: bytes, start: int, line: int, delimiter: str, known: Collection[str], *, headed: bool
) -> tuple[tuple[int, float, int], Dialect]:
    """The dialect under one delimiter, with how well it fits: names known, share of like rows, columns."""
    records: list[tuple[list[bytes], int, int]] = []
    fields = Fields(delimiter)
    at = start
    while at < len(head) and len(records) < _LOOKED_AT:
        record = fields.record(head, at)
        if record is None:  # a quote that is not closed: take the line as it is
            end = head.find(b"\n", at)
            end = len(head) if end < 0 else end
            record = head[at:end].split(delimiter.encode()), min(end + 1, len(head))
        values, end = record
        line += head.count(b"\n", at, end)
        at = end
        if any(value.strip() for value in values):
            records.append((values, end, line))
    if not records:
        return (0, 0.0, 0), Dialect(delimiter, (), len(head), line)
    counts = Counter(len(record[0]) for record in records)
    columns = max(counts, key=lambda number: (counts[number] if number > 1 else 0, number))
    place = 0 if headed else next(index for index, (values, _, _) in enumerate(records) if len(values) == columns)
    recognised = [sum(_lower(value) in known for value in values) for values, _, _ in records]
    if not headed and max(recognised) > recognised[place]:
        place = recognised.index(max(recognised))
    values, end, next_line = records[place]
    score = (recognised[place], counts[columns] / len(records) if columns > 1 else 0.0, columns)
    return score, Dialect(delimiter, _distinct(values), end, next_line)


def _lower(value: bytes) -> str:
    return value.decode("utf-8", "replace").strip().lower()


def _distinct(values: list[bytes]) -> tuple[str, ...]:
    names: dict[str, int] = {}
    for place, value in enumerate(values, 1):
        name = value.decode("utf-8", "replace").strip().strip("\ufeff") or f"column {place}"
        copy = name
        while copy in names:
            names[name] += 1
            copy = f"{name} ({names[name]})"
        names[copy] = 1
    return tuple(names)
