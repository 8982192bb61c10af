"""Ordinary explanations learn what they look like from the data at hand; patterns do not."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.inference.invented import EXPLANATIONS, MEASURES, explanation, subjects

from tanglaw.inference import usual as module
from tanglaw.inference.evidence import Evidence, gather
from tanglaw.inference.explanations import score
from tanglaw.inference.model import AGES, assemble
from tanglaw.inference.usual import FEWEST, LEAST, fitted, usual
from tanglaw.measures.catalogue import MEASURES as MEASURES_OF_ALL
from tanglaw.measures.measure import Measure

SOUGHT = explanation("sought", {"a": (0.1, 0.2, 0.7), "b": (0.1, 0.2, 0.7)})
FAMILY = explanation("family", {"a": (0.8, 0.1, 0.1), "b": (0.05, 0.05, 0.9)}, prior=0.4, kind="ordinary")


def world(seed: int, of_family: int, measures: tuple[Measure, ...] = MEASURES) -> Evidence:
    """Everybody is in band 0 of both, but a family, who are in band 2 of both: the file had them in band 0 of `a`."""
    frame = subjects(seed, 900, absent=0.0)
    family = np.arange(900) < of_family
    high = {name: np.where(family, 2.0, 0.0).astype(np.float32) for name in ("a", "b")}
    return gather(frame.with_columns(**high), measures)


def shares(model, explanation_id: str, measure_id: str) -> np.ndarray:
    row = [pattern.id for pattern in model.patterns].index(explanation_id)
    column = [measure.id for measure in model.evidence.measures].index(measure_id)
    return model.shares[row][column]


@given(st.integers(0, 50))
@settings(max_examples=15)
def test_only_ordinary_explanations_learn_and_nobody_counts_more_than_once(seed):
    model = assemble(gather(subjects(seed), MEASURES), EXPLANATIONS)
    counts = usual(model)
    assert counts.keys() <= {"ordinary"}
    for column, measure in enumerate(MEASURES):
        known = (model.evidence.codes[:, column] < len(measure.bands)).sum()
        assert all(of[measure.id].sum() <= known for of in counts.values())
    after = fitted(model.evidence, EXPLANATIONS)
    for one in ("sought", "partly"):
        row = [pattern.id for pattern in EXPLANATIONS].index(one)
        for before, now in zip(model.shares[row], after.shares[row], strict=True):
            assert (before is None and now is None) or np.array_equal(before, now)


def test_it_counts_the_probabilities_of_those_whom_it_fits():
    model = assemble(gather(subjects(3), MEASURES), EXPLANATIONS)
    at = [pattern.id for pattern in EXPLANATIONS].index("ordinary")
    probable = score(model).posterior[:, at]
    fits = np.flatnonzero(probable >= LEAST)
    assert len(fits) >= FEWEST
    for column, measure in enumerate(MEASURES):
        codes = model.evidence.codes[fits, column]
        by_hand = [probable[fits][codes == band].sum() for band in range(len(measure.bands))]
        assert usual(model)["ordinary"][measure.id] == pytest.approx(by_hand)


def test_what_families_do_here_is_no_longer_taken_for_the_crime():
    """Where families pay as the file has the crime paid, they are explained once there are enough of them to see it."""
    evidence = world(1, 300)
    before, after = assemble(evidence, (SOUGHT, FAMILY)), fitted(evidence, (SOUGHT, FAMILY))
    assert shares(before, "family", "a")[2] == pytest.approx(0.1)
    assert shares(after, "family", "a")[2] > 0.7
    assert score(after).log_odds(0)[:300].max() < score(before).log_odds(0)[:300].min() - 0.5


def test_of_what_its_file_is_silent_an_ordinary_explanation_learns_too():
    """Families pay at the hours of the crime: their file says nothing of hours, and the data do."""
    silent = explanation("family", {"b": (0.05, 0.05, 0.9)}, prior=0.4, kind="ordinary")
    evidence = world(1, 300)
    before, after = assemble(evidence, (SOUGHT, silent)), fitted(evidence, (SOUGHT, silent))
    assert shares(before, "family", "a") is None
    assert shares(after, "family", "a")[2] > 0.7
    assert score(after).log_odds(0)[:300].max() < score(before).log_odds(0)[:300].min()


def test_what_a_pattern_is_silent_of_stays_unsaid_whoever_is_confirmed():
    silent = explanation("sought", {"b": (0.1, 0.2, 0.7)})
    confirmed = {"sought": {"a": np.array([0.0, 0.0, 50.0])}}
    assert shares(assemble(world(1, 300), (silent, FAMILY), confirmed), "sought", "a") is None


def test_no_age_is_learned_of_which_the_file_says_nothing():
    """Age counts only as a file has it: whoever is old is no less like a family for it."""
    of_age = tuple(replace(measure, family="age") if measure.id == "a" else measure for measure in MEASURES)
    silent = explanation("family", {"b": (0.05, 0.05, 0.9)}, prior=0.4, kind="ordinary")
    evidence = world(1, 300, of_age)
    assert usual(assemble(evidence, (SOUGHT, silent)))["family"]["a"].sum() > FEWEST
    assert shares(fitted(evidence, (SOUGHT, silent)), "family", "a") is None
    assert shares(fitted(evidence, (SOUGHT, FAMILY)), "family", "a")[2] > 0.7, "what the file has is learned"


def test_every_measure_of_age_is_known_as_one():
    ages = {m.id for m in MEASURES_OF_ALL if "age" in m.label.split() or "older" in m.says or "years old" in m.says}
    assert {m.id for m in MEASURES_OF_ALL if m.family in AGES} >= ages >= {"payer_age", "age_gap"}


def test_a_few_teach_nothing():
    evidence = world(1, FEWEST - 1)
    model = assemble(evidence, (SOUGHT, FAMILY))
    assert "family" not in usual(model)
    assert np.array_equal(shares(fitted(evidence, (SOUGHT, FAMILY)), "family", "a"), shares(model, "family", "a"))


def test_it_does_not_matter_how_many_are_worked_on_at_once(monkeypatch):
    model = assemble(gather(subjects(5), MEASURES), EXPLANATIONS)
    whole = usual(model)
    monkeypatch.setattr(module, "_CHUNK", 7)
    parts = usual(model)
    assert whole.keys() == parts.keys() == {"ordinary"}
    assert all(parts["ordinary"][name] == pytest.approx(counts) for name, counts in whole["ordinary"].items())


def test_of_very_many_every_nth_is_asked_and_says_the_same(monkeypatch):
    model = assemble(gather(subjects(6, 6_000), MEASURES), EXPLANATIONS)
    whole = usual(model)["ordinary"]
    monkeypatch.setattr(module, "ASKED", 1_500)
    some = usual(model)["ordinary"]
    for name, counts in whole.items():
        assert some[name].sum() == pytest.approx(counts.sum() / 4, rel=0.15)
        assert some[name] / some[name].sum() == pytest.approx(counts / counts.sum(), abs=0.06)
