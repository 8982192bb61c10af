"""Figures of the work: counted from the decisions in force, each lead once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tanglaw.casework.decisions.deciding import Wish, approve, propose
from tanglaw.casework.models import Decision, Lead
from tanglaw.casework.reading.statistics import statistics


@pytest.fixture
def decided(imported, person):
    """Of the first pattern with three leads: one filed, one dismissed, one dismissed and then reviewed again."""
    ana, rey = person("analyst"), person("reviewer")
    pattern = next(
        one for one in Lead.objects.values_list("pattern", flat=True) if Lead.objects.filter(pattern=one).count() >= 3
    )
    filed, dismissed, again = Lead.objects.filter(pattern=pattern).order_by("pk")[:3]
    proposal = propose(filed.lead_id, 0, ana.user, ana.who, Wish("file", "Seven unrelated payers."))
    approve(proposal.pk, rey.user, rey.who, "")
    grounds = Wish("dismiss", "Her own family, seen in the records.", explanation="nothing_found")
    propose(dismissed.lead_id, 0, ana.user, ana.who, grounds)
    propose(again.lead_id, 0, ana.user, ana.who, grounds)
    propose(again.lead_id, 1, rey.user, rey.who, Wish("reopen", "New information came in."))
    return pattern, filed


def test_each_lead_counts_once_by_the_decision_in_force(decided):
    pattern, _ = decided
    found = {one.pattern: one for one in statistics().patterns}
    one = found[pattern]
    assert (one.dismissed, one.confirmed, one.decided, one.precision) == (1, 1, 2, 0.5)
    assert one.waiting == one.leads - 2
    assert sum(row.leads for row in found.values()) == Lead.objects.count()
    assert all(row.precision is None and row.median_hours is None for name, row in found.items() if name != pattern)


def test_time_to_decide_runs_from_coming_in_to_the_last_signature(decided):
    pattern, filed = decided
    Lead.objects.filter(pattern=pattern).update(opened=Decision.objects.get(lead=filed).answered - timedelta(hours=10))
    one = next(row for row in statistics().patterns if row.pattern == pattern)
    assert one.median_hours == pytest.approx(10, abs=0.1)


def test_months_states_explanations_and_corridors_add_up(decided):
    found = statistics()
    assert sum(month.found for month in found.months) == Lead.objects.count()
    assert (sum(m.dismissed for m in found.months), sum(m.confirmed for m in found.months)) == (1, 1)
    assert dict(found.states) | {"Filed": 1, "Dismissed": 1} == dict(found.states)
    assert found.explanations == [("nothing_found", 1)]
    assert sum(row.leads for row in found.corridors) == Lead.objects.count()
    assert (sum(row.decided for row in found.corridors), sum(row.confirmed for row in found.corridors)) == (2, 1)


def test_the_page_its_twin_and_the_csv_say_the_same(decided, person):
    client = person("supervisor").client
    pattern, _ = decided
    twin = client.get("/statistics.json").json()
    assert next(row for row in twin["patterns"] if row["pattern"] == pattern)["precision"] == 0.5
    lines = client.get("/statistics.csv").content.decode().splitlines()
    assert next(line for line in lines if line.startswith(pattern)).split(",")[-4:-1] == ["1", "1", "0.5"]
    assert client.get("/statistics").status_code == 200
