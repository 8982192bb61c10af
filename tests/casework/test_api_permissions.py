"""Who may do what through the API, as a matrix: every role × every operation, with and without the scope."""

from __future__ import annotations

import json
import re

import pytest
from django.test import Client

from tanglaw.casework.api.app import api
from tanglaw.casework.api.door import Key
from tanglaw.casework.cases.opening import case_of
from tanglaw.casework.decisions.deciding import Wish, propose
from tanglaw.casework.models import Case, Decision, Entry, Lead, Note, SavedView
from tanglaw.casework.permissions import TABLE, name_of
from tanglaw.casework.programs import keys
from tanglaw.casework.programs.scopes import SCOPES, Scope
from tanglaw.casework.roles import Role

from .everything import cases_and_filings, leads_and_runs

REVIEWING = {"analyst", "reviewer", "supervisor"}
SECOND = {"reviewer", "supervisor"}
DECIDE = {"kind": "case", "grounds": "Four unrelated payers.", "revision": 0}
WHY_NAMES = {"reason": "To compare with our records."}
REFER = {
    "kind": "police", "recipient": "National cyber crime unit", "basis": "vital", "told": "Where a child may be.",
    "grounds": "Danger to a child.", "apart": True,
}  # fmt: skip

MATRIX = {
    # operation: method, address, body, roles that may, what everybody else is answered with
    "getMe": ("GET", "/me", None, set(Role.values), None),
    "listLeads": ("GET", "/leads", None, REVIEWING, 403),
    "listProposals": ("GET", "/proposals", None, REVIEWING, 403),
    "listExplanations": ("GET", "/explanations", None, REVIEWING, 403),
    "claimNextLead": ("POST", "/leads/claim-next", None, REVIEWING, 403),
    "getLead": ("GET", "/leads/{lead}", None, REVIEWING, 404),
    "listPayments": ("GET", "/leads/{lead}/payments", None, REVIEWING, 404),
    "getNetwork": ("GET", "/leads/{lead}/network", None, REVIEWING, 404),
    "getNeighbour": ("GET", "/leads/{lead}/network/{handle}", None, REVIEWING, 404),
    "claimLead": ("POST", "/leads/{lead}/claim", None, REVIEWING, 404),
    "releaseLead": ("POST", "/leads/{lead}/release", None, REVIEWING, 404),
    "assignLead": ("POST", "/leads/{lead}/assignment", {"to": None}, {"supervisor"}, 404),
    "lookAtNames": ("POST", "/leads/{lead}/looks", WHY_NAMES, REVIEWING, 404),
    "listNotes": ("GET", "/leads/{lead}/notes", None, REVIEWING, 404),
    "addNote": ("POST", "/leads/{lead}/notes", {"text": "Checked the address."}, REVIEWING, 404),
    "listDecisions": ("GET", "/leads/{lead}/decisions", None, REVIEWING, 404),
    "decide": ("POST", "/leads/{lead}/decisions", DECIDE, REVIEWING, 404),
    "answerProposal": ("POST", "/leads/{proposed}/decisions/{decision}/answer",
                       {"verdict": "refuse", "answer": "The payers are kin."}, SECOND, 404),
    "splitAccounts": ("POST", "/leads/{joined}/splits",
                      {"apart": ["{account}"], "grounds": "Two sisters with one phone."}, REVIEWING, 404),
    "undoSplit": ("POST", "/leads/{joined}/splits/{link}/undo", None, REVIEWING, 404),
    "listCases": ("GET", "/cases", None, REVIEWING, 403),
    "getCase": ("GET", "/cases/{case}", None, REVIEWING, 404),
    "listCaseAccounts": ("GET", "/cases/{case}/accounts", None, REVIEWING, 404),
    "listTasks": ("GET", "/tasks", None, REVIEWING, 403),
    "addCaseNote": ("POST", "/cases/{case}/notes", {"text": "Asked the other institution."}, REVIEWING, 404),
    "addCaseEntry": ("POST", "/cases/{case}/entries",
                     {"day": "2025-03-01", "what": "The bank called.", "source": "Telephone note"}, REVIEWING, 404),
    "addTask": ("POST", "/cases/{case}/tasks", {"what": "Ask for the documents.", "due": "2030-01-01"}, REVIEWING, 404),
    "finishTask": ("POST", "/cases/{case}/tasks/{task}/done", {"result": "They sent them."}, REVIEWING, 404),
    "retitleCase": ("PUT", "/cases/{case}/title", {"title": "Seven payers, one household"}, REVIEWING, 404),
    "addSubject": ("POST", "/cases/{case}/subjects", {"role": "witness", "name": "Rosalind Invented"}, REVIEWING, 404),
    "changeSubject": ("PATCH", "/cases/{case}/subjects/{subject}", {"role": "facilitator"}, REVIEWING, 404),
    "lookAtCaseNames": ("POST", "/cases/{case}/looks", WHY_NAMES, REVIEWING, 404),
    "nameInCase": ("PUT", "/cases/{case}/team/second", None, {"supervisor"}, 404),  # and whoever is named in the case
    "takeOutOfCase": ("DELETE", "/cases/{case}/team/second", None, {"supervisor"}, 404),
    "keepCase": ("PUT", "/cases/{case}/keeper", {"username": "second"}, {"supervisor"}, 404),
    "listReferrals": ("GET", "/referrals", None, REVIEWING, 403),
    "proposeReferral": ("POST", "/cases/{case}/referrals", REFER, REVIEWING, 404),
    "refuseReferral": ("POST", "/cases/{case}/referrals/{referral}/refuse", {"answer": "Nobody there can act on it."},
                       SECOND, 404),
    "recordTold": ("POST", "/cases/{case}/referrals/{approved}/told", {"day": "2025-03-01", "means": "by telephone"},
                   REVIEWING, 404),
    "takeLeadOut": ("POST", "/cases/{case}/leads/{held}/out", {"why": "It is about other people."},
                    {"supervisor"}, 404),  # and whoever is named in the case
    "restrictCase": ("PUT", "/cases/{case}/restriction", {"why": "A colleague is related to them."},
                     {"supervisor"}, 404),
    "liftRestriction": ("DELETE", "/cases/{case}/restriction", None, {"supervisor"}, 404),
    "closeCase": ("POST", "/cases/{emptied}/close", {"outcome": "explained", "words": "All of it is family support."},
                  SECOND, 404),  # and whoever is named in the case
    "reopenCase": ("POST", "/cases/{closed}/reopen", {"why": "The payer paid again today."}, SECOND, 404),
    "listFilings": ("GET", "/filings", None, REVIEWING, 403),
    "listProfiles": ("GET", "/filing-profiles", None, REVIEWING, 403),
    # Known to the people of the case, and to who approves: an analyst outside it gets what a stranger to it gets.
    "getFiling": ("GET", "/filings/{filing}", None, SECOND, 404),
    "getFilingParty": ("GET", "/filings/{filing}/parties/P1", None, SECOND, 404),
    "writeNarrative": ("PUT", "/filings/{filing}/narrative",
                       {"revision": 0, "sections": [{"topic": "who", "text": "Somebody."}]}, SECOND, 404),
    "changeParty": ("PATCH", "/filings/{filing}/parties/P1", {"revision": 1, "occupation": "cook"}, SECOND, 404),
    "writeFacts": ("PUT", "/filings/{filing}/facts", {"revision": 2, "tlp": "TLP:RED"}, SECOND, 404),
    "validateFiling": ("POST", "/filings/{filing}/validate", {"revision": 3}, SECOND, 404),
    "backToDraft": ("POST", "/filings/{waiting}/back", {"why": "A payment is missing."}, SECOND, 404),
    "withdrawFiling": ("POST", "/filings/{waiting}/withdraw", {"why": "Family support after all."}, SECOND, 404),
    "signFiling": ("POST", "/filings/{unsigned}/sign", None, SECOND, 404),
    "handOver": ("POST", "/filings/{signed}/hand-over", {}, SECOND, 404),
    "receiveAnswers": ("POST", "/filing-answers", None, REVIEWING, 403),
    "getFilingFile": ("GET", "/filings/{rejected}/files/{file}", None, SECOND, 404),
    "getEvidencePack": ("GET", "/filings/{rejected}/pack?redacted=true", None, SECOND, 404),
    "correctFiling": ("POST", "/filings/{rejected}/correct", None, SECOND, 404),
    "listSources": ("GET", "/sources", None, REVIEWING, 403),
    "startDetection": ("POST", "/sources/idle/detections", None, SECOND, 404),
    "setSchedule": ("PUT", "/sources/idle/schedule", {"every": "week", "at": "02:30", "weekday": "sunday"},
                    {"supervisor"}, 404),
    "listDetections": ("GET", "/detections", None, REVIEWING, 403),
    "getDetection": ("GET", "/detections/{detection}", None, REVIEWING, 404),
    "cancelDetection": ("POST", "/detections/{detection}/cancel", None, SECOND, 404),
    "listRetentionRules": ("GET", "/retention/policy", None, {"supervisor", "administrator"}, 403),
    "listDue": ("GET", "/retention/due", None, SECOND, 403),
    "listHolds": ("GET", "/retention/holds", None, SECOND, 403),
    "placeHold": ("POST", "/retention/holds", {"file": "lead", "number": 6, "reason": "A court asked for it."},
                  SECOND, 403),
    "listEarlyDeletions": ("GET", "/retention/early", None, SECOND, 403),
    "askForDeletion": ("POST", "/retention/early", {"lead": 7, "reason": "A court ordered it."}, SECOND, 403),
    "listRuns": ("GET", "/runs", None, REVIEWING, 403),
    "getRun": ("GET", "/runs/{run}", None, REVIEWING, 404),
    "listOutcomes": ("GET", "/outcomes", None, SECOND, 403),
    "getStatistics": ("GET", "/statistics", None, REVIEWING, 403),
    "listEntries": ("GET", "/log", None, {"auditor"}, 403),
    "listHeads": ("GET", "/log/heads", None, {"auditor"}, 403),
    "signHead": ("POST", "/log/heads", None, {"auditor"}, 403),
    "listUsers": ("GET", "/users", None, {"administrator"}, 403),
    "addUser": ("POST", "/users", {"username": "new.one", "name": "New One", "role": "analyst",
                                   "password": "a-long-first-password"}, {"administrator"}, 403),
    "changeUser": ("PATCH", "/users/proposer", {"role": "analyst"}, {"administrator"}, 404),
    "listKeys": ("GET", "/keys", None, {"administrator"}, 403),
    "revokeKey": ("POST", "/keys/{prefix}/revoke", None, {"administrator"}, 404),
    "listViews": ("GET", "/views", None, REVIEWING, 403),
    "saveView": ("POST", "/views", {"name": "mine", "query": "overdue=yes"}, REVIEWING, 403),
}  # fmt: skip
TESTED_APART = {
    "withdrawProposal",
    "removeView",
    "withdrawReferral",
    "takeDeletionBack",
    "revokeThisKey",
    "beginFiling",
}
"""What belongs to one person, not to a role; and what needs a whole run (:mod:`test_api_filings`)."""


def operations():
    for router in api._get_bound_routers():
        for view in router.path_operations.values():
            yield from view.operations


@pytest.fixture
def places(filled, person, tmp_path):
    proposer = person("analyst", "proposer")
    made = leads_and_runs(filled, proposer, tmp_path) | cases_and_filings(filled)
    key = keys.make(proposer.user, proposer.who, "Another program", ["leads:read"], 30).key
    return made | {"run": Lead.objects.first().first_run_id, "prefix": key.prefix, "proposer": proposer}


def sent(one, places, name):
    """Send an operation of the matrix."""
    method, route, body, *_ = MATRIX[name]
    told = json.dumps(body)
    for place in re.findall(r"{(\w+)}", told):
        told = told.replace(f"{{{place}}}", str(places[place]))
    return one.send(method, route.format(**places), None if body is None else told.encode())


@pytest.mark.parametrize("role", Role.values)
def test_the_matrix(places, person, program, role):
    """A key with every scope there is, put there by hand: the role alone decides."""
    one = program(person(role).user)
    one.key.scopes = list(Scope.values)
    one.key.save()
    for name, (*_, may, otherwise) in MATRIX.items():
        answer = sent(one, places, name)
        if role in may:
            assert answer.status_code in {200, 201}, f"{role} {name}: {answer.content[:300]}"
        else:
            assert answer.status_code == otherwise, f"{role} {name}: {answer.status_code} {answer.content[:200]}"
            assert answer["Content-Type"] == "application/problem+json"
            assert b"C-4401" not in answer.content


def test_every_operation_stands_in_the_matrix():
    assert {one.operation_id for one in operations()} == set(MATRIX) | TESTED_APART


def test_every_operation_is_behind_a_key_of_a_row_of_the_table():
    for one in operations():
        (key,) = one.auth_callbacks
        assert isinstance(key, Key)
        assert key.kind is None or (key.kind, key.action) in SCOPES
    assert set(SCOPES) <= set(TABLE)


def test_without_the_scope_the_role_is_not_enough(places, person, program):
    programs = {role: program(person(role).user) for role in Role.values}
    doors = {operation.operation_id: operation.auth_callbacks[0] for operation in operations()}
    for name, (*_, may, _otherwise) in MATRIX.items():
        if name == "getMe":
            continue
        one, door = programs[max(may)], doors[name]
        needed = SCOPES[door.kind, door.action]
        one.key.scopes = [scope for scope in Scope.values if scope != needed]
        one.key.save()
        refused = Entry.objects.filter(actor=max(may), action="refused").count()
        answer = sent(one, places, name)
        assert answer.status_code == 403, name
        assert needed.value in answer.json()["detail"]
        assert Entry.objects.filter(actor=max(may), action="refused").count() == refused + 1


def test_nobody_without_a_key_gets_anything(places):
    stranger = Client(headers={"host": "localhost"})
    for name, (method, route, *_) in MATRIX.items():
        answer = stranger.generic(method, f"/api/v1{route.format(**places)}")
        assert (answer.status_code, answer["Content-Type"]) == (401, "application/problem+json"), name
        assert answer["WWW-Authenticate"].startswith("Bearer")


def test_a_session_opens_no_operation_so_that_no_other_site_can_use_it(places):
    signed_in = places["proposer"].client
    assert signed_in.get("/api/v1/leads").status_code == 401
    assert signed_in.post(f"/api/v1/leads/{places['lead']}/notes", {"text": "x"}, "application/json").status_code == 401
    assert signed_in.get("/api/v1/openapi.json").status_code == 200


@pytest.mark.parametrize("suffix", ["", "/notes", "/decisions"])
def test_what_does_not_exist_and_what_one_may_not_see_look_the_same(places, person, program, suffix):
    auditor = program(person("auditor").user)
    nowhere = program(person("analyst").user).get(f"/leads/L-nowhere{suffix}")
    hidden = auditor.get(f"/leads/{places['lead']}{suffix}")
    assert nowhere.status_code == hidden.status_code == 404
    assert nowhere.content == hidden.content


def test_ids_of_others_do_not_exist(places, person, program):
    ana, ben = program(person("analyst", "ana").user), program(person("analyst", "ben").user)
    view = ana.post("/views", {"name": "late", "query": "overdue=yes"}).json()["number"]
    assert ben.get("/views").json()["items"] == []
    assert ben.send("DELETE", f"/views/{view}").status_code == 404
    assert SavedView.objects.filter(pk=view).exists()
    assert ana.send("DELETE", f"/views/{view}").status_code == 200
    reviewer = program(person("reviewer").user)
    other = reviewer.post(f"/leads/{places['lead']}/decisions/{places['decision']}/answer", {"verdict": "approve"})
    assert other.status_code == 404  # a decision on another lead
    assert Decision.objects.get(pk=places["decision"]).standing == "proposed"


def test_no_key_is_the_second_pair_of_eyes(places, person, program):
    """Neither the proposer's other key nor somebody else's: whoever approves is a person who is signed in."""
    supervisor, sue = person("supervisor"), person("supervisor", "sue")
    one, other, hers = program(supervisor.user), program(supervisor.user), program(sue.user)
    wish = {"kind": "refer", "grounds": "May be a child of twelve.", "revision": 0}
    made = one.post(f"/leads/{places['lead']}/decisions", wish).json()
    address = f"/leads/{places['lead']}/decisions/{made['decision']}"
    for tried in (one, other, hers):
        answer = tried.post(f"{address}/answer", {"verdict": "approve"})
        assert (answer.status_code, answer.json()["title"]) == (403, "A second person looks at it")
    refusal = {"verdict": "refuse", "answer": "I changed my mind."}
    assert one.post(f"{address}/answer", refusal).json()["title"] == "A second person decides"
    assert supervisor.client.post(f"{address}/answer", {"verdict": "approve"}).status_code == 403
    assert program(person("reviewer").user).post(f"{address}/withdraw").status_code == 403
    assert Decision.objects.get(pk=made["decision"]).standing == "proposed"
    assert sue.client.post(f"{address}/answer", {"verdict": "approve"}).status_code == 302
    assert Decision.objects.get(pk=made["decision"]).second.username == "sue"


def test_what_approves_destroys_or_tells_a_person_all_of_it_no_scope_opens():
    kept_for_people = {
        ("filing", "approve"), ("deletion", "approve"), ("retention", "apply"), ("hold", "lift"), ("policy", "change"),
        ("access", "export"),
    }  # fmt: skip
    assert set(TABLE) - set(SCOPES) == kept_for_people


def test_a_role_that_shrinks_shrinks_its_keys(places, person, program):
    user = person("supervisor").user
    one = program(user)
    user.role = Role.ANALYST
    user.save()
    assert not user.has_perm(name_of("lead", "assign"))
    assert one.post(f"/leads/{places['lead']}/assignment", {"to": None}).status_code == 404
    assert one.get("/leads").status_code == 200


def test_the_answer_is_the_twins_with_names_withheld_alike(places, person, program):
    analyst = person("analyst")
    one = program(analyst.user)
    for lead in Lead.objects.all():
        twin = analyst.client.get(f"/leads/{lead.lead_id}.json").json()
        told = one.get(f"/leads/{lead.lead_id}").json()
        assert set(told) == set(twin)
        instants = {"decided", "undone"}  # written with another number of digits
        for one_told, one_twin in zip(told.pop("splits"), twin.pop("splits"), strict=True):
            assert {n: v for n, v in one_told.items() if n not in instants} == {
                n: v for n, v in one_twin.items() if n not in instants
            }
        for name in set(twin) - {"lead", "versions", "decisions", "notes"}:
            assert told[name] == twin[name], name


def test_names_are_shown_for_a_reason_to_a_key_that_may_see_them_alone(places, person, program):
    analyst = person("analyst")
    may, may_not = program(analyst.user), program(analyst.user, "leads:read")
    protected = Lead.objects.filter(protect=True).first().lead_id
    withheld = may.get(f"/leads/{protected}").json()
    assert may_not.post(f"/leads/{protected}/looks", {"reason": "To compare with our records."}).status_code == 403
    assert may.post(f"/leads/{protected}/looks", {"reason": "To compare with our records."}).status_code == 201
    shown = may.get(f"/leads/{protected}").json()
    assert (withheld["names_shown"], shown["names_shown"]) == (False, True)
    assert shown["name"] != withheld["name"]
    assert may_not.get(f"/leads/{protected}").json() == withheld
    assert program(person("reviewer").user).get(f"/leads/{protected}").json()["name"] == withheld["name"]


def test_what_a_program_does_is_logged_under_its_owners_name_and_its_key(places, person, program):
    one = program(person("analyst").user)
    one.get(f"/leads/{places['lead']}")
    one.post(f"/leads/{places['lead']}/notes", {"text": "Checked."})
    for action in ("lead seen", "note added"):
        entry = Entry.objects.filter(action=action).first()
        assert entry.actor == "analyst"
        assert f'"key": "{one.key.prefix}"' in entry.detail
    assert Note.objects.get().author.username == "analyst"


def test_a_restricted_case_and_its_leads_do_not_exist_for_others(places, person, program):
    """Lists, counts, figures, outcomes and addresses alike: as on the pages."""
    supervisor, analyst = person("supervisor"), program(person("analyst").user)
    lead = Lead.objects.get(lead_id=places["lead"])
    decision = propose(
        lead.lead_id, lead.revision, supervisor.user, supervisor.who, Wish("case", "Four unrelated payers.")
    )
    assert analyst.get(f"/leads/{lead.lead_id}").json()["cases"] == [case_of(lead).pk]
    before = analyst.get("/leads?state=any").json()["total"]
    supervisor.client.post(f"/cases/{case_of(lead).pk}/restriction", {"why": "One of us knows the payer."})
    number = case_of(lead).pk
    assert Case.objects.get(pk=number).restricted
    assert analyst.get(f"/cases/{number}").status_code == 404
    assert number not in [one["number"] for one in analyst.get("/cases?state=any").json()["items"]]
    assert analyst.get("/leads?state=any").json()["total"] == before - 1
    assert analyst.get(f"/leads?state=any&find={lead.lead_id}").json()["items"] == []
    for path in ("", "/notes", "/decisions"):
        assert analyst.get(f"/leads/{lead.lead_id}{path}").status_code == 404
    for path, body in (("/claim", None), ("/release", None), ("/notes", {"text": "x"}), ("/decisions", DECIDE),
                       ("/looks", {"reason": "To compare with our records."}),
                       (f"/decisions/{decision.pk}/withdraw", None)):  # fmt: skip
        assert analyst.post(f"/leads/{lead.lead_id}{path}", body).status_code == 404, path
    assert sum(one["leads"] for one in analyst.get("/statistics").json()["patterns"]) == before - 1
    assert program(supervisor.user).get(f"/leads/{lead.lead_id}").status_code == 200
