"""Carries a detection out: detect in a process of its own, bring the result in, and say how it went.

Killed at any point, it can be carried out again: a result that is whole is not made twice, a run that is in the
workspace is not brought in twice, and the last step ends the detection and nothing before it does.
"""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from uuid import UUID

from django.db import DatabaseError, OperationalError, connections, transaction
from django.utils import timezone

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.decisions import links, outcomes
from tanglaw.casework.intake.importing import import_run
from tanglaw.casework.models import Detection, Run
from tanglaw.casework.models.detection import Course
from tanglaw.casework.running import sources
from tanglaw.casework.running.detecting import Ended, detect
from tanglaw.casework.running.process import me
from tanglaw.casework.running.reaping import WORKER
from tanglaw.casework.running.tasks import enqueue
from tanglaw.casework.running.told import State, Told
from tanglaw.casework.site.current import current
from tanglaw.common.errors import TanglawError
from tanglaw.common.outputs import write_whole

logger = logging.getLogger(__name__)

STOP = Event()
"""Set when this worker is told to end: what it is at goes back to the queue."""

_BEAT = 1.0
_BRINGING_IN = "bringing in"


def folder_of(number: int) -> Path:
    """Return where a detection's files lie while it is under way; they hold names, and go when it is over."""
    return current().data / "runs" / str(number)


def carry_out(number: int, task: UUID) -> None:
    """Carry a detection out, from where an earlier worker left it."""
    detection = _take(number, task)
    if detection is None:
        return
    told = Told()
    try:
        ended = _detect(detection, told)
        if ended == Ended.LOST:
            return
        if ended == Ended.STOPPED:
            _give_back(detection)
        elif ended == Ended.CANCELLED:
            _end(detection, Course.CANCELLED, told)
        elif ended == Ended.FAILED:
            _end(detection, Course.FAILED, told, told.reason or "Detection ended without a word.")
        else:
            run = _bring_in(detection, told)
            _done(detection, run, told)
    except (TanglawError, OSError) as error:
        _end(detection, Course.FAILED, told, str(error))
    except DatabaseError:
        raise  # what cannot be written down is taken up again by whoever reaps
    except Exception as error:
        logger.exception("Detection %s failed", number)
        _end(detection, Course.FAILED, told, f"{type(error).__name__}: the worker’s own log says more.")


def _take(number: int, task: UUID) -> Detection | None:
    """Take a waiting detection; None where this job is no longer the one that it waits for."""
    with transaction.atomic():
        detection = Detection.objects.select_for_update().select_related("source").filter(pk=number).first()
        if detection is None or detection.course != Course.WAITING or detection.task != task:
            return None
        now = timezone.now()
        detection.course, detection.worker, detection.beat = Course.RUNNING, me(), now
        detection.attempt += 1
        detection.started = detection.started or now
        detection.stage, detection.rows, detection.rate = "starting", 0, 0.0
        detection.save()
    return detection


def _beat(detection: Detection, told: Told) -> Ended | None:
    """Say that this worker lives and how far it is; return why to stop, if there is a reason."""
    state = told.state
    try:
        return _say(detection, told, state)
    except OperationalError:  # the database is busy or starts anew; one beat less does no harm
        return Ended.STOPPED if STOP.is_set() else None


def _say(detection: Detection, told: Told, state: State) -> Ended | None:
    mine = Detection.objects.filter(pk=detection.pk, course=Course.RUNNING, worker=me())
    said = {"stage": state.stage or "starting", "rows": state.rows, "rate": state.rate, "log": told.log}
    if not mine.update(beat=timezone.now(), **said):
        return Ended.LOST  # taken for dead, and taken up by another
    if STOP.is_set():
        return Ended.STOPPED
    return Ended.CANCELLED if mine.filter(cancelling=True).exists() else None


def _detect(detection: Detection, told: Told) -> Ended:
    folder = folder_of(detection.pk)
    results = folder / "results"
    if results.exists():  # it appears whole or not at all
        told.hear("The result of the attempt before is whole, and is used.")
        return Ended.DONE
    folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)
    known, split = outcomes.as_csv(), links.as_csv()
    write_whole(folder / "known.csv", known)
    write_whole(folder / "links.csv", split)
    detail = {"rows": known.count("\n") - 1, "links": split.count("\n") - 1, "detection": detection.pk}
    append(WORKER, Action.OUTCOMES_EXPORTED, "detection", detection.pk, detail)
    given = ["--known", str(folder / "known.csv"), "--links", str(folder / "links.csv"), "--out", str(results)]
    return detect([*sources.arguments(detection.source), *given], told, lambda: _beat(detection, told), _BEAT)


def _bring_in(detection: Detection, told: Told) -> Run:
    told.hear('{"stage": "%s", "rows": 0, "seconds": 0}' % _BRINGING_IN)  # noqa: UP031 -- braces of JSON
    _beat(detection, told)
    who = Who(detection.asked_by.username) if detection.asked_by else WORKER
    with _beating(detection, told):
        results = folder_of(detection.pk) / "results"
        return import_run(results, who, detection.asked_by, detection=detection.pk).run


@contextmanager
def _beating(detection: Detection, told: Told) -> Iterator[None]:
    """Beat from a thread, while this one is in a single long transaction."""
    over = Event()

    def beat() -> None:
        while not over.wait(_BEAT):
            _beat(detection, told)  # on SQLite it waits for the import itself; the process can be seen alive
        connections.close_all()

    thread = Thread(target=beat, name="beat", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _done(detection: Detection, run: Run, told: Told) -> None:
    with transaction.atomic():
        if not _ours(detection):
            return
        detection.course, detection.finished, detection.run = Course.DONE, timezone.now(), run
        detection.stage, detection.log = "", told.log
        detection.save(update_fields=["course", "finished", "run", "stage", "log"])
        links.went_along(run, detection.started)
        counted = {"run": run.pk, "leads": run.found, "new": run.new, "changed": run.changed}
        append(WORKER, Action.DETECTION_DONE, "detection", detection.pk, counted)
    _clear(detection)


def _end(detection: Detection, course: Course, told: Told, reason: str = "") -> None:
    with transaction.atomic():
        if not _ours(detection):
            return
        detection.course, detection.finished = course, timezone.now()
        detection.reason, detection.log = reason[:4_000], told.log
        detection.save(update_fields=["course", "finished", "reason", "log"])
        if course == Course.FAILED:
            append(WORKER, Action.DETECTION_FAILED, "detection", detection.pk, {"source": detection.source.name})
    _clear(detection)


def _give_back(detection: Detection) -> None:
    """Put it back into the queue, as if this worker had never had it."""
    with transaction.atomic():
        if not _ours(detection):
            return
        detection.course, detection.worker = Course.WAITING, ""
        detection.attempt -= 1
        detection.save(update_fields=["course", "worker", "attempt"])
        enqueue(detection)


def _ours(detection: Detection) -> bool:
    return Detection.objects.select_for_update().filter(pk=detection.pk, course=Course.RUNNING, worker=me()).exists()


def _clear(detection: Detection) -> None:
    shutil.rmtree(folder_of(detection.pk), ignore_errors=True)
    if os.path.lexists(folder_of(detection.pk)):
        logger.error("The files of detection %s could not be removed; they hold personal data.", detection.pk)
