from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tanglaw.lab.worlds.arrays import evenly, repeat, within
from tanglaw.lab.worlds.behaviours.concentration import MANY, payments_each
from tanglaw.lab.worlds.money import usual_sum
from tanglaw.lab.worlds.places import COUNTRIES, towns
from tanglaw.lab.worlds.records import iban
from tanglaw.lab.worlds.rhythm import calendar, every, irregular, monthly


@given(st.lists(st.integers(0, 5), max_size=8))
def test_within_and_repeat_describe_groups(counts):
    sizes = np.array(counts, dtype=np.int64)
    assert within(sizes).tolist() == [place for size in counts for place in range(size)]
    assert repeat(sizes).tolist() == [group for group, size in enumerate(counts) for _ in range(size)]


@given(st.integers(1, 400), st.integers(0, 50))
def test_evenly_hits_every_slice(size, seed):
    drawn = np.sort(evenly(np.random.default_rng(seed), size))
    assert np.all((drawn * size).astype(int) == np.arange(size))


@given(st.integers(1, 700), st.integers(0, 30))
def test_everybody_pays_at_least_once_and_few_pay_much(count, seed):
    counts = payments_each(np.random.default_rng(seed), count)
    assert len(counts) == count
    assert counts.min() >= 1
    assert (counts > MANY).mean() <= 0.03 + 1 / count


def test_a_calendar_knows_leap_years():
    world = calendar(date(2023, 7, 1), 12)
    assert world.days == 366
    assert world.lengths[7] == 29
    assert world.months.tolist() == [7, 8, 9, 10, 11, 12, 1, 2, 3, 4, 5, 6]


def test_rhythms_keep_to_the_ties_active_days():
    rng, world = np.random.default_rng(1), calendar(date(2024, 1, 1), 12)
    start, end = np.array([0, 40, 300]), np.array([365, 80, 290])
    for events in (
        monthly(rng, world, start, end, np.array([31, 15, 1]), keep=1.0),
        every(rng, start, end, np.array([7, 14, 7]), keep=1.0),
    ):
        assert np.all(events.day >= start[events.tie])
        assert np.all(events.day <= end[events.tie])
        assert set(events.tie) <= {0, 1}
    assert len(irregular(rng, np.array([0]), np.array([364]), np.array([1000.0])).tie) == pytest.approx(1000, rel=0.15)


@given(st.floats(0.01, 1e7), st.sampled_from([1.0, 50.0, 10_000.0]))
def test_usual_sums_are_whole_notes_near_the_value(value, note):
    rounded = float(usual_sum(np.array([value]), np.array([note]))[0])
    assert rounded % note == pytest.approx(0, abs=1e-6)
    assert rounded > 0
    if value > 8 * note:
        assert rounded == pytest.approx(value, rel=0.35)


@given(st.sampled_from(["DE", "GB", "FR", "NL", "SE", "NO", "RO"]), st.integers(10**17, 9 * 10**17))
def test_ibans_have_right_check_digits(code, number):
    account = iban(code, number)
    digits = "".join(str(int(letter, 36)) for letter in account[4:] + account[:4])
    assert int(digits) % 97 == 1


def test_every_country_has_towns_with_time_zones():
    known = towns()
    for number, country in enumerate(COUNTRIES):
        own = slice(known.first[number], known.first[number + 1])
        assert len(known.names[own]) >= 5, country.code
        assert all("/" in zone for zone in known.zones[own])
