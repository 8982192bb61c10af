"""Takes up again what a killed worker left: the queue itself leaves a killed job "running" for good."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django_tasks_db.models import DBTaskResult

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.models import Detection
from tanglaw.casework.models.detection import Course
from tanglaw.casework.running.process import dead
from tanglaw.casework.running.tasks import enqueue

WORKER: Final = Who("(worker)")
"""The actor where a worker acts by itself."""

MOST_ATTEMPTS: Final = 3
_CLAIMED: Final = timedelta(seconds=30)
_KEPT: Final = timedelta(days=30)
_READY: Final = "READY"
_RUNNING: Final = "RUNNING"


class InterruptedRunError(Exception):
    """The worker that had this job was killed."""


def reap(now: datetime) -> int:
    """Take up again every detection whose worker is no more; return how many."""
    reaped = 0
    for found in Detection.objects.filter(course=Course.RUNNING).only("worker", "beat"):
        if dead(found.worker, found.beat, now):
            reaped += _take_up(found.pk, found.worker, now)
    for found in Detection.objects.filter(course=Course.WAITING).only("task", "asked"):
        reaped += _find_job(found, now)
    return reaped


def prune(now: datetime) -> None:
    """Forget jobs that ended a while ago; the detections themselves stay."""
    DBTaskResult.objects.finished().filter(finished_at__lt=now - _KEPT).delete()


def _take_up(number: int, worker: str, now: datetime) -> bool:
    with transaction.atomic():
        detection = Detection.objects.select_for_update().get(pk=number)
        if detection.course != Course.RUNNING or detection.worker != worker or not dead(worker, detection.beat, now):
            return False  # it ended meanwhile, or another worker was first
        _end_job(detection)
        detail = {"source": detection.source.name, "attempt": detection.attempt}
        if detection.cancelling:
            detection.course, detection.finished = Course.CANCELLED, now
        elif detection.attempt >= MOST_ATTEMPTS:
            detection.course, detection.finished = Course.FAILED, now
            detection.reason = (
                f"Its worker was killed {detection.attempt} times, the last time at “{detection.stage or 'starting'}”. "
                "Often the machine has too little memory. Nothing of it was brought in."
            )
        else:
            detection.course = Course.WAITING
        detection.save()
        if detection.course == Course.WAITING:
            enqueue(detection)
        append(WORKER, Action.DETECTION_REAPED, "detection", detection.pk, detail | {"now": detection.course})
    return True


def _find_job(found: Detection, now: datetime) -> bool:
    """Give a waiting detection a new job where the worker that had claimed its job died before it began."""
    job = _job(found)
    began = (job.started_at if job else None) or found.asked
    if (job is not None and job.status == _READY) or now - began < _CLAIMED:
        return False
    with transaction.atomic():
        detection = Detection.objects.select_for_update().get(pk=found.pk)
        if detection.course != Course.WAITING or detection.task != found.task:
            return False
        _end_job(detection)
        enqueue(detection)
    return True


def _end_job(detection: Detection) -> None:
    job = _job(detection)
    if job is not None and job.status == _RUNNING:
        job.set_failed(InterruptedRunError("its worker was killed"))


def _job(detection: Detection) -> DBTaskResult[..., object] | None:
    return DBTaskResult.objects.filter(pk=detection.task).first() if detection.task else None
