"""The three kinds of array that the world is made of."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Words = npt.NDArray[np.object_]


def only_where(held: Flags, values: Words) -> Words:
    """The values where they are held, None elsewhere."""
    out = values.astype(object)
    out[~held] = None
    return out
