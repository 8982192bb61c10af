"""The truth answers for people who look at leads: right ones confirmed, wrong ones dismissed as what they are."""

from __future__ import annotations

import polars as pl
from benchmarks.known import LOOKED_AT, Row, first_leads, outcomes, show

from tanglaw.measures import catalogue
from tanglaw.patterns.loading import LIBRARY, load

PATTERNS = load([LIBRARY], catalogue.bands())
KINDS = ("livestream_purchase", "family_support", "extortion_victim", "ordinary")
LEADS = pl.DataFrame(
    {
        "role": ["originator"] * 400,
        "entity_id": [f"P{number}" for number in range(400)],
        "pattern": ["livestream_purchase"] * 380 + ["extortion_victim"] * 20,
        "rank": range(1, 401),
    }
)
TRUTH = LEADS.select("role", subject_id="entity_id", pattern=pl.Series([KINDS[number % 4] for number in range(400)]))


def test_each_lead_looked_at_has_the_outcome_that_the_truth_gives_it():
    known = outcomes(first_leads(LEADS, each=True), TRUTH, PATTERNS, 1_000, seed=0).outcomes
    kinds = dict(TRUTH.select("subject_id", "pattern").iter_rows())
    for _, subject, pattern, outcome, explanation in known.iter_rows():
        kind = kinds[subject]
        assert outcome == ("confirmed" if kind == pattern else "dismissed")
        assert explanation == (None if kind in {pattern, "ordinary"} else kind)


def test_people_look_at_the_first_leads_or_at_the_first_of_each_pattern():
    assert first_leads(LEADS, each=False)["pattern"].unique().to_list() == ["livestream_purchase"]
    counts = dict(first_leads(LEADS, each=True).group_by("pattern").len().iter_rows())
    assert counts == {"livestream_purchase": LOOKED_AT // 2, "extortion_victim": 20}


def test_draws_are_repeatable_and_no_more_than_there_are():
    first = first_leads(LEADS, each=False)
    assert outcomes(first, TRUTH, PATTERNS, 10, 1).outcomes.equals(outcomes(first, TRUTH, PATTERNS, 10, 1).outcomes)
    assert outcomes(first, TRUTH, PATTERNS, 10_000, 1).outcomes.height == LOOKED_AT


def test_rows_are_shown_as_a_table():
    row = Row("w1", "facilitation", 10, 1.5, 40.0, 0.25, 0.3, -0.01, 0.1)
    assert "| w1 | facilitation | 10 | 1.5 | 40 | 0.250 | 0.300 | +0.050 (-0.010 to +0.100) |" in show([row])
