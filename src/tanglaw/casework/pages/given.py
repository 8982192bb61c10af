"""What forms send, read: days, moments, whole numbers. What is none of these is as if it had not been given."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import overload


def day(text: str) -> date | None:
    """Read a day (``2026-03-14``)."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def moment(on: str, at: str = "") -> datetime | None:
    """Read a day and, where one is given, a time of day, both UTC."""
    found = day(on)
    if found is None:
        return None
    try:
        clock = time.fromisoformat(at) if at else time()
    except ValueError:
        return None
    return datetime.combine(found, clock.replace(tzinfo=None), UTC)


@overload
def whole(text: str) -> int | None: ...
@overload
def whole(text: str, otherwise: int) -> int: ...
def whole(text: str, otherwise: int | None = None) -> int | None:
    """Read a whole number of up to nine digits."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else otherwise
