"""Measures that move together must not count twice."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from tanglaw.inference.credence import credence
from tanglaw.inference.evidence import ABSTAINED, Evidence

_SAMPLE: Final = 50_000
_LEAST: Final = 100

ACROSS: Final = 0.7
"""Weight of a measure that stands alone in its family: families are not quite independent of each other. Assumed,
held against practice worlds (docs/decisions)."""


def correlations(evidence: Evidence) -> npt.NDArray[np.float64]:
    """Measure how far each two measures' bands go together among subjects with about as many payments.

    Returns:
        (measures, measures) absolute correlation of the band numbers less their mean in the subject's stratum, over
        subjects where neither abstained; 1 on the diagonal, 0 where under 100 subjects have both.
    """
    step = max(1, len(evidence.codes) // _SAMPLE)
    codes, strata = evidence.codes[::step], evidence.stratum[::step]
    known = np.ascontiguousarray(codes != ABSTAINED, dtype=np.float64)
    values = np.where(codes != ABSTAINED, codes, 0).astype(np.float64)
    for stratum in np.unique(strata):
        rows = strata == stratum
        count = known[rows].sum(axis=0)
        mean = np.divide(values[rows].sum(axis=0), count, out=np.zeros_like(count), where=count > 0)
        values[rows] -= mean * known[rows]
    n = known.T @ known
    x, xx, xy = values.T @ known, (values * values).T @ known, values.T @ values
    with np.errstate(divide="ignore", invalid="ignore"):
        covariance = xy / n - (x / n) * (x.T / n)
        spread = (xx / n - (x / n) ** 2) * (xx.T / n - (x.T / n) ** 2)
        r = np.abs(covariance / np.sqrt(spread))
    r = np.where((n >= _LEAST) & np.isfinite(r), np.clip(r, 0.0, 1.0), 0.0)
    np.fill_diagonal(r, 1.0)
    return r


def weights(evidence: Evidence) -> npt.NDArray[np.float64]:
    """Give each measure the weight at which it counts, 0–1.

    A measure that goes together with others of its family is one voice among ``1 + Σ r`` (the effective number of
    independent voices, as in Kish's design effect); across families every measure counts ``ACROSS``; and each is
    believed as much as it deserves (:mod:`tanglaw.inference.credence`).
    """
    family = np.array([measure.family for measure in evidence.measures])
    shared = np.where(family[:, None] == family[None, :], correlations(evidence), 0.0)
    np.fill_diagonal(shared, 0.0)
    return np.asarray(ACROSS / (1.0 + shared.sum(axis=1)) * credence(evidence.measures))
