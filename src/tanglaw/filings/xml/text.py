"""Text made fit for XML, with nothing lost in silence."""

from __future__ import annotations

import re
from typing import Final

_FORBIDDEN: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot carry (production 2, Char)."""


def carried(text: str) -> str:
    """Write every character that XML cannot carry as its code point in brackets: ``[U+0007]``."""
    return _FORBIDDEN.sub(lambda found: f"[U+{ord(found.group()):04X}]", text)


def one_line(text: str) -> str:
    """Write a text that XML can carry on one line, without spaces at its ends or in a row."""
    return " ".join(carried(text).split())


def chunks(text: str, most: int) -> list[str]:
    """Split a text into parts of at most `most` characters, at spaces where there are any; the parts join to the text.

    Joined with a single space where a part was split at one, nothing is lost: only white space is ever left out.
    """
    parts = []
    rest = text
    while len(rest) > most:
        cut = rest.rfind(" ", 1, most + 1)
        if cut <= most // 2:  # a word longer than half a part is itself cut
            parts.append(rest[:most])
            rest = rest[most:]
        else:
            parts.append(rest[:cut])
            rest = rest[cut + 1 :]
    return [*parts, rest] if rest or not parts else parts
