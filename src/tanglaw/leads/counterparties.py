"""Which counterparties of a subject stand out themselves: the words behind the network's evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from tanglaw.inference.explanations import Scored

STANDS_OUT: Final = 0.02
"""From this score on a counterparty is said to stand out itself; the same as for a lead. Assumed."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a subject's counterparties stand.

    Attributes:
        counterparties: how many there are.
        outstanding: how many of them stand out under any pattern themselves.
        title: pattern of the most outstanding one.
        score: its score under that pattern, 0–1.
    """

    counterparties: int
    outstanding: int
    title: str
    score: float


class Counterparties:
    """The other side's scores, by subject of this side.

    Args:
        ends: this side's subject of each edge.
        others: the other side's subject of each edge.
        scored: the other side, after the network spoke.
    """

    def __init__(self, ends: npt.NDArray[np.int64], others: npt.NDArray[np.int64], scored: Scored) -> None:
        order = np.argsort(ends, kind="stable")
        self._others = others[order]
        self._starts = np.searchsorted(ends[order], np.arange(ends.max(initial=-1) + 2))
        self._patterns = [at for at, pattern in enumerate(scored.patterns) if pattern.kind == "pattern"]
        self._titles = [scored.patterns[at].title for at in self._patterns]
        odds = [scored.log_odds(at) for at in self._patterns]
        self._scores = 1 / (1 + np.exp(-np.stack(odds, axis=1))) if odds else np.zeros((len(scored.anybody), 0))

    def of(self, subject: int) -> Standing:
        """Tell how the counterparties of one subject stand."""
        others = self._others[self._starts[subject] : self._starts[subject + 1]]
        scores = self._scores[others]
        if not scores.size:
            return Standing(len(others), 0, "", 0.0)
        at, pattern = np.unravel_index(int(scores.argmax()), scores.shape)
        outstanding = int((scores.max(axis=1) >= STANDS_OUT).sum())
        return Standing(len(others), outstanding, self._titles[int(pattern)], float(scores[at, pattern]))
