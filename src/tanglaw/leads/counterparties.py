"""Which counterparties of a subject are leads themselves: the words behind the network's evidence."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tanglaw.inference.bundles import Offsets
from tanglaw.inference.explanations import Scored
from tanglaw.inference.graph import Rows


@dataclass(frozen=True, slots=True)
class Standing:
    """How a subject's counterparties stand.

    Attributes:
        counterparties: how many there are.
        leads: how many of them are leads themselves, under any pattern.
        title: pattern of the most probable one among these.
        score: its score under that pattern, 0–1.
    """

    counterparties: int
    leads: int
    title: str
    score: float


class Counterparties:
    """The other side's scores, by subject of this side.

    Args:
        starts: (subjects + 1,) where each subject's counterparties start.
        others: rows of the other side, by subject of this side.
        scored: the other side, after the network spoke.
    """

    def __init__(self, starts: Offsets, others: Rows, scored: Scored) -> None:
        self._starts, self._others, self._scored = starts, others, scored
        self._patterns = [at for at, pattern in enumerate(scored.patterns) if pattern.kind == "pattern"]

    def of(self, subject: int, leads: npt.NDArray[np.bool_]) -> Standing:
        """Tell how the counterparties of one subject stand.

        Args:
            subject: row on this side.
            leads: (subjects of the other side,) who is a lead.
        """
        others = self._others[self._starts[subject] : self._starts[subject + 1]]
        found = others[leads[others]]
        if not len(found) or not self._patterns:
            return Standing(len(others), 0, "", 0.0)
        few = self._scored.rows(found)
        scores = 1 / (1 + np.exp(-np.stack([few.log_odds(at) for at in self._patterns], axis=1)))
        row, pattern = np.unravel_index(int(scores.argmax()), scores.shape)
        title = self._scored.patterns[self._patterns[int(pattern)]].title
        return Standing(len(others), len(found), title, float(scores[row, pattern]))
