"""Large arrays lie in files that have no name; in use they are like any other."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import numpy as np
import pytest

from tanglaw.common import room
from tanglaw.common.room import IN_MEMORY, Room


@pytest.mark.parametrize("worth", [0, 1 << 30])
def test_an_array_is_zeros_and_takes_what_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, worth: int
) -> None:
    monkeypatch.setattr(room, "_WORTH_A_FILE", worth)
    made = Room(tmp_path).zeros((300, 7), np.float32)
    assert made.shape == (300, 7)
    assert made.dtype == np.float32
    assert not made.any()
    made[1:] = np.arange(7)
    assert np.array_equal(Room(tmp_path).copy(made), IN_MEMORY.copy(made))
    assert made.sum() == 299 * 21
    assert not list(tmp_path.iterdir())


def test_an_array_of_nothing_needs_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_WORTH_A_FILE", 0)
    assert Room(tmp_path).zeros((0, 4), np.int16).shape == (0, 4)


@pytest.mark.skipif(not hasattr(os, "posix_fallocate"), reason="this system does not keep room on a disk")
def test_a_full_disk_says_so_before_anything_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "posix_fallocate", full)
    with pytest.raises(OSError, match="No space"):
        Room(tmp_path).zeros(1 << 24, np.uint8)
    assert not list(tmp_path.iterdir())
