"""One round between some receivers and all who pay them: the law that every engine follows.

Receivers hear their payers and answer. Of the two words that pass along an edge only the answer is kept; what a payer
says follows from what it believes, leaving out what it was answered on that very edge.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from tanglaw.inference.echoes import WHOLE, Shares
from tanglaw.inference.words import Beliefs, Steps, Tongue, believe, damping, heard

TOLERANCE: Final = 0.01
"""Nats of a payer's belief that may be left unsaid: an answer is given anew when its part changes by more. Assumed."""

Answers = npt.NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class Tongues:
    """How both sides speak, and how a crowd's words are damped (see :mod:`tanglaw.inference.words`)."""

    payers: Tongue
    receivers: Tongue
    crowd: float

    @property
    def step(self) -> float:
        """Nats a step."""
        return self.payers.step


@dataclass(frozen=True, slots=True)
class Callers:
    """The payers' ends of some edges.

    Attributes:
        beliefs: (edges, roles + anybody) what the payers believe, with as much of what they heard as they pass on along
            this edge, see :func:`passing`.
        answers: (edges, roles) what they were answered last on this edge, in steps.
        degrees: (edges,) how many receivers each has.
        passed: (edges,) share of what they heard that they pass on, in 255ths.
    """

    beliefs: Beliefs
    answers: Answers
    degrees: npt.NDArray[np.int64]
    passed: Shares

    def say(self, tongues: Tongues) -> Steps:
        """Say what they believe, leaving out what they were answered; (receiver's roles, edges)."""
        # A copy in any case: of one edge the transposed beliefs are contiguous as they are, and may be read-only.
        cavity = np.array(self.beliefs.T, order="C")
        weight = _weight(self.degrees, self.passed, tongues)
        np.subtract(cavity[:-1], np.ascontiguousarray(self.answers.T).astype(np.float32) * weight, out=cavity[:-1])
        return tongues.payers.say(cavity)


def passing(own: Beliefs, beliefs: Beliefs, share: Shares) -> Beliefs:
    """Give what subjects believe by themselves and by as much of what they heard as is passed on.

    Args:
        own: (edges, roles + anybody) before anybody spoke.
        beliefs: (edges, roles + anybody) with all they heard.
        share: (edges,) 255ths of what they heard.
    """
    part = (share.astype(np.float32) / np.float32(WHOLE))[:, None]
    return np.asarray(beliefs * part + own * (1 - part))


def _weight(degrees: npt.NDArray[np.int64], passed: Shares, tongues: Tongues) -> npt.NDArray[np.float32]:
    """Nats that one step of a word counts in what is passed on."""
    damped = (damping(degrees, tongues.crowd) * tongues.step).astype(np.float32)
    return np.asarray(damped * (passed.astype(np.float32) / np.float32(WHOLE)))


def sums(said: npt.NDArray[np.integer | np.bool_], degrees: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Add up words, (roles, edges), by subject, (subjects, roles); `degrees` edges each, at least one."""
    # Sums of 32 bits may run over on the way; their differences do not, up to 65,536 words of 16 bits.
    small = degrees.max(initial=0) <= 1 << 16
    running = np.cumsum(said, axis=1, dtype=np.int32 if small else np.int64)
    ends = np.cumsum(degrees) - 1
    total = running[:, ends]
    np.subtract(total[:, 1:], running[:, ends[:-1]], out=total[:, 1:])
    return total.T.astype(np.int64)


@dataclass(frozen=True, slots=True)
class Answered:
    """What receivers say back.

    Attributes:
        answers: (edges, roles) in steps; what was answered before where it stays.
        moved: (edges,) whether the answer is another than before.
        change: the largest difference between an answer that was due and the one before, where it moved, nats.
    """

    answers: Answers
    moved: npt.NDArray[np.bool_]
    change: float


def answer(  # noqa: PLR0917 -- both ends of some edges
    callers: Callers,
    said: Steps,
    receivers: tuple[Beliefs, Beliefs],
    degrees: npt.NDArray[np.int64],
    receiver_degrees: npt.NDArray[np.int64],
    passed: Shares,
    *,
    tongues: Tongues,
    halfway: bool,
) -> Answered:
    """Let receivers answer, leaving out of each answer what that payer said.

    Args:
        callers: the payers' ends of some edges, those of one receiver together.
        said: what they said, (receiver's roles, edges).
        receivers: (receivers, roles + anybody) what they believe by themselves, and with all they heard.
        degrees: (receivers,) how many of these edges each has.
        receiver_degrees: (receivers,) how many payers each has in all.
        passed: (edges,) share of what receivers heard from others that they pass on along each edge, in 255ths.
        tongues: how both sides speak.
        halfway: move answers only half of the way, so that what swings to and fro comes to rest.
    """
    own, beliefs = receivers
    cavity = np.repeat(np.ascontiguousarray(beliefs.T), degrees, axis=1)
    less = np.flatnonzero(passed < WHOLE)
    if len(less):
        whose = np.repeat(np.arange(len(beliefs)), degrees)[less]
        cavity[:, less] = passing(own[whose], beliefs[whose], passed[less]).T
    cavity[:-1] -= said.astype(np.float32) * _weight(np.repeat(receiver_degrees, degrees), passed, tongues)
    due = tongues.receivers.say(cavity)
    before = np.ascontiguousarray(callers.answers.T).astype(np.int32)
    difference = np.abs(due - before).max(axis=0, initial=0)
    # A payer of n receivers hears the sum of n words, damped by n to the power of crowd: each may be off by so much.
    share = damping(callers.degrees, 1 - tongues.crowd)
    moved = difference > TOLERANCE / tongues.step * share
    if halfway:
        # Rounded away from the old answer, so that half of a step is a whole one and the way ends.
        due = before + np.sign(due - before) * ((np.abs(due - before) + 1) // 2)
    answers = np.where(moved, due, before).T.astype(np.int16)
    return Answered(answers, moved, float(difference[moved].max(initial=0)) * tongues.step)


def receivers_believe(
    own: Beliefs, total: npt.NDArray[np.int64], degrees: npt.NDArray[np.int64], tongues: Tongues
) -> tuple[Beliefs, Beliefs]:
    """Give what receivers heard in all, in nats, and what they now believe."""
    nats = heard(total, degrees, tongues.crowd, tongues.step)
    return nats, believe(own, nats)
