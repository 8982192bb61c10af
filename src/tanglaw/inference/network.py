"""Evidence passes between payers and receivers, bounded, until it settles.

Sum-product message passing (Pearl 1988) on the graph of who pays whom, with one variable a subject, its role, and the
table of :mod:`tanglaw.inference.relations` on every edge. Words begin where :mod:`tanglaw.inference.outset` says.
What a counterparty is told never contains what it said itself, and contains less of what somebody said who shares its
other counterparties (:mod:`tanglaw.inference.echoes`). No single word exceeds the table's bounds, and a crowd's words
are damped by its size, so that a hub or a dense ordinary community cannot amplify itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from tanglaw.inference.exchange import Tongues
from tanglaw.inference.explanations import Scored
from tanglaw.inference.graph import Graph
from tanglaw.inference.outset import met, outset
from tanglaw.inference.relations import Relations, relations
from tanglaw.inference.rounds import Outcome, converse
from tanglaw.inference.words import Beliefs, tongues

Converse = Callable[[tuple[Beliefs, Beliefs], Graph, Tongues], Outcome]
"""Who runs the rounds: :func:`tanglaw.inference.rounds.converse`, or :mod:`tanglaw.inference.spark_rounds`."""


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
    own = (outset(payers, table.firm, table.begin), outset(receivers, table.firm, table.begin))
    outcome = run(own, graph, speakers(table, (_usual(payers, own[0], table), _usual(receivers, own[1], table)), graph))
    return Settled(
        _with(payers, outcome.payers),
        _with(receivers, outcome.receivers),
        outcome.change,
        outcome.settled,
        outcome.rounds,
    )


def _usual(scored: Scored, own: Beliefs, table: Relations) -> Beliefs:
    """Give what subjects would believe if nobody had found out anything."""
    return outset(scored.unfound, table.firm, table.begin) if scored.unfound else own


def speakers(table: Relations, usual: tuple[Beliefs, Beliefs], graph: Graph) -> Tongues:
    """Give both sides their way of speaking; what is usual in this graph, before anybody speaks, is said softly."""
    payers, receivers = met(usual[0], np.diff(graph.of_payer)), met(usual[1], np.diff(graph.of_receiver))
    return Tongues(*tongues(table, payers, receivers), table.crowd)


def _with(scored: Scored, heard: Beliefs) -> Scored:
    if scored.known.any():
        dismissed = scored.known < 0
        heard[dismissed] = np.minimum(heard[dismissed], 0.0)
    support = scored.room.zeros(scored.support.shape, np.float64)
    return replace(scored, heard=heard, support=np.add(scored.support, heard, out=support), unfound=None)
