"""Measures that move together must not count twice."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from tanglaw.inference.evidence import ABSTAINED, Evidence

_SAMPLE: Final = 50_000
_LEAST: Final = 100


def correlations(evidence: Evidence) -> npt.NDArray[np.float64]:
    """Measure how far each two measures' bands go together, over subjects where neither abstained.

    Returns:
        (measures, measures) absolute correlation of the band numbers, 1 on the diagonal, 0 where under 100 subjects
        have both.
    """
    step = max(1, len(evidence.codes) // _SAMPLE)
    codes = evidence.codes[::step]
    values = codes.astype(np.float64)
    known = (codes != ABSTAINED).astype(np.float64)
    values *= known
    n = known.T @ known
    sum_x = values.T @ known
    sum_xx = (values * values).T @ known
    sum_xy = values.T @ values
    with np.errstate(divide="ignore", invalid="ignore"):
        mean_x, mean_y = sum_x / n, sum_x.T / n
        covariance = sum_xy / n - mean_x * mean_y
        spread = (sum_xx / n - mean_x**2) * (sum_xx.T / n - mean_y**2)
        r = np.abs(covariance / np.sqrt(spread))
    r = np.where((n >= _LEAST) & np.isfinite(r), np.clip(r, 0.0, 1.0), 0.0)
    np.fill_diagonal(r, 1.0)
    return r


def weights(evidence: Evidence) -> npt.NDArray[np.float64]:
    """Give each measure the weight at which it counts, 0–1.

    A measure that shares its variation with others is one voice among ``1 + Σ r²`` (the effective number of independent
    voices; Kish's design effect, with squared correlation as the share of variation in common). Within a family the
    correlation itself is used, which is the stricter.
    """
    r = correlations(evidence)
    family = np.array([measure.family for measure in evidence.measures])
    same = family[:, None] == family[None, :]
    shared = np.where(same, r, r**2)
    np.fill_diagonal(shared, 0.0)
    return 1.0 / (1.0 + shared.sum(axis=1))
