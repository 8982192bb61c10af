"""Tipping-off: for whom a filing does not exist, whose names it withholds, and how it is taken out."""

from __future__ import annotations

import json
import re

from tanglaw.casework.cases.opening import case_of
from tanglaw.casework.decisions.deciding import Wish, propose
from tanglaw.casework.filing import drafting
from tanglaw.casework.models import Entry, Lead
from tanglaw.casework.reading import case_names
from tanglaw.filings.dossier.files import from_json

from .filing_desk import begin, post, to_approved


def test_a_filing_is_there_for_who_needs_to_know_alone(quick_desk, person):
    """Tipping-off: an analyst outside the case, the auditor and the administrator see what they would without it."""
    desk = quick_desk
    outsider = person("analyst", "outsider")
    before = {path: _plain(outsider, path) for path in ("/queue", "/proposals", "/filings", "/cases", "/statistics")}
    case_before = outsider.client.get(f"/cases/{desk.case.pk}.json").json()
    filing = begin(desk)
    post(desk.ana, filing, "validate")
    assert {path: _plain(outsider, path) for path in before} == before
    assert outsider.client.get(f"/cases/{desk.case.pk}.json").json() == case_before
    page = outsider.client.get(f"/cases/{desk.case.pk}").content.decode()
    assert "iling" not in page.replace("/filings", "").replace(">Filings</a>", "").replace("what is filed", "")
    for address in ("", ".json", "/pack.zip", f"/files/{filing.files.first().name}"):
        assert outsider.client.get(f"/filings/{filing.pk}{address}").status_code == 404
    for step in ("narrative", "party", "facts", "validate", "back", "withdraw", "hand-over", "correct"):
        assert outsider.client.post(f"/filings/{filing.pk}/{step}").status_code == 404
    assert outsider.client.post(f"/cases/{desk.case.pk}/filings", {"lead": desk.lead.lead_id}).status_code == 404
    for role in ("auditor", "administrator"):
        other = person(role)
        assert other.client.get("/filings").status_code == 403
        assert other.client.get(f"/filings/{filing.pk}").status_code == 404
    told = "".join(f"{e.object}{e.detail}" for e in Entry.objects.filter(kind="filing"))
    assert filing.reference not in told
    assert filing.authority not in told
    assert desk.lead.lead_id not in told
    assert Entry.objects.filter(action="filing step").exists()


def _plain(someone, path):
    text = someone.client.get(path).content.decode()
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", text)


def test_a_restricted_case_hides_its_filings_from_who_approves(quick_desk, person):
    desk = quick_desk
    filing = begin(desk)
    sup = person("supervisor", "sup")
    assert sup.client.post(f"/cases/{desk.case.pk}/restriction", {"why": "A colleague knows them."}).status_code == 302
    assert desk.rey.client.get(f"/filings/{filing.pk}").status_code == 404
    assert desk.rey.client.get("/filings.json").json()["filings"] == []
    assert desk.ana.client.get(f"/filings/{filing.pk}").status_code == 200


def test_what_is_taken_out_is_marked_and_logged_and_needs_a_reason(quick_desk, person):
    desk = quick_desk
    filing = begin(desk)
    post(desk.ana, filing, "validate")
    name = filing.files.first().name
    answer = desk.ana.client.get(f"/filings/{filing.pk}/files/{name}")
    assert answer.status_code == 200
    assert answer["Content-Disposition"].count("TLP-AMBER-STRICT") == 1
    assert answer["X-Marking"] == "TLP:AMBER+STRICT"
    assert Entry.objects.filter(action="filing exported", object=str(filing.pk)).count() == 1
    pack = desk.ana.client.get(f"/filings/{filing.pk}/pack.zip?redacted=yes")
    assert pack.status_code == 200
    assert pack.content.startswith(b"PK")
    sup = person("supervisor", "sup")
    assert sup.client.get(f"/filings/{filing.pk}/files/{name}").status_code == 403
    assert sup.client.get(f"/filings/{filing.pk}/files/nothing.json").status_code in {403, 404}


def test_names_of_protected_people_are_withheld_until_a_reason_is_given(quick_desk, person):
    desk = quick_desk
    victim = (
        Lead.objects.filter(protect=True, pattern="extortion_victim").first()
        or Lead.objects.filter(protect=True).first()
    )
    propose(victim.lead_id, 0, desk.ana.user, desk.ana.who, Wish("case", "May be seventeen and in danger."))
    case = case_of(victim)
    made = drafting.begin(case.pk, victim, "str-generic", desk.ana.user, desk.ana.who)
    name = from_json(made.dossier).the_subject.names[0]
    for suffix in ("", ".json"):
        assert name not in desk.ana.client.get(f"/filings/{made.pk}{suffix}").content.decode()
    case_names.unmask(case, desk.ana.user, desk.ana.who, "To write the report.")
    assert name in desk.ana.client.get(f"/filings/{made.pk}").content.decode()


def test_receipts_of_others_are_settled_but_not_told(quick_desk, person):
    desk = quick_desk
    filing = to_approved(desk)
    post(desk.rey, filing, "sign")
    post(desk.ana, filing, "hand-over")
    outsider = person("analyst", "outsider")
    body = {
        "format": "tanglaw-receipt/1",
        "reference": filing.reference,
        "version": 1,
        "accepted": True,
        "receipt": "F-1",
    }
    (desk.inbox / "a.json").write_text(json.dumps(body))
    answer = outsider.client.post("/filings/receive", follow=True)
    assert filing.reference not in answer.content.decode()
    assert "F-1" not in answer.content.decode()
    filing.refresh_from_db()
    assert filing.state == "acknowledged"
