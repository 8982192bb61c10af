"""Ways of behaving that are common in the data at hand, found without any name for them.

Measures that are each ordinary may be rare together, and the other way round: a product of single shares is a poor
picture of anybody. So anybody is seen as a mixture of groups (latent class analysis: Lazarsfeld & Henry 1968), found by
expectation and maximisation on a sample. A subject that fits a common group well needs stronger evidence to be a lead.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from tanglaw.inference.baseline import FLOOR
from tanglaw.inference.evidence import ABSTAINED, Evidence

GROUPS: Final = 12
LEAST_SHARE: Final = 0.01
"""A group is kept only while it holds this share of the subjects: what is looked for is rarer by far. Assumed."""

LEAST_MEMBERS: Final = 120
"""And as many of them: in a small file a hundredth is a few dozen, and all victims of one ring may be as many. What a
hundredth is in a file of 12,000; measured on files of 3,000 payers (decision 039)."""

_LEAST_SUBJECTS: Final = 2_000
_SAMPLE: Final = 20_000
_ROUNDS: Final = 12
_SETTLE: Final = 3
_BORROWED: Final = 20.0

Shares = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Groups:
    """The groups found.

    Attributes:
        log_share: (groups,) log of each group's share of the subjects.
        shares: by measure: (groups, bands) shares of the bands within the group.
    """

    log_share: Shares
    shares: tuple[Shares, ...]


def find_groups(evidence: Evidence, weights: Shares, seed: int = 0) -> Groups:
    """Find the common ways of behaving.

    Args:
        evidence: all subjects of one role; under 2,000 of them no groups are sought.
        weights: by measure: how much it counts.
        seed: of the first, random, division.
    """
    if len(evidence.codes) < _LEAST_SUBJECTS:
        return Groups(np.zeros(0), tuple(np.zeros((0, len(m.bands))) for m in evidence.measures))
    sample = np.arange(0, len(evidence.codes), max(1, len(evidence.codes) // _SAMPLE))
    codes = evidence.codes[sample]
    belongs = np.random.default_rng(seed).dirichlet(np.full(GROUPS, 0.3), len(sample))
    size = np.full(GROUPS, 1 / GROUPS)
    least = max(LEAST_SHARE, LEAST_MEMBERS / len(sample))
    for turn in range(_ROUNDS):
        shares = _shares(evidence, codes, belongs)
        fit = np.log(size) + _fit(shares, weights, codes)
        fit -= fit.max(axis=1, keepdims=True)
        belongs = np.exp(fit)
        belongs /= belongs.sum(axis=1, keepdims=True)
        size = belongs.mean(axis=0)
        if turn > _SETTLE and (size < least).any():
            belongs = belongs[:, size >= least]
            belongs /= np.maximum(belongs.sum(axis=1, keepdims=True), 1e-12)
            size = belongs.mean(axis=0)
    return Groups(np.log(size), _shares(evidence, codes, belongs))


def _shares(evidence: Evidence, codes: npt.NDArray[np.uint8], belongs: Shares) -> tuple[Shares, ...]:
    found = []
    by_group = np.ascontiguousarray(belongs.T)
    for column, measure in enumerate(evidence.measures):
        width = len(measure.bands)
        known = np.flatnonzero(codes[:, column] != ABSTAINED)
        code = codes[known, column].astype(np.intp)
        overall = np.bincount(code, minlength=width) + 0.5
        parts = by_group if len(known) == len(codes) else by_group[:, known]
        counts = np.stack([np.bincount(code, weights=part, minlength=width) for part in parts])
        found.append((counts + _BORROWED * overall / overall.sum()) / (counts.sum(axis=1, keepdims=True) + _BORROWED))
    return tuple(found)


def _fit(shares: tuple[Shares, ...], weights: Shares, codes: npt.NDArray[np.uint8]) -> Shares:
    """Log-likelihood of each group, up to a term that is the same for all groups of a subject."""
    fit = np.zeros((len(codes), len(shares[0])), dtype=np.float32)
    for column, table in enumerate(shares):
        silent = np.zeros((1, len(table)))  # who abstained says nothing
        nats = np.concatenate([weights[column] * np.log(table.T + FLOOR), silent]).astype(np.float32)
        fit += nats[np.minimum(codes[:, column], len(nats) - 1)]
    return fit.astype(np.float64)
