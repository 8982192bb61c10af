"""Rounds of words over a whole graph, in bounded memory, until nobody has anything new to say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from tanglaw.common.room import IN_MEMORY, Room
from tanglaw.inference.bundles import BUNDLE, Bundle, bundles, each
from tanglaw.inference.echoes import WHOLE
from tanglaw.inference.exchange import Answers, Callers, Tongues, answer, passing, receivers_believe, sums
from tanglaw.inference.graph import Graph
from tanglaw.inference.words import Beliefs, believe, heard

MOST_ROUNDS: Final = 500

MOST_WORK: Final = 30
"""Times that each edge may be spoken along, on average, before it is given up: late rounds are of few edges."""

_FREE_WORK: Final = 10_000_000
"""Edges spoken along that any graph is allowed."""

HALFWAY_AFTER: Final = 60
"""Rounds after which answers go only half of the way. Nearly all graphs have settled before."""

Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What each subject heard in all.

    Attributes:
        payers, receivers: (subjects, roles) nats.
        change: nats by which answers still changed when the last round ended; 0 once settled.
        settled: nobody had anything new to say.
        rounds: how many there were.
    """

    payers: Beliefs
    receivers: Beliefs
    change: float
    settled: bool
    rounds: int


def converse(own: tuple[Beliefs, Beliefs], graph: Graph, tongues: Tongues, *, room: Room = IN_MEMORY) -> Outcome:
    """Let all receivers hear and answer, then only those who have heard anything new, until there are none.

    Memory: the graph's (14 bytes an edge), two bytes an edge and payer's role, and four bytes a subject and role three
    times for payers and twice for receivers.

    Args:
        own: (subjects, roles + anybody) of payers and of receivers: logs of odds on their own evidence, largest 0.
        graph: who pays whom.
        tongues: how they speak.
        room: for what is said and heard.
    """
    talk = _Talk(own, graph, tongues, room)
    degrees = np.diff(graph.of_receiver)
    active = degrees > 0
    change, rounds, work = 0.0, 0, 0
    while active.any() and may_go_on(rounds, work, len(graph)):
        rounds += 1
        work += int(degrees[active].sum())
        change = talk.round(active, halfway=rounds > HALFWAY_AFTER)
    settled = not active.any()
    return Outcome(talk.payers_heard(), talk.receivers_heard, 0.0 if settled else change, settled, rounds)


def may_go_on(rounds: int, work: int, edges: int) -> bool:
    """Say whether another round is allowed after so many, in which words passed along `work` edges of so many."""
    return rounds < MOST_ROUNDS and work < max(MOST_WORK * edges, _FREE_WORK)


class _Talk:
    """A conversation under way.

    Attributes:
        beliefs: (payers, roles + anybody) what payers believe.
        answers: (edges, payer's roles) in steps, by edge number.
        receivers_heard: (receivers, roles) nats.
    """

    def __init__(self, own: tuple[Beliefs, Beliefs], graph: Graph, tongues: Tongues, room: Room) -> None:
        self._own, self._own_of_receivers = own
        self._graph, self._tongues, self._room = graph, tongues, room
        self._roles = self._own.shape[1] - 1
        self._degrees = np.diff(graph.of_payer)
        self.beliefs: Beliefs = room.copy(self._own)
        self.answers: Answers = room.zeros((len(graph), self._roles), np.int16)
        self.receivers_heard: Beliefs = room.zeros((graph.receivers, self._own_of_receivers.shape[1] - 1), np.float32)
        self._moved: Flags = np.zeros(len(graph), dtype=np.bool_)
        self._answered: Flags = np.zeros(graph.payers, dtype=np.bool_)

    def round(self, active: Flags, *, halfway: bool) -> float:
        """Let active receivers hear and answer; then mark those who have something new to hear."""
        self._moved[:] = False
        self._answered[:] = False
        graph = self._graph
        of_receivers = bundles(graph.of_receiver, np.flatnonzero(active), BUNDLE)
        changes = each(lambda bundle: self._hear_and_answer(bundle, halfway=halfway), of_receivers)
        change = max(changes, default=0.0)
        active[:] = False
        if halfway:  # who has gone half of the way goes on
            for start in range(0, len(graph), BUNDLE):
                edges = start + np.flatnonzero(self._moved[start : start + BUNDLE])
                active[np.searchsorted(graph.of_receiver, edges, side="right") - 1] = True
        of_payers = bundles(graph.of_payer, np.flatnonzero(self._answered), BUNDLE)
        for _ in each(lambda bundle: self._take_in(bundle, active), of_payers):
            pass
        return change

    def _hear_and_answer(self, bundle: Bundle, *, halfway: bool) -> float:
        tongues, who = self._tongues, bundle.subjects
        total = np.zeros((len(who), self.receivers_heard.shape[1]), dtype=np.int64)
        parts = list(bundle.parts(BUNDLE))
        for part, here in parts:
            callers = self._callers(part)
            said = callers.say(tongues)
            total += sums(said, here)
        own = self._own_of_receivers[who]
        nats, beliefs = receivers_believe(own, total, bundle.degrees, tongues)
        self.receivers_heard[who] = nats
        change = 0.0
        for part, here in parts:
            if len(parts) > 1:  # one receiver of very many payers: they are asked again, not remembered
                callers = self._callers(part)
                said = callers.say(tongues)
            answered = answer(
                callers,
                said,
                (own, beliefs),
                here,
                bundle.degrees,
                self._graph.to_payer[part],
                tongues=tongues,
                halfway=halfway,
            )
            moved = part[answered.moved]
            self.answers[moved] = answered.answers[answered.moved]
            self._moved[moved] = True
            self._answered[self._graph.payer[moved]] = True
            change = max(change, answered.change)
        return change

    def _callers(self, edges: npt.NDArray[np.int64]) -> Callers:
        payers = self._graph.payer[edges]
        beliefs, passed = self.beliefs.take(payers, axis=0), self._graph.to_receiver[edges]
        less = np.flatnonzero(passed < WHOLE)  # mostly few; where all is passed on, what they believe is what they say
        if len(less):
            beliefs[less] = passing(self._own.take(payers[less], axis=0), beliefs[less], passed[less])
        return Callers(beliefs, self.answers.take(edges, axis=0), self._degrees[payers], passed)

    def _take_in(self, bundle: Bundle, active: Flags) -> None:
        """Let payers believe what they were answered, and mark the receivers to whom they have something new to say.

        A payer never tells a receiver what that receiver said, so one new answer alone is nothing new to its author.
        """
        graph, who = self._graph, bundle.subjects
        new = np.zeros(len(who), dtype=np.int64)
        self.beliefs[who] = believe(self._own[who], self._nats(bundle))
        for part, here in bundle.parts(BUNDLE):
            new += sums(self._moved[graph.edge[part]][None, :], here)[:, 0]
        for part, here in bundle.parts(BUNDLE):
            of_others = np.repeat(new, here) - self._moved[graph.edge[part]]
            active[graph.receiver[part[of_others > 0]]] = True

    def _nats(self, bundle: Bundle) -> Beliefs:
        """Add up what some payers were answered."""
        total = np.zeros((len(bundle.subjects), self._roles), dtype=np.int64)
        for part, here in bundle.parts(BUNDLE):
            total += sums(np.ascontiguousarray(self.answers.take(self._graph.edge[part], axis=0).T), here)
        return heard(total, bundle.degrees, self._tongues.crowd, self._tongues.step)

    def payers_heard(self) -> Beliefs:
        """Give what payers heard in all, (payers, roles) nats; what they believe is let go to make room."""
        self.beliefs = self._own[:0]
        found: Beliefs = self._room.zeros((self._graph.payers, self._roles), np.float32)

        def add_up(bundle: Bundle) -> None:
            found[bundle.subjects] = self._nats(bundle)

        for _ in each(add_up, bundles(self._graph.of_payer, np.arange(self._graph.payers), BUNDLE)):
            pass
        return found
