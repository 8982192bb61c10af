"""Names for the arrays that the world passes around."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Texts = npt.NDArray[Any]
"""Text arrays hold Python strings or None (numpy's `object`)."""


def texts(values: Sequence[object]) -> Texts:
    """An object array, of strings as a rule."""
    made = np.empty(len(values), dtype=object)
    made[:] = values
    return made


def blanked(values: Texts, hide: Flags) -> Texts:
    """A copy of the values with None where `hide` says so."""
    made = values.copy()
    made[hide] = None
    return made
