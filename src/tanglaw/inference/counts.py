"""What confirmed subjects add to a pattern file's shares: counts of bands, the weight of a Dirichlet prior beside them.

Counts of several sources add up, in any order; no counts change nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

import numpy as np
import numpy.typing as npt

from tanglaw.inference.evidence import ABSTAINED, Evidence

FILE_COUNTS: Final = 30.0
"""A pattern file's shares count as much as this many confirmed subjects (the weight of a Dirichlet prior); assumed."""

Shares = npt.NDArray[np.float64]

Counts = Mapping[str, Mapping[str, Shares]]
"""Explanation → measure → (bands,) how many confirmed subjects fell in each band, those who abstained left out."""

NO_COUNTS: Final[Counts] = MappingProxyType({})


def counted(evidence: Evidence, confirmed: Mapping[str, Sequence[int]]) -> dict[str, dict[str, Shares]]:
    """Count the bands of confirmed subjects.

    Args:
        evidence: band numbers of all subjects of one role.
        confirmed: by explanation: rows of the subjects that people have confirmed. Explanations without any are left
            out of the result.
    """
    found: dict[str, dict[str, Shares]] = {}
    for name, rows in confirmed.items():
        if not len(rows):
            continue
        codes = evidence.codes[list(rows)]
        found[name] = {
            measure.id: np.bincount(codes[codes[:, column] != ABSTAINED, column], minlength=len(measure.bands)).astype(
                np.float64
            )
            for column, measure in enumerate(evidence.measures)
        }
    return found


def added(sources: Iterable[Counts]) -> dict[str, dict[str, Shares]]:
    """Add up counts."""
    total: dict[str, dict[str, Shares]] = {}
    for source in sources:
        for name, measures in source.items():
            held = total.setdefault(name, {})
            for measure, counts in measures.items():
                held[measure] = held[measure] + counts if measure in held else np.array(counts, dtype=np.float64)
    return total


def sharpened(shares: Shares, counts: Shares | None) -> Shares:
    """Add counts to a pattern file's shares: the mean of a Dirichlet posterior. Both over the same bands."""
    if counts is None:
        return shares
    return np.asarray((FILE_COUNTS * shares + counts) / (FILE_COUNTS + counts.sum()))
