"""Explanations compete: support and posterior of every subject under every pattern and ordinary explanation."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
import numpy.typing as npt

from tanglaw.common.room import IN_MEMORY, Room
from tanglaw.inference.evidence import ABSTAINED
from tanglaw.inference.model import Model, expected_in
from tanglaw.measures.measure import Measure
from tanglaw.patterns.pattern import Pattern

_CHUNK: Final = 8_192
"""Subjects worked on together: so few that they stay in the processor's cache."""

_AT_ONCE: Final = 2
AT_LARGE: Final = 0.5
"""Share of anybody that follows no group found in the data; assumed."""

TRUST: Final = 0.65
"""How much of the evidence is believed; assumed, held against practice worlds (docs/decisions/036)."""

FEW: Final = 1_500.0
"""Among so many subjects evidence is believed half as much, because what is ordinary is little known; assumed."""

BENEFIT: Final = float(np.log(10.0))
"""Nats that an explanation under which the subject is the one harmed counts more, before anybody is put under review:
taking a victim for a subject of review is held to be ten times as bad as the reverse. Assumed (docs/decisions/010)."""

CLEARLY: Final = 1.5
"""Nats by which a pattern must fit better than every explanation under which its subject is the one harmed, before
anybody is put under review: 4.5 times. Assumed, held against practice worlds (docs/decisions/029)."""

FINDING: Final = 12.0
"""Nats that a person's finding weighs, for or against, before evidence is held back; assumed."""

Nats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Scored:
    """What inference says of all subjects of one role.

    Attributes:
        patterns: the explanations, patterns and ordinary ones.
        offsets: (explanations,) nats taken off each, see :func:`settle`.
        known: (subjects, explanations) nats that people's own findings contribute; takes no room where there are none.
        heard: (subjects, explanations) nats that counterparties say, 32 bits; takes no room before the network speaks.
        support: (subjects, explanations) prior less offset, plus evidence, plus network.
        anybody: (subjects,) the same for "anybody", who has no pattern.
        trust: (explanations,) what every piece of evidence for each was multiplied by, see :func:`hold_back`.
        unfound: the same subjects as if nobody had found out anything, which neither speaks for a subject nor sharpens
            what is expected; ``None`` where that is the case. How words begin rests on it, so that a finding reaches
            those who pay or are paid, and nobody else.
        room: for the arrays that are made of these.
    """

    patterns: tuple[Pattern, ...]
    offsets: Nats
    known: Nats
    heard: npt.NDArray[np.floating]
    support: Nats
    anybody: Nats
    trust: Nats
    unfound: Scored | None = field(default=None, repr=False, compare=False)
    room: Room = field(default=IN_MEMORY, repr=False, compare=False)
    _odds: dict[int, Nats] = field(init=False, default_factory=dict, repr=False, compare=False)

    def rows(self, rows: Sequence[int] | npt.NDArray[np.integer]) -> Scored:
        """Give the same of some subjects only."""
        return replace(
            self,
            known=self.known[rows],
            heard=self.heard[rows],
            support=self.support[rows],
            anybody=self.anybody[rows],
        )

    def alone(self) -> Scored:
        """Give the same sums with what counterparties contribute left out."""
        return replace(self, heard=np.zeros_like(self.heard), support=self.support - self.network)

    @property
    def network(self) -> Nats:
        """(subjects, explanations) nats that counterparties contribute; made anew, so best asked of :meth:`rows`."""
        return np.asarray(self.heard.astype(np.float64) * self.trust)

    @property
    def posterior(self) -> Nats:
        """(subjects, explanations + 1) probability of each explanation, "anybody" last; rows add up to 1."""
        every = np.column_stack([self.support, self.anybody])
        odds = np.exp(every - every.max(axis=1, keepdims=True))
        return np.asarray(odds / odds.sum(axis=1, keepdims=True))

    def log_odds(self, explanation: int) -> Nats:
        """(subjects,) log-odds of one explanation against all others, with the benefit of the doubt.

        Worked out once, for several ask for them.
        """
        if explanation not in self._odds:
            odds = self.competition(explanation)
            self._odds[explanation] = np.subtract(self.support[:, explanation], odds, out=odds)
        return self._odds[explanation]

    def competition(self, explanation: int) -> Nats:
        """(subjects,) log-sum of every other explanation, "anybody" included.

        Where `explanation` would put its subject under review, those under which the subject is the one harmed count
        ``BENEFIT`` more.
        """
        benefit = self._benefit(explanation)
        found = self.room.zeros(len(self.support), np.float64)

        def fill(part: slice) -> None:
            others = np.delete(self.support[part] + benefit, explanation, axis=1)
            found[part] = log_sum(np.column_stack([others, self.anybody[part]]))

        in_chunks(len(found), fill)
        return found

    def rather_harmed(self, explanation: int) -> npt.NDArray[np.bool_]:
        """(subjects,) whether `explanation` puts under review, but fits less than ``CLEARLY`` better than harm."""
        harmed = np.flatnonzero(self._benefit(explanation))
        if not len(harmed):
            return np.zeros(len(self.support), dtype=np.bool_)
        return np.asarray(self.support[:, harmed].max(axis=1) + CLEARLY >= self.support[:, explanation])

    def _benefit(self, explanation: int) -> Nats:
        reviews = self.patterns[explanation].reviews
        return np.array([BENEFIT if reviews and pattern.harmed else 0.0 for pattern in self.patterns])


def log_sum(values: Nats) -> Nats:
    """Log of the sum of exponentials along the last axis."""
    top = values.max(axis=-1)
    return np.asarray(top + np.log(np.exp(values - top[..., None]).sum(axis=-1)))


def score(model: Model, room: Room = IN_MEMORY) -> Scored:
    """Compute the support of every subject under every explanation, before the network speaks."""
    support, anybody = _sums(model, room)
    offsets = settle(model, support)
    support += model.prior()[:-1] - offsets
    nothing = np.broadcast_to(np.zeros(()), support.shape)  # takes no room
    return Scored(model.patterns, offsets, nothing, nothing, support, anybody, np.ones(len(offsets)), room=room)


def _sums(model: Model, room: Room) -> tuple[Nats, Nats]:
    """Sum the evidence of all subjects for every explanation, and give the support of "anybody"."""
    named = len(model.patterns)
    codes, cells = model.evidence.codes, model.evidence.cell
    tables = [table.reshape(-1, table.shape[2]) for table in model.nats]
    found, anybody = room.zeros((len(codes), named), np.float64), room.zeros(len(codes), np.float64)

    def fill(part: slice) -> None:
        cell = cells[part]
        sums = np.zeros((len(cell), named + len(model.groups.log_share)))
        for column, table in enumerate(model.nats):
            width = table.shape[1]
            sums += np.take(tables[column], cell * width + np.minimum(codes[part, column], width - 1), axis=0)
        found[part] = sums[:, :named]
        anybody[part] = _anybody(model, sums[:, named:])

    in_chunks(len(codes), fill)
    return found, anybody


def _anybody(model: Model, common: Nats) -> Nats:
    """Give the support of "anybody", who follows a group found in the data or none."""
    prior = model.prior()[-1]
    if not common.shape[1]:
        return np.asarray(prior + np.zeros(len(common)))
    groups = np.column_stack([np.zeros(len(common)), common + model.groups.log_share])
    shares = np.log(np.array([AT_LARGE] + [1 - AT_LARGE] * (groups.shape[1] - 1)))
    return np.asarray(prior + log_sum(groups + shares))


def in_chunks(subjects: int, work: Callable[[slice], None]) -> None:
    """Do work on all subjects, some thousand at a time and on two cores; what is done for one rests on no other."""
    if subjects <= _CHUNK:
        work(slice(0, subjects))  # a few are often asked for, one lead after another: no threads for them
        return
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        list(pool.map(lambda start: work(slice(start, start + _CHUNK)), range(0, subjects, _CHUNK)))


def settle(model: Model, sums: Nats) -> Nats:
    """Hold the evidence to the law of likelihood ratios: over ordinary people they average one at most.

    Where the mean of exp(evidence) over all subjects exceeds one, evidence has been counted more than once; its log is
    taken off every subject's sum. The highest share of subjects, three times as many as the prior allows for, is left
    out of the mean, because they may be what is looked for.

    Returns:
        (explanations,) nats, none below zero.
    """
    offsets = np.zeros(len(model.patterns))
    for at, pattern in enumerate(model.patterns):
        ordered = np.sort(sums[:, at])
        kept = ordered[: max(1, round(len(ordered) * (1 - min(0.5, 3 * pattern.prior.share))))]
        if len(kept):
            offsets[at] = max(0.0, float(np.log(np.mean(np.exp(kept)))))
    return offsets


def told(scored: Scored, findings: Mapping[str, tuple[Sequence[int], Sequence[int]]]) -> Scored:
    """Take in what people found out about some subjects.

    Args:
        scored: before the network speaks, so that a finding spreads to those who pay or are paid.
        findings: by pattern id: rows of confirmed and of dismissed subjects.
    """
    if not any(len(rows) for both in findings.values() for rows in both):
        return scored
    known = scored.room.zeros(scored.support.shape, np.float64)
    for at, pattern in enumerate(scored.patterns):
        confirmed, dismissed = findings.get(pattern.id, ((), ()))
        known[list(confirmed), at] = FINDING
        known[list(dismissed), at] = -FINDING
    support = scored.room.zeros(known.shape, np.float64)
    unfound = scored.unfound or scored
    return replace(scored, known=known, support=np.add(scored.support, known, out=support), unfound=unfound)


def hold_back(scored: Scored, model: Model) -> Scored:
    """Multiply all evidence by ``TRUST``, less still among few subjects, so that a score means what it says.

    Families and offsets keep measures from counting twice, but subjects under one roof, or in one ring, are not
    independent either, expectations are never quite right, and what is ordinary is learned from these subjects alone.
    A pattern file may ask for less still (``trust``). The order of subjects hardly changes, their scores do.
    """
    prior = model.prior()
    subjects = len(scored.support)
    common = TRUST * subjects / (subjects + FEW)
    trust = common * np.array([pattern.trust.share for pattern in scored.patterns])
    support = np.subtract(scored.support, prior[:-1], out=scored.room.zeros(scored.support.shape, np.float64))
    support *= trust
    found = scored.known.any()
    known = scored.known * trust if found else scored.known
    # The law of likelihood ratios again, now that the network has spoken; findings are no evidence of this kind.
    again = settle(model, support - known if found else support)
    support += prior[:-1]
    support -= again
    return replace(
        scored,
        offsets=scored.offsets * trust + again,
        known=known,
        support=support,
        anybody=prior[-1] + common * (scored.anybody - prior[-1]),
        trust=trust,
    )


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
    """Take a subject's evidence apart, measure by measure: the weights add up to its evidence."""
    cell = int(model.evidence.cells_of([row])[0])
    shares = []
    for column, measure in enumerate(model.evidence.measures):
        band = int(model.evidence.codes[row, column])
        if band == ABSTAINED or model.shares[explanation][column] is None:
            continue
        seen = model.base[column][cell : cell + 1]
        expected = expected_in(model.shares[explanation][column], seen, model.common[column], measure)
        weight = float(model.nats[column][cell, band, explanation])
        shares.append(Share(measure, band, float(expected[0, band]), float(seen[0, band]), weight))
    return shares
