"""Room for large arrays: in mapped files of a folder, of which the system can take back what is not in use just now.

An array in memory must stay there until it is let go. One in a mapped file is used alike, yet its pages are copies of
the disk, so that what grows with the number of subjects need not fit the machine's memory.
"""

from __future__ import annotations

import math
import mmap
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

_WORTH_A_FILE: Final = 1 << 22
"""Bytes from which an array is worth a file of its own."""


@dataclass(frozen=True, slots=True)
class Room:
    """Where arrays are made.

    Attributes:
        folder: for the files, which have no name there and go with the last array that uses them; ``None``: in memory.
    """

    folder: Path | None = None

    def zeros(self, shape: int | tuple[int, ...], dtype: npt.DTypeLike) -> npt.NDArray[Any]:
        """Make an array of zeros.

        Raises:
            OSError: the disk is full.
        """
        size = math.prod(shape if isinstance(shape, tuple) else (shape,)) * np.dtype(dtype).itemsize
        if self.folder is None or size < _WORTH_A_FILE or not size:
            return np.zeros(shape, dtype)
        with tempfile.TemporaryFile(dir=self.folder) as file:
            if hasattr(os, "posix_fallocate"):  # a disk that is full says so here, and not when a page is written
                os.posix_fallocate(file.fileno(), 0, size)
            else:
                file.truncate(size)
            pages = mmap.mmap(file.fileno(), size)
        return np.frombuffer(pages, dtype).reshape(shape)

    def copy(self, array: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """Make a copy of an array."""
        made = self.zeros(array.shape, array.dtype)
        made[...] = array
        return made


IN_MEMORY: Final = Room()
