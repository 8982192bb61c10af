"""What holds of every measure, whatever the payments."""

from __future__ import annotations

import math
import re
from itertools import pairwise

import polars as pl
import pytest
from case import band
from described import Payment, Values, measured, pay
from hypothesis import given, settings
from hypothesis import strategies as st

from tanglaw.common.roles import Role
from tanglaw.measures.catalogue import MEASURES, OF_COMPANY
from tanglaw.measures.measure import Measure

Found = dict[tuple[Role, str], Values]

NAMES = ("Alan Wetherspoon", "Rosa Quiambao", "Jose Quiambao", "Ana Abad", "Bright Hope Foundation Inc")
COUNTS = frozenset({
    "payments", "peak_month", "receivers", "unrelated_receivers", "receiver_cities", "destinations", "institutions",
    "companions_countries", "contradicting_support", "unrelated_payers", "payer_countries", "payers_in_a_month",
    "new_payers_in_a_month",
})  # fmt: skip
"""Measures that count something; the others with such a unit are means and medians."""

MOMENTS = st.builds(
    "2024-{:02}-{:02} {:02}:{:02}".format, st.integers(1, 4), st.integers(1, 28), st.integers(0, 23), st.integers(0, 59)
)


def described(payer: str, receiver: str) -> st.SearchStrategy[Payment]:
    return st.builds(
        pay,
        MOMENTS,
        st.sampled_from([0.01, 7, 19.99, 50, 100, 1_000_000]),
        by=st.sampled_from([f"{payer}{number}" for number in range(3)]),
        to=st.sampled_from([f"{receiver}{number}" for number in range(4)]),
        originator_name=st.sampled_from(NAMES),
        beneficiary_name=st.sampled_from(NAMES),
        beneficiary_city=st.sampled_from(["Davao", "Cebu City"]),
        beneficiary_country=st.sampled_from(["PH", "TH"]),
        originator_birth_year=st.sampled_from([1950, 2008]),
        reference=st.sampled_from(["", "school fees", "hello", "@alan_example"]),
        rail=st.sampled_from(["bank", "wallet", "crypto"]),
        institution=st.sampled_from(["Remit One", "Remit Two"]),
    )


def some(payer: str = "C", receiver: str = "R", least: int = 1) -> st.SearchStrategy[list[Payment]]:
    """Payments at different moments: what the same minute holds has no order."""
    return st.lists(described(payer, receiver), min_size=least, max_size=12, unique_by=lambda one: one["executed_at"])


def differences(one: Found, other: Found, leave_out: frozenset[str] = frozenset()) -> list[str]:
    return [
        f"{subject} {name}: {value} and {other[subject][name]}"
        for subject, values in one.items()
        for name, value in values.items()
        if name not in leave_out and not same(value, other[subject][name])
    ]


def same(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return math.isclose(one, other, rel_tol=1e-6, abs_tol=1e-6)


@settings(max_examples=15)
@given(some(least=2), st.randoms())
def test_order_of_input_does_not_show(payments, random):
    shuffled = random.sample(payments, len(payments))
    assert not differences(measured(payments), measured(shuffled))


def test_order_of_input_does_not_show_where_a_day_has_no_times():
    payments = [
        pay("2024-02-02", 10),
        pay("2024-02-02", 20),
        pay("2024-02-02", 30),
        *(pay(f"2024-02-{day}", day) for day in (10, 11, 17)),
    ]
    payments += [pay("2024-02-17", 8), pay("2024-02-17", 90), pay("2024-02-18", 8)]
    assert not differences(measured(payments), measured(payments[::-1]))


def test_sums_of_one_moment_do_not_grow():
    payments = [pay("2024-02-02", usd) for usd in (10, 20, 40, 80, 160)]
    assert measured(payments)["originator", "C"]["value_trend"] is None


@settings(max_examples=15)
@given(some(), some("D", "S"))
def test_people_who_share_nobody_do_not_change_each_other(mine, others):
    assert not differences(measured(mine), measured(mine + others))


@settings(max_examples=15)
@given(some(), some("D", "R"))
def test_of_a_payer_only_the_company_changes_when_others_pay_the_same_people(mine, others):
    before, after = measured(mine), measured(mine + others)
    payers = {subject: values for subject, values in before.items() if subject[0] == "originator"}
    assert not differences(payers, after, frozenset(measure.id for measure in OF_COMPANY))


@settings(max_examples=25)
@given(some())
def test_numbers_are_such_as_their_unit_allows(payments):
    by_name = {(measure.role, measure.id): measure for measure in MEASURES}
    for (role, _), values in measured(payments).items():
        for name, value in values.items():
            if value is None:
                continue
            unit = by_name[role, name].unit
            assert math.isfinite(value), name
            low, high = {"share": (0, 1), "correlation": (-1, 1), "years": (-150, 150)}.get(unit, (0, math.inf))
            assert low <= value <= high, name
            assert name not in COUNTS or value == int(value), name


every_measure = pytest.mark.parametrize("measure", MEASURES, ids=lambda one: f"{one.role}-{one.id}")


def bands_of(measure: Measure, values: list[float | None], dtype: type[pl.DataType]) -> list[int | None]:
    return pl.DataFrame({"x": pl.Series(values, dtype=dtype)}).select(measure.band(pl.col("x"))).to_series().to_list()


@every_measure
@pytest.mark.parametrize("dtype", [pl.Float64, pl.Float32])
def test_bands_part_the_line_without_gap_or_overlap(measure, dtype):
    edges = list(measure.edges)
    assert edges == sorted(set(edges))
    assert len(set(measure.bands)) == len(measure.bands) == len(edges) + 1
    middles = [(low + high) / 2 for low, high in pairwise(edges)]
    values = [-math.inf, edges[0] - 1, *edges, *middles, edges[-1] + 1, math.inf]
    expected = [measure.bands.index(band(measure, value)) for value in values]
    assert bands_of(measure, values, dtype) == expected
    assert set(expected) == set(range(len(measure.bands)))
    assert bands_of(measure, [None, math.nan], dtype) == [None, None]


@every_measure
def test_what_is_said_of_a_band_is_true_of_its_edges(measure):
    scale = 100 if measure.unit == "share" else 1
    for label, edge in zip(measure.bands[1:], measure.edges, strict=True):
        number = re.match(r"≥?(-?[\d.]+?)(?=\.\.|-|%|$)", label)
        assert number, label
        assert float(number[1]) == pytest.approx(edge * scale), label


@given(st.sampled_from(MEASURES), st.floats(-1e12, 1e12))
def test_any_value_can_be_said(measure, value):
    assert measure.show(value).strip()


def test_ids_are_unique_within_a_role():
    keys = [(measure.role, measure.id) for measure in MEASURES]
    assert len(set(keys)) == len(keys)
