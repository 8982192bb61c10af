"""What confirmed subjects add: counts that add up in any order, and that change nothing where there are none."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.inference.invented import EXPLANATIONS, MEASURES, subjects

from tanglaw.inference.counts import FILE_COUNTS, added, counted, sharpened
from tanglaw.inference.evidence import ABSTAINED, gather
from tanglaw.inference.explanations import score
from tanglaw.inference.model import assemble

EVIDENCE = gather(subjects(3, 400), MEASURES)
ROWS = st.lists(st.integers(0, 399), max_size=12, unique=True)


def same(one, two) -> bool:
    return one.keys() == two.keys() and all(
        one[name].keys() == two[name].keys() and all(np.allclose(one[name][m], two[name][m]) for m in one[name])
        for name in one
    )


@given(ROWS)
def test_every_subject_counts_once_in_each_measure_that_it_has(rows):
    counts = counted(EVIDENCE, {"sought": rows})
    if not rows:
        assert counts == {}
        return
    for column, measure in enumerate(EVIDENCE.measures):
        assert counts["sought"][measure.id].sum() == (EVIDENCE.codes[rows, column] != ABSTAINED).sum()


@given(ROWS, ROWS)
def test_counts_of_two_sources_add_up_in_any_order(one, two):
    two = [row for row in two if row not in one]
    first, second = (counted(EVIDENCE, {"sought": rows, "partly": rows[:2]}) for rows in (one, two))
    whole = added([first, second])
    assert same(whole, added([second, first]))
    both = counted(EVIDENCE, {"sought": one + two, "partly": one[:2] + two[:2]})
    assert same(whole, both)


def test_learning_from_nobody_changes_nothing():
    plain = assemble(EVIDENCE, EXPLANATIONS)
    taught = assemble(EVIDENCE, EXPLANATIONS, counted(EVIDENCE, {"sought": []}))
    assert all(np.array_equal(one, two) for one, two in zip(plain.nats, taught.nats, strict=True))


@given(st.lists(st.integers(0, 50), min_size=3, max_size=3))
def test_shares_stay_shares_and_move_towards_what_was_seen(counts):
    shares, seen = np.array([0.2, 0.3, 0.5]), np.array(counts, dtype=float)
    after = sharpened(shares, seen)
    assert after.sum() == pytest.approx(1)
    if seen.sum():
        weight = seen.sum() / (seen.sum() + FILE_COUNTS)
        assert after == pytest.approx((1 - weight) * shares + weight * seen / seen.sum())
    else:
        assert after == pytest.approx(shares)


def test_a_model_like_another_is_the_one_that_would_be_made_anew():
    counts = counted(EVIDENCE, {"sought": [1, 2, 3]})
    plain = assemble(EVIDENCE, EXPLANATIONS)
    anew, alike = assemble(EVIDENCE, EXPLANATIONS, counts), assemble(EVIDENCE, EXPLANATIONS, counts, like=plain)
    assert np.array_equal(score(anew).support, score(alike).support)
    assert not np.array_equal(score(anew).support, score(plain).support)
