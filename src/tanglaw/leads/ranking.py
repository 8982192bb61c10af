"""Which subjects become leads, and in what order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from tanglaw.inference.explanations import Scored

LEAST_SCORE: Final = 0.02
"""Below this probability a subject is no lead; every subject's score is in ``scores.parquet`` all the same. Assumed."""

LEAST_EVIDENCE: Final = 2.0
"""Nats of evidence a lead needs above its pattern's prior, so that a high prior alone makes no lead. Assumed."""

MOST: Final = 1000
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


def log_odds(scored: Scored, explanation: int) -> npt.NDArray[np.float64]:
    """Give the log-odds of one explanation against all others, (subjects,), nats."""
    others = np.delete(scored.support, explanation, axis=1)
    others = np.column_stack([others, np.full(len(others), scored.anybody)])
    return scored.support[:, explanation] - log_sum(others)


def log_sum(values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Log of the sum of exponentials along the last axis."""
    top = values.max(axis=-1, initial=-np.inf)
    return top + np.log(np.exp(values - top[..., None]).sum(axis=-1))


def candidates(scored: Scored, explanation: int) -> tuple[list[Candidate], int]:
    """Choose the leads of one pattern, most probable first.

    Returns:
        The candidates, and how many more were left out by ``MOST``.
    """
    odds = log_odds(scored, explanation)
    prior = float(np.log(scored.patterns[explanation].prior.share))
    least = max(float(np.log(LEAST_SCORE / (1 - LEAST_SCORE))), prior + LEAST_EVIDENCE)
    rows = np.flatnonzero(odds >= least)
    rows = rows[np.argsort(-odds[rows], kind="stable")]
    kept = rows[:MOST]
    return [Candidate(int(row), explanation, float(odds[row])) for row in kept], len(rows) - len(kept)


def attention(score: float, urgency: float) -> float:
    """Order in which leads are shown: probability, raised by up to half again by urgency. Both are shown apart."""
    return score * (1 + 0.5 * urgency)
