"""Detection that was started from the workspace, by a person or by the schedule."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from tanglaw.casework.models.run import Run
from tanglaw.casework.models.source import Source
from tanglaw.casework.models.user import User


class Course(models.TextChoices):
    """Where a detection stands."""

    WAITING = "waiting", "Waiting"
    RUNNING = "running", "Running"
    DONE = "done", "Done"
    FAILED = "failed", "Failed"
    CANCELLED = "cancelled", "Cancelled"


UNDER_WAY = (Course.WAITING, Course.RUNNING)


class Detection(models.Model):
    """One detection on one source. While it runs, its worker beats; whoever no longer beats has been killed."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="detections")
    course = models.CharField(max_length=12, choices=Course.choices, default=Course.WAITING)
    asked = models.DateTimeField()
    asked_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    task = models.UUIDField(null=True, help_text="job that carries it out")
    attempt = models.PositiveSmallIntegerField(default=0, help_text="times that a worker took it up")
    worker = models.CharField(max_length=120, blank=True, help_text="host:process")
    beat = models.DateTimeField(null=True, help_text="when its worker last said that it lives")
    started = models.DateTimeField(null=True)
    finished = models.DateTimeField(null=True)
    stage = models.CharField(max_length=60, blank=True)
    rows = models.PositiveBigIntegerField(default=0, help_text="rows of the stage that are done")
    rate = models.FloatField(default=0.0, help_text="rows a second")
    log = models.TextField(blank=True, help_text="what detection said, the last of it")
    reason = models.TextField(blank=True, help_text="why it failed")
    cancelling = models.BooleanField(default=False)
    run = models.ForeignKey(Run, null=True, on_delete=models.PROTECT, related_name="detections")

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.CheckConstraint(condition=Q(course__in=Course.values), name="detection_course_is_known"),
            models.CheckConstraint(
                condition=~Q(course=Course.DONE) | Q(run__isnull=False), name="detection_done_has_a_run"
            ),
            models.UniqueConstraint(
                fields=("source",), condition=Q(course__in=UNDER_WAY), name="detection_one_a_source_at_a_time"
            ),
        )

    def __str__(self) -> str:
        return f"detection {self.pk}"

    @property
    def under_way(self) -> bool:
        """Whether it waits or runs."""
        return self.course in UNDER_WAY
