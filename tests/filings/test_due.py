"""Deadlines in working days know what is certain about public holidays, and err to the early side where it is not."""

from __future__ import annotations

import sys
from datetime import date, timedelta

import holidays
from hypothesis import given, settings
from hypothesis import strategies as st

from tanglaw.filings.due import due_on, due_words, public_holidays
from tanglaw.filings.profiles.loading import load_profile
from tanglaw.filings.profiles.profile import Deadline

AU, PH, US = (load_profile(name) for name in ("str-au", "str-ph", "fincen-sar"))
COUNTRIES = sorted(holidays.list_supported_countries())


def test_a_public_holiday_is_no_working_day_and_is_named():
    thursday = date(2026, 4, 2)
    assert due_on(AU.deadline, thursday, "AU") == date(2026, 4, 9)
    said = due_words(AU, thursday)
    assert "on 2026-04-09 if that was 2026-04-02" in said
    assert "No working days: Good Friday (2026-04-03), Easter Monday (2026-04-06)." in said
    assert due_words(PH, date(2026, 12, 29)).endswith("No working days: Rizal Day (2026-12-30), New Year's Eve "
                                                      "(2026-12-31), New Year's Day (2027-01-01).")  # fmt: skip
    assert "No working days" not in due_words(AU, date(2026, 7, 6))


def test_calendar_days_know_no_holidays():
    assert due_on(US.deadline, date(2026, 12, 1), "US") == date(2026, 12, 31)
    assert "working" not in due_words(US, date(2026, 12, 1))


def test_what_is_only_estimated_counts_as_a_working_day():
    every = holidays.country_holidays("PH", years=2027, language="en_US")
    estimated = [day for day, name in every.items() if "estimated" in name]
    assert estimated
    assert not public_holidays("PH", 2027).keys() & set(estimated)


def test_without_the_library_or_for_an_unknown_country_it_says_so(monkeypatch):
    nowhere = AU.model_copy(update={"country": "XX"})
    assert due_words(nowhere, date(2026, 4, 2)).endswith("Public holidays are not known.")
    assert due_on(AU.deadline, date(2026, 4, 2)) == date(2026, 4, 7)
    monkeypatch.setitem(sys.modules, "holidays", None)
    public_holidays.cache_clear()
    assert due_on(AU.deadline, date(2026, 4, 2), "AU") == date(2026, 4, 7)
    monkeypatch.undo()
    public_holidays.cache_clear()


@given(
    start=st.dates(date(2020, 1, 1), date(2035, 12, 31)), days=st.integers(0, 40), country=st.sampled_from(COUNTRIES)
)
@settings(max_examples=60, deadline=None)
def test_so_many_working_days_lie_between_and_the_last_is_one(start, days, country):
    end = due_on(Deadline(days=days, kind="working", starts="x", source="y"), start, country)
    off = {day for year in range(start.year, end.year + 1) for day in public_holidays(country, year)}
    between = [start + timedelta(days=n) for n in range(1, (end - start).days + 1)]
    working = [day for day in between if day.weekday() < 5 and day not in off]
    assert len(working) == max(days, bool(between))
    assert end.weekday() < 5
    assert end not in off
