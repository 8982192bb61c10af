"""Cases: how one comes to be, who does what in it, who is told, and for whom it does not exist."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection
from django.db import transaction as db
from django.utils import timezone

from tanglaw.casework.cases import closing, opening, referring, tasks, words
from tanglaw.casework.cases.opening import case_of
from tanglaw.casework.decisions.deciding import approve
from tanglaw.casework.models import Case, CaseLead, Decision, Entry, Lead, Referral, Task
from tanglaw.casework.reading.case_parties import leads_of, parties

from .casing import decide, leads, refused


def test_deciding_to_open_a_case_opens_one(ana, case):
    lead = leads()[0]
    assert (lead.state, case.keeper, case.state) == ("case", ana.user, "open")
    assert [one.user for one in case.people.all()] == [ana.user]
    subject = case.subjects.get()
    assert (subject.side, subject.party) == (lead.role, lead.subject)
    assert subject.role == ("victim" if lead.protect else "review")
    assert {"case opened", "lead added to case", "decided"} <= set(Entry.objects.values_list("action", flat=True))


def test_another_lead_joins_the_case_and_a_lead_is_in_one_open_case(ana, case):
    _, second, third = leads()[:3]
    decide(second, ana, case=case.pk)
    assert case_of(second) == case
    with refused("No such case"):
        decide(third, ana, case=9_999)
    decide(third, ana)
    other = case_of(third)
    assert other != case
    with pytest.raises(IntegrityError), db.atomic():
        CaseLead.objects.create(case=case, lead=third, added=timezone.now(), added_by=ana.user)
    third.refresh_from_db()
    assert CaseLead.objects.filter(lead=third, current=True).count() == 1


@pytest.mark.parametrize("kind", ["refer", "file"])
def test_referring_and_filing_need_a_case_to_be_worked_on(ana, rey, kind):
    lead = leads()[0]
    proposal = decide(lead, ana, kind)
    assert case_of(lead) is None
    approve(proposal.pk, rey.user, rey.who, "Agreed.")
    assert case_of(lead).opened_by == ana.user


def test_a_lead_that_is_taken_out_is_back_in_review(ana, case):
    lead = leads()[0]
    opening.take_out(case.pk, lead.lead_id, ana.user, ana.who, "It is about other people.")
    lead.refresh_from_db()
    assert (lead.state, case_of(lead)) == ("open", None)
    assert not Decision.objects.filter(lead=lead, standing="in_force").exists()
    decide(lead, ana, case=case.pk)
    assert case_of(lead) == case


def test_work_on_a_case_is_logged_and_in_its_chronology(ana, case):
    number = case.pk
    ana.client.post(f"/cases/{number}/notes", {"text": "The phone number belongs to a shop."})
    ana.client.post(
        f"/cases/{number}/entries",
        {"day": "2025-02-03", "time": "14:20", "what": "The bank called back.", "source": "Telephone note 12"},
    )
    due = (timezone.now() - timedelta(days=1)).date().isoformat()
    ana.client.post(f"/cases/{number}/tasks", {"what": "Ask for the opening documents", "to": "ana", "due": due})
    told = ana.client.get(f"/cases/{number}.json").json()["chronology"]
    kinds = {one["kind"] for one in told}
    assert {"payment", "lead", "decision", "note", "entry", "task", "case"} <= kinds
    assert all(one["source"] for one in told)
    assert [one["at"] for one in told] == sorted(one["at"] for one in told)
    only = ana.client.get(f"/cases/{number}.json?show=entry&order=newest").json()["chronology"]
    assert [(one["what"], one["day_only"]) for one in only] == [("The bank called back.", False)]
    assert "Telephone note 12" in only[0]["source"]
    page = ana.client.get("/tasks").content.decode()
    assert "Ask for the opening documents" in page
    task = Task.objects.get()
    assert ana.client.get("/tasks.json?state=overdue").json()["tasks"][0]["number"] == task.pk
    ana.client.post(f"/cases/{number}/tasks/{task.pk}/done", {"result": "They came."})
    assert ana.client.get("/tasks.json").json()["tasks"] == []
    with refused("Done already"):
        tasks.finish_task(number, task.pk, ana.user, ana.who, "")
    seen = set(Entry.objects.filter(object=str(number), kind="case").values_list("action", flat=True))
    assert {"case seen", "case note added", "case entry added", "task added", "task done"} <= seen


def test_what_has_no_day_or_no_source_is_no_entry(ana, case):
    with refused("No day"):
        words.add_event(case.pk, ana.user, ana.who, timezone.now() + timedelta(days=1), "x" * 9, "y" * 9, day_only=True)
    with refused("source"):
        words.add_event(case.pk, ana.user, ana.who, timezone.now(), "The bank called.", " ", day_only=True)


def wish(recipient="National cyber crime unit", contact="", apart=True):
    return referring.Wish(
        "police", recipient, contact, "vital", "Act 1", "Where a child may be.", "Danger to a child.", apart
    )


def test_a_referral_takes_two_and_approved_is_not_told(ana, rey, case):
    referral = referring.propose(case.pk, ana.user, ana.who, wish())
    with refused("second person"):
        referring.approve(case.pk, referral.pk, ana.user, ana.who, "")
    with refused("cannot follow"):
        referring.tell(case.pk, referral.pk, ana.user, ana.who, timezone.now(), "by telephone", "")
    referring.approve(case.pk, referral.pk, rey.user, rey.who, "Agreed.")
    page = ana.client.get(f"/cases/{case.pk}").content.decode()
    assert "Approved, not told yet" in page
    at = timezone.now() - timedelta(hours=1)
    referring.tell(case.pk, referral.pk, ana.user, ana.who, at, "by telephone", "CP-12")
    referral.refresh_from_db()
    assert (referral.standing, referral.second, referral.made_by) == ("told", rey.user, ana.user)
    said = ana.client.get(f"/cases/{case.pk}.json").json()["referrals"][0]
    assert (said["reference"], said["basis"], said["means"]) == ("CP-12", "vital", "by telephone")


def test_a_reviewer_who_proposed_a_referral_cannot_approve_it_by_the_address(rey, case):
    referral = referring.propose(case.pk, rey.user, rey.who, wish())
    answer = rey.client.post(f"/cases/{case.pk}/referrals/{referral.pk}/answer", {"verdict": "approve"})
    assert answer.status_code == 403
    assert Referral.objects.get().standing == "proposed"


@pytest.mark.parametrize(
    ("changed", "law"),
    [
        ({"standing": "approved"}, "referral_approved_by_two"),
        ({"standing": "told"}, "referral_approved_by_two|referral_told_by_somebody"),
        ({"standing": "approved", "second_id": "ana"}, "referral_second_is_another_person"),
        ({"standing": "told", "second_id": "rey"}, "referral_told_by_somebody"),
        ({"kind": "guardian"}, "referral_recipient_is_known"),
    ],
)
def test_the_database_itself_refuses_a_referral_by_one(ana, rey, case, changed, law):
    referral = referring.propose(case.pk, ana.user, ana.who, wish())
    who = {"ana": ana.user.pk, "rey": rey.user.pk}
    values = {name: who.get(value, value) if name == "second_id" else value for name, value in changed.items()}
    sets = ", ".join(f"{name} = %s" for name in values)
    key = referral.pk.hex if connection.vendor == "sqlite" else referral.pk
    with pytest.raises(IntegrityError, match=law), db.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE casework_referral SET {sets} WHERE id = %s", [*values.values(), key])


@pytest.mark.parametrize(
    ("changed", "law"),
    [
        ({"state": "closed"}, "case_closed_with_an_outcome"),
        ({"outcome": "explained"}, "case_closed_with_an_outcome"),
        ({"restricted": True}, "case_restricted_by_somebody"),
    ],
)
def test_the_database_itself_refuses_a_case_half_closed(case, changed, law):
    with pytest.raises(IntegrityError, match=law), db.atomic():
        Case.objects.filter(pk=case.pk).update(**changed)


def test_nobody_of_the_payments_is_ever_told(filled, person):
    """By name, in either order and whatever the accents; by account; by a name that people wrote down."""
    ana = person("analyst", "ana")
    lead = Lead.objects.filter(pattern="livestream_purchase").first()
    decide(lead, ana)
    case = case_of(lead)
    everybody = parties(leads_of(case, None))
    case.subjects.create(role="witness", name="Zöe Invented", added=timezone.now(), added_by=ana.user)
    recipients = [("Support office", "zoe invented"), ("Invented, Zöe", "")]
    for (_, account), party in everybody.items():
        recipients.append(("Child line", f"account {account}"))
        for name in party.names:
            recipients += [
                (name, ""),
                (f"Police, Mrs {' '.join(reversed(name.split()))}", ""),
                (name.upper(), "desk 2"),
            ]
    for recipient, contact in recipients:
        with refused("The recipient is part of this case"):
            referring.propose(case.pk, ana.user, ana.who, wish(recipient, contact))
    with refused("Not looked at"):
        referring.propose(case.pk, ana.user, ana.who, wish(apart=False))
    referring.propose(case.pk, ana.user, ana.who, wish())
    page = ana.client.get(f"/cases/{case.pk}").content.decode()
    assert "the guardian may be the facilitator" in page
    form = {
        "kind": "police",
        "recipient": name,
        "basis": "vital",
        "told": "x" * 20,
        "grounds": "y" * 20,
        "apart": "yes",
    }
    answer = ana.client.post(f"/cases/{case.pk}/referrals", form)
    assert answer.status_code == 422
    assert "a guardian may be the facilitator" in answer.content.decode()


def test_names_are_withheld_until_a_reason_is_given_and_the_look_is_logged(filled, person):
    ana, ben = person("analyst", "ana"), person("analyst", "ben")
    lead = Lead.objects.filter(protect=True).first()
    decide(lead, ana)
    case = case_of(lead)
    case.subjects.create(role="victim", name="Lorna Invented", added=timezone.now(), added_by=ana.user)
    words.add_note(case.pk, ana.user, ana.who, "I spoke with the school of Lorna Invented.")
    for suffix in ("", ".json"):
        page = ana.client.get(f"/cases/{case.pk}{suffix}").content.decode()
        assert "Lorna" not in page
        assert "Name withheld" in page
    assert ana.client.post(f"/cases/{case.pk}/names", {"reason": "why"}).status_code == 422
    assert ana.client.post(f"/cases/{case.pk}/names", {"reason": "To compare with the school."}).status_code == 302
    assert "the school of Lorna Invented" in ana.client.get(f"/cases/{case.pk}").content.decode()
    assert "Lorna" not in ben.client.get(f"/cases/{case.pk}").content.decode()
    look = Entry.objects.filter(action="names unmasked").latest("number")
    assert (look.kind, look.object, look.actor) == ("case", str(case.pk), "ana")
    assert "To compare with the school." not in look.detail  # the reason stands sealed; who reads the log reads it
    assert "To compare with the school." in person("auditor").client.get("/log").content.decode()


def test_who_does_not_see_a_name_cannot_overwrite_it(filled, person):
    ana = person("analyst", "ana")
    lead = Lead.objects.filter(protect=True).first()
    decide(lead, ana)
    case = case_of(lead)
    one = case.subjects.create(role="witness", name="Lorna Invented", added=timezone.now(), added_by=ana.user)
    form = {"role": "victim", "name": "", "about": "Name withheld"}
    assert ana.client.post(f"/cases/{case.pk}/subjects/{one.pk}", form).status_code == 302
    one.refresh_from_db()
    assert (one.role, one.name, one.about) == ("victim", "Lorna Invented", "")


def test_a_case_is_closed_when_nothing_is_left_to_do(ana, rey, case):
    task = tasks.add_task(case.pk, ana.user, ana.who, "Call the bank", "", timezone.now().date())
    referral = referring.propose(case.pk, ana.user, ana.who, wish())
    with refused("1 task not done; 1 referral waiting"):
        closing.close(case.pk, ana.user, ana.who, "referred", "The unit was told.")
    tasks.finish_task(case.pk, task.pk, ana.user, ana.who, "")
    referring.withdraw(case.pk, referral.pk, ana.user, ana.who)
    with refused("No outcome"):
        closing.close(case.pk, ana.user, ana.who, "settled", "The unit was told.")
    closing.close(case.pk, ana.user, ana.who, "referred", "The unit was told.")
    assert case_of(leads()[0]) is None
    with refused("closed"):
        words.add_note(case.pk, ana.user, ana.who, "One more thing.")
    assert ana.client.get(f"/cases/{case.pk}").status_code == 200
    assert ana.client.post(f"/cases/{case.pk}/reopen", {"why": "The payer paid again."}).status_code == 404
    assert rey.client.post(f"/cases/{case.pk}/reopen", {"why": "The payer paid again."}).status_code == 302
    assert case_of(leads()[0]) == case


def test_a_lead_of_a_closed_case_can_be_in_a_new_one_and_then_the_old_one_stays_closed(ana, rey, case):
    lead = leads()[0]
    closing.close(case.pk, ana.user, ana.who, "explained", "All of it is family support.")
    decide(lead, rey, "reopen")
    decide(lead, ana)
    assert case_of(lead) != case
    with refused("Held by another case"):
        closing.reopen(case.pk, rey.who, "The payer paid again.")


def test_the_list_is_found_by_its_address(ana, rey, case):
    lead = leads()[0]
    assert [one["number"] for one in ana.client.get("/cases.json?whose=mine").json()["cases"]] == [case.pk]
    assert rey.client.get("/cases.json?whose=mine").json()["cases"] == []
    for query in (f"find={lead.lead_id}", f"find={lead.subject}", f"find={case.pk}", "state=any&order=oldest"):
        assert rey.client.get(f"/cases.json?{query}").json()["cases_in_all"] == 1
    assert rey.client.get("/cases.json?state=closed").json()["cases"] == []
    assert rey.client.get("/cases.json?find=nothing-like-it").json()["cases"] == []
    assert rey.client.get("/cases.json?state=burnt&page=-3").status_code == 200


def test_what_belongs_to_another_case_does_not_exist_in_this_one(ana, rey, case):
    other = Case.objects.create(title="Another", opened=timezone.now(), opened_by=ana.user)
    task = tasks.add_task(case.pk, ana.user, ana.who, "Call the bank", "", timezone.now().date())
    referral = referring.propose(case.pk, ana.user, ana.who, wish())
    assert ana.client.post(f"/cases/{other.pk}/tasks/{task.pk}/done").status_code == 404
    assert ana.client.post(f"/cases/{other.pk}/subjects/{case.subjects.get().pk}", {"role": "other"}).status_code == 404
    assert (
        rey.client.post(f"/cases/{other.pk}/referrals/{referral.pk}/answer", {"verdict": "approve"}).status_code == 404
    )
    assert ana.client.get("/cases/99999999999999999999").status_code == 404
