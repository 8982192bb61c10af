"""Records taken one at a time, where quotes stand in places that RFC 4180 does not know."""

from __future__ import annotations

from typing import Final

import numpy as np

from tanglaw.payments.batch import LONGEST_RAW
from tanglaw.payments.delimited.fields import Fields
from tanglaw.payments.delimited.records import LONGEST_RECORD, Spans

_PROBLEM: Final = (
    "found a quote that is not closed, or text after a closing quote; expected quotes in pairs around a whole field"
)
_RETURN: Final = 13


def find_one_by_one(block: bytes, delimiter: str, line: int, *, final: bool) -> Spans:
    """Find records as `find_spans` does; a line with a quote that is never closed is refused alone.

    Args:
        block: text that begins with a record.
        delimiter: one ASCII character.
        line: line of the file that the block begins on.
        final: no more text will come, so that nothing may be left for later (the block ends with a newline).
    """
    fields, mark = Fields(delimiter), delimiter.encode()
    found: list[tuple[int, int, int, int, bool]] = []
    unclosed: list[tuple[int, str, str]] = []
    ended = (block + b"\n", block + b'"\n')
    at = 0
    while (newline := block.find(b"\n", at)) >= 0:
        end, number = newline, 0
        quoted = block.find(b'"', at, newline) >= 0
        if quoted:
            record = fields.record(block, at, at + LONGEST_RECORD)
            if record is not None:
                number, end = len(record[0]), record[1] - 1
            elif not final and len(block) - at <= LONGEST_RECORD and _may_go_on(fields, ended, at):
                break
            else:
                raw = block[at : min(newline, at + 4 * LONGEST_RAW)].decode("utf-8", "replace")
                unclosed.append((line, _PROBLEM, raw))
        else:
            number = block.count(mark, at, newline) + 1
        stop = end - (end > at and block[end - 1] == _RETURN)
        if stop > at and number:
            found.append((at, stop, line, number, quoted))
        line += block.count(b"\n", at, end + 1)
        at = end + 1
    table = np.array(found, np.int64).reshape(-1, 5)
    return Spans(
        table[:, 0], table[:, 1], table[:, 2], table[:, 3], at, line, table[:, 4].astype(np.bool_), tuple(unclosed)
    )


def _may_go_on(fields: Fields, ended: tuple[bytes, bytes], at: int) -> bool:
    """Whether text that is still to come may complete the record: a line end would, or a quote and a line end."""
    return any(fields.record(text, at) is not None for text in ended)
