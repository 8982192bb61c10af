"""What one end of an edge tells the other: words, in fixed point so that their sums are exact in any order.

A word is, for each role that the hearer may have, the log of how much likelier the speaker's roles make it than they
make "anybody" (:mod:`tanglaw.inference.relations`). Words are whole numbers of steps. A sum of whole numbers is the
same whatever the order, the parts or the machine it is made on, so that results do not depend on how edges lie, on how
many workers there are or on which engine ran.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from tanglaw.inference.relations import Relations

_STEPS: Final = 32_767
"""The largest word, in steps: a word fits 16 bits."""

Beliefs = npt.NDArray[np.float32]
Steps = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Tongue:
    """How the roles of one side speak to the roles of the other.

    The table of relations has few different entries: a role says the same to all roles that it does not go with. So
    what is said takes some sums and one term a role, not a product of matrices.

    Attributes:
        kinds: kinds of speakers: by kind, the speaker's roles that say the same to all they do not go with.
        quiet: (kinds,) lift of a hearer's role that the speaker does not go with.
        last: (kinds,) lift of a hearer who is anybody.
        goes: for each of the hearer's roles the speaker's roles that go with it, and by how much their lift is above
            `quiet`; ``None`` for a role of which the table says no more than of anybody.
        usual: (hearer's roles, 1) steps of silence: taken off every word, because so much is usual.
        step: nats a step.
    """

    kinds: tuple[tuple[int, ...], ...]
    quiet: tuple[np.float32, ...]
    last: tuple[np.float32, ...]
    goes: tuple[tuple[tuple[int, np.float32], ...] | None, ...]
    usual: Steps
    step: float

    @classmethod
    def of(
        cls,
        lift: npt.NDArray[np.float64],
        quiet: npt.NDArray[np.float64],
        met: npt.NDArray[np.float64],
        silence: float,
        bound: float,
    ) -> Tongue:
        """Find the few different entries of a table.

        Args:
            lift: (speaker's roles + anybody, hearer's roles + anybody).
            quiet: (speaker's roles + anybody,) lift towards a role that it does not go with.
            met: (speaker's roles + anybody,) how often each is met, over all edges, before anybody speaks; sums to 1.
            silence: share of the word of whoever is met on average that is taken off every word.
            bound: nats that no word exceeds.
        """
        pairs = np.stack([quiet, lift[:, -1]], axis=1)
        different, kind = np.unique(pairs, axis=0, return_inverse=True)
        goes: list[tuple[tuple[int, np.float32], ...] | None] = []
        for column in lift[:, :-1].T:
            if (column == lift[:, -1]).all():
                goes.append(None)
            else:
                more = np.flatnonzero(column != quiet).tolist()
                goes.append(tuple((at, np.float32(column[at] - quiet[at])) for at in more))
        said = met @ lift
        step = bound / _STEPS
        return cls(
            tuple(tuple(np.flatnonzero(kind.ravel() == at).tolist()) for at in range(len(different))),
            tuple(np.float32(value) for value in different[:, 0]),
            tuple(np.float32(value) for value in different[:, 1]),
            tuple(goes),
            np.rint(silence * np.log(said[:-1] / said[-1]) / step).astype(np.int32)[:, None],
            step,
        )

    def say(self, beliefs: Beliefs) -> Steps:
        """Put beliefs into words.

        Args:
            beliefs: (speaker's roles + anybody, edges) logs of odds, none far above 0; overwritten.

        Returns:
            (hearer's roles, edges) words, in steps.
        """
        odds = np.exp(beliefs, out=beliefs)
        sums = []
        for kind in self.kinds:
            total = odds[kind[0]].copy()
            for role in kind[1:]:
                total += odds[role]
            sums.append(total)
        quiet, last = _weighed(self.quiet, sums), _weighed(self.last, sums)
        quiet /= last
        said = np.empty((len(self.goes), beliefs.shape[1]), dtype=np.float32)
        for at, more in enumerate(self.goes):
            word = said[at]
            if more is None:
                word[:] = 1.0
                continue
            word[:] = 0.0
            for role, lift in more:
                np.add(word, odds[role] * lift, out=word)
            np.divide(word, last, out=word)
            np.add(word, quiet, out=word)
        np.log(said, out=said)
        said *= np.float32(1 / self.step)
        return np.asarray(np.rint(said, out=said).astype(np.int32) - self.usual)


def _weighed(weights: tuple[np.float32, ...], sums: list[Beliefs]) -> Beliefs:
    total = sums[0] * weights[0]
    for weight, one in zip(weights[1:], sums[1:], strict=True):
        total += one * weight
    return total


def tongues(
    table: Relations, payers_met: npt.NDArray[np.float64], receivers_met: npt.NDArray[np.float64]
) -> tuple[Tongue, Tongue]:
    """Give what payers say to receivers, and receivers to payers.

    Args:
        table: which roles go together.
        payers_met: (payer's roles + anybody,) how often each stands at an edge; sums to 1.
        receivers_met: (receiver's roles + anybody,) likewise.
    """
    return (
        Tongue.of(table.lift, table.payer_quiet, payers_met, table.silence, table.bound),
        Tongue.of(table.lift.T, table.receiver_quiet, receivers_met, table.silence, table.bound),
    )


def normal(own: npt.NDArray[np.floating]) -> Beliefs:
    """Bring logs of odds to 32 bits, (subjects, roles + anybody), the largest of each subject 0."""
    return np.asarray((own - own.max(axis=1, keepdims=True)).astype(np.float32))


def damping(degrees: npt.NDArray[np.integer], crowd: float) -> npt.NDArray[np.float64]:
    """By how much each word counts for a hearer with so many counterparties."""
    return np.asarray(np.maximum(degrees, 1).astype(np.float64) ** -crowd)


def heard(sums: npt.NDArray[np.integer], degrees: npt.NDArray[np.integer], crowd: float, step: float) -> Beliefs:
    """Turn sums of words into nats: damped by the size of the crowd.

    Args:
        sums: (subjects, roles) steps.
        degrees: (subjects,) counterparties.
        crowd: see :class:`~tanglaw.inference.relations.Relations`.
        step: nats a step.
    """
    return np.asarray((sums * (damping(degrees, crowd) * step)[:, None]).astype(np.float32))


def believe(own: Beliefs, nats: Beliefs) -> Beliefs:
    """Add to one's own evidence what was heard; the largest is 0 again."""
    beliefs = own.copy()
    beliefs[:, :-1] += nats
    beliefs -= beliefs.max(axis=1, keepdims=True)
    return beliefs
