"""How round an amount is, at both ends."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import polars as pl
import pytest
from currency_converter import CurrencyConverter
from hypothesis import given, settings
from hypothesis import strategies as st

from tanglaw.payments.columns import MONEY
from tanglaw.payments.currencies import SCALES, currency_of
from tanglaw.payments.roundness import roundness, roundness_abroad


@pytest.mark.parametrize(
    ("amount", "currency", "level"),
    [
        ("51", "AUD", 0), ("50.01", "AUD", 0), ("20", "AUD", 1), ("50", "EUR", 2), ("150", "GBP", 2), ("100", "USD", 3),
        ("50", "PHP", 0), ("300", "PHP", 1), ("1500", "PHP", 2), ("3000", "THB", 3),
        ("50", "SEK", 0), ("300", "SEK", 1), ("500", "NOK", 2), ("1000", "DKK", 3), ("100", "KES", 0), ("1000", "KES", 1),
        ("1000", "JPY", 1), ("10000", "JPY", 3), ("50000", "IDR", 2), ("5000", "IDR", 0), ("200000", "VND", 3),
        ("0.5", "USD", 0), ("10", "???", 1), ("12340", "USD", 1), ("100.000000000000000001", "USD", 3),
    ],
)  # fmt: skip
def test_round_is_what_is_round_in_its_currency(amount: str, currency: str, level: int) -> None:
    assert roundness(pl.Series([Decimal(amount)], dtype=MONEY), pl.Series([currency])).to_list() == [level]


def test_a_scale_is_what_a_dollar_bought() -> None:
    """Tens from 6 units a dollar on, hundreds from 60, thousands from 600; whoever is within a tenth of it may be either."""
    rates = CurrencyConverter(fallback_on_missing_rate=True, fallback_on_wrong_date=True)
    still = {code for code, (_, last) in rates.bounds.items() if last >= date(2025, 12, 1)}
    days = [date(2025, month, 15) for month in range(1, 13)]
    seen = {code: sum(rates.convert(1, "USD", code, day) for day in days) / len(days) for code in still}
    by_rule = {code: {10 ** sum(units >= edge * off for edge in (6, 60, 600)) for off in (0.9, 1, 1.1)}
               for code, units in seen.items()}  # fmt: skip
    assert len(by_rule) > 25
    assert {code: SCALES.get(code, 1) for code, scales in by_rule.items() if SCALES.get(code, 1) not in scales} == {}


def test_nothing_is_round_about_nothing() -> None:
    amounts = pl.Series([None, Decimal(10)], dtype=MONEY)
    assert roundness(amounts, pl.Series(["USD", None])).to_list() == [None, None]


@settings(deadline=None)
@given(st.integers(1, 10**8), st.sampled_from(["USD", "PHP", "IDR", "JPY"]))
def test_ten_times_as_much_is_no_less_round(units: int, currency: str) -> None:
    amounts = pl.Series([Decimal(units), Decimal(units * 10)], dtype=MONEY)
    once, tenfold = roundness(amounts, pl.Series([currency] * 2))
    assert once <= tenfold


@settings(deadline=None)
@given(st.integers(1, 10**7))
def test_whole_multiples_are_told_exactly(tens: int) -> None:
    amounts = pl.Series([Decimal(tens * 10), Decimal(tens * 10) + Decimal("0.01")], dtype=MONEY)
    levels = roundness(amounts, pl.Series(["USD"] * 2))
    assert levels[0] == 1 + (tens % 5 == 0) + (tens % 10 == 0)
    assert levels[1] == 0


def test_abroad_a_rarer_figure_counts_more() -> None:
    thousand, fifteen_hundred, odd = roundness_abroad(pl.Series([1040.0, 1530.0, 1240.0]))
    assert thousand == pytest.approx(1 - 62.4 / 1000)  # PHP 1,000 after a margin of 4 %
    assert thousand > fifteen_hundred > odd


def test_abroad_below_a_round_figure_is_not_round() -> None:
    assert roundness_abroad(pl.Series([999.0, 1000.0]))[0] < 0.5 < 0.9 < roundness_abroad(pl.Series([1000.0]))[0]


def test_abroad_nothing_stays_nothing() -> None:
    assert roundness_abroad(pl.Series([None, 0.0, -5.0, float("inf"), float("nan")])).to_list() == [None] * 5


@settings(deadline=None)
@given(st.lists(st.floats(0.01, 1e12), min_size=1))
def test_abroad_grades_lie_between_nought_and_one_and_do_not_hang_on_the_unit(values: list[float]) -> None:
    grades = roundness_abroad(pl.Series(values))
    tenfold = roundness_abroad(pl.Series(values) * 10)
    assert grades.is_between(0, 1).all()
    assert ((grades - tenfold).abs() < 1e-4).all()


def test_chance_amounts_seldom_look_round_abroad() -> None:
    grades = roundness_abroad(pl.Series([10 ** (1 + 4 * i / 9999) for i in range(10_000)]))
    assert (grades > 0.9).mean() < 0.2


def test_countries_have_currencies() -> None:
    codes = currency_of(pl.Series(["PH", "AU", "BG", "XX", None, "KE"]))
    assert codes.to_list() == ["PHP", "AUD", "EUR", None, None, "KES"]
