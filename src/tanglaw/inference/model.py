"""Expected against seen: what each band of each measure says for each explanation, as tables of nats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import numpy.typing as npt

from tanglaw.inference.background import Groups, find_groups
from tanglaw.inference.baseline import FLOOR, Table, baseline
from tanglaw.inference.counts import NO_COUNTS, Counts, sharpened
from tanglaw.inference.evidence import ABSTAINED, LONE, STRATA, Evidence, stratified
from tanglaw.inference.families import weights
from tanglaw.measures.measure import Measure
from tanglaw.patterns.pattern import Expectation, Pattern

DOUBT: Final = 0.05
"""Share of a pattern's subjects taken to be like anybody in any one measure: no expectation is certain. Assumed."""

AT_ITS_ODDS: Final = 0.5
"""How far a pattern's odds against anybody, rather than its shares, are taken to hold at any number of payments.
Assumed (docs/decisions/026)."""

AGES: Final = ("age", "companions_age", "payer_age")
"""Families of measures that are about anybody's age."""

Shares = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Model:
    """Expected against seen, for one role, on one data set.

    Attributes:
        evidence: the subjects it was made for.
        patterns: the explanations, patterns and ordinary ones.
        base: by measure: (cells, bands) shares among anybody.
        common: by measure: (bands,) the same over all cells.
        weights: by measure, see :mod:`tanglaw.inference.families`.
        shares: by explanation, by measure: expected share of each band, or ``None`` where nothing is expected.
        groups: ways of behaving that are common in this data, whoever they belong to.
        nats: by measure: (cells, bands + 1, explanations + groups); the last band is "abstained", all zero.
    """

    evidence: Evidence
    patterns: tuple[Pattern, ...]
    base: tuple[Table, ...]
    common: tuple[Shares, ...]
    weights: Shares
    shares: tuple[tuple[Shares | None, ...], ...]
    groups: Groups
    nats: tuple[npt.NDArray[np.float32], ...] = field(repr=False)

    def prior(self) -> Shares:
        """Log of each explanation's prior share, "anybody" last."""
        named = np.array([pattern.prior.share for pattern in self.patterns])
        return np.asarray(np.log(np.append(named, max(1.0 - named.sum(), 0.05))))


def assemble(
    evidence: Evidence, patterns: Sequence[Pattern], counts: Counts = NO_COUNTS, like: Model | None = None
) -> Model:
    """Put what is expected against what is seen.

    Args:
        evidence: band numbers of all subjects of one role.
        patterns: the explanations of that role.
        counts: what confirmed subjects add; they sharpen what is expected.
        like: a model of the same subjects, whose picture of anybody is taken over instead of made anew.
    """
    base = like.base if like else baseline(evidence)
    heard = like.weights if like else weights(evidence)
    groups = like.groups if like else find_groups(evidence, heard)
    common = like.common if like else tuple(_overall(evidence, column) for column in range(len(evidence.measures)))
    shares = tuple(
        tuple(
            _sharpened(pattern, measure, common[column], counts.get(pattern.id, {}).get(measure.id))
            for column, measure in enumerate(evidence.measures)
        )
        for pattern in patterns
    )
    # Where there is one payment only, a pattern of repeated payments is spoken against at most.
    lone = np.flatnonzero(np.arange(evidence.cells) % (len(STRATA) + 1) == LONE)
    highest = np.array([0.0 if pattern.repeated else np.inf for pattern in patterns] + [np.inf] * len(groups.log_share))
    nats = []
    for column, measure in enumerate(evidence.measures):
        seen = base[column]
        tables = [
            np.zeros_like(seen)
            if row[column] is None
            else _nats(expected_in(row[column], seen, common[column], measure), seen)
            for row in shares
        ]
        tables += [_nats(np.broadcast_to(group, seen.shape), seen) for group in groups.shares[column]]
        table = np.stack(tables, axis=-1) * heard[column] if tables else np.zeros((*seen.shape, 0))
        table[lone] = np.minimum(table[lone], highest)
        silent = np.zeros((len(seen), 1, table.shape[-1]))
        nats.append(np.concatenate([table, silent], axis=1).astype(np.float32))
    return Model(evidence, tuple(patterns), base, common, heard, shares, groups, tuple(nats))


def expected_in(shares: Shares | None, seen: Table, common: Shares, measure: Measure) -> Table:
    """Give the expected shares of a measure's bands in each cell, with a doubt.

    A pattern file speaks of all its subjects, most of whom pay a few times; a cell holds subjects with about as many
    payments, and whoever pays a hundred times has more receivers and more nights, whatever for. Two readings of the
    file count half each: its shares as they stand, over the bands that the cell can reach; and its odds against
    anybody, kept at any number of payments.

    Args:
        shares: (bands,) expected of all subjects of the pattern; ``None``: nothing is, and what is seen is expected.
        seen: (cells, bands) shares among anybody in the cell.
        common: (bands,) shares among anybody in any cell.
        measure: which.
    """
    if shares is None:
        return seen
    if not stratified(measure):
        return np.asarray((1 - DOUBT) * np.broadcast_to(shares, seen.shape) + DOUBT * seen)
    as_it_stands = _adding_up(np.where(seen > 0, shares, 0.0), seen)
    at_its_odds = _adding_up(seen * shares / common, seen)
    expected = (1 - AT_ITS_ODDS) * as_it_stands + AT_ITS_ODDS * at_its_odds
    return np.asarray((1 - DOUBT) * expected + DOUBT * seen)


def _adding_up(shares: Table, otherwise: Table) -> Table:
    total = shares.sum(axis=1, keepdims=True)
    return np.asarray(np.divide(shares, total, out=otherwise.copy(), where=total > 0))


def _nats(expected: Table, seen: Table) -> Table:
    return np.asarray(np.log((expected + FLOOR) / (seen + FLOOR)))


def _expectation(pattern: Pattern, measure: Measure) -> Expectation | None:
    return next((e for e in pattern.expects if e.measure == measure.id), None)


def _overall(evidence: Evidence, column: int) -> Shares:
    """Give the share of subjects in each band of a measure, half a one more each."""
    everybody = np.bincount(evidence.codes[:, column], minlength=ABSTAINED + 1)
    counts = everybody[: len(evidence.measures[column].bands)].astype(np.float64) + 0.5
    return np.asarray(counts / counts.sum())


def _shares(measure: Measure, overall: Shares, expectation: Expectation | None) -> Shares | None:
    """Fill what a pattern file leaves open: the rest goes to the bands not named, as among anybody."""
    if expectation is None:
        return None
    bands = measure.bands
    named = dict(expectation.shares)
    unnamed = np.array([0.0 if band in named else overall[at] for at, band in enumerate(bands)])
    if not unnamed.any():
        unnamed = overall
    full = np.array([named.get(band, 0.0) for band in bands]) + expectation.rest * unnamed / unnamed.sum()
    return np.asarray(full / full.sum())


def _sharpened(pattern: Pattern, measure: Measure, overall: Shares, counted: Shares | None) -> Shares | None:
    """Give what is expected of a measure, counts included; ``None`` where nothing is.

    Where the file of an ordinary explanation is silent, counts speak alone, beginning with what anybody does; not of
    ages, which count only as a file has them.
    """
    shares = _shares(measure, overall, _expectation(pattern, measure))
    if counted is None:
        return shares
    if shares is None:
        silent = pattern.kind != "ordinary" or measure.family in AGES
        return None if silent else sharpened(overall, counted)
    return sharpened(shares, counted)
