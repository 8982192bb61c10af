"""Exact money becomes a measured number."""

from __future__ import annotations

from decimal import Decimal

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanglaw.payments.columns import MONEY
from tanglaw.payments.measured import measured


@settings(deadline=None)
@given(st.one_of(
    st.tuples(st.lists(st.integers(-(10**15), 10**15)), st.just(2)),
    st.tuples(st.lists(st.integers(-(10**15), 10**15)), st.just(6)),
))  # fmt: skip
def test_ordinary_money_becomes_the_nearest_float(case: tuple[list[int], int]) -> None:
    units, decimals = case
    amounts = [Decimal(unit).scaleb(-decimals) for unit in units]
    assert measured(pl.Series(amounts, dtype=MONEY)).to_list() == [float(amount) for amount in amounts]


@settings(deadline=None)
@given(st.integers(1, 10**30))
def test_the_smallest_units_of_crypto_assets_are_kept(atoms: int) -> None:
    amount = Decimal(atoms).scaleb(-18)
    assert measured(pl.Series([amount], dtype=MONEY))[0] == pytest.approx(float(amount), rel=1e-15)


def test_nothing_stays_nothing_and_floats_pass() -> None:
    assert measured(pl.Series([None, Decimal(1)], dtype=MONEY)).to_list() == [None, 1.0]
    assert measured(pl.Series([0.1, None])).to_list() == [0.1, None]
