"""Archives are opened as streams, within bounds, and never write anywhere."""

from __future__ import annotations

import gzip
import os
import random
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tanglaw.common.errors import FaultsError
from tanglaw.payments.archives import Bounds, DamagedArchiveError, open_members, shown

SMALL = Bounds(total=1_000_000, ratio=50, grace=10_000, members=3)


def contents(path: Path, bounds: Bounds | None = None) -> dict[str, bytes]:
    return {name.removeprefix(str(path)): stream.read() for name, stream in open_members(path, bounds)}


def drain(path: Path, bounds: Bounds | None = None) -> Iterator[bytes]:
    """Read as a reader would, piece by piece."""
    for _, stream in open_members(path, bounds):
        while piece := stream.read(4_096):
            yield piece


def zipped(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def test_a_plain_file(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(b"<a/>")
    assert contents(path) == {"": b"<a/>"}


def test_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.touch()
    assert contents(path) == {"": b""}


def test_a_gzip_is_told_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "no-ending"
    path.write_bytes(gzip.compress(b"<a/>") + gzip.compress(b"<b/>"))
    assert contents(path) == {"": b"<a/><b/>"}


def test_every_member_of_a_zip(tmp_path: Path) -> None:
    members = {"march/a.xml": b"<a/>", "b.csv": b"x,y", "__MACOSX/._b.csv": b"\0\5\26\7", "empty": b""}
    path = zipped(tmp_path / "a.zip", members)
    assert contents(path) == {"/march/a.xml": b"<a/>", "/b.csv": b"x,y", "/empty": b""}


def test_nothing_is_written(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"../../evil.xml": b"<a/>", "/etc/evil": b"", "C:\\evil": b""})
    names = list(contents(path))
    assert names == ["/evil.xml", "/etc/evil", "/C:/evil"]
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("name", "safe"), [("a\x1b[31m\u202eb", "a[31mb"), ("..", "unnamed"), ("x" * 500, "x" * 200), ("a//./b", "a/b")]
)
def test_names_are_made_safe_to_show(name: str, safe: str) -> None:
    assert shown(name) == safe


def test_an_archive_in_an_archive_is_refused(tmp_path: Path) -> None:
    inner = gzip.compress(b"<a/>")
    with pytest.raises(FaultsError, match=r"a\.zip/inner\.gz: found a gzip archive within an archive"):
        contents(zipped(tmp_path / "a.zip", {"inner.gz": inner}))
    outer = tmp_path / "b.gz"
    outer.write_bytes(gzip.compress(inner))
    with pytest.raises(FaultsError, match="within an archive"):
        contents(outer)


def test_other_archives_are_named(tmp_path: Path) -> None:
    path = tmp_path / "a.7z"
    path.write_bytes(b"7z\xbc\xaf\x27\x1c\0\0")
    with pytest.raises(FaultsError, match="found a 7z archive; expected a plain file, gzip or zip"):
        contents(path)


def test_an_encrypted_member_is_refused(tmp_path: Path) -> None:
    raw = bytearray(zipped(tmp_path / "a.zip", {"a.xml": b"<a/>"}).read_bytes())
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    path = tmp_path / "b.zip"
    path.write_bytes(raw)
    with pytest.raises(FaultsError, match="found an encrypted member; expected a member without a password"):
        contents(path)


@pytest.mark.parametrize("kind", ["gzip", "zip"])
def test_a_bomb_is_stopped_early(tmp_path: Path, kind: str) -> None:
    bomb = bytes(900_000)
    path = tmp_path / "bomb"
    if kind == "gzip":
        path.write_bytes(gzip.compress(bomb))
    else:
        zipped(path, {"a.xml": bomb})
    taken: list[int] = []
    with pytest.raises(FaultsError, match="unpacks to more than 50 times its size"):
        taken.extend(map(len, drain(path, SMALL)))
    assert sum(taken) < 300_000


def test_the_default_bounds_stop_a_real_bomb(tmp_path: Path) -> None:
    path = tmp_path / "bomb.gz"
    with gzip.open(path, "wb") as file:
        for _ in range(40):
            file.write(bytes(1 << 20))
    with pytest.raises(FaultsError, match="unpacks to more than 250 times"):
        sum(map(len, drain(path)))


def test_the_total_counts_all_members(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {name: os.urandom(400_000) for name in "abc"})
    with pytest.raises(FaultsError, match="unpacks to more than"):
        contents(path, SMALL)


def test_too_many_members(tmp_path: Path) -> None:
    with pytest.raises(FaultsError, match="found 4 members; expected at most 3"):
        contents(zipped(tmp_path / "a.zip", dict.fromkeys("abcd", b"")), SMALL)


def test_a_gzip_that_breaks_off_gives_what_came_before(tmp_path: Path) -> None:
    text = "".join(random.Random(1).choices("abcdefgh", k=400_000)).encode()
    path = tmp_path / "a.gz"
    path.write_bytes(gzip.compress(text)[:-30_000])
    got: list[bytes] = []
    with pytest.raises(DamagedArchiveError, match="a damaged archive"):
        got.extend(drain(path))
    assert text.startswith(b"".join(got))
    assert len(b"".join(got)) > 100_000


@pytest.mark.parametrize("damage", [b"PK\x03\x04", b"\x1f\x8b", b"\x1f\x8b\x08\x00garbage garbage"])
def test_a_damaged_archive_is_a_plain_error(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "a"
    path.write_bytes(damage)
    with pytest.raises(DamagedArchiveError, match="Ask for the file again"):
        contents(path)


def test_a_damaged_member(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.xml": b"<a>" + b"0123456789" * 1_000})
    raw = bytearray(path.read_bytes())
    raw[45] ^= 0xFF
    path.write_bytes(raw)
    with pytest.raises(DamagedArchiveError):
        contents(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FaultsError, match="cannot be opened"):
        contents(tmp_path / "none.xml")
