"""Where subjects stand before the first word: patterns raised until there is somebody to hear of.

The evidence of a pattern is held to the law of likelihood ratios, and ordinary explanations compete with it. So before
anybody speaks the posteriors of facilitation, say, may add up to one subject where the prior expects twenty: nobody
hears of a facilitator, because nobody is believed to be one, and the network does not begin. So for as long as words
pass, each pattern is raised by the same nats for everybody, until its posteriors add up to a given share of what the
prior expects. Who is likelier than whom by their own evidence stays as it is, and what a subject looks like itself
stands in its score as it was: only what counterparties say follows from it. What people found out about some does not
count in it, so that a finding moves nobody who has nothing to do with whom it is about.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from tanglaw.inference.explanations import Scored, in_chunks
from tanglaw.inference.words import Beliefs, normal

_OUT: Final = 1_000.0
"""Nats that put a role out of the conversation: people have dismissed it, and no counterparty's word outweighs that."""

_STEP: Final = 1 / 1_024
"""Nats are raised by whole steps: the order of subjects, in which sums differ by less, changes nothing."""

_ENOUGH: Final = 1e-7
_TURNS: Final = 50
_PART: Final = 1 << 16

Nats = npt.NDArray[np.float64]


def outset(scored: Scored, firm: float, begin: float) -> Beliefs:
    """Give what subjects believe before anybody speaks.

    Args:
        scored: on their own evidence, with findings.
        firm: times that prior and own evidence count.
        begin: share of a pattern's prior that its subjects add up to at least.

    Returns:
        (subjects, roles + anybody) logs of odds, the largest 0.
    """
    nats = raised(scored.unfound or scored, firm, begin)
    own = scored.room.zeros((len(scored.support), len(scored.patterns) + 1), np.float32)

    def fill(part: slice) -> None:
        every = np.column_stack([scored.support[part], scored.anybody[part]])
        every[:, :-1][scored.known[part] < 0] -= _OUT
        own[part] = normal(every * firm + nats)

    in_chunks(len(own), fill)
    return own


def raised(scored: Scored, firm: float, begin: float) -> Nats:
    """Find by how much each pattern is raised, (roles + anybody,) nats; 0 for ordinary explanations."""
    nats = np.zeros(len(scored.patterns) + 1)
    subjects = len(scored.support)
    patterns = [at for at, pattern in enumerate(scored.patterns) if pattern.kind == "pattern"]
    if not subjects or not begin:
        return nats
    shares = scored.room.zeros((len(patterns), subjects), np.float64)

    def fill(part: slice) -> None:
        every = np.column_stack([scored.support[part], scored.anybody[part]]) * firm
        odds = np.exp(every - every.max(axis=1, keepdims=True))
        shares[:, part] = (odds / odds.sum(axis=1, keepdims=True)).T[patterns]

    in_chunks(subjects, fill)
    for at, share in zip(patterns, shares, strict=True):
        nats[at] = _until(share, begin * scored.patterns[at].prior.share * subjects)
    return nats


def _until(shares: Nats, wanted: float) -> float:
    """Find the nats by which odds are raised until probabilities add up to `wanted`; 0 where they do already.

    Newton's steps on the log of the sum, which is concave in the nats: from below each ends below or at it.
    """
    nats = 0.0
    if not shares.any():
        return nats
    for _ in range(_TURNS):
        odds = shares * np.exp(nats)
        now = odds / (1 - shares + odds)
        total = float(now.sum())
        if total >= wanted * (1 - _ENOUGH):
            break
        nats += float(np.log(wanted / total)) * total / max(float((now * (1 - now)).sum()), _ENOUGH * total)
    return float(np.rint(nats / _STEP) * _STEP)


def met(own: Beliefs, degrees: npt.NDArray[np.integer]) -> Nats:
    """Say which roles stand at the edges before anybody speaks, (roles + anybody,); sums to 1.

    Args:
        own: (subjects, roles + anybody) logs of odds.
        degrees: (subjects,) how many edges each has; where nobody has any, each subject counts once.
    """
    total = np.zeros(own.shape[1])
    weights = np.asarray(degrees, dtype=np.float64) if degrees.any() else np.ones(len(own))
    for start in range(0, len(own), _PART):
        odds = np.exp(own[start : start + _PART].astype(np.float64))
        total += weights[start : start + _PART] @ (odds / odds.sum(axis=1, keepdims=True))
    return total / total.sum() if total.any() else np.full(own.shape[1], 1 / own.shape[1])
