"""Before the first word: there is somebody to hear of, and who is likelier than whom stays as it is."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from subjects import PAYERS, RECEIVERS, drawn, ends, passed, side
from sum_product import raised as by_halving

from tanglaw.inference import network
from tanglaw.inference.explanations import Scored
from tanglaw.inference.outset import met, outset, raised
from tanglaw.inference.relations import relations

TABLE = relations(PAYERS, RECEIVERS)


def low(count: int, seed: int, less: float) -> Scored:
    scored = drawn(PAYERS, count, seed, 2.0)
    return replace(scored, support=scored.support - less)


def sums(own: np.ndarray) -> np.ndarray:
    odds = np.exp(own.astype(np.float64))
    return (odds / odds.sum(axis=1, keepdims=True)).sum(axis=0)


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 10_000), st.floats(0, 30))
def test_every_pattern_adds_up_to_its_share_of_the_prior_and_is_raised_no_further(seed, less):
    scored = low(300, seed, less)
    nats = raised(scored, 1.2, 0.2)
    assert nats[:-1] == pytest.approx(by_halving(scored, replace(TABLE, firm=1.2, begin=0.2))[:-1], abs=2e-3)
    assert (nats >= 0).all()
    assert nats[-1] == 0, "anybody is not raised"
    for at, pattern in enumerate(scored.patterns):  # one at a time: those that are raised make room for each other
        own = np.column_stack([scored.support, scored.anybody]) * 1.2 + nats * np.eye(len(nats))[at]
        total = sums(own - own.max(axis=1, keepdims=True))[at]
        wanted = 0.2 * pattern.prior.share * 300
        assert total >= wanted * 0.998
        assert not nats[at] or total <= wanted * 1.002


def test_an_ordinary_explanation_is_not_raised():
    scored = low(100, 1, 20.0)
    family = tuple(replace(p, kind="ordinary") if p.id == "family_support" else p for p in scored.patterns)
    nats = raised(replace(scored, patterns=family), 1.0, 0.2)
    at = PAYERS.index("family_support")
    assert nats[at] == 0
    assert (np.delete(nats[:-1], at) > 0).all()


def test_who_is_likelier_than_whom_stays_as_it_is():
    scored = low(50, 2, 15.0)
    own = outset(scored, 1.0, 0.2)
    odds = own[:, 0] - own[:, -1]
    before = scored.support[:, 0] - scored.anybody
    assert np.ptp(odds - before) == pytest.approx(0, abs=1e-4)
    assert odds[0] > before[0] + 1


def test_findings_do_not_keep_others_from_being_raised_and_a_dismissed_one_stays_out():
    scored = low(100, 3, 20.0)
    known = np.zeros(scored.support.shape)
    known[0, 0], known[1, 0] = 12.0, -12.0
    told = replace(scored, known=known, support=scored.support + known, unfound=scored)
    own = outset(told, 1.1, 0.2)
    assert np.array_equal(own[2:], outset(scored, 1.1, 0.2)[2:])
    assert own[0, 0] > own[2:, 0].max() - 10
    assert own[1, 0] < -500


def test_nobody_is_raised_where_nobody_is_there_or_where_it_is_not_asked_for():
    assert not raised(drawn(PAYERS, 0), 1.0, 0.2).any()
    assert not raised(low(10, 1, 20.0), 1.0, 0.0).any()
    assert met(np.zeros((0, 3), np.float32), np.zeros(0, np.int64)).sum() == pytest.approx(1)


def test_who_is_met_is_counted_by_edges():
    own = np.log(np.array([[0.9, 0.1], [0.2, 0.8]], dtype=np.float32))
    assert met(own, np.array([3, 1])) == pytest.approx([(3 * 0.9 + 0.2) / 4, (3 * 0.1 + 0.8) / 4])
    assert met(own, np.array([0, 0])) == pytest.approx([0.55, 0.45])


def ring(monkeypatch: pytest.MonkeyPatch, **changed: float) -> tuple[np.ndarray, np.ndarray]:
    """Six payers, who stand out a little, pay four receivers who do likewise, among 2,000 pairs that do not."""
    monkeypatch.setattr(network, "relations", lambda *roles: replace(relations(*roles), **changed))
    payers = side(PAYERS, np.tile([-12.0, -12, -2, -9, -3, 0], (2_006, 1)))
    receivers = side(RECEIVERS, np.tile([-12.0, -12, -2, -3, 0], (2_004, 1)))
    payers.support[:6, 0] = receivers.support[:4, 0] = -5.5
    pairs = [(at, (at + step) % 4) for at in range(6) for step in range(3)]
    pairs += [(at, at - 2) for at in range(6, 2_006)]
    settled = passed(payers, receivers, ends(pairs))
    return settled.payers.posterior[:, 0], settled.receivers.posterior[:, 0]


def test_a_ring_that_nobody_would_have_heard_of_is_heard(monkeypatch):
    payers, receivers = ring(monkeypatch)
    silent, unheard = ring(monkeypatch, begin=0.0)
    assert silent[:6].max() < 0.1
    assert unheard[:4].max() < 0.1
    assert payers[:6].min() > 0.5
    assert receivers[:4].min() > 0.5
    assert payers[6:].max() < 0.01, "nobody else rises"
    assert receivers[4:].max() < 0.01


def test_of_whom_nothing_is_known_speaks_less_against_a_payer_as_it_is_usual(monkeypatch):
    def against(silence: float) -> float:
        monkeypatch.setattr(network, "relations", lambda *roles: replace(relations(*roles), silence=silence, begin=0.0))
        payers, receivers = side(PAYERS, np.zeros((50, 6))), side(RECEIVERS, np.tile([-9.0, -9, 3, 0, 0], (50, 1)))
        return float(passed(payers, receivers, ends([(at, at) for at in range(50)])).payers.network[0, 0])

    assert against(0.0) < -0.3
    assert against(0.5) == pytest.approx(against(0.0) / 2, abs=2e-3)
