# ruff: noqa: DTZ001 -- only days are written, or the zone is set by the strategy
"""Figures are written as people read them."""

from __future__ import annotations

import math
from datetime import datetime
from decimal import Decimal

import pytest

from tanglaw.leads import words


def read(text):
    return text.replace("\u202f", " ").replace("\xa0", " ")


@pytest.mark.parametrize(
    ("share", "text"),
    [(0, "0 %"), (0.0004, "under 0.1 %"), (0.004, "0.4 %"), (0.06, "6 %"), (0.345, "34 %"), (1, "100 %")],
)
def test_percent(share, text):
    assert read(words.percent(share)) == text


@pytest.mark.parametrize(("score", "text"), [(0.0001, "< 1 %"), (0.834, "83 %"), (0.9999, "> 99 %")])
def test_probability_is_never_certain(score, text):
    assert read(words.probability(score)) == text


@pytest.mark.parametrize(
    ("times", "text"),
    [(12, "× 12"), (1, "× 1"), (1 / 3.1, "÷ 3.1"), (1234, "× 1,200"), (1e9, "× over 10,000"), (2.04, "× 2")],
)
def test_factor(times, text):
    assert read(words.factor(math.log(times))) == text


@pytest.mark.parametrize(
    ("amount", "currency", "text"),
    [
        ("51.000000000000000000", "AUD", "AUD 51.00"),
        ("1500", "JPY", "JPY 1,500"),
        ("0.00012300", "XBT", "XBT 0.000123"),
        ("51.5", "EUR", "EUR 51.50"),
    ],
)
def test_money_is_exact(amount, currency, text):
    assert read(words.money(Decimal(amount), currency)) == text


def test_spans_say_the_year_once():
    assert words.span(datetime(2025, 3, 8), datetime(2025, 11, 2)) == "8 Mar – 2 Nov 2025"
    assert words.span(datetime(2024, 3, 8), datetime(2025, 11, 2)) == "8 Mar 2024 – 2 Nov 2025"
    assert words.span(datetime(2025, 3, 8, 1), datetime(2025, 3, 8, 9)) == "on 8 Mar 2025"


def test_urgency_in_thirds():
    assert [words.urgency(value) for value in (0, 0.33, 0.34, 0.66, 0.67, 1)] == [
        "low",
        "low",
        "medium",
        "medium",
        "high",
        "high",
    ]


def test_sentences():
    assert words.sentence_middle("Live-streamed abuse") == "live-streamed abuse"
    assert words.sentence_middle("FSEC, paying side") == "FSEC, paying side"
    assert words.usd(97.1) == "US$97.10"
    assert words.usd(6742.4) == "US$6,742"
    assert words.nats(-0.5) == "−0.500"
    assert read(words.one_in(math.log(1 / 20_000))) == "1 in 20,000"
