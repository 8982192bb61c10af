"""Open a file as it is, or what a gzip or zip holds, as streams: nothing is unpacked to disk or into memory whole."""

from __future__ import annotations

import gzip
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO, Final, cast

from tanglaw.common.errors import Fault, FaultsError

_GZIP: Final = b"\x1f\x8b"
_ZIPS: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OTHER_ARCHIVES: Final = {
    b"7z\xbc\xaf": "7z",
    b"Rar!": "rar",
    b"\xfd7zX": "xz",
    b"BZh": "bzip2",
    b"\x28\xb5\x2f\xfd": "zstd",
}
_SYSTEM_FILES: Final = re.compile(r"(^|/)(__MACOSX/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)")

_UNSEEN: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters and those that turn the direction of writing."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What an archive may unpack to.

    Attributes:
        total: bytes of all members together. 64 GiB is some hundred million payments as CSV, thirty million as XML;
            without a bound, a gzip of zeros never ends.
        ratio: unpacked to packed. Payment files reach 10 to 40, machine-made ones 100; deflate can reach 1,032, and
            bombs do.
        grace: bytes that may be unpacked before the ratio counts, since a small file may be very regular.
        members: files in one archive. Bombs list one stretch of data under very many names.
    """

    total: int = 64 << 30
    ratio: float = 250.0
    grace: int = 16 << 20
    members: int = 10_000


class DamagedArchiveError(FaultsError):
    """An archive breaks off or does not match its own checksum; what came before it was good."""


def open_members(path: Path, bounds: Bounds | None = None) -> Iterator[tuple[str, BinaryIO]]:
    """Give each file that `path` holds: itself, or the members of a gzip or zip (told by content, not by name).

    A stream is open until the next one is asked for.

    Yields:
        What to call it (`payments.zip/march.xml`) and a stream of bytes.

    Raises:
        FaultsError: it cannot be opened, is encrypted, holds an archive in an archive, or unpacks to more than `bounds`
            allow. The last may be raised while a stream is read, and so may DamagedArchiveError.
    """
    bounds = bounds or Bounds()
    try:
        file = path.open("rb")
    except OSError as error:
        raise _refused(str(path), f"a file that cannot be opened ({error.strerror})", "a readable file") from error
    with file:
        start = file.read(4)
        file.seek(0)
        if start.startswith(_GZIP):
            with gzip.GzipFile(fileobj=file) as unpacked:
                guard = _Guard(str(path), bounds)
                stream = _Bounded(cast("BinaryIO", unpacked), str(path), guard, file.tell)
                yield str(path), _checked(stream, str(path))
        elif start.startswith(_ZIPS):
            yield from _zip(path, file, bounds)
        elif (kind := _other_archive(start)) is not None:
            raise _refused(str(path), f"a {kind} archive", "a plain file, gzip or zip", "Unpack it, or pack it as zip.")
        else:
            yield str(path), file


def _zip(path: Path, file: BinaryIO, bounds: Bounds) -> Iterator[tuple[str, BinaryIO]]:
    size = path.stat().st_size
    with _plainly(str(path)), zipfile.ZipFile(file) as archive:
        infos = [info for info in archive.infolist() if not info.is_dir() and not _SYSTEM_FILES.search(info.filename)]
        if len(infos) > bounds.members:
            raise _refused(
                str(path), f"{len(infos):,} members", f"at most {bounds.members:,}", "Pack fewer files in one zip."
            )
        declared = sum(info.file_size for info in infos)
        if declared > bounds.total:
            raise _too_large(str(path), bounds)
        guard = _Guard(str(path), bounds)
        for info in infos:
            name = f"{path}/{shown(info.filename)}"
            if info.flag_bits & 0x1:
                raise _refused(
                    name, "an encrypted member", "a member without a password", "Pack it again without a password."
                )
            with archive.open(info) as member:
                packed = min(info.compress_size, size)
                stream = _Bounded(cast("BinaryIO", member), name, guard.member(), partial(int, packed))
                yield name, _checked(stream, name)


def shown(name: str) -> str:
    """A member's name, safe to show: it is never used as a path."""
    visible = _UNSEEN.sub("", name).replace("\\", "/")
    return "/".join(part for part in visible.split("/") if part not in {"", ".", ".."})[-200:] or "unnamed"


class _Guard:
    """Counts what an archive unpacks to, over all its members."""

    def __init__(self, path: str, bounds: Bounds) -> None:
        self._path = path
        self._bounds = bounds
        self._total = 0
        self._of_member = 0

    def member(self) -> _Guard:
        """Begin the next member."""
        self._of_member = 0
        return self

    def count(self, unpacked: int, packed: int, name: str) -> None:
        """Count bytes; `packed` is how many of the archive they came from so far."""
        self._total += unpacked
        self._of_member += unpacked
        if self._total > self._bounds.total:
            raise _too_large(self._path, self._bounds)
        if self._of_member > self._bounds.grace and self._of_member > self._bounds.ratio * max(packed, 1):
            raise _refused(
                name,
                f"data that unpacks to more than {self._bounds.ratio:g} times its size",
                "an ordinary archive, not one made to fill a machine",
                "If you trust it, unpack it yourself.",
            )


class _Bounded(io.RawIOBase):
    """A stream that stops at the bounds and says plainly when the archive is damaged."""

    def __init__(self, stream: BinaryIO, name: str, guard: _Guard, packed: Callable[[], int]) -> None:
        super().__init__()
        self._stream = stream
        self._name = name
        self._guard = guard
        self._packed = packed

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]
        with _plainly(self._name):
            data = self._stream.read(len(view))
        self._guard.count(len(data), self._packed(), self._name)
        view[: len(data)] = data
        return len(data)


def _checked(stream: _Bounded, name: str) -> BinaryIO:
    """Buffer a member and refuse it if it is itself an archive."""
    buffered = io.BufferedReader(stream, 1 << 17)
    start = buffered.peek(4)[:4]
    kind = "gzip" if start.startswith(_GZIP) else "zip" if start.startswith(_ZIPS) else _other_archive(start)
    if kind is not None:
        raise _refused(name, f"a {kind} archive within an archive", "a plain file in it", "Unpack the outer one first.")
    return cast("BinaryIO", buffered)


@contextmanager
def _plainly(name: str) -> Iterator[None]:
    """Turn what the libraries raise on bad archives into one plain error."""
    try:
        yield
    except (EOFError, zlib.error, gzip.BadGzipFile, zipfile.BadZipFile) as error:
        fault = Fault(name, f"a damaged archive ({error})", "one that is whole", "Ask for the file again.")
        raise DamagedArchiveError(f"{name} could not be unpacked.", [fault]) from error
    except (NotImplementedError, RuntimeError) as error:
        raise _refused(
            name, f"an archive packed in an unusual way ({error})", "one packed with deflate", "Pack it again."
        ) from error


def _other_archive(start: bytes) -> str | None:
    return next((kind for magic, kind in _OTHER_ARCHIVES.items() if start.startswith(magic)), None)


def _too_large(path: str, bounds: Bounds) -> FaultsError:
    return _refused(
        path, f"data that unpacks to more than {bounds.total / (1 << 30):g} GiB", "less", "Unpack it, or split it."
    )


def _refused(name: str, found: str, expected: str, mend: str = "") -> FaultsError:
    return FaultsError(f"{name} was refused.", [Fault(name, found, expected, mend)])
