"""Ordinary explanations learn what they look like from the data at hand; patterns do not."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.inference.invented import EXPLANATIONS, MEASURES, explanation, subjects

from tanglaw.inference import usual as module
from tanglaw.inference.evidence import gather
from tanglaw.inference.explanations import score
from tanglaw.inference.model import assemble
from tanglaw.inference.usual import FEWEST, LEAST, fitted, usual

SOUGHT = explanation("sought", {"a": (0.1, 0.2, 0.7), "b": (0.1, 0.2, 0.7)})
FAMILY = explanation("family", {"a": (0.8, 0.1, 0.1), "b": (0.05, 0.05, 0.9)}, prior=0.4, kind="ordinary")


def world(seed: int, of_family: int) -> object:
    """Everybody is in band 0 of both, but a family, who are in band 2 of both: the file had them in band 0 of `a`."""
    frame = subjects(seed, 900, absent=0.0)
    family = np.arange(900) < of_family
    high = {name: np.where(family, 2.0, 0.0).astype(np.float32) for name in ("a", "b")}
    return gather(frame.with_columns(**high), MEASURES)


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
