"""One record at a time, by a regular expression: slow and forgiving, for what the fast road cannot take."""

from __future__ import annotations

import re


class Fields:
    """Takes records of one delimiter apart.

    A quote opens a field only at its beginning; elsewhere it is a letter like any other (``5" pipe``).
    """

    def __init__(self, delimiter: str) -> None:
        self._delimiter = delimiter.encode()
        mark = re.escape(self._delimiter)
        # Possessive: a quote that is never closed fails once, not once for every letter.
        self._field = re.compile(rb'(?:"((?:[^"]++|"")*+)"|((?!")[^%b\n]*+))(%b|\r?\n)' % (mark, mark))

    def record(self, text: bytes, start: int, limit: int | None = None) -> tuple[list[bytes], int] | None:
        """Values of the record at `start` and where the next begins; None when a quote is not closed before `limit`."""
        values: list[bytes] = []
        at, stop = start, len(text) if limit is None else min(limit, len(text))
        while True:
            found = self._field.match(text, at, stop)
            if found is None:
                return None
            quoted, plain, end = found.groups()
            at = found.end()
            last = end != self._delimiter
            if quoted is not None:
                values.append(quoted.replace(b'""', b'"'))
            else:
                values.append(plain[:-1] if last and plain.endswith(b"\r") else plain)
            if last:
                return values, at
