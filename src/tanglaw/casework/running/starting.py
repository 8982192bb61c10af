"""Starting and cancelling a detection, and setting a schedule. Each step is one transaction with its log entry."""

from __future__ import annotations

from datetime import datetime, time
from typing import Final

from django.db import transaction
from django.utils import timezone

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.models import Detection, Source, User
from tanglaw.casework.models.detection import UNDER_WAY, Course
from tanglaw.casework.models.source import Every
from tanglaw.casework.running import schedule
from tanglaw.casework.running.tasks import enqueue
from tanglaw.casework.site.problems import RefusedError

SCHEDULE: Final = Who("(schedule)")
"""The actor where the schedule starts a detection."""


def start(source: Source, user: User | None, who: Who) -> Detection:
    """Start detection on a source.

    Raises:
        RefusedError: it is under way already, or the source is out of use.
    """
    with transaction.atomic():
        # The source is locked, so that two who press at once do not start it twice.
        held = Source.objects.select_for_update().get(pk=source.pk)
        if held.retired:
            raise RefusedError("Out of use", f"The source {held.name} is out of use; nothing was started.")
        under_way = held.detections.filter(course__in=UNDER_WAY).first()
        if under_way:
            raise RefusedError(
                "Under way already",
                f"Detection {under_way.pk} runs on {held.name}; one at a time. Nothing was started.",
            )
        detection = Detection.objects.create(source=held, asked=timezone.now(), asked_by=user)
        enqueue(detection)
        append(who, Action.DETECTION_STARTED, "detection", detection.pk, {"source": held.name})
    return detection


def cancel(number: int, who: Who) -> Detection:
    """Cancel a detection: at once where it waits, within seconds where it runs. Nothing of it is brought in.

    Raises:
        RefusedError: it is over.
    """
    with transaction.atomic():
        detection = Detection.objects.select_for_update().get(pk=number)
        if detection.course not in UNDER_WAY:
            raise RefusedError("It is over", f"Detection {number} is {detection.get_course_display().lower()}.")
        detection.cancelling = True
        if detection.course == Course.WAITING:
            detection.course, detection.finished = Course.CANCELLED, timezone.now()
        detection.save(update_fields=["cancelling", "course", "finished"])
        append(who, Action.DETECTION_CANCELLED, "detection", detection.pk, {"source": detection.source.name})
    return detection


def set_schedule(source: Source, every: str, at: time | None, weekday: int, who: Who) -> Source:
    """Set when a source is run by itself; ``every`` empty takes the schedule away.

    Raises:
        RefusedError: a schedule that is none.
    """
    if every not in Every.values or (every and at is None) or weekday not in range(7):
        raise RefusedError("No such schedule", "Expected never, or every day or week at a time like 02:30 (UTC).", 422)
    with transaction.atomic():
        held = Source.objects.select_for_update().get(pk=source.pk)
        held.every, held.weekday = every, weekday if every == Every.WEEK else 0
        held.at = at if every else None
        held.next_at = schedule.following(timezone.now(), every, at, weekday) if every and at else None
        held.save(update_fields=["every", "at", "weekday", "next_at"])
        said = schedule.words(held.every, held.at, held.weekday)
        append(who, Action.SCHEDULE_SET, "source", held.name, {"schedule": said or "never"})
    return held


def start_due(now: datetime) -> list[Detection]:
    """Start every source whose time has come; one that is still under way waits for its next time."""
    started = []
    for source in Source.objects.filter(retired=False, next_at__lte=now):
        with transaction.atomic():
            held = Source.objects.select_for_update().get(pk=source.pk)
            if held.retired or held.next_at is None or held.next_at > now or held.at is None:
                continue  # another worker was first, or somebody changed it
            held.next_at = schedule.following(now, held.every, held.at, held.weekday)
            held.save(update_fields=["next_at"])
            if held.detections.filter(course__in=UNDER_WAY).exists():
                append(SCHEDULE, Action.DETECTION_SKIPPED, "source", held.name, {"why": "the one before is under way"})
            else:
                started.append(start(held, None, SCHEDULE))
    return started
