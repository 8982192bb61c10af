"""Who may do what, as a matrix: every role × every address, the twins for programs included."""

from __future__ import annotations

import re
import uuid
from urllib.parse import urlencode

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from tanglaw.casework.decisions.deciding import Wish, propose
from tanglaw.casework.models import Decision, Entry, Lead, SavedView
from tanglaw.casework.permissions import CONDITIONS, TABLE, name_of
from tanglaw.casework.roles import Role

from .everything import cases_and_filings, leads_and_runs

FORM = "application/x-www-form-urlencoded"
REVIEWING = {"analyst", "reviewer", "supervisor"}
SECOND = {"reviewer", "supervisor"}

MATRIX = {
    # method, address: roles that may; everybody else is answered with the status
    ("GET", "/queue"): (REVIEWING, 403),
    ("GET", "/queue.json"): (REVIEWING, 403),
    ("GET", "/victims"): (REVIEWING, 403),
    ("GET", "/victims.json"): (REVIEWING, 403),
    ("GET", "/proposals"): (REVIEWING, 403),
    ("GET", "/proposals.json"): (REVIEWING, 403),
    ("POST", "/queue/next"): (REVIEWING, 403),
    ("POST", "/views"): (REVIEWING, 403),
    ("GET", "/leads/{lead}"): (REVIEWING, 404),
    ("GET", "/leads/{lead}.json"): (REVIEWING, 404),
    ("POST", "/leads/{lead}/claim"): (REVIEWING, 404),
    ("POST", "/leads/{lead}/release"): (REVIEWING, 404),
    ("POST", "/leads/{lead}/assign"): ({"supervisor"}, 404),
    ("POST", "/leads/{lead}/names"): (REVIEWING, 404),
    ("POST", "/leads/{lead}/notes"): (REVIEWING, 404),
    ("POST", "/leads/{lead}/decisions"): (REVIEWING, 404),
    ("POST", "/leads/{proposed}/decisions/{decision}/answer"): (SECOND, 404),
    ("GET", "/leads/{lead}/payments"): (REVIEWING, 404),
    ("GET", "/leads/{lead}/payments.json"): (REVIEWING, 404),
    ("GET", "/leads/{lead}/network"): (REVIEWING, 404),
    ("GET", "/leads/{lead}/network.json"): (REVIEWING, 404),
    ("GET", "/leads/{lead}/network/{handle}"): (REVIEWING, 404),
    ("GET", "/leads/{lead}/network/{handle}.json"): (REVIEWING, 404),
    ("POST", "/leads/{joined}/links"): (REVIEWING, 404),
    ("POST", "/leads/{joined}/links/{link}/undo"): (REVIEWING, 404),
    ("GET", "/cases"): (REVIEWING, 403),
    ("GET", "/cases.json"): (REVIEWING, 403),
    ("GET", "/tasks"): (REVIEWING, 403),
    ("GET", "/tasks.json"): (REVIEWING, 403),
    ("GET", "/cases/{case}"): (REVIEWING, 404),
    ("GET", "/cases/{case}.json"): (REVIEWING, 404),
    ("POST", "/cases/{case}/notes"): (REVIEWING, 404),
    ("POST", "/cases/{case}/entries"): (REVIEWING, 404),
    ("POST", "/cases/{case}/tasks"): (REVIEWING, 404),
    ("POST", "/cases/{case}/tasks/{task}/done"): (REVIEWING, 404),
    ("POST", "/cases/{case}/subjects"): (REVIEWING, 404),
    ("POST", "/cases/{case}/subjects/{subject}"): (REVIEWING, 404),
    ("POST", "/cases/{case}/title"): (REVIEWING, 404),
    ("POST", "/cases/{case}/names"): (REVIEWING, 404),
    ("POST", "/cases/{case}/team"): ({"supervisor"}, 404),  # and whoever is named in the case
    ("POST", "/cases/{case}/referrals"): (REVIEWING, 404),
    ("POST", "/cases/{case}/referrals/{referral}/answer"): (SECOND, 404),
    ("POST", "/cases/{case}/referrals/{approved}/told"): (REVIEWING, 404),
    ("POST", "/cases/{case}/leads/{held}/out"): ({"supervisor"}, 404),  # and whoever is named in the case
    ("POST", "/cases/{case}/restriction"): ({"supervisor"}, 404),
    ("POST", "/cases/{emptied}/close"): (SECOND, 404),  # and whoever is named in the case
    ("POST", "/cases/{closed}/reopen"): (SECOND, 404),
    ("GET", "/filings"): (REVIEWING, 403),
    ("GET", "/filings.json"): (REVIEWING, 403),
    ("POST", "/filings/receive"): (REVIEWING, 403),
    # Known to the people of the case, and to who approves: an analyst outside it gets what a stranger to it gets.
    ("GET", "/filings/{filing}"): (SECOND, 404),
    ("GET", "/filings/{filing}.json"): (SECOND, 404),
    ("POST", "/filings/{filing}/narrative"): (SECOND, 404),
    ("POST", "/filings/{filing}/party"): (SECOND, 404),
    ("POST", "/filings/{filing}/facts"): (SECOND, 404),
    ("POST", "/filings/{filing}/validate"): (SECOND, 404),
    ("POST", "/filings/{waiting}/approve"): (SECOND, 404),
    ("POST", "/filings/{waiting}/sign"): (SECOND, 404),
    ("POST", "/filings/{signed}/hand-over"): (SECOND, 404),
    ("POST", "/filings/{rejected}/correct"): (SECOND, 404),
    ("POST", "/filings/{waiting}/back"): (SECOND, 404),
    ("POST", "/filings/{filing}/withdraw"): (SECOND, 404),
    ("GET", "/filings/{rejected}/files/{file}"): (SECOND, 404),
    ("GET", "/filings/{rejected}/pack.zip"): (SECOND, 404),
    ("GET", "/outcomes.csv"): (SECOND, 403),
    ("GET", "/runs"): (REVIEWING, 403),
    ("GET", "/runs.json"): (REVIEWING, 403),
    ("GET", "/runs/detections/{detection}"): (REVIEWING, 404),
    ("GET", "/runs/detections/{detection}.json"): (REVIEWING, 404),
    ("GET", "/runs/detections/{detection}/progress"): (REVIEWING, 404),
    ("POST", "/runs/detections/{detection}/cancel"): (SECOND, 404),
    ("POST", "/runs/sources/idle/start"): (SECOND, 404),
    ("POST", "/runs/sources/idle/schedule"): ({"supervisor"}, 404),
    ("GET", "/statistics"): (REVIEWING, 403),
    ("GET", "/statistics.json"): (REVIEWING, 403),
    ("GET", "/statistics.csv"): (REVIEWING, 403),
    ("GET", "/log"): ({"auditor"}, 403),
    ("GET", "/log.json"): ({"auditor"}, 403),
    ("GET", "/log/export.jsonl"): ({"auditor"}, 403),
    ("POST", "/log/heads"): ({"auditor"}, 403),
    ("GET", "/access"): ({"supervisor"}, 403),
    ("POST", "/access"): ({"supervisor"}, 403),
    ("GET", "/retention"): (SECOND, 403),
    ("GET", "/retention.json"): (SECOND, 403),
    ("GET", "/retention/policy"): ({"supervisor", "administrator"}, 403),
    ("GET", "/retention/policy.json"): ({"supervisor", "administrator"}, 403),
    ("POST", "/retention/policy/change"): ({"supervisor", "administrator"}, 403),
    ("POST", "/retention/apply"): ({"supervisor"}, 403),
    ("POST", "/retention/holds"): (SECOND, 403),
    ("POST", "/retention/holds/{hold}/lift"): ({"supervisor"}, 403),
    ("POST", "/retention/early"): (SECOND, 403),
    ("POST", "/retention/early/{early}/answer"): ({"supervisor"}, {"reviewer": 404, "": 403}),
    ("GET", "/people"): ({"administrator"}, 403),
    ("GET", "/people.json"): ({"administrator"}, 403),
    ("GET", "/people/keys"): ({"administrator"}, 403),
    ("GET", "/people/keys.json"): ({"administrator"}, 403),
    ("POST", "/people/add"): ({"administrator"}, 403),
    ("POST", "/people/proposer/factor"): ({"administrator"}, 404),
    ("POST", "/people/proposer/password"): ({"administrator"}, 404),
    ("POST", "/people/proposer"): ({"administrator"}, 404),
}
FORMS = {
    "/views": {"name": "mine", "query": "overdue=yes"},
    "/leads/{lead}/names": {"reason": "To compare with our records."},
    "/leads/{lead}/notes": {"text": "Checked the address."},
    "/leads/{lead}/decisions": {"kind": "case", "grounds": "Four unrelated payers.", "revision": "0"},
    "/leads/{proposed}/decisions/{decision}/answer": {"verdict": "approve"},
    "/leads/{joined}/links": {"apart": "{account}", "grounds": "Two sisters with one phone."},
    "/runs/sources/idle/schedule": {"every": "day", "at": "02:30", "weekday": "0"},
    "/cases/{case}/notes": {"text": "Asked the other institution."},
    "/cases/{case}/entries": {"day": "2025-03-01", "what": "The bank called.", "source": "Telephone note"},
    "/cases/{case}/tasks": {"what": "Ask for the opening documents.", "due": "2030-01-01"},
    "/cases/{case}/subjects": {"role": "witness", "name": "Rosalind Invented", "about": "Works at the counter."},
    "/cases/{case}/subjects/{subject}": {"role": "facilitator"},
    "/cases/{case}/title": {"title": "Seven payers, one household"},
    "/cases/{case}/names": {"reason": "To compare with our records."},
    "/cases/{case}/team": {"what": "add", "person": "proposer"},
    "/cases/{case}/referrals": {
        "kind": "police",
        "recipient": "National cyber crime unit",
        "basis": "vital",
        "told": "Where a child may be.",
        "grounds": "Danger to a child.",
        "apart": "yes",
    },
    "/cases/{case}/referrals/{referral}/answer": {"verdict": "approve"},
    "/cases/{case}/referrals/{approved}/told": {"day": "2025-03-01", "means": "by telephone"},
    "/cases/{case}/leads/{held}/out": {"why": "It is about other people."},
    "/cases/{case}/restriction": {"why": "A colleague is related to them."},
    "/cases/{emptied}/close": {"outcome": "explained", "words": "All of it is family support."},
    "/cases/{closed}/reopen": {"why": "The payer paid again today."},
    "/filings/{filing}/narrative": {"revision": "0", "who": "Somebody."},
    "/filings/{filing}/party": {"revision": "1", "key": "P1", "names": "Vera Invented"},
    "/filings/{filing}/facts": {"revision": "2", "tlp": "TLP:RED"},
    "/filings/{filing}/validate": {"revision": "3"},
    "/filings/{filing}/withdraw": {"why": "Family support after all."},
    "/filings/{waiting}/back": {"why": "A payment is missing."},
    "/people/add": {"username": "new.one", "name": "New One", "role": "analyst", "password": "a-long-first-password"},
    "/people/proposer": {"role": "analyst"},
    "/access": {"accounts": "C-0000", "reason": "Her letter of 1 March, passport seen."},
    "/retention/holds": {"file": "lead", "number": "6", "reason": "A court asked for it."},
    "/retention/early": {"number": "7", "reason": "A court ordered it."},
    "/retention/early/{early}/answer": {"verdict": "refuse"},
}
CONVERTED = {
    "joined": "<slug:lead_id>", "handle": "<slug:handle>", "link": "<uuid:number>", "detection": "<int:number>",
    "lead": "<slug:lead_id>", "proposed": "<slug:lead_id>", "held": "<slug:lead_id>", "decision": "<uuid:decision_id>",
    "case": "<int:number>", "emptied": "<int:number>", "closed": "<int:number>", "task": "<int:task>",
    "filing": "<int:number>", "waiting": "<int:number>", "signed": "<int:number>", "rejected": "<int:number>",
    "file": "<str:name>", "subject": "<int:subject>", "referral": "<uuid:referral>", "approved": "<uuid:referral>",
    "hold": "<int:number>", "early": "<int:number>",
}  # fmt: skip
"""What stands in the addresses of the workspace for each name of the matrix."""

OPEN = {"home", "help", "comfort", "health", "icon", "keys", "keys.json"}
"""Addresses that every role, or everybody, may open."""

TESTED_APART = {"withdraw", "remove_view", "withdraw_referral", "begin_filing", "make_key", "revoke_key"}
"""What belongs to one person, not to a role; and what needs a whole run (:mod:`test_filing`)."""


@pytest.fixture
def places(filled, person, tmp_path):
    proposer = person("analyst", "proposer")
    TOTP.activate(proposer.user, generate_totp_secret())
    return leads_and_runs(filled, proposer, tmp_path)


@pytest.fixture
def everywhere(places, filled):
    return places | cases_and_filings(filled)


@pytest.mark.parametrize("role", Role.values)
def test_the_matrix(everywhere, person, role):
    someone = person(role)
    for (method, route), (may, otherwise) in MATRIX.items():
        address = route.format(**everywhere)
        answer = someone.client.generic(
            method,
            address,
            **({"data": _form(route, everywhere), "content_type": FORM} if method == "POST" else {}),
        )
        if role in may:
            assert answer.status_code in {200, 302}, f"{role} {method} {route}: {answer.content[:300]}"
        else:
            expected = otherwise.get(role, otherwise[""]) if isinstance(otherwise, dict) else otherwise
            assert answer.status_code == expected, f"{role} {method} {route}: {answer.status_code}"
            assert b"C-4401" not in answer.content


def _form(route, places):
    return urlencode({name: value.format(**places) for name, value in FORMS.get(route, {}).items()})


def test_every_address_stands_in_the_matrix():
    """A page that is added without a thought for who may open it fails here; the API has a matrix of its own."""
    tested = {
        re.sub(r"{(\w+)}", lambda found: CONVERTED[found[1]], route).replace("people/proposer", "people/<str:username>")
        .replace("sources/idle", "sources/<slug:name>").lstrip("/")
        for _, route in MATRIX
    }  # fmt: skip
    for pattern in get_resolver().url_patterns:
        assert isinstance(pattern, URLPattern | URLResolver)
        route = str(pattern.pattern)
        if route.startswith(("sign-in/", "api/v1/")) or pattern.name in OPEN | TESTED_APART:
            continue
        assert route in tested, f"say in MATRIX who may open {route}"


def test_nobody_who_is_not_signed_in_gets_anything(everywhere):
    stranger = Client(headers={"host": "localhost"})
    for method, route in MATRIX:
        address = route.format(**everywhere)
        answer = stranger.generic(method, address)
        if address.endswith(".json"):
            assert (answer.status_code, answer["Content-Type"]) == (401, "application/problem+json")
        else:
            assert answer.status_code == 302
            assert answer["Location"].startswith("/sign-in/login/")


@pytest.mark.parametrize("suffix", ["", ".json", "/claim", "/notes", "/names", "/decisions"])
def test_what_does_not_exist_and_what_one_may_not_see_look_the_same(places, person, suffix):
    analyst, auditor = person("analyst"), person("auditor")
    method = "get" if suffix in {"", ".json"} else "post"
    nowhere = getattr(analyst.client, method)(f"/leads/L-nowhere{suffix}")
    hidden = getattr(auditor.client, method)(f"/leads/{places['lead']}{suffix}")
    assert nowhere.status_code == hidden.status_code == 404
    strip = lambda answer: answer.content.replace(b"Auditor", b"").replace(b"Analyst", b"")  # noqa: E731
    if suffix == ".json":
        assert strip(nowhere) == strip(hidden)


def test_a_decision_under_another_lead_does_not_exist(places, person):
    reviewer = person("reviewer")
    answer = reviewer.client.post(
        f"/leads/{places['lead']}/decisions/{places['decision']}/answer", {"verdict": "approve"}
    )
    assert answer.status_code == 404
    assert Decision.objects.get().standing == "proposed"
    assert reviewer.client.post(f"/leads/{places['proposed']}/decisions/{uuid.uuid4()}/answer").status_code == 404


def test_views_of_others_do_not_exist(filled, person):
    ana, ben = person("analyst", "ana"), person("analyst", "ben")
    ana.client.post("/views", {"name": "late", "query": "overdue=yes"})
    view = SavedView.objects.get()
    assert b"late" not in ben.client.get("/queue").content
    assert ben.client.post(f"/views/{view.pk}/remove").status_code == 404
    assert ana.client.post(f"/views/{view.pk}/remove").status_code == 302
    assert not SavedView.objects.exists()


def test_only_the_proposer_is_offered_to_withdraw_and_only_others_to_approve(places, person):
    reviewer, proposer = person("reviewer"), Client(headers={"host": "localhost"})
    proposer.force_login(Decision.objects.get().proposed_by, "allauth.account.auth_backends.AuthenticationBackend")
    address = f"/leads/{places['proposed']}"
    assert b"Withdraw it" in proposer.get(address).content
    assert b'value="approve"' not in proposer.get(address).content
    assert b'value="approve"' in reviewer.client.get(address).content
    assert reviewer.client.post(f"{address}/decisions/{places['decision']}/withdraw").status_code == 403
    assert proposer.post(f"{address}/decisions/{places['decision']}/withdraw").status_code == 302


def test_the_proposer_who_is_a_reviewer_cannot_approve_by_the_address_either(filled, person):
    reviewer = person("reviewer")
    lead = Lead.objects.first()
    decision = propose(lead.lead_id, 0, reviewer.user, reviewer.who, Wish("refer", "May be a child of twelve."))
    answer = reviewer.client.post(f"/leads/{lead.lead_id}/decisions/{decision.pk}/answer", {"verdict": "approve"})
    assert answer.status_code == 403
    assert Decision.objects.get().standing == "proposed"


def test_an_analyst_cannot_reopen_by_the_address(filled, person):
    analyst, reviewer = person("analyst"), person("reviewer")
    lead = Lead.objects.first()
    propose(lead.lead_id, 0, analyst.user, analyst.who, Wish("dismiss", "Her own family.", explanation="nothing_found"))
    form = {"kind": "reopen", "grounds": "New information came in.", "revision": "1"}
    assert analyst.client.post(f"/leads/{lead.lead_id}/decisions", form).status_code == 404
    assert reviewer.client.post(f"/leads/{lead.lead_id}/decisions", form).status_code == 302


def test_every_refusal_is_logged(filled, person):
    person("auditor").client.get("/queue")
    entry = Entry.objects.first()
    assert (entry.actor, entry.action, entry.detail) == ("auditor", "refused", '{"action": "list", "on": "lead"}')


def test_a_closed_account_may_nothing(filled, person):
    supervisor = person("supervisor")
    supervisor.user.is_active = False
    supervisor.user.save()
    assert not any(supervisor.user.has_perm(name_of(kind, action)) for kind, action in TABLE)
    assert supervisor.client.get("/queue").status_code == 302


def test_conditions_belong_to_rows_of_the_table():
    assert set(CONDITIONS) <= set(TABLE)


def test_the_auditor_reads_the_log_and_nothing_else_and_the_administrator_sees_no_lead():
    assert {key for key, roles in TABLE.items() if Role.AUDITOR in roles} == {("log", "see"), ("log", "export")}
    assert {kind for (kind, _), roles in TABLE.items() if Role.ADMINISTRATOR in roles} == {"user", "policy"}
