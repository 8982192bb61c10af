"""Evidence passes between payers and receivers, bounded, until it settles.

Sum-product message passing (Pearl 1988) on the graph of who pays whom, with one variable a subject, its role, and the
table of :mod:`tanglaw.inference.relations` on every edge. What a counterparty is told never contains what it said
itself. No single word exceeds the table's bounds, and a crowd's words are damped by its size, so that a hub or a dense
ordinary community cannot amplify itself.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt

from tanglaw.inference.explanations import Nats, Scored
from tanglaw.inference.relations import relations

_ROUNDS: Final = 12
_DAMPING: Final = 0.5
SETTLED: Final = 0.05
"""Nats by which no word may change in the last round for the network to count as settled; assumed."""

_CHUNK: Final = 500_000


@dataclass(frozen=True, slots=True)
class Edges:
    """Who pays whom, as row numbers of the two tables of subjects."""

    payer: npt.NDArray[np.int64]
    receiver: npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Settled:
    """Both roles after the network spoke.

    Attributes:
        change: the largest change of any word in the last round, nats; above 0.05 it had not settled.
    """

    payers: Scored
    receivers: Scored
    change: float


def pass_evidence(payers: Scored, receivers: Scored, edges: Edges) -> Settled:
    """Let payers and receivers tell each other what they look like.

    Args:
        payers: scored on their own evidence.
        receivers: likewise.
        edges: who pays whom.

    Returns:
        The same subjects with ``network`` filled and ``support`` raised or lowered by it, relative to anybody.
    """
    table = relations([p.id for p in payers.patterns], [p.id for p in receivers.patterns])
    sides = (
        _Side(payers, edges.payer, table.crowd),
        _Side(receivers, edges.receiver, table.crowd),
    )
    change = 0.0
    for _ in range(_ROUNDS):
        change = sides[0].hear(sides[1].speak(edges.receiver, table.lift.T))
        change = max(change, sides[1].hear(sides[0].speak(edges.payer, table.lift)))
        if change <= SETTLED:
            break
    return Settled(sides[0].settled(), sides[1].settled(), change)


class _Side:
    """The subjects of one role, and what they have heard along each edge."""

    def __init__(self, scored: Scored, ends: npt.NDArray[np.int64], crowd: float) -> None:
        self._scored = scored
        self._ends = ends
        self._own = np.column_stack([scored.support, scored.anybody])
        degree = np.bincount(ends, minlength=len(self._own))
        self._damp = np.maximum(degree, 1.0) ** -crowd
        self._heard = np.zeros((len(ends), self._own.shape[1]), dtype=np.float32)
        self._sum = np.zeros_like(self._own)

    def speak(self, ends: npt.NDArray[np.int64], lift: Nats) -> npt.NDArray[np.float32]:
        """Say along each edge how much the other end's roles are supported, leaving out what that end said itself.

        Args:
            ends: this side's subject of each edge.
            lift: (this side's roles, the other side's roles).
        """
        said = np.empty((len(ends), lift.shape[1]), dtype=np.float32)
        for start in range(0, len(ends), _CHUNK):
            part = slice(start, start + _CHUNK)
            own = ends[part]
            belief = self._own[own] + self._sum[own] - self._heard[part] * self._damp[own, None]
            belief -= belief.max(axis=1, keepdims=True)
            odds = np.exp(belief)
            odds /= odds.sum(axis=1, keepdims=True)
            word = np.log(odds @ lift)
            said[part] = word - word[:, -1:]
        return said

    def hear(self, said: npt.NDArray[np.float32]) -> float:
        """Take in what was said along each edge; return the largest change."""
        first = not self._heard.any()
        heard = said if first else _DAMPING * self._heard + (1 - _DAMPING) * said
        change = float(np.abs(heard - self._heard).max(initial=0.0))
        self._heard = heard
        for role in range(heard.shape[1]):
            self._sum[:, role] = np.bincount(self._ends, weights=heard[:, role], minlength=len(self._own)) * self._damp
        return change

    def settled(self) -> Scored:
        network = self._sum[:, :-1]
        return replace(self._scored, network=network, support=self._scored.support + network)
