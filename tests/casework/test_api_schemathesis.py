"""Schemathesis reads the API's own description and tries to make it break its word: seeded, a bounded number of examples.

``TANGLAW_API_EXAMPLES`` asks for more than the few of each operation that a test run can afford.
"""

from __future__ import annotations

import os
import random
import shutil
import uuid
from datetime import date, timedelta
from types import SimpleNamespace

import pytest
import schemathesis
from django.db import connections
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis import GenerationMode
from schemathesis.checks import CHECKS
from schemathesis.config import SchemathesisConfig

from tanglaw.casework.api import pace
from tanglaw.casework.api.app import api
from tanglaw.casework.cases import team
from tanglaw.casework.decisions.deciding import Wish, propose
from tanglaw.casework.models import Appearance, Case, EarlyDeletion, Filing, Lead, Referral, SavedView
from tanglaw.casework.programs import keys
from tanglaw.casework.reading import case_names
from tanglaw.casework.retention import early
from tanglaw.casework.wsgi import application

from .conftest import bring_in
from .everything import cases_and_filings, leads_and_runs

EXAMPLES = int(os.environ.get("TANGLAW_API_EXAMPLES", "5"))
OPERATIONS = sorted(
    (operation_id, path, method)
    for path, methods in api.get_openapi_schema()["paths"].items()
    for method, operation in methods.items()
    if (operation_id := operation["operationId"])
)
ROLE = {
    "listEntries": "auditor", "listHeads": "auditor", "signHead": "auditor",
    "listUsers": "administrator", "addUser": "administrator", "changeUser": "administrator",
    "listKeys": "administrator", "revokeKey": "administrator",
}  # fmt: skip


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    """Where the first test leaves the workspace that it filled, for the others to copy."""
    return SimpleNamespace(folder=tmp_path_factory.mktemp("tried") / "workspace", made=None)


@pytest.fixture
def tried(quick, run_folder, person, program, monkeypatch, tmp_path, template):
    """A workspace with something of everything, and a program of every role that may do anything."""
    monkeypatch.setattr(pace, "requests", pace.Pace(10**9))
    monkeypatch.setattr(pace, "refusals", pace.Pace(10**9))
    if template.made is None:
        bring_in(run_folder)
        template.made = fill(quick, person, program, tmp_path)
        connections.close_all()
        shutil.copytree(quick, template.folder)
    else:
        connections.close_all()
        shutil.copytree(template.folder, quick, dirs_exist_ok=True)
    return template.made


def fill(workspace, person, program, folder):
    proposer = person("analyst", "proposer")
    places = leads_and_runs(workspace, proposer, folder) | cases_and_filings(workspace)
    leads = list(Lead.objects.order_by("pk"))
    people = {role: person(role) for role in ("supervisor", "auditor", "administrator")}
    wish = Wish("file", "Seven unrelated payers.")
    theirs = (proposer, people["supervisor"])
    waiting = [
        (lead.lead_id, str(propose(lead.lead_id, 0, one.user, one.who, wish).pk))
        for lead, one in zip(leads[4:6], theirs, strict=False)
    ]
    supervisor = people["supervisor"].user
    SavedView.objects.create(pk=1, owner=supervisor, name="late", query="overdue=yes")
    Referral.objects.filter(pk=places["approved"]).update(proposed_by=supervisor)
    wish = EarlyDeletion.objects.get(pk=places["early"])
    early.refuse(wish.pk, proposer.user, proposer.who)
    asked = early.ask(wish.lead.lead_id, supervisor, people["supervisor"].who, "A court ordered it.")
    places["early"] = asked.pk
    spare = keys.make(proposer.user, proposer.who, "Another program", ["leads:read"], 30).key
    case = Case.objects.get(pk=places["case"])
    case_names.unmask(case, supervisor, people["supervisor"].who, "To compare with our records.")
    for username in ("proposer", "second"):
        team.add_person(case.pk, username, supervisor, people["supervisor"].who)
    beyond = Appearance.objects.filter(lead__lead_id=places["held"], own=False).first()
    return SimpleNamespace(
        programs={role: program(one.user) for role, one in people.items()}, leads=[lead.lead_id for lead in leads],
        waiting=waiting, places=places, prefix=spare.prefix, free=leads[6].pk, beyond=beyond.index,
    )  # fmt: skip


CHECKED = [
    "not_a_server_error", "status_code_conformance", "content_type_conformance", "response_headers_conformance",
    "response_schema_conformance", "negative_data_rejection", "positive_data_acceptance", "missing_required_header",
    "unsupported_method", "ignored_auth", "allow_header_conformance",
]  # fmt: skip


FILING_OF = {
    "signFiling": "unsigned", "handOver": "signed", "correctFiling": "rejected", "backToDraft": "waiting",
    "getFilingFile": "rejected",
}  # fmt: skip
NEEDS_MORE = {"beginFiling"}
"""Needs the folder of a whole run; it is seen to work in :mod:`test_api_filings`."""
DEAR = {"getEvidencePack": 3}
"""Examples of what draws a document each time."""
CASE_OF = {"closeCase": "emptied", "reopenCase": "closed"}


def real(operation_id, path, tried, dice):
    """Say what exists for the names in an address."""
    places = tried.places
    lead_id, decision_id = dice.choice(tried.waiting)
    number = 1
    if path.startswith("/api/v1/cases/"):
        number, lead_id = places[CASE_OF.get(operation_id, "case")], places["held"]
    elif path.startswith("/api/v1/filings/"):
        number = places[FILING_OF.get(operation_id, "filing")]
    elif path.startswith("/api/v1/retention/early"):
        number = places["early"]
    elif "{decision_id}" not in path:
        lead_id = dice.choice(tried.leads)
    if "/splits" in path:
        lead_id, number = places["joined"], places["link"]
    return {
        "lead_id": lead_id, "decision_id": decision_id, "number": number, "handle": places["handle"],
        "task": places["task"], "subject": places["subject"], "key": "P1", "name": places["file"],
        "referral": places["referral" if operation_id == "refuseReferral" else "approved"],
        "prefix": tried.prefix, "username": dice.choice(["proposer", "auditor"] if "/users" in path else ["second"]),
    } | ({"name": "busy" if operation_id == "setSchedule" else "idle"} if "/sources" in path else {})  # fmt: skip


def aim(case, operation_id, path, tried, dice):
    """Aim at what exists, most of the time: with random ids only 404 would ever be seen."""
    wanted = case.path_parameters or {}
    if dice.random() < 0.8:
        there = real(operation_id, path, tried, dice)
        wanted.update({name: there[name] for name in set(wanted) & set(there)})
    body = case.body if isinstance(case.body, dict) else {}
    # What no schema can say: a day after today or before, an explanation of the lead's role, a password that is not
    # common, what there is to be named.
    sayable = {
        "watch_until": (date.today() + timedelta(days=9)).isoformat(),  # noqa: DTZ011
        "explanation": "nothing_found",
        "password": f"Q7-{uuid.uuid4()}",
        "day": "2025-03-01",
        "account": tried.beyond,
        "apart": [tried.places["account"]] if operation_id == "splitAccounts" else True,
        "case": tried.places["case"],
        "lead": "L-nowhere" if operation_id == "beginFiling" else tried.free,
        "number": tried.free,
        "to": "second",
        "birth_date": "1990-01-01",
        "travel": ["Flew there in May."],
    } | ({"username": "second"} if operation_id == "keepCase" else {})  # fmt: skip
    body.update({name: sayable[name] for name in set(body) & set(sayable)})
    if "password" in body:
        body["username"] = f"u{uuid.uuid4().hex[:9]}"
    if "revision" in body and dice.random() < 0.7:
        if "lead_id" in wanted:
            found = Lead.objects.filter(lead_id=wanted["lead_id"])
        else:
            found = Filing.objects.filter(pk=wanted["number"])
        body["revision"] = found.values_list("revision", flat=True).first() or 0


@pytest.mark.parametrize(("operation_id", "path", "method"), OPERATIONS, ids=[one[0] for one in OPERATIONS])
def test_schemathesis_finds_nothing(tried, operation_id, path, method):
    program = tried.programs[ROLE.get(operation_id, "supervisor")]
    bearer = {"Authorization": f"Bearer {program.token}", "Host": "localhost"}
    config = SchemathesisConfig.from_dict({"seed": 1, "generation": {"allow-extra-parameters": False}})
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application, config=config, headers=bearer)
    dice, calls = random.Random(operation_id), []
    checks = [CHECKS.get_one(name) for name in CHECKED]

    def run(case):
        if case.meta.generation.mode == GenerationMode.POSITIVE:
            aim(case, operation_id, path, tried, dice)
        calls.append(case.call_and_validate(headers=bearer, checks=checks).status_code)

    bounded = settings(
        max_examples=min(EXAMPLES, DEAR.get(operation_id, EXAMPLES)), deadline=None, database=None, phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
        strategy = schema[path][method.upper()].as_strategy(generation_mode=mode)
        seed(1)(bounded(given(case=strategy)(run)))()
    if operation_id not in NEEDS_MORE:
        assert any(status < 300 for status in calls), f"nothing ever worked: {calls}"
