from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanglaw.lab.evaluation.calibration import calibrate
from tanglaw.lab.evaluation.intervals import wilson
from tanglaw.lab.evaluation.precision import interval, steps

RANKING = st.lists(st.tuples(st.integers(-3, 3), st.booleans()), min_size=1, max_size=40).filter(
    lambda rows: any(positive for _, positive in rows)
)


def ranking(rows):
    return np.array([float(value) for value, _ in rows]), np.array([positive for _, positive in rows])


def test_a_perfect_ranking_has_average_precision_one_and_the_reverse_has_little():
    assert steps(np.array([3.0, 2, 1, 0]), np.array([True, True, False, False])).average_precision == 1
    assert steps(np.array([0.0, 1, 2, 3]), np.array([True, False, False, False])).average_precision == 0.25


def test_ties_come_in_together_whatever_their_order():
    value = np.array([1.0, 1.0, 0.0, 0.0])
    for positive in ([True, False, True, False], [False, True, False, True]):
        assert steps(value, np.array(positive)).average_precision == pytest.approx(0.5)


@given(RANKING)
@settings(deadline=None)
def test_average_precision_is_that_of_scikit_learn(rows):
    metrics = pytest.importorskip("sklearn.metrics")
    value, positive = ranking(rows)
    assert steps(value, positive).average_precision == pytest.approx(metrics.average_precision_score(positive, value))


@given(RANKING, st.randoms())
def test_order_in_the_file_does_not_matter(rows, random):
    mixed = list(rows)
    random.shuffle(mixed)
    assert steps(*ranking(mixed)).average_precision == pytest.approx(steps(*ranking(rows)).average_precision)


def test_a_budget_that_cuts_through_ties_counts_them_in_proportion():
    curve = steps(np.array([2.0, 1, 1, 1, 1]), np.array([True, True, False, False, False]))
    assert curve.at(1) == (1.0, 0.5)
    precision, recall = curve.at(3)
    assert precision == pytest.approx(1.5 / 3)
    assert recall == pytest.approx(0.75)
    assert curve.at(99) == (pytest.approx(0.4), 1.0)


def test_without_positives_nothing_is_claimed():
    curve = steps(np.array([1.0, 0.0]), np.array([False, False]))
    assert math.isnan(curve.average_precision)
    assert math.isnan(curve.at(1)[1])
    assert all(math.isnan(bound) for bound in interval(np.array([1.0]), np.array([False]), np.array([0])))


def test_the_interval_holds_the_estimate_and_is_repeatable():
    rng = np.random.default_rng(5)
    positive = rng.random(600) < 0.1
    value = rng.normal(0, 1, 600) + 1.5 * positive
    low, high = interval(value, positive, np.arange(600))
    assert low < steps(value, positive).average_precision < high
    assert (low, high) == interval(value, positive, np.arange(600))


def test_honest_scores_have_little_calibration_error_and_boastful_ones_much():
    rng = np.random.default_rng(2)
    score = rng.random(20_000)
    honest = calibrate(score, rng.random(20_000) < score)
    assert honest.error < 0.02
    assert honest.brier < honest.brier_of_share
    assert honest.expected == pytest.approx(honest.found, rel=0.03)
    boastful = calibrate(np.full(1_000, 0.9), np.zeros(1_000, dtype=bool))
    assert boastful.error == pytest.approx(0.9)
    assert boastful.error_scored == pytest.approx(0.9)


def test_wilson_keeps_within_zero_and_one():
    assert wilson(0.0, 10)[0] == 0
    assert wilson(1.0, 10)[1] == 1
    low, high = wilson(0.5, 100)
    assert low == pytest.approx(0.404, abs=0.001)
    assert high == pytest.approx(0.596, abs=0.001)
