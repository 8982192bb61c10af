"""Accounts newly taken for one: what was decided of the parts carries over where it agrees, and comes up where it does not."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import polars as pl
import pytest
from django.utils import timezone
from tests.leads.sample import sample

from tanglaw.casework.audit.chain import CONSOLE, Who
from tanglaw.casework.decisions import deciding
from tanglaw.casework.decisions.deciding import Wish
from tanglaw.casework.decisions.outcomes import outcomes
from tanglaw.casework.intake.content import PAYMENTS_SCHEMA
from tanglaw.casework.intake.importing import import_run
from tanglaw.casework.models import Decision, Entry, Joining, Lead, Run
from tanglaw.casework.reading.queue import Filters, claim_next
from tanglaw.casework.site.problems import RefusedError
from tanglaw.leads.files import write_leads

from .conftest import bring_in

GROUNDS = "The same family, for years and years."


def leads_a_b():
    """Give two leads of one pattern and role with their payments, and a third that has nothing to do with them."""
    leads, payments = sample()
    payments = payments.select(pl.col(name).cast(kind) for name, kind in PAYMENTS_SCHEMA.items())
    first = next(lead for lead in leads if not lead.protect and len(lead.subject_ids) == 1)
    other = next(lead for lead in leads if lead.lead_id != first.lead_id)
    second = replace(first, lead_id="L-00000000000b", entity_id="B-2", subject_ids=("B-2",))
    of_first = payments.filter(lead_id=first.lead_id)
    of_second = of_first.with_columns(
        lead_id=pl.lit(second.lead_id), payment_id=pl.concat_str(pl.lit("B-"), "payment_id"),
        **{f"{first.role}_id": pl.lit("B-2")},
    )  # fmt: skip
    return first, second, other, {lead.lead_id: frame for lead, frame in (
        (first, of_first), (second, of_second), (other, payments.filter(lead_id=other.lead_id)))}  # fmt: skip


def write(folder, leads, frames, month):
    folder.mkdir()
    write_leads(folder, leads)
    pl.concat(frames).write_parquet(folder / "lead_payments.parquet")
    until = f"2025-{month:02}-28T00:00:00+00:00"
    (folder / "run.json").write_text(json.dumps({"period": {"from": "2024-01-01T00:00:00+00:00", "to": until}}))
    return folder


@pytest.fixture
def runs(tmp_path):
    """Give folders: both alone, both as one under the first, both as one under a third account, both alone again."""
    first, second, other, held = leads_a_b()
    alone = [first, second, other]
    together = {"subject_ids": (first.entity_id, "B-2"), "joined_as": "person", "joined_because": ("the same phone",)}
    whole = replace(first, **together)
    third = replace(
        first,
        lead_id="L-00000000000c",
        entity_id="C-3",
        **together | {"subject_ids": ("C-3", *together["subject_ids"])},
    )
    both = [held[first.lead_id], held[second.lead_id].with_columns(lead_id=pl.lit(first.lead_id))]
    return {
        "alone": write(tmp_path / "1", alone, held.values(), 1),
        "one": write(tmp_path / "2", [whole, other], [*both, held[other.lead_id]], 2),
        "third": write(tmp_path / "3", [third, other], [pl.concat(both).with_columns(lead_id=pl.lit(third.lead_id)), held[other.lead_id]], 2),
        "apart": write(tmp_path / "4", alone, [frame.with_columns(rail=pl.lit("bank")) for frame in held.values()], 3),
        "as before": write(tmp_path / "5", alone, held.values(), 3),
    }, first.lead_id, second.lead_id, third.lead_id  # fmt: skip


@pytest.fixture
def team(workspace, person, runs):
    folders, *ids = runs
    bring_in(folders["alone"])
    return person("analyst"), person("reviewer"), folders, ids


def lead(lead_id):
    return Lead.objects.get(lead_id=lead_id)


def decide(lead_id, by, kind="dismiss", explanation="nothing_found", **more):
    return deciding.propose(
        lead_id, lead(lead_id).revision, by.user, by.who, Wish(kind, GROUNDS, explanation=explanation, **more)
    )


def filed(lead_id, by, second):
    deciding.approve(decide(lead_id, by, "file").pk, second.user, second.who, "")


def test_where_both_agree_the_new_whole_takes_the_decision_over_and_says_so(team):
    ana, rey, folders, (first, second, third) = team
    for one in (first, second):
        filed(one, ana, rey)
    bring_in(folders["third"])
    whole = lead(third)
    assert (whole.state, whole.news, whole.assigned_to) == ("filed", True, ana.user)
    carried = whole.decisions.get()
    assert (carried.proposed_by, carried.second, carried.carried_from.lead.lead_id) == (ana.user, rey.user, second)
    assert carried.grounds.startswith("Carried over from lead")
    assert lead(first).part_of == lead(second).part_of == whole
    page = rey.client.get(f"/leads/{third}").content.decode()
    assert "carried over" in page
    assert f"/leads/{first}" in page
    assert f"/leads/{second}" in page
    assert "part of" in rey.client.get(f"/leads/{first}").content.decode()
    accounts = {account for _, account, _, outcome, _ in outcomes() if outcome == "confirmed"}
    assert {"B-2", "C-3"} <= accounts


def test_where_they_differ_the_whole_comes_up_with_both_histories(team):
    ana, rey, folders, (first, second, _) = team
    filed(first, ana, rey)
    decide(second, ana)
    before = {(account, outcome) for _, account, _, outcome, _ in outcomes()}
    bring_in(folders["one"])
    whole = lead(first)
    assert (whole.state, whole.part_of, lead(second).part_of) == ("open", None, whole)
    assert whole.due > timezone.now() - timedelta(minutes=5)
    said = rey.client.get(f"/leads/{first}.json").json()
    assert said["parts"] == [{"lead_id": second, "stood": "dismissed", "came_up": True, "until": None}]
    page = rey.client.get(f"/leads/{first}").content.decode()
    assert page.count(GROUNDS) >= 2, "both histories"
    assert ("B-2", "dismissed") in before & {(account, outcome) for _, account, _, outcome, _ in outcomes()}
    # A proposal that is not approved does not put it back to what was decided of one part.
    refused = decide(first, ana, "refer")
    deciding.refuse(refused.pk, rey.user, rey.who, "Not enough is known of it.")
    assert lead(first).state == "open"
    filed(first, ana, rey)
    assert lead(first).state == "filed"
    assert {outcome for _, account, _, outcome, _ in outcomes() if account == "B-2"} == {"confirmed"}


def test_dismissals_with_different_explanations_do_not_agree(team):
    ana, _, folders, (first, second, third) = team
    decide(first, ana)
    decide(second, ana, explanation="facts_wrong")
    bring_in(folders["third"])
    assert lead(third).state == "open"
    assert not lead(third).decisions.exists()


def test_two_that_nobody_decided_stay_open_with_whoever_had_one(team):
    ana, _, folders, (first, second, _) = team
    Lead.objects.filter(lead_id=second).update(assigned_to=ana.user)
    bring_in(folders["one"])
    assert (lead(first).state, lead(first).assigned_to) == ("open", ana.user)
    assert not Joining.objects.get().came_up


def test_a_proposal_that_waits_at_a_part_is_withdrawn_and_says_why(team):
    ana, rey, folders, (first, second, _) = team
    waiting = decide(second, ana, "file")
    bring_in(folders["one"])
    waiting.refresh_from_db()
    assert waiting.standing == "withdrawn"
    assert f"lead {lead(first).pk}" in waiting.answer
    with pytest.raises(RefusedError):
        deciding.approve(waiting.pk, rey.user, rey.who, "")


def test_a_proposal_that_waits_at_the_whole_goes_on_waiting(team):
    ana, rey, folders, (first, _, _) = team
    waiting = decide(first, ana, "file")
    bring_in(folders["one"])
    assert lead(first).state == "proposed"
    deciding.approve(waiting.pk, rey.user, rey.who, "")
    assert lead(first).state == "filed"


def test_a_part_leaves_the_queue_and_is_decided_with_the_whole(team):
    ana, _, folders, (_first, second, _) = team
    bring_in(folders["one"])
    assert second not in {one.lead_id for one in Filters(state="any").choose(ana.user)}
    claimed = set()
    while one := claim_next(ana.user, ana.who):
        claimed.add(one.lead_id)
    assert second not in claimed
    with pytest.raises(RefusedError, match="part of another"):
        decide(second, ana)


def test_told_apart_again_each_stands_where_it_stood(team):
    ana, _, folders, (first, second, _) = team
    decide(second, ana)
    bring_in(folders["one"])
    bring_in(folders["apart"])
    assert (lead(second).part_of, lead(second).state, lead(first).state) == (None, "dismissed", "open")
    assert Joining.objects.get().until == lead(second).last_run
    assert "no longer taken for the same" in " ".join(lead(first).versions.first().changes)
    actions = list(
        Entry.objects.filter(action__in=["leads joined", "leads parted"]).order_by("number").values_list("action")
    )
    assert actions == [("leads joined",), ("leads parted",)]


def test_a_detection_that_finds_again_what_an_earlier_run_had_found_is_newer_all_the_same(team):
    _, _, folders, (_, second, _) = team
    bring_in(folders["one"])
    assert import_run(folders["as before"], Who(CONSOLE)).again, "on the console it is the earlier run"
    for _ in range(2):
        import_run(folders["as before"], Who(CONSOLE), detection=7)
    assert lead(second).part_of is None
    assert Run.objects.count() == 3


def test_an_older_run_brought_in_late_joins_nothing(team):
    _, _, folders, (_first, second, _) = team
    bring_in(folders["apart"])
    bring_in(folders["one"])
    assert lead(second).part_of is None
    assert not Joining.objects.exists()


def test_twice_is_once(team):
    ana, _, folders, (first, _second, _) = team
    decide(first, ana)
    bring_in(folders["one"])
    before = (lead(first).revision, Joining.objects.count(), Decision.objects.count(), Entry.objects.count())
    bring_in(folders["one"])
    assert before == (lead(first).revision, Joining.objects.count(), Decision.objects.count(), Entry.objects.count())
