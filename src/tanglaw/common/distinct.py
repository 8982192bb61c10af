"""Which rows hold the same number, found by sorting: several times quicker than a table of hashes in Polars."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Places = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Distinct:
    """The distinct values of a column of whole numbers, in ascending order.

    Attributes:
        order: rows by value; rows of one value in no certain order.
        starts: where each value's rows begin in `order`.
        first: the first row of each value.
    """

    order: Places
    starts: Places
    first: Places

    @classmethod
    def of(cls, values: npt.NDArray[np.integer]) -> Distinct:
        """Find them."""
        # Not a stable sort, which takes five times as long: the first row of each value is found afterwards.
        order = np.argsort(values)
        ordered = values[order]
        begins = np.empty(len(values), dtype=np.bool_)
        begins[:1] = True
        np.not_equal(ordered[1:], ordered[:-1], out=begins[1:])
        starts = np.flatnonzero(begins)
        return cls(order, starts, np.minimum.reduceat(order, starts) if len(starts) else order)

    def __len__(self) -> int:
        return len(self.starts)

    @property
    def codes(self) -> npt.NDArray[np.uint32]:
        """Tell for each row which of the values it holds."""
        code = np.empty(len(self.order), dtype=np.uint32)
        lengths = np.diff(self.starts, append=len(self.order))
        code[self.order] = np.repeat(np.arange(len(self.starts), dtype=np.uint32), lengths)
        return code

    def least(self, of: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """Give the smallest of other values among the rows of each."""
        return np.minimum.reduceat(of[self.order], self.starts) if len(self.starts) else of[:0]
