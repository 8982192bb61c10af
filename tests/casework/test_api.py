"""What programs rely on: a description that is true, pages that end, and problems that can be read."""

from __future__ import annotations

import importlib
import json
import pkgutil
from enum import Enum
from pathlib import Path

import pytest
from django.test import Client, override_settings
from openapi_spec_validator import OpenAPIV31SpecValidator
from pydantic import BaseModel

from tanglaw.casework.api import pace, shapes
from tanglaw.casework.api.app import api
from tanglaw.casework.models import Entry, Lead
from tanglaw.casework.site.environment import Environment

DESCRIPTION = Path(__file__).parents[2] / "docs" / "casework-api.json"


@pytest.fixture
def one(filled, person, program):
    return program(person("supervisor").user)


@pytest.fixture
def lead(filled):
    return Lead.objects.order_by("pk").first().lead_id


def test_the_description_is_openapi_31():
    described = json.loads(json.dumps(api.get_openapi_schema()))
    assert described["openapi"].startswith("3.1")
    assert list(OpenAPIV31SpecValidator(described).iter_errors()) == []


def test_the_description_is_as_reviewed(request):
    """Programs rely on it: a change is seen in a diff."""
    described = json.dumps(api.get_openapi_schema(), indent=1, ensure_ascii=False, default=str) + "\n"
    if request.config.getoption("--refresh", default=False):
        DESCRIPTION.write_text(described, encoding="utf-8")
    assert described == DESCRIPTION.read_text(encoding="utf-8"), "run with --refresh and review the diff"


def test_the_description_is_at_a_stable_address_for_who_has_a_key_or_a_session(one, person):
    assert one.get("/openapi.json").json()["info"]["title"] == "Tanglaw: casework"
    assert person("analyst").client.get("/api/v1/openapi.json").status_code == 200
    stranger = Client(headers={"host": "localhost"}).get("/api/v1/openapi.json")
    assert (stranger.status_code, stranger["Content-Type"]) == (401, "application/problem+json")


def test_pages_follow_each_other_and_end(one):
    seen, page, total = [], 1, None
    while page:
        answer = one.get(f"/leads?state=any&size=7&page={page}").json()
        seen += [row["lead_id"] for row in answer["items"]]
        page, total = answer["next"], answer["total"]
    assert len(seen) == len(set(seen)) == total == Lead.objects.count()
    beyond = one.get("/leads?state=any&size=7&page=99").json()
    assert (beyond["items"], beyond["next"], beyond["total"]) == ([], None, total)


def test_the_log_is_paged_by_its_numbers_though_it_grows_meanwhile(filled, person, program):
    auditor = program(person("auditor").user)
    last = Entry.objects.first().number
    seen, before = [], ""
    while before is not None:
        answer = auditor.get(f"/log?size=3{f'&before={before}' if before else ''}").json()
        seen += [entry["number"] for entry in answer["items"]]
        before = answer["next"]
    assert sorted(seen) == list(range(1, max(seen) + 1))
    assert max(seen) > last  # its own reading is in it


def test_filters_are_those_of_the_queue(one, person):
    supervisor = person("supervisor", "sue")
    for query in ("find=C-4401", "order=due", "urgency=high", "pattern=facilitation"):
        page = supervisor.client.get(f"/queue.json?{query}").json()
        told = one.get(f"/leads?protect=false&{query}").json()
        assert [row["lead_id"] for row in told["items"]] == [row["lead_id"] for row in page["subjects"]], query
        assert told["total"] == page["subjects_in_all"]
    assert all(row["protect"] for row in one.get("/leads?protect=true").json()["items"])


@pytest.mark.parametrize(
    ("method", "path", "body", "headers", "status"),
    [
        ("GET", "/nothing", None, {}, 404),
        ("GET", "/leads/%2e%2e%2fqueue", None, {}, 404),
        ("PUT", "/leads/L-0001", None, {}, 405),
        ("TRACE", "/leads", None, {}, 405),
        ("GET", "/leads?stat=open", None, {}, 422),
        ("GET", "/leads?page=1&page=2", None, {}, 422),
        ("GET", "/leads?page=0", None, {}, 422),
        ("GET", "/leads?page=٣", None, {}, 422),
        ("GET", "/leads?find=%00", None, {}, 422),
        ("GET", "/leads?overdue=yes", None, {}, 422),
        ("GET", "/leads/L-0001?version=9", None, {}, 404),
        ("POST", "/leads/L-0001/notes", b"{", {}, 400),
        ("POST", "/leads/L-0001/notes", b'{"text": "a", "text": "b"}', {}, 400),
        ("POST", "/leads/L-0001/notes", b'{"text": NaN}', {}, 400),
        ("POST", "/leads/L-0001/notes", b"\xff\xfe{\x00}\x00", {}, 400),
        ("POST", "/leads/L-0001/notes", b"[" * 100_000, {}, 400),
        ("POST", "/leads/L-0001/notes", {"text": ""}, {}, 422),
        ("POST", "/leads/L-0001/notes", {"text": 7}, {}, 422),
        ("POST", "/leads/L-0001/notes", {"text": "a\x00b"}, {}, 422),
        ("POST", "/leads/L-0001/notes", b'{"text": "\\ud800"}', {}, 422),
        ("POST", "/leads/L-0001/notes", {"text": "a", "image": "data:"}, {}, 422),
        ("POST", "/leads/L-0001/notes", {"text": "a" * 10_001}, {}, 422),
        ("POST", "/leads/L-0001/notes", {"text": "a" * (1 << 21)}, {}, 413),
        ("POST", "/leads/L-0001/notes", b"text=a", {"content_type": "application/x-www-form-urlencoded"}, 415),
        ("POST", "/leads/L-0001/notes", b"--x\r\n", {"content_type": "multipart/form-data; boundary=x"}, 415),
        ("POST", "/leads/L-0001/decisions", {"kind": "delete"}, {}, 422),
        ("POST", "/leads/L-0001/decisions", {"kind": "case", "grounds": "         x ", "revision": 0}, {}, 422),
        ("POST", "/leads/L-0001/decisions", {"kind": "case", "grounds": "Looked at it.", "revision": 1}, {}, 409),
        ("POST", "/leads/L-0001/decisions", {"kind": "reopen", "grounds": "Looked at it.", "revision": 0}, {}, 409),
        ("POST", "/leads/L-0001/decisions/7/withdraw", None, {}, 422),
    ],
)  # fmt: skip
def test_every_refusal_is_a_problem_in_json(one, method, path, body, headers, status):
    answer = one.send(method, path, body, **headers)
    assert answer.status_code == status, answer.content[:300]
    assert answer["Content-Type"] == "application/problem+json"
    told = answer.json()
    assert told["status"] == status
    assert {"type", "title", "detail"} <= set(told)
    assert b"<" not in answer.content
    assert ("Allow" in answer.headers) == (status == 405)


def test_everything_that_does_not_fit_is_said_at_once_and_nothing_sent_is_repeated(one, lead):
    body = {"kind": "watch", "revision": "0", "grounds": "sh", "watch_until": "tomorrow", "secret": "hunter2"}
    told = one.post(f"/leads/{lead}/decisions", body)
    assert {error["at"].rsplit("/", 1)[1] for error in told.json()["errors"]} == {
        "revision",
        "grounds",
        "watch_until",
        "secret",
    }
    assert b"hunter2" not in told.content
    assert b"tomorrow" not in told.content


def test_what_breaks_is_a_problem_too_and_tells_nothing(one, monkeypatch):
    def broken(_reader):
        raise RuntimeError("the name of somebody")

    monkeypatch.setattr("tanglaw.casework.api.oversight.statistics", broken)
    one.client.raise_request_exception = False
    answer = one.get("/statistics")
    assert (answer.status_code, answer["Content-Type"]) == (500, "application/problem+json")
    assert b"somebody" not in answer.content


def test_a_host_that_is_not_ours_gets_a_problem(filled):
    answer = Client(headers={"host": "elsewhere"}).get("/api/v1/me")
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")


def test_too_many_requests_wait(one, monkeypatch):
    monkeypatch.setattr(pace, "requests", pace.Pace(2))
    assert [one.get("/me").status_code for _ in range(3)] == [200, 200, 429]
    answer = one.get("/me")
    assert answer["Content-Type"] == "application/problem+json"
    assert 1 <= int(answer["Retry-After"]) <= 60


def test_a_minute_later_the_pace_begins_anew():
    one = pace.Pace(2)
    assert [one.step("a", 0.0), one.step("a", 1.0), one.step("a", 59.0) > 0, one.step("b", 59.0)] == [0, 0, True, 0]
    assert one.step("a", 60.0) == 0


def test_over_plain_http_a_key_is_refused_not_redirected(filled, person, program):
    one = program(person("analyst").user)
    with override_settings(TANGLAW=Environment(filled, origin="https://leads.example.org"), SECURE_SSL_REDIRECT=True):
        answer = one.get("/me")
    assert (answer.status_code, answer.json()["title"]) == (403, "Not encrypted")


def test_answers_are_not_stored_and_frame_nothing(one):
    answer = one.get("/leads")
    assert answer["Cache-Control"] == "no-store"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert not answer.cookies


def test_no_two_shapes_have_one_name():
    """The description knows them by their names alone: the second of two would stand for both."""
    named: dict[str, set[type]] = {}
    for info in pkgutil.iter_modules(shapes.__path__):
        module = importlib.import_module(f"{shapes.__name__}.{info.name}")
        for one in vars(module).values():
            if isinstance(one, type) and issubclass(one, BaseModel | Enum):
                named.setdefault(one.__name__, set()).add(one)
    assert [name for name, found in named.items() if len(found) > 1] == []
