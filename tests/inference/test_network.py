"""What passes between payers and receivers is bounded, echoes nothing, and harms no odd graph."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from subjects import BOUND, PAYERS, RECEIVERS, TABLE, Pairs, drawn, ends, ordinary, passed, side, some_pairs
from sum_product import raised, sum_product

from tanglaw.common import room
from tanglaw.inference import rounds
from tanglaw.inference.exchange import TOLERANCE
from tanglaw.inference.explanations import Scored
from tanglaw.inference.graph import Graph
from tanglaw.inference.network import Settled, pass_evidence
from tanglaw.inference.relations import relations

SEEDS = st.integers(0, 10_000)


def said(speaker: Scored, lift: np.ndarray) -> np.ndarray:
    """What one subject alone says to the other side, relative to anybody: worked out by hand.

    Nobody else is there, so that what it says is also what is usual, and half of it is taken off.
    """
    own = np.append(speaker.support[0], speaker.anybody[0]) * TABLE.firm
    odds = np.exp(own + raised(speaker, relations(PAYERS, RECEIVERS)))
    word = np.log(odds / odds.sum() @ lift)
    return (word[:-1] - word[-1]) * (1 - TABLE.silence)


def bounded(scored: Scored, degree: np.ndarray) -> bool:
    most = BOUND * np.maximum(degree, 1.0) ** (1 - TABLE.crowd)
    return bool((np.abs(scored.network) <= most[:, None] * (1 + 1e-5)).all())


def holds(settled: Settled, pairs: Pairs | np.ndarray) -> bool:
    """Finite, bounded by the number of counterparties, silent for those without any."""
    for scored, at in ((settled.payers, ends(pairs)[:, 0]), (settled.receivers, ends(pairs)[:, 1])):
        degree = np.bincount(at, minlength=len(scored.support))
        finite = np.isfinite(scored.support).all() and np.isfinite(scored.posterior).all()
        if not (finite and bounded(scored, degree) and (scored.network[degree == 0] == 0).all()):
            return False
    return bool(np.isfinite(settled.change))


def near(settled: Settled, right: tuple[np.ndarray, np.ndarray]) -> None:
    assert settled.settled
    for found, expected in zip((settled.payers, settled.receivers), right, strict=True):
        assert found.network == pytest.approx(expected, abs=0.1)
        assert np.median(np.abs(found.network - expected)) < TOLERANCE


@settings(deadline=None, max_examples=25)
@given(SEEDS)
def test_without_loops_it_equals_the_formula(seed):
    """On a tree there is one point to settle at, however strong the evidence."""
    payers, receivers = drawn(PAYERS, 25, seed, 3.0), drawn(RECEIVERS, 25, seed + 1, 3.0)
    rng = np.random.default_rng(seed)
    pairs = [(0, 0)]
    for new in range(1, 25):
        pairs += [(new, int(rng.integers(new))), (int(rng.integers(new + 1)), new)]
    near(passed(payers, receivers, pairs), sum_product(payers, receivers, ends(pairs)))


@pytest.mark.parametrize("seed", range(8))
def test_with_loops_it_equals_the_formula_where_most_are_nobody_in_particular(seed):
    """As payments are: any named role is rare. Else words can settle round a loop at more points than one."""
    payers, receivers = rare(drawn(PAYERS, 40, seed, 1.0)), rare(drawn(RECEIVERS, 30, seed + 1, 1.0))
    pairs = some_pairs(40, 30, 60, seed)
    near(passed(payers, receivers, pairs), sum_product(payers, receivers, ends(pairs)))


def rare(scored: Scored) -> Scored:
    return replace(scored, support=scored.support - 4.0)


@pytest.mark.parametrize("bundle", [1, 7, 65_536])
def test_how_edges_are_bundled_changes_no_bit(bundle, monkeypatch):
    payers, receivers = drawn(PAYERS, 200, 1), drawn(RECEIVERS, 150, 2)
    pairs = some_pairs(200, 150, 600, 3)
    right = passed(payers, receivers, pairs)
    monkeypatch.setattr(rounds, "BUNDLE", bundle)
    settled = passed(payers, receivers, pairs)
    assert np.array_equal(settled.payers.support, right.payers.support)
    assert np.array_equal(settled.receivers.support, right.receivers.support)
    assert settled.change == right.change


def test_where_arrays_lie_changes_no_bit(tmp_path, monkeypatch):
    payers, receivers = drawn(PAYERS, 200, 1), drawn(RECEIVERS, 150, 2)
    pairs = ends(some_pairs(200, 150, 600, 3))
    held = passed(payers, receivers, pairs)
    monkeypatch.setattr(room, "_WORTH_A_FILE", 0)
    here = room.Room(tmp_path)
    graph = Graph.of(pairs[:, 0], pairs[:, 1], 200, 150, here)
    mapped = pass_evidence(
        replace(payers, room=here), replace(receivers, room=here), graph, partial(rounds.converse, room=here)
    )
    for one, other in ((mapped.payers, held.payers), (mapped.receivers, held.receivers)):
        assert np.array_equal(one.support, other.support)
        assert np.array_equal(one.heard, other.heard)
        assert np.array_equal(one.log_odds(0), other.log_odds(0))


@settings(deadline=None, max_examples=30)
@given(SEEDS)
def test_the_order_of_edges_and_of_subjects_changes_no_bit(seed):
    payers, receivers = drawn(PAYERS, 30, seed), drawn(RECEIVERS, 20, seed + 1)
    pairs = some_pairs(30, 20, 70, seed)
    rng = np.random.default_rng(seed)
    new_payer, new_receiver = rng.permutation(30), rng.permutation(20)
    moved = rng.permutation(
        np.stack([np.argsort(new_payer)[pairs[:, 0]], np.argsort(new_receiver)[pairs[:, 1]]], axis=1)
    )
    settled = passed(payers, receivers, pairs)
    again = passed(payers.rows(new_payer), receivers.rows(new_receiver), moved)
    assert np.array_equal(again.payers.network, settled.payers.network[new_payer])
    assert np.array_equal(again.receivers.network, settled.receivers.network[new_receiver])


@given(SEEDS)
def test_between_two_alone_evidence_does_not_echo(seed):
    """What each hears is the other's own evidence, as if it had never spoken itself."""
    payers, receivers = drawn(PAYERS, 1, seed), drawn(RECEIVERS, 1, seed + 1)
    lift = relations(PAYERS, RECEIVERS).lift
    settled = passed(payers, receivers, [(0, 0)])
    assert settled.receivers.network[0] == pytest.approx(said(payers, lift), abs=2e-3)
    assert settled.payers.network[0] == pytest.approx(said(receivers, lift.T), abs=2e-3)


@given(SEEDS, st.floats(-8, 8))
def test_what_one_says_of_itself_never_comes_back_to_it(seed, more):
    receivers = drawn(RECEIVERS, 1, seed)
    quiet = drawn(PAYERS, 1, seed + 1)
    loud = side(PAYERS, np.column_stack([quiet.support, quiet.anybody]) + np.eye(1, len(PAYERS) + 1) * more)
    heard = [passed(payers, receivers, [(0, 0)]).payers.network for payers in (quiet, loud)]
    assert heard[0] == pytest.approx(heard[1], abs=3e-4)


@given(SEEDS)
def test_support_is_own_evidence_plus_network(seed):
    payers, receivers = drawn(PAYERS, 6, seed), drawn(RECEIVERS, 5, seed)
    pairs = some_pairs(6, 5, 9, seed)
    settled = passed(payers, receivers, pairs)
    assert settled.payers.support == pytest.approx(payers.support + settled.payers.network, abs=1e-12)
    assert settled.payers.alone().support == pytest.approx(payers.support, abs=1e-12)
    assert np.array_equal(settled.receivers.anybody, receivers.anybody)
    assert holds(settled, pairs)


@settings(deadline=None, max_examples=30)
@given(SEEDS, st.floats(0, 60))
def test_no_graph_and_no_certainty_breaks_the_bounds(seed, spread):
    payers, receivers = drawn(PAYERS, 25, seed, spread), drawn(RECEIVERS, 25, seed + 1, spread)
    pairs = some_pairs(25, 25, 120, seed)
    assert holds(passed(payers, receivers, pairs), pairs)


@settings(deadline=None, max_examples=40)
@given(SEEDS, st.integers(0, 11))
def test_one_more_ordinary_counterparty_moves_nobody_beyond_the_tables_bound(seed, who):
    """The new word weighs BOUND / (n + 1) ** crowd at most, and the old ones lose a little weight."""
    payers, receivers = drawn(PAYERS, 12, seed), ordinary(RECEIVERS, 9, seed)
    pairs = [(at, at % 8) for at in range(12)]
    before, after = (passed(payers, receivers, some).payers for some in (pairs, [*pairs, (who, 8)]))
    moved = np.abs(after.support[who] - before.support[who]).max()
    weight = 2**-TABLE.crowd
    assert moved <= BOUND * (weight + (1 - weight)) + 3 * TOLERANCE


@settings(deadline=None, max_examples=20)
@given(SEEDS, st.integers(2, 40))
def test_a_clique_of_ordinary_subjects_does_not_rise(seed, size):
    """Everybody pays everybody: no pattern becomes more probable than it was for the most suspect of them."""
    payers, receivers = ordinary(PAYERS, size, seed), ordinary(RECEIVERS, size, seed + 1)
    everybody = [(a, b) for a in range(size) for b in range(size)]
    settled = passed(payers, receivers, everybody)
    for before, after, crimes in ((payers, settled.payers, 2), (receivers, settled.receivers, 2)):
        assert after.posterior[:, :crimes].max() <= before.posterior[:, :crimes].max() + 1e-3
    assert settled.settled


@pytest.mark.parametrize("size", [4, 6, 8])
def test_a_small_closed_circle_among_many_others_stays_under_one_in_a_hundred(size):
    """Patterns are raised for all alike because nobody stands out; a circle must not take that for evidence."""
    random = np.random.default_rng(size)
    payers, receivers = ordinary(PAYERS, 1_500, size), ordinary(RECEIVERS, 1_500, size + 1)
    circle = [(a, b) for a in range(size) for b in range(size)]
    others = {(at, int(to)) for at in range(size, 1_500) for to in random.integers(size, 1_500, 2)}
    settled = passed(payers, receivers, [*circle, *sorted(others)])
    for after in (settled.payers, settled.receivers):
        assert after.posterior[:size, :2].max() < 0.01


def test_a_ring_of_sellers_does_not_talk_itself_into_certainty():
    """Each is a little likelier a family receiver than anybody; together they cannot become sure beyond the bound."""
    payers, receivers = ordinary(PAYERS, 60), ordinary(RECEIVERS, 60)
    pairs = [(at, (at + step) % 60) for at in range(60) for step in range(6)]
    settled = passed(payers, receivers, pairs)
    assert (np.abs(settled.payers.network) <= BOUND * 6**0.5).all()
    assert settled.payers.posterior[:, :2].max() <= payers.posterior[:, :2].max() + 1e-3


def test_a_circle_of_neighbours_does_not_take_itself_for_minors_and_their_buyers():
    """Small sums to and fro: each looks a little like it (one in four hundred), all pay five of the others."""
    size = 24
    payers = side(("minor_purchase",), np.tile([-6.0, 0.0], (size, 1)))
    receivers = side(("minor_recipient",), np.tile([-6.0, 0.0], (size, 1)))
    pairs = [(at, (at + step) % size) for at in range(size) for step in range(1, 6)]
    settled = passed(payers, receivers, pairs)
    assert max(settled.payers.posterior[:, 0].max(), settled.receivers.posterior[:, 0].max()) < 0.02


def test_a_hub_cannot_shout():
    """What a receiver of many tells each payer stays one word, however many tell it the same."""
    words = []
    for size in (10, 1_000, 100_000):
        suspects = side(PAYERS, np.tile([3.0, -3, -3, -3, -3, 0], (size, 1)))
        settled = passed(suspects, ordinary(RECEIVERS, 1), [(at, 0) for at in range(size)])
        words.append(np.abs(settled.payers.network).max())
    assert max(words) <= BOUND * (1 + 1e-5)


@settings(deadline=None, max_examples=20)
@given(SEEDS)
def test_what_people_dismissed_no_counterparty_brings_back(seed):
    """However many payers point at a receiver: a person has looked, and she says nothing of it to them either."""
    payers = side(PAYERS, np.tile([6.0, -3, -3, -3, -3, 0], (20, 1)))
    receivers = drawn(RECEIVERS, 1, seed)
    known = np.zeros((1, len(RECEIVERS)))
    known[0, 0] = -12.0
    dismissed = replace(receivers, known=known, support=receivers.support + known)
    pairs = [(at, 0) for at in range(20)]
    settled = passed(payers, dismissed, pairs)
    assert settled.receivers.support[0, 0] <= dismissed.support[0, 0]
    assert (settled.payers.support[:, 0] < passed(payers, receivers, pairs).payers.support[:, 0]).all()


def test_nobody_pays_anybody():
    settled = passed(drawn(PAYERS, 3), drawn(RECEIVERS, 2), [])
    assert holds(settled, [])
    assert (settled.change, settled.settled, settled.rounds) == (0, True, 0)


def test_nobody_is_there():
    settled = passed(drawn(PAYERS, 0), drawn(RECEIVERS, 0), [])
    assert settled.payers.support.shape == (0, len(PAYERS))


def test_somebody_who_pays_themselves():
    assert holds(passed(drawn(PAYERS, 1), drawn(RECEIVERS, 1), [(0, 0)]), [(0, 0)])


@pytest.mark.parametrize("size", [2, 3, 50])
def test_money_that_goes_in_a_loop(size):
    loop = [(at, to % size) for at in range(size) for to in (at, at + 1)]
    assert holds(passed(drawn(PAYERS, size, spread=12), drawn(RECEIVERS, size, 1, spread=12), loop), loop)


def test_a_receiver_of_a_hundred_thousand_payers():
    pairs = [(at, 0) for at in range(100_000)]
    settled = passed(drawn(PAYERS, 100_000), drawn(RECEIVERS, 1), pairs)
    assert holds(settled, pairs)
    assert (np.abs(settled.payers.network) <= BOUND * (1 + 1e-5)).all()


def test_a_payer_of_twenty_thousand_receivers():
    pairs = [(0, at) for at in range(20_000)]
    settled = passed(drawn(PAYERS, 1), drawn(RECEIVERS, 20_000), pairs)
    assert holds(settled, pairs)
    assert (np.abs(settled.receivers.network) <= BOUND * (1 + 1e-5)).all()


def test_a_subject_that_is_heard_in_parts_hears_the_same(monkeypatch):
    """A receiver with more edges than are looked at in one go, and a payer likewise."""
    payers, receivers = drawn(PAYERS, 80, 4), drawn(RECEIVERS, 80, 5)
    pairs = [(at, 0) for at in range(80)] + [(0, at) for at in range(1, 80)]
    monkeypatch.setattr(rounds, "BUNDLE", 16)
    settled = passed(payers, receivers, pairs)
    right = sum_product(payers, receivers, ends(pairs))
    assert settled.payers.network == pytest.approx(right[0], abs=0.05)
    assert settled.receivers.network == pytest.approx(right[1], abs=0.05)


def test_certainty_does_not_break_the_sum():
    sure = np.array([[800.0, -800, 0, 0, 0, 0]])
    assert holds(passed(side(PAYERS, sure), side(RECEIVERS, sure[:, :5]), [(0, 0)]), [(0, 0)])


def test_what_swings_is_brought_to_rest_or_said_not_to_be(monkeypatch):
    """Whatever becomes of a graph, the run knows whether anybody still had something to say."""
    payers, receivers = drawn(PAYERS, 40, 8, 10.0), drawn(RECEIVERS, 40, 9, 10.0)
    pairs = some_pairs(40, 40, 300, 8)
    assert passed(payers, receivers, pairs).settled
    monkeypatch.setattr(rounds, "MOST_ROUNDS", 2)
    stopped = passed(payers, receivers, pairs)
    assert not stopped.settled
    assert stopped.rounds == 2
    assert stopped.change > TOLERANCE
