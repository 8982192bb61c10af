"""A reason that somebody has to give."""

from __future__ import annotations

from typing import Final

from tanglaw.casework.site.problems import RefusedError

_LEAST: Final = 10
_MOST: Final = 1_000


def checked(reason: str) -> str:
    """Return a reason without space around it.

    Raises:
        RefusedError: hardly anything written, or far too much.
    """
    reason = reason.replace("\r\n", "\n").strip()
    if not _LEAST <= len(reason) <= _MOST:
        raise RefusedError("No reason given", f"Say why, in {_LEAST} to {_MOST:,} characters; it is logged.", 422)
    return reason
