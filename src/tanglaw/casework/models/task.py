"""Something that has to be done for a case."""

from __future__ import annotations

from datetime import UTC

from django.db import models
from django.db.models import Q

from tanglaw.casework.models.case import Case
from tanglaw.casework.models.record_key import RecordKey
from tanglaw.casework.models.user import User
from tanglaw.casework.sealing.fields import SealedModel, SealedText


class Task(SealedModel):
    """Who does what until when; once done it stays done."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="tasks")
    sealed_what = models.BinaryField(default=b"")
    what = SealedText("sealed_what")
    to = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="tasks")
    due = models.DateField()
    made = models.DateTimeField()
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    done = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    sealed_result = models.BinaryField(default=b"")
    result = SealedText("sealed_result")

    class Meta:
        ordering = ("due", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(done__isnull=True, done_by__isnull=True) | Q(done__isnull=False, done_by__isnull=False),
                name="task_done_by_somebody",
            ),
        )
        indexes = (models.Index("to", "done", "due", name="task_by_person"),)

    def __str__(self) -> str:
        return f"task {self.pk}"

    def record_key(self) -> RecordKey:
        """Return the case's."""
        return self.case.record_key()

    def seal_row(self) -> str:
        """Return who made it and when."""
        return f"{self.made_by_id}/{self.made.astimezone(UTC).isoformat()}"
