"""Twelve analysts at once, and a server killed under them: no failure, nothing lost, nothing doubled, nothing half done.

``TANGLAW_LOAD_SECONDS`` makes the analysts work for longer than the few rounds that a test run can afford.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from http.cookiejar import CookieJar
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

import pytest
from django.contrib.auth.hashers import make_password

from tanglaw.casework.audit import heads
from tanglaw.casework.audit.verifying import read_heads, verify
from tanglaw.casework.models import Decision, Entry, Lead, Note, User
from tanglaw.casework.roles import Role

from .conftest import PASSWORD, bring_in
from .databases import free_port, served
from .runs import write_run

ANALYSTS = 12
ROUNDS = 2
SECONDS = float(os.environ.get("TANGLAW_LOAD_SECONDS", "0"))


class Browser:
    """As much of a browser as an analyst's clicks need."""

    def __init__(self, address):
        self.address, self.statuses, self.url, self.page = address, Counter(), "", ""
        self._opener = build_opener(HTTPCookieProcessor(CookieJar()))

    def get(self, path):
        return self._ask(path, None)

    def post(self, path, **form):
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', self.page)[1]
        return self._ask(path, urlencode(form | {"csrfmiddlewaretoken": token}).encode())

    def _ask(self, path, body):
        try:
            with self._opener.open(self.address + path, body, timeout=120) as answer:
                self.url, self.page, status = answer.url, answer.read().decode(), answer.status
        except HTTPError as error:
            self.page, status = error.read().decode(), error.code
        self.statuses[status] += 1
        return status

    def sign_in(self, username):
        self.get("/sign-in/login/")
        self.post("/sign-in/login/", login=username, password=PASSWORD)
        assert self.url.endswith("/queue"), self.url


@pytest.fixture
def busy(workspace, tmp_path):
    # Longer work needs more leads: about eight a second were decided on two cores that did nothing else.
    bring_in(write_run(tmp_path / "busy", times=12 + int(SECONDS / 2)))
    for number in range(ANALYSTS):
        User.objects.make(f"analyst{number}", PASSWORD, Role.ANALYST)
    User.objects.update(password=make_password(PASSWORD, hasher="argon2"))  # the server knows no other
    return workspace


def variables_of():
    from django.db import connection  # noqa: PLC0415 -- as it is while the fixture holds

    if connection.vendor == "sqlite":
        return {"TANGLAW_SECOND_FACTOR": "optional"}
    known = connection.settings_dict
    url = f"postgresql://{known['USER']}@{known['HOST']}:{known['PORT']}/{known['NAME']}"
    return {"TANGLAW_SECOND_FACTOR": "optional", "DATABASE_URL": url}


def work(address, username, until):
    """Claim, read, note, decide, look around: again and again. Return what was done and every status."""
    browser, claimed, decided = Browser(address), [], []
    browser.sign_in(username)
    rounds = 0
    while rounds < ROUNDS or time.monotonic() < until:
        rounds += 1
        browser.get("/queue")
        browser.post("/queue/next")
        if "/leads/" not in browser.url:
            break
        lead = browser.url.rsplit("/", 1)[1]
        claimed.append(lead)
        browser.post(f"/leads/{lead}/notes", text=f"{username} was here, round {rounds}.")
        revision = re.search(r'name="revision" value="(\d+)"', browser.page)[1]
        kind = ("dismiss", "file", "case")[rounds % 3]
        browser.post(f"/leads/{lead}/decisions", kind=kind, grounds="Looked at all of it, twice.",
                     explanation="nothing_found", revision=revision)  # fmt: skip
        decided.append((lead, kind))
        browser.get(f"/leads/{lead}.json")
        browser.get("/queue?order=due&whose=mine&state=any")
    return claimed, decided, rounds, browser.statuses


def test_twelve_analysts_at_once(busy):
    until = time.monotonic() + SECONDS
    variables = variables_of()
    with served(busy, **variables) as address, ThreadPoolExecutor(ANALYSTS) as pool:
        done = list(pool.map(lambda n: work(address, f"analyst{n}", until), range(ANALYSTS)))
    statuses = sum((statuses for *_, statuses in done), Counter())
    assert set(statuses) == {200}, statuses
    claimed = [lead for mine, *_ in done for lead in mine]
    assert len(claimed) >= ANALYSTS * ROUNDS
    assert len(set(claimed)) == len(claimed), "nobody got a lead that somebody else had"
    assert Note.objects.count() == len(claimed)
    assert Decision.objects.count() == len(claimed)
    for number, (mine, decided, *_) in enumerate(done):
        for lead in Lead.objects.filter(lead_id__in=mine):
            assert lead.assigned_to.username == f"analyst{number}"
            assert lead.decisions.get().kind == dict(decided)[lead.lead_id]
    assert Entry.objects.filter(action="lead claimed").count() == len(claimed)
    assert Entry.objects.filter(action="lead seen").count() >= 2 * len(claimed)
    verdict = verify(read_heads(heads.exported(busy)), heads.public_key())
    assert verdict.faults == ()
    print(f"\n{sum(statuses.values())} answers, {len(claimed)} leads decided")  # noqa: T201 -- with -s


def test_a_server_killed_in_the_middle_of_decisions_leaves_nothing_half_done(busy):
    """SIGKILL to the whole server while twelve people decide; then: each decision stands whole, with its log entry."""
    port = free_port()
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": os.pathsep.join(sys.path), "TANGLAW_DATA": str(busy)}
    server = subprocess.Popen(
        [sys.executable, "-m", "tanglaw", "serve", "--port", str(port)], env=environment | variables_of(),
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    address, stopped = f"http://localhost:{port}", threading.Event()

    def decide(number):
        for _ in range(300):
            try:
                work(address, f"analyst{number}", time.monotonic() + 600)
            except (OSError, AttributeError, AssertionError, TypeError):
                if stopped.wait(0.2):
                    return

    with ThreadPoolExecutor(ANALYSTS) as pool:
        for number in range(ANALYSTS):
            pool.submit(decide, number)
        for _ in range(600):
            if Decision.objects.count() >= ANALYSTS:
                break
            time.sleep(0.2)
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()
        stopped.set()
    decisions = list(Decision.objects.select_related("lead"))
    assert len(decisions) >= ANALYSTS
    for decision in decisions:
        expected = {"dismiss": "dismissed", "file": "proposed", "case": "case"}[decision.kind]
        assert decision.lead.state == expected
        assert Entry.objects.filter(detail__contains=str(decision.pk)).count() == 1
    assert Lead.objects.exclude(state="open").count() == len(decisions)
    assert verify(read_heads(heads.exported(busy)), heads.public_key()).faults == ()
    with served(busy, **variables_of()) as again:
        browser = Browser(again)
        browser.sign_in("analyst0")
        assert browser.get("/queue") == 200
