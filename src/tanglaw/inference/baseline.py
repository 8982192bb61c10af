"""How often anybody falls in each band: measured on the data at hand, within corridor and stratum."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from tanglaw.inference.evidence import ABSTAINED, SORTS, STRATA, Evidence, stratified, within_corridors

_BORROWED: Final = 100.0
"""A stratum borrows as much as this many subjects' worth from all, and in corridors of one sort from that stratum
anywhere; assumed."""

_BORROWED_IN_A_CORRIDOR: Final = 400.0
"""A cell borrows as much from its stratum in corridors of its sort: it is a few hundred people, so that chance alone
makes some corridors look unlike others (decision 025); assumed."""

FLOOR: Final = 0.004
"""Added to both shares of a ratio, so that no band is taken for impossible; assumed."""

Table = npt.NDArray[np.float64]


def baseline(evidence: Evidence) -> tuple[Table, ...]:
    """Measure the shares of each band.

    Returns:
        For every measure a (cells, bands) table whose rows add up to 1. Small cells lean on their stratum over the
        corridors of their sort, so that who buys at home in a small country is compared with who buys at home in a
        large one; those lean on the stratum over all corridors, and small strata on everybody. A band that nobody in a
        stratum falls in has share 0 there. Whether money crosses a border says nothing within a corridor, where all
        are alike, so there everybody with about as many payments is the measure.
    """
    strata, cells = len(STRATA) + 1, evidence.cell
    tables = []
    for column, measure in enumerate(evidence.measures):
        codes = evidence.codes[:, column]
        known = codes != ABSTAINED
        width = len(measure.bands)
        flat = cells[known] * width + codes[known]
        counts = np.bincount(flat, minlength=evidence.cells * width).reshape(-1, strata, width).astype(np.float64)
        everybody = counts.sum(axis=(0, 1))
        everybody = everybody / max(everybody.sum(), 1.0)
        if not stratified(measure):
            merged = counts.sum(axis=1, keepdims=True)
            shares = np.broadcast_to(_by_sort(merged, evidence, everybody[None, None, :]), counts.shape)
        else:
            by_stratum = counts.sum(axis=0)
            # Only bands that a stratum can reach: three payments cannot go to seven receivers.
            reach = by_stratum > 0
            leaned = _lean(by_stratum, _normal(np.where(reach, everybody[None, :], 0.0)))
            shares = (
                _by_sort(counts, evidence, leaned[None, :, :])
                if within_corridors(measure)
                else np.broadcast_to(leaned, counts.shape)
            )
        tables.append(np.ascontiguousarray(shares.reshape(-1, width)))
    return tuple(tables)


def _by_sort(counts: Table, evidence: Evidence, towards: Table) -> Table:
    """Let (corridors, strata, bands) counts lean on all corridors of their sort, and these on all there are."""
    together = np.stack([counts[evidence.sorts == sort].sum(axis=0) for sort in SORTS])
    return _lean(counts, _lean(together, towards)[evidence.sorts], _BORROWED_IN_A_CORRIDOR)


def _lean(counts: Table, towards: Table, borrowed: float = _BORROWED) -> Table:
    return np.asarray((counts + borrowed * towards) / (counts.sum(axis=-1, keepdims=True) + borrowed))


def _normal(shares: Table) -> Table:
    total = shares.sum(axis=-1, keepdims=True)
    return np.asarray(np.divide(shares, total, out=np.zeros_like(shares), where=total > 0))
