"""A write that is sent again is not done again: one after the other, at the same time, and when it came to nothing."""

from __future__ import annotations

import json
import threading
import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from tanglaw.casework.api import once
from tanglaw.casework.models import ApiAnswer, Decision, Entry, Lead, Note


@pytest.fixture
def one(imported, person, program):
    return program(person("supervisor").user)


@pytest.fixture
def lead(imported):
    return Lead.objects.order_by("pk").first().lead_id


def test_the_same_write_again_changes_nothing_and_says_the_same(one, lead):
    first = one.post(f"/leads/{lead}/notes", {"text": "Once."}, again="write-0001")
    second = one.post(f"/leads/{lead}/notes", {"text": "Once."}, again="write-0001")
    assert (first.status_code, second.status_code) == (201, 201)
    assert first.content == second.content
    assert "Idempotency-Replayed" not in first.headers
    assert second["Idempotency-Replayed"] == "true"
    assert Note.objects.count() == Entry.objects.filter(action="note added").count() == 1


def test_another_write_under_the_same_key_is_refused(one, lead):
    one.post(f"/leads/{lead}/notes", {"text": "Once."}, again="write-0001")
    for path, body in ((f"/leads/{lead}/notes", {"text": "Twice."}), (f"/leads/{lead}/claim", None)):
        answer = one.post(path, body, again="write-0001")
        assert (answer.status_code, answer.json()["title"]) == (409, "Another request under this key")
    assert Note.objects.get().text == "Once."
    assert Lead.objects.get(lead_id=lead).assigned_to is None


def test_two_programs_may_use_the_same_key(one, lead, person, program):
    other = program(person("analyst").user)
    assert one.post(f"/leads/{lead}/notes", {"text": "One."}, again="write-0001").status_code == 201
    assert other.post(f"/leads/{lead}/notes", {"text": "Other."}, again="write-0001").status_code == 201


@pytest.mark.parametrize("given", ["", "short", "has space", "x" * 129, "ключ-ключ"])
def test_no_write_without_a_key_that_can_be_one(one, lead, given):
    answer = one.client.post(
        f"/api/v1/leads/{lead}/notes", json.dumps({"text": "x"}), "application/json", headers={"Idempotency-Key": given}
    )
    assert (answer.status_code, answer.json()["title"]) == (422, "No idempotency key")
    assert not Note.objects.exists()


def test_a_write_that_came_to_nothing_may_be_sent_again(one, lead):
    wish = {"kind": "case", "grounds": "Four unrelated payers.", "revision": 7}
    assert one.post(f"/leads/{lead}/decisions", wish, again="write-0001").status_code == 409
    assert not ApiAnswer.objects.exists()
    assert one.post(f"/leads/{lead}/decisions", wish | {"revision": 0}, again="write-0001").status_code == 201


def test_an_answer_is_forgotten_after_a_day(one, lead):
    one.post(f"/leads/{lead}/notes", {"text": "Once."}, again="write-0001")
    ApiAnswer.objects.update(at=timezone.now() - once.KEPT_FOR - timedelta(seconds=1))
    assert one.post(f"/leads/{lead}/notes", {"text": "Once."}, again="write-0001").status_code == 201
    assert Note.objects.count() == 2
    assert ApiAnswer.objects.count() == 1


def test_an_answer_keeps_nothing_that_anybody_wrote(one, lead):
    one.post(f"/leads/{lead}/notes", {"text": "The grey house."}, again="write-0001")
    one.post(f"/leads/{lead}/looks", {"reason": "The grey house again."}, again="write-0002")
    one.post(f"/leads/{lead}/decisions", {"kind": "case", "grounds": "The grey house.", "revision": 0})
    assert ApiAnswer.objects.count() == 3
    assert not [kept for kept in ApiAnswer.objects.all() if "grey" in kept.body]


def test_twelve_at_once_under_one_key_are_one_write(one, lead):
    """They meet in the database: one does it, the others wait and get its answer."""
    gate = threading.Barrier(12)

    def send(_):
        client = Client(
            headers={"host": "localhost", "authorization": f"Bearer {one.token}", "idempotency-key": "write-0001"}
        )
        gate.wait()
        try:
            body = {"kind": "case", "grounds": "Four unrelated payers.", "revision": 0}
            answer = client.post(f"/api/v1/leads/{lead}/decisions", json.dumps(body), "application/json")
            return answer.status_code, answer.content
        finally:
            connection.close()

    with ThreadPoolExecutor(12) as pool:
        answers = set(pool.map(send, range(12)))
    assert len(answers) == 1, answers
    assert answers.pop()[0] == 201
    assert Decision.objects.count() == Entry.objects.filter(action="decided").count() == 1


def test_twelve_at_once_under_keys_of_their_own_are_no_two_decisions(one, lead):
    gate = threading.Barrier(12)

    def send(_):
        headers = {"host": "localhost", "authorization": f"Bearer {one.token}", "idempotency-key": str(uuid.uuid4())}
        gate.wait()
        try:
            body = {"kind": "case", "grounds": "Four unrelated payers.", "revision": 0}
            return (
                Client(headers=headers)
                .post(f"/api/v1/leads/{lead}/decisions", json.dumps(body), "application/json")
                .status_code
            )
        finally:
            connection.close()

    with ThreadPoolExecutor(12) as pool:
        statuses = sorted(pool.map(send, range(12)))
    assert statuses == [201] + [409] * 11
    assert Decision.objects.count() == 1
