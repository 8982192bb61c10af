"""What a pattern file expects, in a cell where people have few payments or many."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tanglaw.inference.model import DOUBT, expected_in
from tanglaw.measures import catalogue

MEASURE = next(m for m in catalogue.of_role("originator") if m.id == "night_share")
BANDS = len(MEASURE.bands)


def shares() -> st.SearchStrategy[np.ndarray]:
    counts = st.lists(st.integers(1, 50), min_size=BANDS, max_size=BANDS)
    return counts.map(lambda row: np.array(row, dtype=np.float64) / sum(row))


@given(shares(), shares(), shares())
def test_what_is_expected_adds_up(pattern: np.ndarray, seen: np.ndarray, common: np.ndarray) -> None:
    assert expected_in(pattern, seen[None], common, MEASURE).sum() == pytest.approx(1)


@given(shares(), shares())
def test_where_a_cell_is_like_everybody_the_files_shares_stand(pattern: np.ndarray, common: np.ndarray) -> None:
    found = expected_in(pattern, common[None], common, MEASURE)[0]
    assert found == pytest.approx((1 - DOUBT) * pattern + DOUBT * common)


@given(shares(), shares())
def test_a_pattern_that_expects_what_is_common_says_nothing_that_its_shares_do_not(
    seen: np.ndarray, common: np.ndarray
) -> None:
    """Half of the file speaks for its odds: who expects what everybody shows has none, in any cell."""
    found = expected_in(common, seen[None], common, MEASURE)[0]
    assert found == pytest.approx((1 - DOUBT) * (common + seen) / 2 + DOUBT * seen)


def test_many_payments_do_not_speak_against_a_pattern_most_of_whose_people_pay_little() -> None:
    """Twice anybody's share of a band stays above anybody's in a cell where the band is common."""
    common = np.array([0.9, *[0.1 / (BANDS - 1)] * (BANDS - 1)])
    pattern = np.array([0.8, *[0.2 / (BANDS - 1)] * (BANDS - 1)])
    busy = np.array([0.1, *[0.9 / (BANDS - 1)] * (BANDS - 1)])
    stands = (1 - DOUBT) * pattern + DOUBT * busy
    found = expected_in(pattern, busy[None], common, MEASURE)[0]
    assert stands[1] < found[1] < busy[1] * 1.2


def test_a_band_that_nobody_can_reach_is_expected_of_nobody() -> None:
    seen = np.array([0.0, *[1 / (BANDS - 1)] * (BANDS - 1)])
    flat = np.full(BANDS, 1 / BANDS)
    assert expected_in(flat, seen[None], flat, MEASURE)[0, 0] == 0
