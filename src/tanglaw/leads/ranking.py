"""Which subjects become leads, and in what order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from tanglaw.inference.explanations import Scored

LEAST_TIMES: Final = 10.0
"""A lead is at least so many times as likely as its pattern's prior: 1 in 100 for a prior of 1 in 1,000. Every
subject's score is in ``scores.parquet`` all the same. Assumed: ``docs/decisions/024-ten-times-as-likely.md``."""

MOST: Final = 200
"""Leads of one pattern that are written out; the run says how many more there were."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A subject under a pattern that deserves attention.

    Attributes:
        row: the subject's row.
        explanation: the pattern's column.
    """

    row: int
    explanation: int
    log_odds: float


@dataclass(frozen=True, slots=True)
class Choice:
    """The leads of one pattern, most probable first.

    Attributes:
        more: how many further subjects were left out by ``MOST``.
        spared: how many were left out because an explanation under which they are the ones harmed fits them better, or
            nearly as well.
    """

    candidates: tuple[Candidate, ...]
    more: int
    spared: int


def choose_leads(scored: Scored, explanation: int, leading: npt.NDArray[np.bool_]) -> Choice:
    """Choose the leads of one pattern; every subject's score stays in ``scores.parquet``.

    Args:
        scored: everybody.
        explanation: the pattern's column.
        leading: (rows,) whether a row speaks for its subject.
    """
    odds = scored.log_odds(explanation)
    least = float(np.log(scored.patterns[explanation].prior.share * LEAST_TIMES))
    probable = (odds >= least) & leading
    harmed = scored.rather_harmed(explanation)
    rows = np.flatnonzero(probable & ~harmed)
    rows = rows[np.argsort(-odds[rows], kind="stable")]
    kept = tuple(Candidate(int(row), explanation, float(odds[row])) for row in rows[:MOST])
    return Choice(kept, len(rows) - len(kept), int((probable & harmed).sum()))


def attention(score: float, urgency: float) -> float:
    """Order in which leads are shown: probability, raised by up to half again by urgency. Both are shown apart."""
    return score * (1 + 0.5 * urgency)
