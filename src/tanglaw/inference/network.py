"""Evidence passes between payers and receivers, bounded, until it settles.

Sum-product message passing (Pearl 1988) on the graph of who pays whom, with one variable a subject, its role, and the
table of :mod:`tanglaw.inference.relations` on every edge. What a counterparty is told never contains what it said
itself. No single word exceeds the table's bounds, and a crowd's words are damped by its size, so that a hub or a dense
ordinary community cannot amplify itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from tanglaw.inference.exchange import Tongues
from tanglaw.inference.explanations import Scored, in_chunks
from tanglaw.inference.graph import Graph
from tanglaw.inference.relations import Relations, relations
from tanglaw.inference.rounds import Outcome, converse
from tanglaw.inference.words import Beliefs, normal, tongues

Converse = Callable[[tuple[Beliefs, Beliefs], Graph, Tongues], Outcome]
"""Who runs the rounds: :func:`tanglaw.inference.rounds.converse`, or :mod:`tanglaw.inference.spark_rounds`."""


_OUT: Final = 1_000.0
"""Nats that put a role out of the conversation: people have dismissed it, and no counterparty's word outweighs that."""


@dataclass(frozen=True, slots=True)
class Settled:
    """Both roles after the network spoke.

    Attributes:
        change: nats by which words still changed when the last round ended; 0 once settled.
        settled: nobody had anything new to say.
        rounds: how many there were.
    """

    payers: Scored
    receivers: Scored
    change: float
    settled: bool
    rounds: int


def pass_evidence(payers: Scored, receivers: Scored, graph: Graph, run: Converse = converse) -> Settled:
    """Let payers and receivers tell each other what they look like.

    Args:
        payers: scored on their own evidence.
        receivers: likewise.
        graph: who pays whom.
        run: who runs the rounds.

    Returns:
        The same subjects with ``network`` filled and ``support`` raised or lowered by it, relative to anybody.
    """
    table = relations([p.id for p in payers.patterns], [p.id for p in receivers.patterns])
    outcome = run((_own(payers, table.firm), _own(receivers, table.firm)), graph, speakers(table))
    return Settled(
        _with(payers, outcome.payers),
        _with(receivers, outcome.receivers),
        outcome.change,
        outcome.settled,
        outcome.rounds,
    )


def speakers(table: Relations) -> Tongues:
    """Give both sides their way of speaking."""
    return Tongues(*tongues(table), table.crowd)


def _own(scored: Scored, firm: float) -> Beliefs:
    """Give what subjects believe before anybody speaks; `firm` times as sure as their own evidence makes them."""
    own = scored.room.zeros((len(scored.support), len(scored.patterns) + 1), np.float32)

    def fill(part: slice) -> None:
        every = np.column_stack([scored.support[part], scored.anybody[part]])
        every[:, :-1][scored.known[part] < 0] -= _OUT
        own[part] = normal(every * firm)

    in_chunks(len(own), fill)
    return own


def _with(scored: Scored, heard: Beliefs) -> Scored:
    if scored.known.any():
        dismissed = scored.known < 0
        heard[dismissed] = np.minimum(heard[dismissed], 0.0)
    support = scored.room.zeros(scored.support.shape, np.float64)
    return replace(scored, heard=heard, support=np.add(scored.support, heard, out=support))
