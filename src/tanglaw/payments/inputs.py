"""Which files an input means: files, folders, `name=value` partitions, patterns; and what each file holds."""

from __future__ import annotations

import glob
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal
from urllib.parse import unquote

from tanglaw.common.errors import Fault, FaultsError
from tanglaw.payments.columns import BY_NAME

Kind = Literal["parquet", "archive", "xml", "text", "empty"]

HEAD: Final = 4096
"""Bytes that tell what a file is."""

_NO_VALUE: Final = "__HIVE_DEFAULT_PARTITION__"
_UNFIT: Final = (
    (b"\xd0\xcf\x11\xe0", "an Excel workbook (or another Office file)"),
    (b"%PDF", "a PDF"),
    (b"ORC", "an ORC file"),
    (b"Obj\x01", "an Avro file"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"BZh", "a bzip2 archive"),
    (b"Rar!", "a RAR archive"),
)


@dataclass(frozen=True, slots=True)
class Input:
    """One file to read: where it is, what the user calls it, and what its folders' names say of every row."""

    path: Path
    source: str
    partitions: dict[str, str]


def find_inputs(inputs: Sequence[Path]) -> tuple[list[Input], list[str]]:
    """Every file meant, each once, in the order given and by name within a folder; and notes on what was left out.

    Raises:
        FaultsError: with every input that names nothing.
    """
    found: dict[Path, Input] = {}
    notes: list[str] = []
    faults: list[Fault] = []
    for given in inputs:
        paths = _expand(given)
        if not paths:
            faults.append(Fault(str(given), "no such file or folder", "a file, a folder or a pattern that matches one"))
        for path in paths:
            files = _within(path) if path.is_dir() else [path]
            if not files:
                faults.append(Fault(str(path), "an empty folder", "a folder with payment files"))
            for file in files:
                real = file.resolve()
                if real in found:
                    notes.append(f"{file}: given more than once, read once")
                    continue
                base = path if path.is_dir() else None
                found[real] = Input(file, str(file), _partitions(file, base))
    if faults:
        raise FaultsError("Some inputs cannot be found.", faults)
    return list(found.values()), notes


def kind_of(head: bytes) -> tuple[Kind, str]:
    """What a file's first bytes say it is, and in words why it cannot be read (empty when it can)."""
    shown = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    unfit = next((words for magic, words in _UNFIT if head.startswith(magic)), "")
    if head.startswith(b"PK") and (b"[Content_Types].xml" in head or b"_rels/.rels" in head):
        unfit = "an Excel workbook (or another Office file)"
    if shown.startswith((b"{", b"[{")):
        unfit = "JSON"
    kind: Kind = "text"
    if not head:
        kind = "empty"
    elif head.startswith(b"PAR1"):
        kind = "parquet"
    elif head.startswith((b"\x1f\x8b", b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        kind = "archive"
    elif shown.startswith(b"<"):
        kind = "xml"
    return kind, unfit


def _expand(given: Path) -> list[Path]:
    if given.exists():
        return [given]
    return [Path(one) for one in sorted(glob.glob(str(given), recursive=True))]  # noqa: PTH207 -- absolute patterns too


def _within(folder: Path) -> list[Path]:
    """Files below a folder; names that begin with a dot or underscore are how engines mark what is not data."""
    return sorted(
        file
        for file in folder.rglob("*")
        if file.is_file() and not any(part.startswith((".", "_")) for part in file.relative_to(folder).parts)
    )


def _partitions(file: Path, base: Path | None) -> dict[str, str]:
    parts = file.parent.parts if base is None else (base.name, *file.relative_to(base).parent.parts)
    pairs = (part.split("=", 1) for part in parts if "=" in part)
    return {name: unquote(value) for name, value in pairs if name in BY_NAME and value != _NO_VALUE}
