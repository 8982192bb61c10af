"""Two sets of expectations side by side: which bands are expected more, which less, and how much that weighs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np

from tanglaw.inference.baseline import FLOOR
from tanglaw.inference.counts import NO_COUNTS, Counts, Shares, sharpened
from tanglaw.patterns.pattern import Catalogue, Expectation, Pattern
from tanglaw.patterns.pattern_set import PatternSet


@dataclass(frozen=True, slots=True)
class Side:
    """What one side expects: pattern files and what was learned beside them."""

    name: str
    patterns: PatternSet
    counts: Counts = field(default_factory=lambda: NO_COUNTS)


@dataclass(frozen=True, slots=True)
class Change:
    """One band whose expectation differs.

    Attributes:
        before, after: shares expected, 0–1.
        nats: what a subject in this band gains, before families and trust: ln of the ratio, both raised by ``FLOOR``.
    """

    role: str
    pattern: str
    measure: str
    band: str
    before: float
    after: float

    @property
    def nats(self) -> float:
        """Effect on a subject that falls in this band."""
        return float(np.log((self.after + FLOOR) / (self.before + FLOOR)))


@dataclass(frozen=True, slots=True)
class Difference:
    """How the second side differs from the first.

    Attributes:
        changes: bands whose share differs by 0.0005 or more, the largest effect first.
        priors: pattern → prior share on both sides, where it differs.
        only_first, only_second: ``pattern`` or ``pattern.measure`` of what one side alone has.
        sources: ``pattern.measure`` whose source or mark alone differs.
    """

    first: str
    second: str
    changes: tuple[Change, ...]
    priors: Mapping[str, tuple[float, float]]
    only_first: tuple[str, ...]
    only_second: tuple[str, ...]
    sources: tuple[str, ...]

    @property
    def empty(self) -> bool:
        """Say whether nothing differs."""
        return not (self.changes or self.priors or self.only_first or self.only_second or self.sources)


def differ(first: Side, second: Side, catalogue: Catalogue) -> Difference:
    """Compare two sides. What a pattern file leaves open is spread evenly over the bands it does not name."""
    one, two = ({pattern.id: pattern for pattern in side.patterns} for side in (first, second))
    both = [name for name in one if name in two]
    changes: list[Change] = []
    sources: list[str] = []
    lacking: dict[str, list[str]] = {"first": [], "second": []}
    for name in both:
        here, there = ({e.measure: e for e in side[name].expects} for side in (one, two))
        lacking["first"] += [f"{name}.{measure}" for measure in here if measure not in there]
        lacking["second"] += [f"{name}.{measure}" for measure in there if measure not in here]
        for measure in (measure for measure in here if measure in there):
            bands = catalogue[one[name].role, measure]
            shares = [_shares(side, name, each[measure], bands) for side, each in ((first, here), (second, there))]
            found = list(_changes(one[name], measure, bands, *shares))
            changes += found
            if not found and (here[measure].source, here[measure].mark) != (there[measure].source, there[measure].mark):
                sources.append(f"{name}.{measure}")
    changes.sort(key=lambda change: (-abs(change.nats), change.pattern, change.measure, change.band))
    return Difference(
        first.name,
        second.name,
        tuple(changes),
        {n: (one[n].prior.share, two[n].prior.share) for n in both if one[n].prior.share != two[n].prior.share},
        tuple([name for name in one if name not in two] + lacking["first"]),
        tuple([name for name in two if name not in one] + lacking["second"]),
        tuple(sources),
    )


def _shares(side: Side, pattern: str, expectation: Expectation, bands: tuple[str, ...]) -> Shares:
    named = dict(expectation.shares)
    left = len(bands) - len(named)
    full = np.array([named.get(band, expectation.rest / max(left, 1)) for band in bands])
    return sharpened(full / full.sum(), side.counts.get(pattern, {}).get(expectation.measure))


def _changes(pattern: Pattern, measure: str, bands: tuple[str, ...], before: Shares, after: Shares) -> Iterator[Change]:
    for band, one, two in zip(bands, before.tolist(), after.tolist(), strict=True):
        if abs(two - one) >= 0.0005:
            yield Change(pattern.role, pattern.id, measure, band, one, two)
