"""Who shares nearly all counterparties tells the same once: couples do not echo, rings are heard."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import explanation
from subjects import PAYERS, RECEIVERS, graph, passed, side, some_pairs
from sum_product import passed_on

from tanglaw.inference import echoes
from tanglaw.inference.echoes import FEW, WHOLE
from tanglaw.inference.graph import Graph
from tanglaw.inference.network import pass_evidence


def shares(
    pairs: list[tuple[int, int]] | np.ndarray,
) -> tuple[dict[tuple[int, int], float], dict[tuple[int, int], float]]:
    """By pair: what the receiver passes on to the payer, and the payer to the receiver."""
    both = np.array(pairs)
    graph = Graph.of(both[:, 0], both[:, 1], both[:, 0].max() + 1, both[:, 1].max() + 1)
    receiver = np.repeat(np.arange(graph.receivers), np.diff(graph.of_receiver))
    keys = list(zip(graph.payer.tolist(), receiver.tolist(), strict=True))
    return (
        dict(zip(keys, (graph.to_payer / WHOLE).tolist(), strict=True)),
        dict(zip(keys, (graph.to_receiver / WHOLE).tolist(), strict=True)),
    )


@settings(deadline=None, max_examples=50)
@given(st.integers(0, 10_000), st.integers(1, 80))
def test_it_is_what_the_formula_says(seed, count):
    pairs = some_pairs(12, 10, count, seed)
    to_payer, to_receiver = shares(pairs)
    assert [to_payer[a, b] for a, b in pairs.tolist()] == pytest.approx(passed_on(pairs), abs=0.5 / WHOLE + 1e-5)
    right = passed_on(pairs[:, ::-1])
    assert [to_receiver[a, b] for a, b in pairs.tolist()] == pytest.approx(right, abs=0.5 / WHOLE + 1e-5)


def test_how_edges_are_bundled_changes_nothing(monkeypatch):
    pairs = some_pairs(60, 40, 300, 5)
    whole = shares(pairs)
    monkeypatch.setattr(echoes, "BUNDLE", 3)
    assert shares(pairs) == whole


def test_a_couple_with_five_cousins_hears_a_twenty_fifth_and_one_shared_receiver_passes_all_on():
    to_payer, to_receiver = shares([(who, cousin) for who in (0, 1) for cousin in range(5)])
    assert set(to_payer.values()) == {round(WHOLE / 25) / WHOLE}
    assert set(to_receiver.values()) == {round(WHOLE / 4) / WHOLE}, "two whom the same two people pay"
    assert set(shares([(0, 0), (1, 0)])[0].values()) == {1.0}
    assert set(shares([(0, 0), (0, 1), (1, 1), (1, 2), (2, 2), (2, 0)])[0].values()) == {1.0}, "a ring of three"


def test_who_is_paid_by_many_passes_all_on():
    many = [(at, 0) for at in range(FEW + 1)] + [(at, 1) for at in range(FEW + 1)]
    assert set(shares(many)[0].values()) == {1.0}


def couple(*, echo: bool) -> tuple[float, float]:
    """The highest of a doubtful couple and of the five cousins whom nobody else pays, beside 2,000 other pairs."""
    payers = side(PAYERS, np.tile([-7.5, -12, -2, -12, -3, 0], (2_002, 1)))
    receivers = side(RECEIVERS, np.tile([-7.5, -12, -2, -3, 0], (2_005, 1)))
    payers.support[:2, 0], receivers.support[:5, 0] = -5.0, -6.5
    rare = explanation("livestream_purchase", {}, prior=0.0015)
    payers = replace(payers, patterns=(rare, *payers.patterns[1:]))
    receivers = replace(receivers, patterns=(replace(rare, id="facilitation"), *receivers.patterns[1:]))
    pairs = [(who, cousin) for who in (0, 1) for cousin in range(5)] + [(at + 2, at + 5) for at in range(2_000)]
    between = graph(payers, receivers, pairs)
    if echo:
        whole = np.full(len(between), WHOLE, np.uint8)
        between = replace(between, to_payer=whole, to_receiver=whole)
    settled = pass_evidence(payers, receivers, between)
    return float(settled.payers.posterior[:, 0].max()), float(settled.receivers.posterior[:, 0].max())


def test_a_doubtful_couple_with_cousins_whom_nobody_else_pays_does_not_convince_itself():
    """Each of the couple stands out a little, and so do their cousins; as one voice they stay doubtful."""
    assert min(couple(echo=True)) > 0.6
    assert max(couple(echo=False)) < 0.3


def test_a_couple_of_whom_one_is_sure_is_heard_by_the_other():
    payers = side(PAYERS, np.array([[6.0, -9, -2, -9, -3, 0], [-3.0, -9, -2, -9, -3, 0]]))
    receivers = side(RECEIVERS, np.tile([-3.0, -9, -2, -3, 0], (2, 1)))
    settled = passed(payers, receivers, [(0, 0), (0, 1), (1, 0), (1, 1)])
    assert settled.payers.posterior[1, 0] > 2 * payers.posterior[1, 0]


def test_one_more_shared_counterparty_never_makes_the_rest_pass_on_more():
    for count in range(1, 7):
        fewer = shares([(who, at) for who in (0, 1) for at in range(count)])[0][0, 0]
        assert shares([(who, at) for who in (0, 1) for at in range(count + 1)])[0][0, 0] <= fewer
