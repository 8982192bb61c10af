"""Sum-product on a payment graph, written as the formula stands: the oracle of the quick one.

Every word of every edge is held in full, every edge speaks in every round, each role of a hearer asks every role of the
speaker. It is slow and that is its point.
"""

from __future__ import annotations

import numpy as np

from tanglaw.inference.explanations import Scored
from tanglaw.inference.relations import Relations, relations


def sum_product(
    payers: Scored, receivers: Scored, pairs: np.ndarray, rounds: int = 300
) -> tuple[np.ndarray, np.ndarray]:
    """What payers and receivers hear in all, (subjects, roles) nats, after so many rounds half damped."""
    table = relations([p.id for p in payers.patterns], [p.id for p in receivers.patterns])
    sides = (_Side(payers, pairs[:, 0], table), _Side(receivers, pairs[:, 1], table))
    for _ in range(rounds):
        sides[0].hear(sides[1].speak(table.lift.T))
        sides[1].hear(sides[0].speak(table.lift))
    return sides[0].sum[:, :-1], sides[1].sum[:, :-1]


class _Side:
    def __init__(self, scored: Scored, ends: np.ndarray, table: Relations) -> None:
        self.own = np.column_stack([scored.support, scored.anybody]) * table.firm
        self.ends = ends
        self.damp = np.maximum(np.bincount(ends, minlength=len(self.own)), 1.0) ** -table.crowd
        self.heard = np.zeros((len(ends), self.own.shape[1]))
        self.sum = np.zeros_like(self.own)

    def speak(self, lift: np.ndarray) -> np.ndarray:
        belief = self.own[self.ends] + self.sum[self.ends] - self.heard * self.damp[self.ends, None]
        odds = np.exp(belief - belief.max(axis=1, keepdims=True))
        word = np.log(odds / odds.sum(axis=1, keepdims=True) @ lift)
        return word - word[:, -1:]

    def hear(self, said: np.ndarray) -> None:
        self.heard = (self.heard + said) / 2
        for role in range(said.shape[1]):
            self.sum[:, role] = np.bincount(self.ends, self.heard[:, role], len(self.own)) * self.damp
