"""Control characters in what a run found: PostgreSQL keeps no NUL in text, and no page can show one.

Each is kept as its own picture (U+2400 and following), so that it is seen, nothing is lost, and what goes back to
detection can name the account as the payments do. Line breaks and tabs are text and stay.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Final

_KEPT: Final = "\t\n\r"
_PICTURES: Final = {
    number: 0x2400 + number if number < 0x20 else 0x2421 for number in (*range(0x20), 0x7F) if chr(number) not in _KEPT
}
_BACK: Final = {picture: number for number, picture in _PICTURES.items()}


def pictured(text: str) -> str:
    """Return the text with each control character as its picture; the same text where there is none."""
    return text if text.isprintable() else text.translate(_PICTURES)


def meant(text: str) -> str:
    """Return the text as the payments have it: each picture as the character that it stands for."""
    return text if text.isascii() else text.translate(_BACK)


def pictured_row(row: Mapping[str, Any], *, verbatim: Collection[str] = ()) -> tuple[dict[str, Any], int]:
    """Give a row with every text in it pictured, however deep, and how many of its fields held control characters.

    Args:
        row: fields by name.
        verbatim: fields that stay as they are: nobody is found by them, and they are kept where no database reads them.
    """
    made, held = {}, 0
    for name, value in row.items():
        made[name] = value if name in verbatim else _pictured(value)
        held += made[name] != value
    return made, held


def _pictured(value: Any) -> Any:  # noqa: ANN401 -- whatever a table holds
    if isinstance(value, str):
        return pictured(value)
    if isinstance(value, list | tuple):
        return [_pictured(one) for one in value]
    if isinstance(value, dict):
        return {name: _pictured(one) for name, one in value.items()}
    return value
