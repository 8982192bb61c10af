"""A folder as the way to an authority: one that a gateway watches, or a share."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from tanglaw.filings.transport.transport import TransportError, plain_name, required

_MOST = 64 << 20


@dataclass(frozen=True, slots=True)
class FolderTransport:
    """Two folders, which may be one: where reports go, and where receipts come."""

    outbox: Path
    inbox: Path

    @classmethod
    def of(cls, settings: dict[str, Any], beside: Path) -> Self:
        """Make it from settings; relative paths are beside the settings' own file."""
        said = required(settings, "outbox", "inbox")
        return cls(beside / said["outbox"], beside / said["inbox"])

    def put(self, name: str, data: bytes) -> str:
        """Write under another name, make it durable, then give it its name: a watcher never sees half a file."""
        target = self.outbox / plain_name(name)
        partial = self.outbox / f".{name}.partial"
        try:
            with partial.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise TransportError(f"{self.outbox}: {error.strerror}; nothing was handed over.") from error
        try:
            partial.replace(target)
        except OSError as error:
            raise TransportError(f"{target}: {error.strerror}.", maybe_sent=True) from error
        return f"{target} written, {len(data):,} bytes"

    def holds(self, name: str) -> bool:
        """Tell whether the outbox holds the file."""
        return (self.outbox / plain_name(name)).is_file()

    def receipts(self) -> list[str]:
        """Name the plain files of the inbox."""
        try:
            found = [path.name for path in self.inbox.iterdir() if path.is_file()]
        except OSError as error:
            raise TransportError(f"{self.inbox}: {error.strerror}.") from error
        return sorted(name for name in found if not name.startswith("."))

    def fetch(self, name: str) -> bytes:
        """Read a receipt."""
        path = self.inbox / name
        try:
            if path.is_symlink() or path.stat().st_size > _MOST:
                raise TransportError(f"{name}: a link, or larger than {_MOST >> 20} MB; expected a receipt.")
            return path.read_bytes()
        except OSError as error:
            raise TransportError(f"{name}: {error.strerror}.") from error
