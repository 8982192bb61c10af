"""Detection from the workspace: started once, watched, cancelled, scheduled; a killed worker loses nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import IntegrityError, connections
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from hypothesis import given
from hypothesis import strategies as st

from tanglaw.casework.audit.chain import CONSOLE, Who
from tanglaw.casework.decisions.deciding import Wish, propose
from tanglaw.casework.models import Detection, Entry, Lead, Run, Source
from tanglaw.casework.running import carrying_out, detecting, process, schedule, sources, starting
from tanglaw.casework.running.reaping import MOST_ATTEMPTS, reap
from tanglaw.casework.running.told import Told
from tanglaw.casework.site.problems import RefusedError
from tanglaw.common.errors import FaultsError
from tanglaw.lab.worlds import simulate

from .databases import served, tanglaw


@pytest.fixture(autouse=True)
def findable(monkeypatch):
    """Let processes that the worker starts find the package as this one does."""
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))


@pytest.fixture(scope="module")
def payments(tmp_path_factory):
    return simulate(tmp_path_factory.mktemp("world"), senders=800, months=12, seed=3, prevalence=0.02).payments_path


@pytest.fixture
def source(quick, payments):
    return sources.keep(sources.Described("all", [payments], identities=False), Who(CONSOLE))[0]


def carry_out(detection):
    carrying_out.carry_out(detection.pk, detection.task)
    detection.refresh_from_db()
    return detection


def ready_jobs():
    return DBTaskResult.objects.filter(status="READY").count()


# Starting


def test_a_run_is_started_carried_out_and_brought_in(source, person, quick):
    reviewer = person("reviewer")
    assert reviewer.client.post("/runs/sources/all/start").status_code == 302
    detection = Detection.objects.get()
    assert (detection.course, detection.asked_by) == ("waiting", reviewer.user)
    carry_out(detection)
    assert detection.course == "done", detection.reason
    assert detection.run.found == Lead.objects.count() > 0
    assert detection.run.imported_by == reviewer.user
    assert "writing leads" in detection.log
    assert not carrying_out.folder_of(detection.pk).exists(), "files with names must not stay behind"
    said = reviewer.client.get(f"/runs/detections/{detection.pk}.json").json()["detection"]
    assert (said["course"], said["source"], said["run"]) == ("done", "all", detection.run_id)
    actions = list(Entry.objects.order_by("number").values_list("actor", "action"))
    for actor, action in (("reviewer", "detection started"), ("(worker)", "outcomes exported"), ("reviewer", "run imported"),
                          ("(worker)", "detection done"), ("reviewer", "detection seen")):  # fmt: skip
        assert (actor, action) in actions


def test_outcomes_and_links_go_along(source, person, monkeypatch):
    supervisor = person("supervisor")
    carry_out(starting.start(source, None, starting.SCHEDULE))
    lead = Lead.objects.filter(role="originator").first()
    propose(lead.lead_id, lead.revision, supervisor.user, supervisor.who,
            Wish("dismiss", "His own family, for years.", explanation="nothing_found"))  # fmt: skip
    given = {}

    def look(arguments, *_):
        for name in ("--known", "--links"):
            given[name] = Path(arguments[arguments.index(name) + 1]).read_text()
        return detecting.Ended.CANCELLED

    monkeypatch.setattr(carrying_out, "detect", look)
    carry_out(starting.start(source, None, starting.SCHEDULE))
    assert f"originator,{lead.subject},{lead.pattern},dismissed," in given["--known"]
    assert given["--links"].startswith("role,subject_id,other_subject_id,level,decision\n")


def test_the_same_payments_again_are_the_same_run(source):
    first = carry_out(starting.start(source, None, starting.SCHEDULE))
    second = carry_out(starting.start(source, None, starting.SCHEDULE))
    assert (first.course, second.course) == ("done", "done")
    assert first.run == second.run
    assert Run.objects.count() == 1


def test_one_at_a_time_on_a_source(source, person):
    starting.start(source, None, starting.SCHEDULE)
    with pytest.raises(RefusedError, match="one at a time"):
        starting.start(source, None, starting.SCHEDULE)
    assert person("reviewer").client.post("/runs/sources/all/start").status_code == 409
    with pytest.raises(IntegrityError):  # not even by hand
        Detection.objects.create(source=source, asked=timezone.now())
    assert Detection.objects.count() == ready_jobs() == 1


def test_no_path_comes_from_a_page_and_none_is_shown(source, person, payments):
    reviewer = person("reviewer")
    for address in ("/runs", "/runs.json"):
        assert str(payments.parent) not in reviewer.client.get(address).content.decode()
    assert reviewer.client.post("/runs/sources/%2Fetc/start").status_code == 404
    assert reviewer.client.post("/runs/sources/nowhere/start").status_code == 404
    reviewer.client.post("/runs/sources/all/start", {"inputs": "/etc", "path": "/etc", "name": "/etc"})
    assert Source.objects.get().inputs == [str(payments)]


def test_all_faults_of_a_source_come_at_once(quick, tmp_path):
    described = sources.Described("../x", [tmp_path / "gone"], mapping=tmp_path / "none.toml", engine="abacus")
    with pytest.raises(FaultsError) as caught:
        sources.keep(described, Who(CONSOLE))
    assert all(word in str(caught.value) for word in ("../x", "gone", "none.toml", "abacus"))
    assert not Source.objects.exists()


def test_options_of_a_source_go_to_detection(quick, payments, tmp_path):
    mapping = tmp_path / "m.toml"
    mapping.write_text("")
    described = sources.Described("mine", [payments], mapping=mapping, patterns=[tmp_path], identities=False)
    source, new = sources.keep(described, Who(CONSOLE))
    assert new
    assert sources.arguments(source) == [
        str(payments), "--engine", "local", "--mapping", str(mapping), "--patterns", str(tmp_path), "--no-identities",
    ]  # fmt: skip
    assert not sources.keep(described, Who(CONSOLE))[1]


def test_a_retired_source_is_gone_from_the_page_and_not_started(source, person):
    sources.retire("all", Who(CONSOLE))
    assert person("reviewer").client.post("/runs/sources/all/start").status_code == 404
    with pytest.raises(RefusedError, match="out of use"):
        starting.start(source, None, starting.SCHEDULE)
    with pytest.raises(FaultsError):
        sources.retire("all", Who(CONSOLE))


# Failing, cancelling


def test_a_failure_says_why_and_brings_nothing_in(source, person, payments, tmp_path):
    bad = tmp_path / "bad.csv"
    bad.write_text("a,b\n1,2\n")
    Source.objects.update(inputs=[str(bad)])
    failed = carry_out(starting.start(source, None, starting.SCHEDULE))
    assert failed.course == "failed"
    assert "payment_id" in failed.reason
    assert not Run.objects.exists()
    assert not carrying_out.folder_of(failed.pk).exists()
    page = person("reviewer").client.get(f"/runs/detections/{failed.pk}").content.decode()
    assert "Why it failed" in page
    assert starting.start(source, None, starting.SCHEDULE).course == "waiting", "it can be started again"


def test_what_waits_is_cancelled_at_once(source, person):
    reviewer = person("reviewer")
    detection = starting.start(source, None, starting.SCHEDULE)
    assert reviewer.client.post(f"/runs/detections/{detection.pk}/cancel").status_code == 302
    assert carry_out(detection).course == "cancelled"
    assert not Run.objects.exists()
    assert reviewer.client.post(f"/runs/detections/{detection.pk}/cancel").status_code == 409


def test_what_runs_is_ended_with_its_process(source, monkeypatch):
    detection = starting.start(source, None, starting.SCHEDULE)
    real = carrying_out._beat

    def cancel_then_beat(mine, told):
        if told.state.stage and not Detection.objects.get().cancelling:
            starting.cancel(mine.pk, Who("rey"))
        return real(mine, told)

    monkeypatch.setattr(carrying_out, "_beat", cancel_then_beat)
    monkeypatch.setattr(carrying_out, "_BEAT", 0.05)
    assert carry_out(detection).course == "cancelled"
    assert not Run.objects.exists()
    assert not carrying_out.folder_of(detection.pk).exists()


def test_a_worker_that_is_told_to_end_gives_back_what_it_was_at(source, monkeypatch):
    detection = starting.start(source, None, starting.SCHEDULE)
    carrying_out.STOP.set()
    try:
        carry_out(detection)
    finally:
        carrying_out.STOP.clear()
    assert (detection.course, detection.attempt, ready_jobs()) == ("waiting", 0, 2)
    assert carry_out(detection).course == "done"


def test_a_worker_that_was_taken_for_dead_touches_nothing_any_more(source, monkeypatch):
    detection = starting.start(source, None, starting.SCHEDULE)
    real = carrying_out._beat

    def lost(mine, told):
        Detection.objects.update(worker="elsewhere:1:1")
        return real(mine, told)

    monkeypatch.setattr(carrying_out, "_beat", lost)
    carry_out(detection)
    assert (detection.course, detection.worker) == ("running", "elsewhere:1:1")
    assert not Run.objects.exists()


def test_a_job_that_is_no_longer_the_right_one_does_nothing(source):
    detection = starting.start(source, None, starting.SCHEDULE)
    carrying_out.carry_out(detection.pk, uuid4())
    carrying_out.carry_out(detection.pk + 1, detection.task)
    detection.refresh_from_db()
    assert (detection.course, detection.attempt) == ("waiting", 0)


# Reaping


def killed(detection, *, silent=timedelta(minutes=2), attempt=1):
    """Leave it as a worker on another host does that was killed."""
    DBTaskResult.objects.get(pk=detection.task).claim("w")
    Detection.objects.filter(pk=detection.pk).update(
        course="running", worker="elsewhere:1:1", beat=timezone.now() - silent, attempt=attempt, stage="reading"
    )


def test_what_a_killed_worker_left_is_taken_up_again(source):
    detection = starting.start(source, None, starting.SCHEDULE)
    job = detection.task
    killed(detection)
    assert reap(timezone.now()) == 1
    detection.refresh_from_db()
    assert (detection.course, DBTaskResult.objects.get(pk=job).status, ready_jobs()) == ("waiting", "FAILED", 1)
    assert detection.task != job
    assert carry_out(detection).course == "done"
    assert detection.attempt == 2
    assert Entry.objects.filter(action="detection taken up again").count() == 1


def test_one_that_beats_is_left_alone(source):
    detection = starting.start(source, None, starting.SCHEDULE)
    killed(detection, silent=timedelta(seconds=30))
    assert reap(timezone.now()) == 0


def test_after_three_kills_it_fails_and_says_so(source):
    detection = starting.start(source, None, starting.SCHEDULE)
    killed(detection, attempt=MOST_ATTEMPTS)
    reap(timezone.now())
    detection.refresh_from_db()
    assert detection.course == "failed"
    assert "killed 3 times" in detection.reason
    assert ready_jobs() == 0


def test_one_that_was_being_cancelled_is_not_taken_up_again(source):
    detection = starting.start(source, None, starting.SCHEDULE)
    killed(detection)
    starting.cancel(detection.pk, Who("rey"))
    reap(timezone.now())
    detection.refresh_from_db()
    assert detection.course == "cancelled"


def test_a_worker_killed_between_the_queue_and_the_run_loses_nothing(source):
    detection = starting.start(source, None, starting.SCHEDULE)
    DBTaskResult.objects.get(pk=detection.task).claim("w")
    assert reap(timezone.now()) == 0
    assert reap(timezone.now() + timedelta(minutes=1)) == 1
    assert ready_jobs() == 1


def test_killed_while_bringing_in_the_result_is_not_made_twice(source, monkeypatch):
    detection = starting.start(source, None, starting.SCHEDULE)

    class KilledError(BaseException):
        """Nothing is tidied up after it."""

    def kill(*_):
        raise KilledError

    with monkeypatch.context() as patch:
        patch.setattr(carrying_out, "import_run", kill)
        with pytest.raises(KilledError):
            carry_out(detection)
    assert (carrying_out.folder_of(detection.pk) / "results" / "leads.parquet").exists()
    assert not Run.objects.exists()
    killed(detection)
    reap(timezone.now())
    detection.refresh_from_db()
    monkeypatch.setattr(carrying_out, "detect", kill)
    assert carry_out(detection).course == "done"
    assert Run.objects.count() == 1


@pytest.mark.parametrize(
    ("worker", "silence", "gone"),
    [
        (process.me(), timedelta(minutes=5), False),
        (process.me(), timedelta(minutes=11), True),
        (process.me().rpartition(":")[0] + ":1", timedelta(seconds=6), True),  # the number was given to another process
        (process.me().rpartition(":")[0] + ":1", timedelta(seconds=2), False),
        ("elsewhere:1:1", timedelta(seconds=59), False),
        ("elsewhere:1:1", timedelta(seconds=61), True),
        ("", timedelta(hours=1), True),
        ("odd", timedelta(hours=1), True),
    ],
)
def test_who_is_taken_for_dead(worker, silence, gone):
    now = timezone.now()
    assert process.dead(worker, now - silence, now) is gone


# The schedule


@given(
    after=st.datetimes(timezones=st.just(UTC), min_value=datetime(2020, 1, 1), max_value=datetime(2040, 1, 1)),  # noqa: DTZ001 -- Hypothesis adds it
    every=st.sampled_from(["day", "week"]), at=st.times().map(lambda t: t.replace(second=0, microsecond=0)), weekday=st.integers(0, 6),
)  # fmt: skip
def test_the_next_time_is_the_first_that_fits(after, every, at, weekday):
    found = schedule.following(after, every, at, weekday)
    assert found > after
    assert found - after <= timedelta(days=7 if every == "week" else 1)
    assert (found.hour, found.minute) == (at.hour, at.minute)
    assert every == "day" or found.weekday() == weekday


def test_a_schedule_starts_what_is_due_once_and_makes_nothing_up(source, person):
    supervisor = person("supervisor")
    form = {"every": "day", "at": "02:30", "weekday": "0"}
    assert supervisor.client.post("/runs/sources/all/schedule", form).status_code == 302
    source.refresh_from_db()
    later = source.next_at + timedelta(days=9, hours=1)
    assert [one.source_id for one in starting.start_due(later)] == [source.pk]
    assert starting.start_due(later) == []
    source.refresh_from_db()
    assert later < source.next_at <= later + timedelta(days=1)
    # Its time comes while the one before is under way: it waits for the next time, and the log says so.
    assert starting.start_due(source.next_at) == []
    assert Entry.objects.filter(actor="(schedule)", action="detection skipped").count() == 1
    supervisor.client.post("/runs/sources/all/schedule", {"every": "", "at": "02:30"})
    source.refresh_from_db()
    assert source.next_at is None


@pytest.mark.parametrize(
    "form",
    [
        {"every": "hour", "at": "02:30"},
        {"every": "day", "at": "25:00"},
        {"every": "week", "at": "02:30", "weekday": "9"},
    ],
)
def test_a_schedule_that_is_none_is_refused(source, person, form):
    assert person("supervisor").client.post("/runs/sources/all/schedule", form).status_code == 422
    source.refresh_from_db()
    assert source.every == ""


# What it says


def test_progress_is_told_from_what_is_for_people():
    told = Told()
    for line in ('{"stage": "reading", "rows": 500, "seconds": 2.0}\n', "a warning\n", '{"stage": broken\n',
                 '{"stage": "reading", "rows": 900, "seconds": 3.0}\n', "tanglaw: It failed.\n", "  a.csv:2 found x\n"):  # fmt: skip
        told.hear(line)
    assert (told.state.stage, told.state.rows, told.state.rate) == ("reading", 900, 300.0)
    assert told.log.splitlines() == [
        "reading",
        "a warning",
        '{"stage": broken',
        "tanglaw: It failed.",
        "  a.csv:2 found x",
    ]
    assert told.reason == "It failed.\n  a.csv:2 found x"


@given(st.text())
def test_whatever_is_said_can_be_kept(text):
    told = Told()
    told.hear(text)
    told.hear(f'{{"stage"{text}')
    assert "\x00" not in told.log
    assert told.state.rate >= 0


def test_the_part_that_moves_asks_for_itself_only_while_there_is_something_to_see(source, person):
    client = person("analyst").client
    detection = starting.start(source, None, starting.SCHEDULE)
    seen = Entry.objects.count()
    answer = client.get(f"/runs/detections/{detection.pk}/progress")
    assert b'hx-trigger="every 2s"' in answer.content
    assert "HX-Refresh" not in answer
    assert Entry.objects.count() == seen
    carry_out(detection)
    assert client.get(f"/runs/detections/{detection.pk}/progress")["HX-Refresh"] == "true"


# Whole processes


def until(holds, what, seconds=120):
    for _ in range(seconds * 5):
        if holds():
            return
        time.sleep(0.2)
    raise AssertionError(what())


@pytest.mark.parametrize("when", ["reading", "bringing in"])
def test_a_worker_that_is_killed_is_replaced_and_the_run_comes_in_once(workspace, payments, when, tmp_path):
    source, _ = sources.keep(sources.Described("all", [payments], identities=False), Who(CONSOLE))
    described = connections["default"].settings_dict
    variables = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "TANGLAW_DATA": str(workspace)}
    if connections["default"].vendor == "postgresql":
        variables["DATABASE_URL"] = f"postgresql://tanglaw@127.0.0.1:{described['PORT']}/{described['NAME']}"
    detection = starting.start(source, None, starting.SCHEDULE)
    said = (tmp_path / "worker.log").open("w")

    def worker():
        # Slowed down where it is to be killed, so that the kill does not miss.
        code = "from tanglaw.casework.site.start import load; load()\n"
        if when == "bringing in":
            code += (
                "import time; from tanglaw.casework.intake import importing; real = importing._appear\n"
                "def slow(leads): real(leads); print('in the middle', flush=True); time.sleep(60)\n"
                "importing._appear = slow\n"
            )
        code += "from tanglaw.casework.running.worker import work; work()"
        return subprocess.Popen(
            [sys.executable, "-c", code], env=variables, stdout=said, stderr=said, stdin=subprocess.DEVNULL
        )

    first = worker()
    middle = {"reading": lambda: Detection.objects.get().stage not in {"", "starting"},
              "bringing in": lambda: "in the middle" in (tmp_path / "worker.log").read_text()}[when]  # fmt: skip
    until(middle, (tmp_path / "worker.log").read_text)
    children = subprocess.run(
        ["pgrep", "-P", str(first.pid)], capture_output=True, text=True, check=False
    ).stdout.split()
    first.send_signal(signal.SIGKILL)
    first.wait()
    for child in children:  # it does not outlive its worker
        until(lambda child=child: process._started(int(child)) is None, lambda: "detection runs on", 20)
    assert not Run.objects.exists()
    assert not Lead.objects.exists()
    when = ""
    second = worker()
    try:
        until(lambda: Detection.objects.get().course == "done", (tmp_path / "worker.log").read_text)
    finally:
        second.terminate()
        assert second.wait(30) == 0
    detection.refresh_from_db()
    assert (detection.attempt, Run.objects.count()) == (2, 1)
    assert Lead.objects.count() == detection.run.found > 0
    assert [
        Entry.objects.filter(action=action).count()
        for action in ("detection taken up again", "run imported", "detection done")
    ] == [1, 1, 1]


def test_the_server_keeps_a_worker_that_ends_with_it(tmp_path, payments):
    here = {"TANGLAW_DATA": str(tmp_path), "TANGLAW_SECOND_FACTOR": "optional"}
    assert (
        tanglaw("workspace", "person", "rey", "--role", "reviewer", stdin="a-long-first-password\n", **here).returncode
        == 0
    )
    kept = tanglaw("workspace", "source", "all", str(payments), **here)
    assert kept.returncode == 0, kept.stderr

    def workers():
        found = subprocess.run(
            ["pgrep", "-f", "tanglaw.casework.running.worker"], capture_output=True, text=True, check=False
        )
        return {int(one) for one in found.stdout.split() if str(tmp_path).encode() in environment(int(one))}

    def environment(number):
        try:
            return Path(f"/proc/{number}/environ").read_bytes()
        except OSError:
            return b""

    with served(tmp_path, **here):
        until(lambda: len(workers()) == 1, (tmp_path / "served.log").read_text)
        (first,) = workers()
        os.kill(first, signal.SIGKILL)
        until(lambda: workers() not in (set(), {first}), (tmp_path / "served.log").read_text)
    until(lambda: not workers(), lambda: "a worker outlived its server", 30)


def test_links_and_sources_on_the_console(tmp_path, payments):
    here = {"TANGLAW_DATA": str(tmp_path)}
    assert tanglaw("workspace", "links", str(tmp_path / "links.csv"), **here).returncode == 0
    assert (tmp_path / "links.csv").read_text() == "role,subject_id,other_subject_id,level,decision\n"
    assert tanglaw("workspace", "source", "all", str(tmp_path / "gone"), **here).returncode == 1
    assert tanglaw("workspace", "source", "all", str(payments), **here).returncode == 0
    assert tanglaw("workspace", "source", "all", "--retire", **here).returncode == 0
