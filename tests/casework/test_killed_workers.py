"""A killed worker loses nothing: what it left is taken up again, and comes in once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connections
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tanglaw.casework.audit.chain import CONSOLE, Who
from tanglaw.casework.models import Detection, Entry, Lead, Run
from tanglaw.casework.running import carrying_out, process, sources, starting
from tanglaw.casework.running.reaping import MOST_ATTEMPTS, reap

from .databases import served
from .detections import carry_out, ready_jobs


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

    def kill(*_, **__):
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
        ("me", timedelta(minutes=5), False),
        ("me", timedelta(minutes=11), True),
        ("my number, given to another process", timedelta(seconds=6), True),
        ("my number, given to another process", timedelta(seconds=2), False),
        ("elsewhere:1:1", timedelta(seconds=59), False),
        ("elsewhere:1:1", timedelta(seconds=61), True),
        ("", timedelta(hours=1), True),
        ("odd", timedelta(hours=1), True),
    ],
)
def test_who_is_taken_for_dead(worker, silence, gone):
    me = process.me()  # differs from one test process to the next, so it must not stand in a test's name
    known = {"me": me, "my number, given to another process": me.rpartition(":")[0] + ":1"}
    now = timezone.now()
    assert process.dead(known.get(worker, worker), now - silence, now) is gone


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
                "def slow(*given): real(*given); print('in the middle', flush=True); time.sleep(60)\n"
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


def test_the_server_keeps_a_worker_that_ends_with_it(quick, console, payments):
    made = console("workspace", "person", "rey", "--role", "reviewer", stdin="a-long-first-password\n")
    assert made.returncode == 0, made.stderr
    kept = console("workspace", "source", "all", str(payments))
    assert kept.returncode == 0, kept.stderr

    def workers():
        found = subprocess.run(
            ["pgrep", "-f", "tanglaw.casework.running.worker"], capture_output=True, text=True, check=False
        )
        return {int(one) for one in found.stdout.split() if str(quick).encode() in environment(int(one))}

    def environment(number):
        try:
            return Path(f"/proc/{number}/environ").read_bytes()
        except OSError:
            return b""

    with served(quick, TANGLAW_SECOND_FACTOR="optional"):
        until(lambda: len(workers()) == 1, (quick / "served.log").read_text)
        (first,) = workers()
        os.kill(first, signal.SIGKILL)
        until(lambda: workers() not in (set(), {first}), (quick / "served.log").read_text)
    until(lambda: not workers(), lambda: "a worker outlived its server", 30)


def test_links_and_sources_on_the_console(console, tmp_path, payments):
    assert console("workspace", "links", str(tmp_path / "links.csv")).returncode == 0
    assert (tmp_path / "links.csv").read_text() == "role,subject_id,other_subject_id,level,decision\n"
    assert console("workspace", "source", "all", str(tmp_path / "gone")).returncode == 1
    assert console("workspace", "source", "all", str(payments)).returncode == 0
    assert console("workspace", "source", "all", "--retire").returncode == 0
