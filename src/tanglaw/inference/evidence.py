"""The evidence about all subjects of one role, as band numbers: what inference reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import polars as pl

from tanglaw.measures.measure import Measure

ABSTAINED: Final = 255

STRATA: Final = (2, 3, 5, 9, 17, 33)
"""Subjects are compared with subjects that have about as many payments: 1, 2, 3–4, 5–8, 9–16, 17–32, more."""

_LEAST_IN_CORRIDOR: Final = 200
_FREE_OF_STRATA: Final = frozenset({"count"})


@dataclass(frozen=True, slots=True)
class Evidence:
    """Band numbers of every subject.

    Attributes:
        measures: the measures, in column order.
        codes: (subjects, measures) UInt8, band number or ``ABSTAINED``.
        corridor: (subjects,) index into `corridors`; corridors with under 200 subjects share index 0.
        corridors: packed corridor of each index; 0 stands for the small ones together.
        stratum: (subjects,) index by number of payments, see ``STRATA``.
    """

    measures: tuple[Measure, ...]
    codes: npt.NDArray[np.uint8]
    corridor: npt.NDArray[np.int64]
    corridors: tuple[int, ...]
    stratum: npt.NDArray[np.int64]

    @property
    def cells(self) -> int:
        """Number of (corridor, stratum) cells."""
        return len(self.corridors) * (len(STRATA) + 1)

    @property
    def cell(self) -> npt.NDArray[np.int64]:
        """(subjects,) cell of each subject."""
        return self.corridor * (len(STRATA) + 1) + self.stratum


def stratified(measure: Measure) -> bool:
    """Say whether a measure is compared within strata; the number of payments itself cannot be."""
    return measure.family not in _FREE_OF_STRATA


def gather(subjects: pl.DataFrame, measures: Sequence[Measure]) -> Evidence:
    """Read the bands of measured subjects.

    Args:
        subjects: one row a subject with ``rows``, ``corridor`` and a column for each measure.
        measures: which measures to read.
    """
    bands = subjects.select(m.band(pl.col(m.id)).fill_null(ABSTAINED).alias(m.id) for m in measures)
    counts = subjects.group_by("corridor").len().filter(pl.col("len") >= _LEAST_IN_CORRIDOR).sort("corridor")
    corridors = (0, *counts["corridor"].to_list())
    index = {packed: at for at, packed in enumerate(corridors)}
    corridor = subjects["corridor"].replace_strict(index, default=0, return_dtype=pl.Int64).to_numpy()
    stratum = np.searchsorted(np.array(STRATA), subjects["rows"].to_numpy(), side="right").astype(np.int64)
    return Evidence(tuple(measures), bands.to_numpy(), corridor, corridors, stratum)
