"""The pack's ZIP: written so that bytes repeat, read so that nothing in it can do harm."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from typing import Final

from tanglaw.common.errors import TanglawError

MOST_FILES: Final = 64
MOST_BYTES: Final = 512 << 20
"""Of a pack's content when unpacked; more is taken for a bomb."""

_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,119}")
_DATED: Final = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE: Final = 0o100644 << 16
_ENCRYPTED: Final = 0x1


def pack(files: Mapping[str, bytes]) -> bytes:
    """Write a ZIP: sorted by name, one date for all, the same bytes for the same files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _DATED)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = _PLAIN_FILE
            archive.writestr(entry, files[name])
    return out.getvalue()


def unpack(data: bytes) -> dict[str, bytes]:
    """Read a ZIP into memory; nothing is written anywhere.

    Raises:
        TanglawError: it is no ZIP, is broken, or holds what no pack holds: folders, paths that lead elsewhere, links,
            one name twice, encrypted files, too many files, or more than it says.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _content(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
        raise TanglawError(f"The pack cannot be read: {error}") from None


def _content(archive: zipfile.ZipFile) -> dict[str, bytes]:
    entries = archive.infolist()
    if len(entries) > MOST_FILES:
        raise TanglawError(f"The pack holds {len(entries):,} files; expected at most {MOST_FILES}.")
    found: dict[str, bytes] = {}
    left = MOST_BYTES
    for entry in entries:
        if not _NAME.fullmatch(entry.filename):
            raise TanglawError(
                f"The pack holds {entry.filename!r}; expected plain file names, which lead nowhere else."
            )
        if entry.filename in found:
            raise TanglawError(f"The pack holds {entry.filename} twice.")
        if entry.flag_bits & _ENCRYPTED or (entry.external_attr >> 16) & 0o170000 not in {0, 0o100000}:
            raise TanglawError(f"The pack holds {entry.filename} as a link or encrypted; expected plain files.")
        with archive.open(entry) as file:
            read = file.read(left + 1)
        left -= len(read)
        if left < 0:
            raise TanglawError(f"The pack unpacks to more than {MOST_BYTES >> 20} MB.")
        found[entry.filename] = read
    return found
