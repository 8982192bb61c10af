"""Sum-product on a payment graph, written as the formula stands: the oracle of the quick one.

Every word of every edge is held in full, every edge speaks in every round, each role of a hearer asks every role of the
speaker. It is slow and that is its point.
"""

from __future__ import annotations

import numpy as np

from tanglaw.inference.echoes import FEW
from tanglaw.inference.explanations import Scored
from tanglaw.inference.relations import Relations, relations


def sum_product(
    payers: Scored, receivers: Scored, pairs: np.ndarray, rounds: int = 300
) -> tuple[np.ndarray, np.ndarray]:
    """What payers and receivers hear in all, (subjects, roles) nats, after so many rounds half damped."""
    table = relations([p.id for p in payers.patterns], [p.id for p in receivers.patterns])
    sides = (_Side(payers, pairs, table, table.lift), _Side(receivers, pairs[:, ::-1], table, table.lift.T))
    for _ in range(rounds):
        sides[0].hear(sides[1].speak())
        sides[1].hear(sides[0].speak())
    return sides[0].sum[:, :-1], sides[1].sum[:, :-1]


def raised(scored: Scored, table: Relations) -> np.ndarray:
    """Nats by which each pattern is raised before anybody speaks, found by halving."""
    own = np.column_stack([scored.support, scored.anybody]) * table.firm
    nats = np.zeros(own.shape[1])
    for at, pattern in enumerate(scored.patterns):
        if pattern.kind != "pattern" or not len(own):
            continue
        wanted = table.begin * pattern.prior.share * len(own)

        def total(more: float, at: int = at) -> float:
            odds = np.exp(own + more * np.eye(own.shape[1])[at])
            return float((odds[:, at] / odds.sum(axis=1)).sum())

        low, high = 0.0, 200.0
        while total(0.0) < wanted and high - low > 1e-9:
            middle = (low + high) / 2
            low, high = (middle, high) if total(middle) < wanted else (low, middle)
        nats[at] = low
    return nats


def passed_on(pairs: np.ndarray) -> np.ndarray:
    """Share of what the second of each pair heard from others that it passes on to the first."""
    known: dict[int, set[int]] = {}
    knows: dict[int, set[int]] = {}
    for one, other in pairs.tolist():
        known.setdefault(one, set()).add(other)
        knows.setdefault(other, set()).add(one)
    asked = {other for other, ones in knows.items() if 1 < len(ones) <= FEW}
    shares = []
    for hearer, speaker in pairs.tolist():
        parts = []
        for author in knows[speaker] - {hearer} if speaker in asked else ():
            shared = len(known[hearer] & known[author] & asked)
            between = len(known[hearer]) + len(known[author]) - shared
            parts.append((1 + (shared - 1) * (shared / between) ** 2) ** -2.0)
        shares.append(np.mean(parts) if parts else 1.0)
    return np.array(shares)


class _Side:
    """Those at one end of all pairs: `pairs[:, 0]`, and those they speak to, `pairs[:, 1]`."""

    def __init__(self, scored: Scored, pairs: np.ndarray, table: Relations, lift: np.ndarray) -> None:
        self.own = np.column_stack([scored.support, scored.anybody]) * table.firm + raised(scored, table)
        self.ends, self.lift = pairs[:, 0], lift
        self.damp = np.maximum(np.bincount(self.ends, minlength=len(self.own)), 1.0) ** -table.crowd
        self.passed = passed_on(pairs[:, ::-1])[:, None]
        self.heard = np.zeros((len(pairs), self.own.shape[1]))
        self.sum = np.zeros_like(self.own)
        odds = self._odds(self.own)[self.ends]
        usual = np.log(odds.mean(axis=0) @ lift) if len(odds) else np.zeros(lift.shape[1])
        self.usual = table.silence * (usual - usual[-1])

    def _odds(self, belief: np.ndarray) -> np.ndarray:
        odds = np.exp(belief - belief.max(axis=1, keepdims=True))
        return np.asarray(odds / odds.sum(axis=1, keepdims=True))

    def speak(self) -> np.ndarray:
        others = self.sum[self.ends] - self.heard * self.damp[self.ends, None]
        word = np.log(self._odds(self.own[self.ends] + self.passed * others) @ self.lift)
        return word - word[:, -1:] - self.usual

    def hear(self, said: np.ndarray) -> None:
        self.heard = (self.heard + said) / 2
        for role in range(said.shape[1]):
            self.sum[:, role] = np.bincount(self.ends, self.heard[:, role], len(self.own)) * self.damp
