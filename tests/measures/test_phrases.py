"""What was found reads as a sentence, for every measure, in every band and in the singular."""

from __future__ import annotations

import re

import pytest

from tanglaw.measures.catalogue import MEASURES
from tanglaw.measures.measure import number_of

COUNTS = {"receivers", "payers", "payments", "countries", "institutions", "cities"}


def values(measure):
    """A value at every edge and one to either side of it, as far as there are such."""
    whole = measure.unit in COUNTS | {"years"}
    near = [edge + step for edge in measure.edges for step in ((-1, 0, 1) if whole else (-0.01, 0, 0.01))]
    signed = measure.unit == "correlation" or min(measure.edges) < 0
    return [value for value in near if (signed or value >= 0) and (measure.unit != "share" or value <= 1)]


@pytest.mark.parametrize("measure", MEASURES, ids=lambda m: f"{m.role}-{m.id}")
def test_every_finding_reads_as_a_sentence(measure):
    for value in values(measure):
        said = measure.finding(value)
        assert not re.search(
            r"(?<![\d.,-])1 (\w+ )*(receivers|payers|payments|countries|cities|institutions|times|hours|days)\b", said
        ), said
        assert not re.search(r"-\d+ years", said), said
        assert "{" not in said
        assert said[0].islower() or said[0].isdigit() or said.startswith("US$"), said


@pytest.mark.parametrize("measure", MEASURES, ids=lambda m: f"{m.role}-{m.id}")
def test_every_band_can_be_told_from_a_subtraction(measure):
    shown = [measure.band_shown(index) for index in range(len(measure.bands))]
    assert len(set(shown)) == len(shown)
    assert not [band for band in shown if "--" in band or re.fullmatch(r"-\d+-\d+", band)]


def find(name):
    return next(measure for measure in MEASURES if measure.id == name)


def test_who_is_younger_is_said_to_be_younger():
    gap = find("age_gap")
    assert gap.finding(-16) == "the payer is typically 16 years younger than the receiver"
    assert gap.finding(30) == "the payer is typically 30 years older than the receiver"
    assert [gap.band_shown(index) for index in range(3)] == ["<-15", "-15 to -6", "-5 to 4"]


def test_a_mean_is_not_rounded_to_a_number_that_says_something_else():
    assert find("payments_per_month").finding(1.4) == "paid 1.4 times in a month with payments"
    assert find("payments").finding(1) == "paid once"
    assert find("payments").finding(2) == "paid twice"
    assert find("payments").finding(12) == "paid 12 times"
    assert find("payments").finding(1_201) == "paid 1,201 times"


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("paid 1 different receivers", "paid 1 different receiver"),
        ("has 1 other unrelated payers", "has 1 other unrelated payer"),
        ("paid 11 receivers", "paid 11 receivers"),
        ("paid 2.1 receivers", "paid 2.1 receivers"),
        ("live in 1 cities", "live in 1 city"),
    ],
)
def test_one_is_singular(phrase, said):
    assert number_of(phrase) == said


def test_all_phrases_are_the_golden_ones(golden):
    """Read them aloud after a change of wording: a bank analyst must not stumble."""
    lines = []
    for measure in MEASURES:
        lines.append(f"{measure.role} · {measure.id} ({measure.label})")
        for index, edge in enumerate((measure.edges[0] - 1, *measure.edges)):
            low = (
                0.0
                if index == 0 and measure.edges[0] > 0 and measure.unit != "years"
                else max(edge, -1.0 if measure.unit == "correlation" else edge)
            )
            lines.append(f"    {measure.band_shown(index):>12}  {measure.finding(low)}")
    golden("measures/phrases.txt", "\n".join(lines) + "\n")
