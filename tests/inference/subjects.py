"""Payers and receivers made up for the laws of the network, and who pays whom among them."""

from __future__ import annotations

import numpy as np
from invented import explanation

from tanglaw.inference.explanations import Scored
from tanglaw.inference.graph import Graph
from tanglaw.inference.network import Settled, pass_evidence
from tanglaw.inference.relation_table import library_table

PAYERS = ("livestream_purchase", "extortion_victim", "family_support", "romance_fraud_victim", "unheard_of")
RECEIVERS = ("facilitation", "extortion_collection", "family_receiver", "hub")
TABLE = library_table()
BOUND = (TABLE.most - TABLE.least) * (1 + TABLE.silence)
"""Nats that one word may weigh: the best lift against the worst, and what is taken off for being usual."""

Pairs = list[tuple[int, int]]


def side(names: tuple[str, ...], support: np.ndarray) -> Scored:
    """Subjects with this support, "anybody" in the last column."""
    patterns = tuple(explanation(name, {}) for name in names)
    support = np.asarray(support, dtype=np.float64)
    nothing = np.zeros((len(support), len(names)))
    return Scored(
        patterns, np.zeros(len(names)), nothing, nothing, support[:, :-1], support[:, -1], np.ones(len(names))
    )


def drawn(names: tuple[str, ...], count: int, seed: int = 0, spread: float = 4.0) -> Scored:
    """Subjects with any support."""
    return side(names, np.random.default_rng(seed).normal(0, spread, (count, len(names) + 1)))


def ordinary(names: tuple[str, ...], count: int, seed: int = 0) -> Scored:
    """Subjects who look ordinary, each in its way: anybody first, then family, crime far behind."""
    expected = [
        -9.0 if name in {"livestream_purchase", "extortion_victim", "facilitation", "extortion_collection"} else -2.0
        for name in names
    ]
    return side(names, np.array([*expected, 0.0]) + np.random.default_rng(seed).normal(0, 1.0, (count, len(names) + 1)))


def ends(pairs: Pairs | np.ndarray) -> np.ndarray:
    return np.asarray(pairs, dtype=np.int64).reshape(-1, 2)


def graph(payers: Scored, receivers: Scored, pairs: Pairs | np.ndarray) -> Graph:
    both = ends(pairs)
    return Graph.of(both[:, 0], both[:, 1], len(payers.support), len(receivers.support))


def passed(payers: Scored, receivers: Scored, pairs: Pairs | np.ndarray) -> Settled:
    return pass_evidence(payers, receivers, graph(payers, receivers, pairs))


def some_pairs(payers: int, receivers: int, count: int, seed: int) -> np.ndarray:
    """Different pairs; the first subjects of both sides have more of them."""
    rng = np.random.default_rng(seed)
    drawn_pairs = np.stack([rng.random(count) ** 2 * payers, rng.random(count) ** 2 * receivers], axis=1).astype(
        np.int64
    )
    return np.unique(drawn_pairs, axis=0)
