"""What goes, when, under which rule; what a hold keeps; what is left of it: that it was deleted, and nothing else."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from tanglaw.casework.audit import heads
from tanglaw.casework.audit.chain import CONSOLE, Who
from tanglaw.casework.audit.verifying import verify
from tanglaw.casework.decisions.deciding import Wish, propose
from tanglaw.casework.models import (
    Appearance,
    Case,
    CaseLead,
    Decision,
    Deletion,
    EarlyDeletion,
    Entry,
    Lead,
    LegalHold,
    Look,
    Note,
    ProtectedParty,
    RecordKey,
    RetentionRule,
    Version,
)  # fmt: skip
from tanglaw.casework.reading import subjects
from tanglaw.casework.retention import early, holds
from tanglaw.casework.retention.due import due
from tanglaw.casework.retention.erasing import sweep
from tanglaw.casework.retention.rules import ASSUMED, change, rules
from tanglaw.casework.sealing.fields import sealed
from tanglaw.casework.site.problems import RefusedError

from .conftest import bring_in

BOX = Who(CONSOLE)
DAY = timedelta(days=1)


@pytest.fixture
def lou(person):
    return person("supervisor", "lou")


def dismissed(lead, who, days_ago):
    """Dismiss a lead, so many days ago."""
    decision = propose(
        lead.lead_id, lead.revision, who.user, who.who, Wish("dismiss", "Her own family.", explanation="nothing_found")
    )
    Decision.objects.filter(pk=decision.pk).update(proposed=timezone.now() - days_ago * DAY)
    return Lead.objects.get(pk=lead.pk)


def closed_case(leads, who, days_ago, outcome="explained"):
    at = timezone.now() - days_ago * DAY
    case = Case(opened=at, opened_by=who.user, state="closed", outcome=outcome, closed=at, closed_by=who.user,
                **sealed(title="A case", closing="All of it was family."))  # fmt: skip
    case.save()
    for lead in leads:
        CaseLead.objects.create(case=case, lead=lead, added=at, added_by=who.user, current=False)
    return case


def rows():
    return [
        model.objects.count() for model in (Lead, Version, Appearance, Note, Look, Decision, RecordKey, ProtectedParty)
    ]


def test_a_lead_goes_when_its_days_are_over_and_not_a_day_before(imported, lou):
    first, second = Lead.objects.order_by("pk")[:2]
    dismissed(first, lou, 366)
    dismissed(second, lou, 364)
    assert [(one.number, one.rule.name) for one in due(timezone.now())] == [(first.pk, "lead dismissed, 365 days")]
    assert [one.number for one in due(timezone.now() + 2 * DAY)] == [first.pk, second.pk]
    assert sweep(BOX).leads == 1
    assert not Lead.objects.filter(pk=first.pk).exists()
    assert Lead.objects.filter(pk=second.pk).exists()


def test_the_preview_changes_nothing(filled, lou):
    dismissed(Lead.objects.first(), lou, 5_000)
    before = rows()
    assert due(timezone.now() + 5_000 * DAY)
    assert rows() == before


def test_what_goes_goes_with_everything_and_its_key(imported, lou):
    lead = Lead.objects.filter(protect=True).first()
    key = lead.key_id
    party = ProtectedParty.objects.get(index=lead.subject_index)
    account = party.party
    dismissed(lead, lou, 400)
    lou.client.post(f"/leads/{lead.lead_id}/names", {"reason": "To compare with our records."})
    lou.client.post(f"/leads/{lead.lead_id}/notes", {"text": "Her own family."})
    others = Lead.objects.filter(subject_index=lead.subject_index).exclude(pk=lead.pk)
    for other in others:
        dismissed(other, lou, 400)
    Appearance.objects.exclude(lead=lead).filter(index=lead.subject_index).exclude(lead__in=others).delete()
    sweep(BOX)
    for model in (Version, Appearance, Note, Look, Decision):
        assert not model.objects.filter(lead_id=lead.pk).exists(), model
    assert not RecordKey.objects.filter(pk__in=[key, party.key_id]).exists()
    assert not ProtectedParty.objects.filter(pk=party.pk).exists()
    said = Entry.objects.get(action="deleted", object=lead.lead_id)
    detail = json.loads(said.detail)
    assert (detail["rule"], detail["key"]) == ("lead dismissed, 365 days", str(key))
    assert detail["rows"] == {
        "versions": 1,
        "appearances": detail["rows"]["appearances"],
        "notes": 1,
        "decisions": 1,
        "looks": 1,
    }
    assert account not in said.detail
    assert verify([], heads.public_key()).faults == ()


def test_who_is_protected_stays_so_while_any_lead_holds_them(filled, lou):
    lead = Lead.objects.filter(protect=True).first()
    other = Lead.objects.exclude(pk=lead.pk).first()
    other.appearances.create(role=lead.role, party=lead.subject, own=False, payments=1)
    dismissed(lead, lou, 400)
    sweep(BOX)
    assert ProtectedParty.objects.filter(index=lead.subject_index).exists()


def test_the_reason_for_a_look_is_unreadable_afterwards_and_the_log_is_whole(imported, lou, person):
    lead = dismissed(Lead.objects.filter(protect=True).first(), lou, 400)
    lou.client.post(f"/leads/{lead.lead_id}/names", {"reason": "To find her other accounts."})
    auditor = person("auditor")
    assert b"To find her other accounts." in auditor.client.get("/log").content
    sweep(BOX)
    page = auditor.client.get("/log").content
    assert b"To find her other accounts." not in page
    assert b"destroyed with the key of its record" in page
    assert verify([], heads.public_key()).faults == ()


@pytest.mark.parametrize("state", ["open", "watching"])
def test_what_is_not_decided_is_kept(filled, lou, state):
    Lead.objects.update(state=state, opened=timezone.now() - 9_000 * DAY, watch_until=timezone.now().date())
    assert due(timezone.now()) == []


def test_a_hold_keeps_it_and_who_lifts_it_lets_it_go(imported, lou):
    lead = dismissed(Lead.objects.first(), lou, 400)
    hold = holds.place(lead, lou.user, lou.who, "A court asked for it.")
    assert [one.kept for one in due(timezone.now())] == ["on hold"]
    assert (sweep(BOX).leads, sweep(BOX).kept) == (0, 1)
    assert Lead.objects.filter(pk=lead.pk).exists()
    with pytest.raises(RefusedError, match="on hold already"):
        holds.place(lead, lou.user, lou.who, "A court asked for it.")
    holds.lift(hold.pk, lou.user, lou.who)
    assert sweep(BOX).leads == 1
    assert list(Entry.objects.filter(action__startswith="hold").order_by("number").values_list("action", flat=True)) == [
        "hold placed", "hold lifted",
    ]  # fmt: skip


def test_evidence_that_changed_since_is_looked_at_first(filled, lou):
    lead = dismissed(Lead.objects.first(), lou, 400)
    Lead.objects.filter(pk=lead.pk).update(news=True)
    assert "changed" in due(timezone.now())[0].kept
    assert sweep(BOX).leads == 0


def test_a_case_goes_with_its_leads_and_keeps_them_until_then(imported, lou):
    first, second = Lead.objects.order_by("pk")[:2]
    dismissed(first, lou, 3_000)
    dismissed(second, lou, 3_000)
    case = closed_case([first, second], lou, 100)
    assert due(timezone.now()) == [], "a lead in a case is kept as long as the case"
    Case.objects.filter(pk=case.pk).update(closed=timezone.now() - 366 * DAY)
    assert [(one.file, one.number) for one in due(timezone.now())] == [("case", case.pk)]
    done = sweep(BOX)
    assert (done.cases, done.leads) == (1, 2)
    assert not Case.objects.exists()
    assert not RecordKey.objects.filter(pk__in=[case.key_id, first.key_id, second.key_id]).exists()


def test_a_lead_that_another_case_holds_stays(filled, lou):
    lead = dismissed(Lead.objects.first(), lou, 3_000)
    closed_case([lead], lou, 400)
    kept = closed_case([lead], lou, 10, "filed")
    sweep(BOX)
    assert list(lead.holdings.values_list("case", flat=True)) == [kept.pk]
    assert Lead.objects.filter(pk=lead.pk).exists()


def test_a_hold_on_a_lead_holds_its_case_and_the_other_way_round(filled, lou):
    first, second = Lead.objects.order_by("pk")[:2]
    one, other = closed_case([first], lou, 400), closed_case([second], lou, 400)
    holds.place(first, lou.user, lou.who, "A court asked for it.")
    holds.place(other, lou.user, lou.who, "A court asked for it.")
    assert {(file.number, file.kept) for file in due(timezone.now())} == {(one.pk, "on hold"), (other.pk, "on hold")}
    assert sweep(BOX).cases == 0


def test_what_was_deleted_does_not_come_back_with_the_next_run_unless_there_is_more(imported, lou, later_run):
    first, *_, last = Lead.objects.order_by("pk")
    again = Lead.objects.exclude(pk__in=[first.pk, last.pk]).first()
    for lead in (first, again):
        dismissed(lead, lou, 400)
    sweep(BOX)
    run = bring_in(later_run).run
    assert Lead.objects.filter(lead_id=first.lead_id).exists(), "there were payments since"
    assert not Lead.objects.filter(lead_id=again.lead_id).exists()
    assert run.new == 2


def test_a_deletion_before_its_time_takes_two(imported, lou, person):
    rey, other = person("reviewer", "rey"), person("supervisor", "mar")
    lead = Lead.objects.first()
    wish = early.ask(lead.lead_id, lou.user, lou.who, "A court ordered it.")
    with pytest.raises(RefusedError, match="You asked for this"):
        early.approve(wish.pk, lou.user, lou.who)
    assert Lead.objects.filter(pk=lead.pk).exists()
    assert rey.client.post(f"/retention/early/{wish.pk}/answer", {"verdict": "approve"}).status_code == 404
    early.approve(wish.pk, other.user, other.who)
    assert not Lead.objects.filter(pk=lead.pk).exists()
    left = Deletion.objects.get()
    assert (left.rule, left.asked_by, left.approved_by) == ("early", lou.user, other.user)
    assert [entry.actor for entry in Entry.objects.filter(object=lead.lead_id).order_by("number")][-2:] == [
        "lou",
        "mar",
    ]


def test_the_database_itself_holds_no_early_deletion_by_one(imported, lou):
    with pytest.raises(IntegrityError), transaction.atomic():
        Deletion.objects.create(file="lead", number=1, rule="early", deleted=timezone.now(), asked_by=lou.user,
                                approved_by=lou.user)  # fmt: skip
    with pytest.raises(IntegrityError), transaction.atomic():
        Deletion.objects.create(file="lead", number=1, rule="early", deleted=timezone.now(), asked_by=lou.user)


@pytest.mark.parametrize("against", ["hold", "case", "proposal", "reason"])
def test_what_stands_against_an_early_deletion(filled, lou, against):
    lead = Lead.objects.first()
    if against == "hold":
        holds.place(lead, lou.user, lou.who, "A court asked for it.")
    elif against == "case":
        closed_case([lead], lou, 1)
    elif against == "proposal":
        propose(lead.lead_id, 0, lou.user, lou.who, Wish("file", "Seven unrelated payers."))
    with pytest.raises(RefusedError):
        early.ask(lead.lead_id, lou.user, lou.who, "short" if against == "reason" else "A court ordered it.")
    assert not EarlyDeletion.objects.exists()


def test_a_hold_that_came_meanwhile_stands_against_the_approval(filled, lou, person):
    lead, other = Lead.objects.first(), person("supervisor", "mar")
    wish = early.ask(lead.lead_id, lou.user, lou.who, "A court ordered it.")
    holds.place(lead, lou.user, lou.who, "Another court asked for it.")
    with pytest.raises(RefusedError, match="on hold"):
        early.approve(wish.pk, other.user, other.who)
    assert Lead.objects.filter(pk=lead.pk).exists()


def test_rules_are_set_all_or_none_and_logged(filled, lou):
    assert all(rule.assumed for rule in rules())
    assert {(rule.file, rule.outcome): rule.days for rule in rules()} == ASSUMED
    with pytest.raises(RefusedError, match=r"lead filed: found 'soon'.*case explained: found '0'"):
        change({("lead", "dismissed"): "30", ("lead", "filed"): "soon", ("case", "explained"): "0"}, lou.user, lou.who)
    assert not RetentionRule.objects.exists()
    assert change({("lead", "dismissed"): "30", ("lead", "filed"): "", ("lead", "open"): ""}, lou.user, lou.who) == 2
    now = {(rule.file, rule.outcome): (rule.days, rule.assumed) for rule in rules()}
    assert (now["lead", "dismissed"], now["lead", "filed"]) == ((30, False), (None, False))
    assert Entry.objects.filter(action="retention changed").count() == 2


def test_the_destroyed_key_is_gone_from_the_databases_files(quick, run_folder, lou):
    bring_in(run_folder)
    lead = dismissed(Lead.objects.first(), lou, 400)
    wrapped = bytes(lead.key.wrapped)

    def held():
        connection.close()
        return b"".join(path.read_bytes() for path in quick.glob("workspace.sqlite3*"))

    assert wrapped in held()
    assert sweep(BOX).scoured
    assert wrapped not in held()


def test_a_search_forgets_what_is_gone(filled, lou):
    lead = dismissed(Lead.objects.first(), lou, 400)
    assert lead.pk in subjects.holding(lead.subject)
    subject = lead.subject
    sweep(BOX)
    assert lead.pk not in subjects.holding(subject)


def test_the_page_does_it_all(imported, lou, person):
    mar = person("supervisor", "mar")
    first, second, third = Lead.objects.order_by("pk")[:3]
    dismissed(first, lou, 400)
    assert (
        lou.client.post(
            "/retention/holds", {"file": "lead", "number": f"#{second.pk}", "reason": "A court asked."}
        ).status_code
        == 302
    )
    assert (
        lou.client.post("/retention/early", {"number": str(third.pk), "reason": "A court ordered it."}).status_code
        == 302
    )
    shown = lou.client.get("/retention.json").json()
    assert [one["number"] for one in shown["due"]] == [first.pk]
    assert [(one["lead"], one["reason"]) for one in shown["holds"]] == [(second.pk, "A court asked.")]
    assert [one["lead"] for one in shown["early"]] == [third.pk]
    page = lou.client.get("/retention").content.decode()
    assert "Delete what is due: 1" in page
    assert "Approve: delete" not in page, "never offered to who asked"
    assert f"Approve: delete lead {third.pk}" in mar.client.get("/retention").content.decode()
    assert (
        mar.client.post(f"/retention/early/{EarlyDeletion.objects.get().pk}/answer", {"verdict": "refuse"}).status_code
        == 302
    )
    assert Lead.objects.filter(pk=third.pk).exists()
    assert lou.client.post("/retention/apply").status_code == 302
    assert not Lead.objects.filter(pk=first.pk).exists()
    assert lou.client.post(f"/retention/holds/{LegalHold.objects.get().pk}/lift").status_code == 302
    assert lou.client.post(f"/retention/holds/{LegalHold.objects.get().pk}/lift").status_code == 404
