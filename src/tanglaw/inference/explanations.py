"""Explanations compete: the log-odds of every subject under every pattern and every ordinary explanation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import numpy.typing as npt

from tanglaw.inference.baseline import Table, baseline
from tanglaw.inference.evidence import ABSTAINED, Evidence, stratified
from tanglaw.inference.families import weights
from tanglaw.measures.measure import Measure
from tanglaw.patterns.pattern import Pattern

_FLOOR: Final = 0.004
"""Added to both shares, so that no band is taken for impossible; assumed."""

_DOUBT: Final = 0.05
"""Share of a pattern's subjects taken to be like anybody in any one measure, because no expectation is certain; assumed."""

_CHUNK: Final = 100_000


@dataclass(frozen=True, slots=True)
class Scored:
    """What inference says of all subjects of one role.

    Attributes:
        patterns: the explanations, patterns and ordinary ones; "anybody" is the implicit one after them, with no
            evidence and the rest of the prior.
        anybody: log prior of that rest, nats.
        support: (subjects, explanations) prior plus evidence, in nats.
        posterior: (subjects, explanations + 1); the last column is "anybody"; rows add up to 1.
    """

    patterns: tuple[Pattern, ...]
    anybody: float
    support: npt.NDArray[np.float64]
    posterior: npt.NDArray[np.float64]


@dataclass
class Model:
    """Expected against seen, for one role, on one data set.

    Attributes:
        shares: by explanation, by measure: expected share of each band, or ``None`` where nothing is expected.
        base: by measure: (cells, bands) shares among anybody.
        weights: by measure, see :mod:`tanglaw.inference.families`.
        offsets: by explanation: nats taken off because its evidence tends to come together (see `settle`).
    """

    evidence: Evidence
    patterns: tuple[Pattern, ...]
    base: tuple[Table, ...]
    weights: npt.NDArray[np.float64]
    shares: list[list[npt.NDArray[np.float64] | None]]
    offsets: npt.NDArray[np.float64] = field(default_factory=lambda: np.zeros(0))

    def prior(self) -> npt.NDArray[np.float64]:
        """Log of each explanation's prior share, "anybody" last."""
        named = np.array([pattern.prior.share for pattern in self.patterns])
        return np.log(np.append(named, max(1.0 - named.sum(), 0.05)))

    def weight_table(self, explanation: int, column: int) -> Table | None:
        """Nats that each band of a measure contributes to an explanation: (cells, bands), or ``None`` if it says nothing."""
        shares = self.shares[explanation][column]
        if shares is None:
            return None
        seen = self.base[column]
        expected = (
            np.where(seen > 0, shares[None, :], 0.0) if stratified(self.evidence.measures[column]) else shares[None, :]
        )
        total = expected.sum(axis=1, keepdims=True)
        expected = np.divide(expected, total, out=np.zeros_like(seen) + seen, where=total > 0)
        expected = (1 - _DOUBT) * expected + _DOUBT * seen
        return self.weights[column] * np.log((expected + _FLOOR) / (seen + _FLOOR))


def assemble(evidence: Evidence, patterns: Sequence[Pattern]) -> Model:
    """Put expectation against what is seen."""
    base = baseline(evidence)
    overall = [_overall(evidence, column) for column in range(len(evidence.measures))]
    shares: list[list[npt.NDArray[np.float64] | None]] = []
    for pattern in patterns:
        expected = {e.measure: e for e in pattern.expects}
        row: list[npt.NDArray[np.float64] | None] = []
        for column, measure in enumerate(evidence.measures):
            expectation = expected.get(measure.id)
            if expectation is None:
                row.append(None)
                continue
            named = dict(expectation.shares)
            rest = np.array([0.0 if band in named else overall[column][at] for at, band in enumerate(measure.bands)])
            rest = rest / rest.sum() * expectation.rest if rest.sum() > 0 else np.zeros(len(rest))
            full = np.array([named.get(band, 0.0) for band in measure.bands]) + rest
            if rest.sum() == 0:
                full = full + expectation.rest * overall[column]
            row.append(full / full.sum())
        shares.append(row)
    return Model(evidence, tuple(patterns), base, weights(evidence), shares, np.zeros(len(patterns)))


def _overall(evidence: Evidence, column: int) -> npt.NDArray[np.float64]:
    codes = evidence.codes[:, column]
    counts = np.bincount(codes[codes != ABSTAINED], minlength=len(evidence.measures[column].bands)).astype(np.float64)
    return (counts + 0.5) / (counts.sum() + 0.5 * len(counts))


def evidence_sums(model: Model, rows: slice | npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    """Sum the evidence of some subjects: (subjects, explanations), nats, without prior or offset."""
    cell = model.evidence.cell[rows]
    codes = model.evidence.codes[rows]
    sums = np.zeros((len(cell), len(model.patterns)))
    for column, measure in enumerate(model.evidence.measures):
        width = len(measure.bands)
        code = codes[:, column]
        known = code != ABSTAINED
        flat = cell * width + np.where(known, code, 0)
        for explanation in range(len(model.patterns)):
            table = model.weight_table(explanation, column)
            if table is not None:
                sums[:, explanation] += np.where(known, table.ravel()[flat], 0.0)
    return sums


def settle(model: Model, sums: npt.NDArray[np.float64]) -> None:
    """Hold the evidence to the law of likelihood ratios: over ordinary people they average one.

    Where the mean of exp(evidence) over all subjects exceeds one, evidence has been counted more than once; its log is
    taken off every subject's sum. The highest share of subjects, as many as the prior allows for three times over, are
    left out of the mean, because they may be what is looked for.
    """
    for at, pattern in enumerate(model.patterns):
        ordered = np.sort(sums[:, at])
        kept = ordered[: max(1, round(len(ordered) * (1 - min(0.5, 3 * pattern.prior.share))))]
        model.offsets[at] = max(0.0, float(np.log(np.mean(np.exp(kept)))))


def score(model: Model) -> Scored:
    """Compute support and posterior of every subject under every explanation."""
    subjects = len(model.evidence.codes)
    sums = np.concatenate(
        [evidence_sums(model, slice(at, at + _CHUNK)) for at in range(0, subjects, _CHUNK)]
        or [np.zeros((0, len(model.patterns)))]
    )
    if subjects:
        settle(model, sums)
    prior = model.prior()
    support = sums + prior[:-1] - model.offsets
    with_anybody = np.column_stack([support, np.full(subjects, prior[-1])])
    top = with_anybody.max(axis=1, keepdims=True, initial=-np.inf)
    odds = np.exp(with_anybody - top)
    return Scored(model.patterns, float(prior[-1]), support, odds / odds.sum(axis=1, keepdims=True))


@dataclass(frozen=True, slots=True)
class Share:
    """One measure's part in a subject's support for an explanation.

    Attributes:
        measure: which.
        band: index of the band the subject fell in.
        expected, seen: shares of that band under the explanation, and among anybody in the subject's cell.
        weight: nats.
    """

    measure: Measure
    band: int
    expected: float
    seen: float
    weight: float


def account(model: Model, row: int, explanation: int) -> list[Share]:
    """Take a subject's evidence apart, measure by measure: the weights add up to its evidence sum exactly."""
    cell = int(model.evidence.cell[row])
    shares = []
    for column, measure in enumerate(model.evidence.measures):
        band = int(model.evidence.codes[row, column])
        table = model.weight_table(explanation, column)
        expected = model.shares[explanation][column]
        if band == ABSTAINED or table is None or expected is None:
            continue
        seen = float(model.base[column][cell, band])
        shares.append(Share(measure, band, float(expected[band]), seen, float(table[cell, band])))
    return shares
