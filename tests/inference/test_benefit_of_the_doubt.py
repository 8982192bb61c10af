"""Nobody is put under review whom a victim's story fits better, and a pattern's evidence is believed as its file says."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import explanation, modelled, subjects

from tanglaw.inference.explanations import BENEFIT, CLEARLY, Scored, hold_back, score
from tanglaw.leads.ranking import choose_leads
from tanglaw.patterns.pattern import Pattern, Trust

REVIEWED = explanation("reviewed", {"a": (0.1, 0.2, 0.7)}, prior=0.001)
HARMED = replace(explanation("harmed", {}, kind="ordinary"), harmed=True)
PROTECTED = replace(explanation("protected", {}), protect=True)
ORDINARY = explanation("ordinary", {}, kind="ordinary", prior=0.4)

nats = st.floats(-20, 20)


def scored(patterns: tuple[Pattern, ...], *support: tuple[float, ...]) -> Scored:
    """Subjects with the given support for each explanation; anybody has none above zero."""
    rows = np.array(support, dtype=np.float64).reshape(-1, len(patterns))
    nothing = np.zeros_like(rows)
    return Scored(
        patterns, np.zeros(len(patterns)), nothing, nothing, rows, np.zeros(len(rows)), np.ones(len(patterns))
    )


@given(nats, nats)
def test_who_is_harmed_competes_with_the_benefit_of_the_doubt(review: float, harmed: float) -> None:
    found = scored((REVIEWED, HARMED), (review, harmed))
    others = np.logaddexp(harmed + BENEFIT, 0.0)
    assert found.log_odds(0)[0] == pytest.approx(review - others)


@given(nats, nats)
def test_the_benefit_is_for_no_pattern_that_protects_and_none_that_is_ordinary(own: float, harmed: float) -> None:
    for pattern in (PROTECTED, ORDINARY):
        found = scored((pattern, HARMED), (own, harmed))
        assert found.log_odds(0)[0] == pytest.approx(own - np.logaddexp(harmed, 0.0))
        assert not found.rather_harmed(0).any()


@given(nats, nats)
def test_posteriors_carry_no_benefit_and_add_up_to_one(review: float, harmed: float) -> None:
    found = scored((REVIEWED, HARMED), (review, harmed))
    assert found.posterior.sum() == pytest.approx(1.0)
    assert found.posterior[0, 1] == pytest.approx(1 / (1 + np.exp(review - harmed) + np.exp(-harmed)))


@given(nats, nats)
def test_nobody_is_put_under_review_whom_the_pattern_does_not_fit_clearly_better(review: float, harmed: float) -> None:
    found = scored((REVIEWED, HARMED), (review, harmed))
    spared = bool(found.rather_harmed(0)[0])
    assert spared == (review <= harmed + CLEARLY)
    if spared:
        assert not choose_leads(found, 0, np.ones(1, dtype=np.bool_)).candidates


def test_whom_a_victims_story_fits_nearly_as_well_is_no_lead_and_is_counted() -> None:
    found = scored((REVIEWED, HARMED, ORDINARY), (8.0, 2.0, 0.0), (8.0, 7.9 - CLEARLY + 0.2, 0.0), (-9.0, -9.0, 0.0))
    choice = choose_leads(found, 0, np.ones(len(found.support), dtype=np.bool_))
    assert [candidate.row for candidate in choice.candidates] == [0]
    assert choice.spared == 1
    assert choice.more == 0


def test_an_ordinary_story_that_fits_better_spares_nobody() -> None:
    found = scored((REVIEWED, HARMED, ORDINARY), (8.0, 2.0, 9.0))
    assert [
        candidate.row for candidate in choose_leads(found, 0, np.ones(len(found.support), dtype=np.bool_)).candidates
    ] == [0]


def test_a_pattern_of_less_trust_moves_less_from_its_prior_and_its_sum_stays_exact() -> None:
    half = replace(REVIEWED, id="half", trust=Trust(0.5, "assumed", "invented"))
    model = modelled(subjects(3), explanations=(REVIEWED, half))
    before = score(model)
    held = hold_back(before, model)
    assert held.trust[1] == pytest.approx(held.trust[0] / 2)
    prior = model.prior()
    for at in (0, 1):
        evidence = before.support[:, at] - prior[at] + before.offsets[at]
        assert held.support[:, at] == pytest.approx(prior[at] - held.offsets[at] + held.trust[at] * evidence)
    spread = held.support.max(axis=0) - held.support.min(axis=0)
    assert spread[1] == pytest.approx(spread[0] / 2)
