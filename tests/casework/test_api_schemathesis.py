"""Schemathesis reads the API's own description and tries to make it break its word: seeded, a bounded number of examples.

``TANGLAW_API_EXAMPLES`` asks for more than the few of each operation that a test run can afford.
"""

from __future__ import annotations

import os
import random
import uuid
from datetime import date, timedelta
from types import SimpleNamespace

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis import GenerationMode
from schemathesis.checks import CHECKS
from schemathesis.config import SchemathesisConfig

from tanglaw.casework.api import pace
from tanglaw.casework.api.app import api
from tanglaw.casework.decisions.deciding import Wish, propose
from tanglaw.casework.models import Lead, SavedView
from tanglaw.casework.wsgi import application

EXAMPLES = int(os.environ.get("TANGLAW_API_EXAMPLES", "15"))
OPERATIONS = sorted(
    (operation_id, path, method)
    for path, methods in api.get_openapi_schema()["paths"].items()
    for method, operation in methods.items()
    if (operation_id := operation["operationId"])
)
ROLE = {
    "listEntries": "auditor", "listHeads": "auditor", "signHead": "auditor",
    "listUsers": "administrator", "addUser": "administrator", "changeUser": "administrator",
}  # fmt: skip


@pytest.fixture
def tried(filled, person, program, monkeypatch):
    """A workspace with something of everything, and a program of every role that may do anything."""
    monkeypatch.setattr(pace, "requests", pace.Pace(10**9))
    monkeypatch.setattr(pace, "refusals", pace.Pace(10**9))
    proposer = person("analyst", "proposer")
    leads = list(Lead.objects.order_by("pk"))
    people = {role: person(role) for role in ("supervisor", "auditor", "administrator")}
    wish = Wish("file", "Seven unrelated payers.")
    waiting = [
        (lead.lead_id, str(propose(lead.lead_id, 0, one.user, one.who, wish).pk))
        for lead, one in zip(leads[1:], (proposer, people["supervisor"], proposer, people["supervisor"]), strict=False)
    ]
    SavedView.objects.create(pk=1, owner=people["supervisor"].user, name="late", query="overdue=yes")
    propose(leads[7].lead_id, 0, proposer.user, proposer.who, Wish("case", "Four unrelated payers."))
    programs = {role: program(one.user) for role, one in people.items()}
    return SimpleNamespace(programs=programs, leads=[lead.lead_id for lead in leads], waiting=waiting)


CHECKED = [
    "not_a_server_error", "status_code_conformance", "content_type_conformance", "response_headers_conformance",
    "response_schema_conformance", "negative_data_rejection", "positive_data_acceptance", "missing_required_header",
    "unsupported_method", "ignored_auth", "allow_header_conformance",
]  # fmt: skip


def aim(case, tried, dice):
    """Aim at what exists, most of the time: with random ids only 404 would ever be seen."""
    wanted = case.path_parameters or {}
    if dice.random() < 0.8:
        if "decision_id" in wanted:
            wanted["lead_id"], wanted["decision_id"] = dice.choice(tried.waiting)
        real = {"lead_id": dice.choice(tried.leads), "username": dice.choice(["proposer", "auditor"]), "number": 1}
        wanted.update({name: real[name] for name in set(wanted) & set(real) if "decision_id" not in wanted})
    body = case.body if isinstance(case.body, dict) else {}
    # What no schema can say: a day after today, an explanation of the lead's role, a password that is not common.
    sayable = {
        "watch_until": (date.today() + timedelta(days=9)).isoformat(),  # noqa: DTZ011
        "explanation": "nothing_found",
        "password": f"Q7-{uuid.uuid4()}",
    }
    body.update({name: sayable[name] for name in set(body) & set(sayable)})
    if "password" in body:
        body["username"] = f"u{uuid.uuid4().hex[:9]}"
    if "kind" in body and dice.random() < 0.7:
        body["revision"] = (
            Lead.objects.filter(lead_id=wanted["lead_id"]).values_list("revision", flat=True).first() or 0
        )


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
            aim(case, tried, dice)
        calls.append(case.call_and_validate(headers=bearer, checks=checks).status_code)

    bounded = settings(
        max_examples=EXAMPLES, deadline=None, database=None, phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
        strategy = schema[path][method.upper()].as_strategy(generation_mode=mode)
        seed(1)(bounded(given(case=strategy)(run)))()
    assert any(status < 300 for status in calls), f"nothing ever worked: {calls}"
