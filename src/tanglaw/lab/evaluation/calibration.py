"""Whether a score of 0.3 means three in ten."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from tanglaw.lab.evaluation.intervals import wilson
from tanglaw.lab.evaluation.precision import Flags, Floats

EDGES: Final = (0.0, 0.001, 0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
"""Bins of the reliability table: finer near zero, where nearly everybody is."""


@dataclass(frozen=True, slots=True)
class Bin:
    """One row of a reliability table; ``low`` and ``high`` bound the observed share (Wilson, 95 %)."""

    above: float
    to: float
    subjects: int
    mean_score: float
    observed: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """How honest the scores of one pattern are.

    Attributes:
        brier: mean squared difference of score and truth.
        brier_of_share: the same for someone who says the share of positives to everybody.
        error: expected calibration error, mean |mean score - observed share| over bins, weighted by subjects.
        error_scored: the same over subjects scored above 0.01 only, where people look.
        expected, found: sum of scores, and number of positives.
    """

    brier: float
    brier_of_share: float
    error: float
    error_scored: float
    expected: float
    found: int
    bins: tuple[Bin, ...]


def calibrate(score: Floats, positive: Flags) -> Calibration:
    """Compare scores (0–1) with truth."""
    bins = []
    place = np.clip(np.searchsorted(EDGES, score, side="left") - 1, 0, len(EDGES) - 2)
    for number in range(len(EDGES) - 1):
        here = place == number
        count = int(here.sum())
        if count:
            observed = float(positive[here].mean())
            low, high = wilson(observed, count)
            bins.append(Bin(EDGES[number], EDGES[number + 1], count, float(score[here].mean()), observed, low, high))
    share = float(positive.mean()) if len(positive) else float("nan")
    return Calibration(
        brier=float(np.mean((score - positive) ** 2)) if len(score) else float("nan"),
        brier_of_share=share * (1 - share),
        error=_error(bins),
        error_scored=_error([row for row in bins if row.above >= 0.01]),
        expected=float(score.sum()),
        found=int(positive.sum()),
        bins=tuple(bins),
    )


def _error(bins: list[Bin]) -> float:
    total = sum(row.subjects for row in bins)
    return sum(abs(row.mean_score - row.observed) * row.subjects for row in bins) / total if total else float("nan")
