"""Puts a time stamp into a pack that was made before; its other files keep their bytes."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from tanglaw.common.errors import TanglawError, UsageError
from tanglaw.filings.pack.archive import pack, unpack
from tanglaw.filings.pack.manifest import MANIFEST, STAMP
from tanglaw.filings.pack.stamping import check_stamp, stamp_request
from tanglaw.filings.pack.verifying import verify
from tanglaw.filings.private import write_private

_MOST: int = 1 << 20


def write_request(path: Path, request: Path) -> None:
    """Write the request for a stamp over a pack's manifest.

    Raises:
        TanglawError: the pack is not intact, or cannot be read.
    """
    request.write_bytes(stamp_request(_intact(path)[MANIFEST]))


def add_stamp(path: Path, response: Path, tsa: Path | None) -> datetime:
    """Put a stamp into a pack, in its place and all at once; gives the time that it states.

    Raises:
        TanglawError: the pack is not intact, or the stamp is not of it.
    """
    files = _intact(path)
    try:
        stamp = response.read_bytes()[: _MOST + 1]
    except OSError as error:
        raise UsageError(f"{response}: {error.strerror}; expected a time stamp response.") from error
    at = check_stamp(files[MANIFEST], stamp, tsa)
    write_private(path, pack(files | {STAMP: stamp}))
    return at


def _intact(path: Path) -> dict[str, bytes]:
    found = verify(path)
    if not found.intact:
        raise TanglawError(f"{path} is not intact: {' '.join(found.problems)}")
    return unpack(path.read_bytes())
