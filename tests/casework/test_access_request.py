"""Everything about one person, nobody else in it, and nothing that would tip somebody off."""

from __future__ import annotations

import json
import re

import pytest
from django.utils import timezone

from tanglaw.casework.access.answering import answer, as_html, as_json
from tanglaw.casework.access.gathering import STANDING_NOTICE
from tanglaw.casework.cases.opening import case_of
from tanglaw.casework.decisions import links
from tanglaw.casework.decisions.deciding import Wish, approve, propose
from tanglaw.casework.intake.content import unpack
from tanglaw.casework.models import CasePerson, Entry, Lead
from tanglaw.casework.reading import names
from tanglaw.casework.site.problems import RefusedError

from .conftest import PASSWORD, bring_in
from .runs import write_run

WHY = "Her letter of 1 March, passport seen."
LAW = "Article 15, after the proceedings ended."


@pytest.fixture
def lou(person):
    return person("supervisor", "lou")


def payments_of(lead):
    return unpack(lead.versions.get(number=lead.version).content, 1)[1]


def a_payer():
    """A lead about a payer whose receivers have names."""
    leads = Lead.objects.filter(role="originator", protect=False)
    return next(lead for lead in leads if payments_of(lead)["beneficiary_name"].drop_nulls().len())


def asked(lou, lead, law=""):
    return answer([lead.subject], lou.user, lou.who, WHY, law)


def told_of(found, lead):
    return next(one for one in found.document["leads"] if one["number"] == lead.pk)


def test_it_holds_every_payment_note_decision_look_and_line_of_the_log(imported, lou, person):
    lead, ana = a_payer(), person("analyst", "ana")
    ana.client.get(f"/leads/{lead.lead_id}")
    names.unmask(lead, ana.user, ana.who, "To compare with our records.")
    ana.client.post(f"/leads/{lead.lead_id}/notes", {"text": "Pays on each payday."})
    propose(lead.lead_id, 0, ana.user, ana.who, Wish("dismiss", "Her own family.", explanation="nothing_found"))
    ana.client.get("/queue", {"find": lead.subject})
    told = told_of(asked(lou, lead), lead)
    assert {one["payment"] for one in told["payments"]} == set(payments_of(lead)["payment_id"])
    assert all(one["originator"]["account"] == lead.subject for one in told["payments"])
    assert told["is_about_this_person"]
    assert told["findings"][0]["probability"] == round(lead.score, 4)
    assert [one["text"] for one in told["notes"]] == ["Pays on each payday."]
    said = [(one["kind"], one["by"], one["grounds"]) for one in told["decisions"]]
    assert said == [("Dismiss", "Analyst", "Her own family.")]
    assert [one["reason"] for one in told["names_shown_to_staff"]] == ["To compare with our records."]
    lines = [(one["what"], one["by"]) for one in asked(lou, lead).document["log"]]
    for what in ("lead seen", "names unmasked", "note added", "decided", "queue seen"):
        assert (what, "Analyst") in lines
    assert ("access request answered", "Supervisor") in lines, "that it was answered before is told, too"


def test_nobody_else_stands_in_it_not_even_in_words(filled, lou, person):
    lead, ana = a_payer(), person("analyst", "ana")
    rows = payments_of(lead)
    others = {name for name in rows["beneficiary_name"].drop_nulls() if " " in name}
    accounts = set(rows["beneficiary_id"])
    words = f"{min(others).upper()} ({min(accounts)}), someone@example.org, is her aunt."
    ana.client.post(f"/leads/{lead.lead_id}/notes", {"text": words})
    found = asked(lou, lead)
    for text in (as_json(found), as_html(found)):
        assert not [name for name in others if name.casefold() in text.casefold()]
        assert not [one for one in accounts if one in text]
        assert "someone@example.org" not in text
        assert "is her aunt." in text
        assert "Ana" not in text.replace("Analyst", ""), "people of the team appear by their role"
        assert "another person, 1" in text


def test_a_counterpartys_own_document_tells_their_payments_and_not_what_was_found_of_another(filled, lou):
    lead = a_payer()
    payee = payments_of(lead)["beneficiary_id"][0]
    found = answer([payee], lou.user, lou.who, WHY, "")
    told = told_of(found, lead)
    assert not told["is_about_this_person"]
    assert "findings" not in told
    assert {one["beneficiary"]["account"] for one in told["payments"]} == {payee}
    assert lead.subject not in json.dumps(found.document)


@pytest.fixture
def filed(imported, lou, person):
    lead, ana, rey = a_payer(), person("analyst", "ana"), person("reviewer", "rey")
    ana.client.post(f"/leads/{lead.lead_id}/notes", {"text": "I want to report him to the unit."})
    decision = propose(lead.lead_id, 0, ana.user, ana.who, Wish("file", "Seven unrelated payers."))
    approve(decision.pk, rey.user, rey.who, "Well argued.")
    return Lead.objects.get(pk=lead.pk)


def test_nothing_gives_a_filing_away(filed, lou):
    found = asked(lou, filed)
    told = told_of(found, filed)
    text = (as_json(found) + as_html(found)).casefold()
    for word in (
        "file a report",
        "filed",
        "proposed",
        "approved",
        "unrelated payers",
        "argued",
        "report him",
        "waiting",
    ):
        assert word not in text, word
    assert (told["state"], told["decisions"], told["notes"]) == ("Under review", [], [])
    assert found.left_out >= 4
    clear = Lead.objects.filter(role="originator", state="open", protect=False).first()
    other = asked(lou, clear)
    assert STANDING_NOTICE in as_json(found)
    assert STANDING_NOTICE in as_json(other), "it stands in every document, so that it says nothing"
    assert set(told) == set(told_of(other, clear))


def test_where_law_allows_it_all_is_told_and_why_is_logged(filed, lou, person):
    found = asked(lou, filed, LAW)
    told = told_of(found, filed)
    assert (told["state"], found.left_out) == ("Filed", 0)
    said = [(one["kind"], one["answered_by"], one["answer"]) for one in told["decisions"]]
    assert said == [("File a report", "Reviewer", "Well argued.")]
    assert [one["text"] for one in told["notes"]] == ["I want to report him to the unit."]
    wanted = {"action": "access request answered", "object": filed.lead_id}
    logged = person("auditor").client.get("/log.json", wanted).json()
    opened = json.loads(logged["entries"][0]["opened"])
    assert (opened["law"], opened["reason"], opened["everything"]) == (LAW, WHY, True)


def test_the_export_itself_is_logged_without_naming_anybody(imported, lou):
    lead = a_payer()
    asked(lou, lead)
    entries = Entry.objects.filter(action="access request answered", actor="lou")
    assert {entry.kind for entry in entries} == {"access", "lead"}
    assert not [entry for entry in entries if lead.subject in entry.detail or "passport" in entry.detail]


def test_a_lead_of_a_case_that_is_restricted_to_others_does_not_stand_in_it(filled, lou, person):
    lead, ana = a_payer(), person("analyst", "ana")
    propose(lead.lead_id, 0, ana.user, ana.who, Wish("case", "Two households are involved."))
    case = case_of(Lead.objects.get(pk=lead.pk))
    case.restricted, case.restricted_by = True, ana.user
    case.save()
    assert lead.pk not in [one["number"] for one in asked(lou, lead).document["leads"]]
    CasePerson.objects.create(case=case, user=lou.user, added=timezone.now(), added_by=ana.user)
    assert lead.pk in [one["number"] for one in asked(lou, lead).document["leads"]]


@pytest.mark.parametrize(
    ("role", "accounts", "reason", "law", "title"),
    [
        ("reviewer", ["C-1"], WHY, "", "Not yours to do"),
        ("administrator", ["C-1"], WHY, "", "Not yours to do"),
        ("supervisor", [" ", ""], WHY, "", "No account named"),
        ("supervisor", [f"C-{n}" for n in range(51)], WHY, "", "No account named"),
        ("supervisor", ["C-1"], "because", "", "No reason given"),
        ("supervisor", ["C-1"], WHY, "because", "No reason given"),
    ],
)
def test_what_is_no_request_is_refused_and_nothing_is_logged(filled, person, role, accounts, reason, law, title):
    someone = person(role)
    with pytest.raises(RefusedError) as refused:
        answer(accounts, someone.user, someone.who, reason, law)
    assert refused.value.title == title
    assert not Entry.objects.filter(action="access request answered").exists()


def test_of_whom_nothing_is_held_nothing_is_told(filled, lou):
    found = answer(["C-NOBODY"], lou.user, lou.who, WHY, "")
    assert (found.leads, found.document["leads"], found.protected) == (0, [], False)
    assert "Nothing is held about these accounts." in as_html(found)


def test_the_page_hands_it_out_both_ways(imported, lou):
    lead = a_payer()
    form = {"accounts": f"{lead.subject}\r\n", "reason": WHY}
    page = lou.client.post("/access", {**form, "form": "html"})
    assert (page.status_code, b"What is held about you" in page.content) == (200, True)
    assert b"<style" not in page.content
    sent = lou.client.post("/access", {**form, "form": "json"})
    assert sent["Content-Disposition"].startswith("attachment")
    assert lead.pk in [one["number"] for one in sent.json()["leads"]]


def test_on_the_console_a_supervisor_gives_their_password(console, tmp_path, run_folder):
    for name, role in (("lou", "supervisor"), ("ana", "analyst")):
        assert console("workspace", "person", name, "--role", role, stdin=f"{PASSWORD}\n").returncode == 0
    assert console("workspace", "import", str(run_folder)).returncode == 0
    ask = ["workspace", "access-request", "C-4401", "--out", str(tmp_path / "out"), "--reason", WHY, "--by"]
    for name, password in (("lou", "wrong"), ("nobody", PASSWORD), ("ana", PASSWORD)):
        assert console(*ask, name, stdin=f"{password}\n").returncode == 2
    assert not (tmp_path / "out").exists()
    done = console(*ask, "lou", stdin=f"{PASSWORD}\n")
    assert done.returncode == 0, done.stderr
    assert json.loads((tmp_path / "out" / "held-about-you.json").read_text())["about"] == ["C-4401"]
    assert "<style>" in (tmp_path / "out" / "held-about-you.html").read_text()


def test_retention_and_keys_on_the_console(console, quick, tmp_path, run_folder):
    assert console("workspace", "import", str(run_folder)).returncode == 0
    said = console("workspace", "retention")
    assert "0 within 90 days, 0 of them now. Nothing was deleted" in said.stdout
    assert json.loads(console("workspace", "retention", "--json").stdout) == []
    assert "Deleted: 0 leads, 0 cases." in console("workspace", "retention", "--delete").stdout
    done = console("workspace", "rotate-key", "--destroy-old", "--json")
    assert json.loads(done.stdout)["destroyed"] == ["master-0001.key"]
    (quick / "keys" / "master-0002.key").rename(tmp_path / "away.key")
    lost = console("workspace", "retention")
    assert lost.returncode == 1
    assert "expected every key that records are sealed under" in lost.stderr


def test_accounts_that_people_told_apart_stand_in_it_the_other_numbered(filled, tmp_path, lou, person):
    bring_in(write_run(tmp_path / "joined", joined=True))
    lead, ana = Lead.objects.order_by("pk").last(), person("analyst", "ana")
    accounts = unpack(lead.versions.get(number=lead.version).content, 1)[0].subject_ids
    mine, *_, other = lead.subject, *sorted(set(accounts) - {lead.subject})
    made = links.split(lead, accounts, {mine}, f"{other} is her sister.", ana.user, ana.who)
    links.undo(lead, next(one.pk for one in made if other not in {one.left, one.right}), ana.user, ana.who)
    found = answer([mine], lou.user, lou.who, WHY, "")
    told = told_of(found, lead)["told_apart"]
    assert len(told) == len(accounts) - 1
    assert all(mine in one["accounts"] and one["by"] == "Analyst" for one in told)
    assert [one["taken_back_by"] for one in told].count("Analyst") == 1
    for text in (as_json(found), as_html(found)):
        assert "is her sister." in text
        assert not re.search(rf"{re.escape(other)}(?![\w-])", text)
    assert ("accounts split", "Analyst") in [(one["what"], one["by"]) for one in found.document["log"]]
    assert "sister" not in Entry.objects.get(action="accounts split").detail, "sealed under the record's key"
