"""What passes between payers and receivers is bounded, echoes nothing, and harms no odd graph."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import explanation

from tanglaw.inference.explanations import Scored
from tanglaw.inference.network import Edges, Settled, pass_evidence
from tanglaw.inference.relations import _table, relations

PAYERS = ("livestream_purchase", "extortion_victim", "family_support", "romance_fraud_victim", "unheard_of")
RECEIVERS = ("facilitation", "extortion_collection", "family_receiver", "hub")
BOUND = _table().most - _table().least
"""Nats that one word may weigh: the best lift against the worst."""


def side(names: tuple[str, ...], support: np.ndarray) -> Scored:
    patterns = tuple(explanation(name, {}) for name in names)
    support = np.asarray(support, dtype=np.float64)
    nothing = np.zeros((len(support), len(names)))
    return Scored(
        patterns, np.zeros(len(names)), nothing, nothing, support[:, :-1], support[:, -1], np.ones(len(names))
    )


def drawn(names: tuple[str, ...], count: int, seed: int = 0, spread: float = 4.0) -> Scored:
    return side(names, np.random.default_rng(seed).normal(0, spread, (count, len(names) + 1)))


def passed(payers: Scored, receivers: Scored, *pairs: tuple[int, int]) -> Settled:
    ends = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return pass_evidence(payers, receivers, Edges(ends[:, 0], ends[:, 1]))


def said(speaker: Scored, lift: np.ndarray) -> np.ndarray:
    """What one subject alone says to the other side, relative to anybody: worked out by hand."""
    odds = np.exp(np.append(speaker.support[0], speaker.anybody[0]))
    word = np.log(odds / odds.sum() @ lift)
    return word[:-1] - word[-1]


def bounded(scored: Scored, degree: np.ndarray) -> bool:
    most = BOUND * np.maximum(degree, 1.0) ** (1 - _table().crowd)
    return bool((np.abs(scored.network) <= most[:, None] * (1 + 1e-5)).all())


def holds(settled: Settled, *pairs: tuple[int, int]) -> bool:
    """Finite, bounded by the number of counterparties, silent for those without any."""
    ends = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    for scored, at in ((settled.payers, ends[:, 0]), (settled.receivers, ends[:, 1])):
        degree = np.bincount(at, minlength=len(scored.support))
        finite = np.isfinite(scored.support).all() and np.isfinite(scored.posterior).all()
        if not (finite and bounded(scored, degree) and (scored.network[degree == 0] == 0).all()):
            return False
    return bool(np.isfinite(settled.change))


def test_the_table_of_relations_is_bounded_both_ways():
    lift = relations(PAYERS, RECEIVERS).lift
    assert lift.shape == (len(PAYERS) + 1, len(RECEIVERS) + 1)
    assert (np.log(lift) <= _table().most + 1e-12).all()
    assert (np.log(lift) >= _table().least - 1e-12).all()


def test_roles_that_go_together_lift_each_other_and_no_other():
    lift = relations(PAYERS, RECEIVERS).lift
    assert (lift[:, 0].argmax(), lift[:, 1].argmax(), lift[:, 2].argmax()) == (0, 1, 2)
    assert lift[0, 2] < 1 < lift[0, 0]


def test_a_role_that_nobody_described_is_taken_for_anybody():
    lift = relations(PAYERS, RECEIVERS).lift
    assert lift[PAYERS.index("unheard_of")] == pytest.approx(lift[-1])


@given(st.integers(0, 10_000))
def test_between_two_alone_evidence_does_not_echo(seed):
    """What each hears is the other's own evidence, as if it had never spoken itself."""
    payers, receivers = drawn(PAYERS, 1, seed), drawn(RECEIVERS, 1, seed + 1)
    lift = relations(PAYERS, RECEIVERS).lift
    settled = passed(payers, receivers, (0, 0))
    assert settled.receivers.network[0] == pytest.approx(said(payers, lift), abs=1e-4)
    assert settled.payers.network[0] == pytest.approx(said(receivers, lift.T), abs=1e-4)


@given(st.integers(0, 10_000), st.floats(-8, 8))
def test_what_one_says_of_itself_never_comes_back_to_it(seed, more):
    receivers = drawn(RECEIVERS, 1, seed)
    quiet = drawn(PAYERS, 1, seed + 1)
    loud = side(PAYERS, np.column_stack([quiet.support, quiet.anybody]) + np.eye(1, len(PAYERS) + 1) * more)
    heard = [passed(payers, receivers, (0, 0)).payers.network for payers in (quiet, loud)]
    assert heard[0] == pytest.approx(heard[1], abs=1e-4)


@given(st.integers(0, 10_000))
def test_support_is_own_evidence_plus_network(seed):
    payers, receivers = drawn(PAYERS, 6, seed), drawn(RECEIVERS, 5, seed)
    pairs = [(int(a), int(b)) for a, b in np.random.default_rng(seed).integers(0, 5, (9, 2))]
    settled = passed(payers, receivers, *pairs)
    assert settled.payers.support == pytest.approx(payers.support + settled.payers.network)
    assert settled.receivers.anybody == pytest.approx(receivers.anybody)
    assert holds(settled, *pairs)


def test_nobody_pays_anybody():
    settled = passed(drawn(PAYERS, 3), drawn(RECEIVERS, 2))
    assert holds(settled)
    assert settled.change == 0


def test_nobody_is_there():
    settled = passed(drawn(PAYERS, 0), drawn(RECEIVERS, 0))
    assert settled.payers.support.shape == (0, len(PAYERS))


def test_somebody_who_pays_themselves():
    assert holds(passed(drawn(PAYERS, 1), drawn(RECEIVERS, 1), (0, 0)), (0, 0))


@pytest.mark.parametrize("size", [2, 3, 50])
def test_money_that_goes_in_a_loop(size):
    loop = [(at, to % size) for at in range(size) for to in (at, at + 1)]
    assert holds(passed(drawn(PAYERS, size, spread=12), drawn(RECEIVERS, size, 1, spread=12), *loop), *loop)


def test_a_receiver_of_a_hundred_thousand_payers():
    pairs = [(at, 0) for at in range(100_000)]
    settled = passed(drawn(PAYERS, 100_000), drawn(RECEIVERS, 1), *pairs)
    assert holds(settled, *pairs)
    assert (np.abs(settled.payers.network) <= BOUND * (1 + 1e-5)).all()


def test_a_payer_of_twenty_thousand_receivers():
    pairs = [(0, at) for at in range(20_000)]
    settled = passed(drawn(PAYERS, 1), drawn(RECEIVERS, 20_000), *pairs)
    assert holds(settled, *pairs)
    assert (np.abs(settled.receivers.network) <= BOUND * (1 + 1e-5)).all()


def test_certainty_does_not_break_the_sum():
    sure = np.array([[800.0, -800, 0, 0, 0, 0]])
    assert holds(passed(side(PAYERS, sure), side(RECEIVERS, sure[:, :5]), (0, 0)), (0, 0))
