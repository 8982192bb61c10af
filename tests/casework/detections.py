"""A worker's work, done in this process."""

from __future__ import annotations

from django_tasks_db.models import DBTaskResult

from tanglaw.casework.running import carrying_out


def carry_out(detection):
    carrying_out.carry_out(detection.pk, detection.task)
    detection.refresh_from_db()
    return detection


def ready_jobs():
    return DBTaskResult.objects.filter(status="READY").count()
