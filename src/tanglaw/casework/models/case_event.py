"""Something that happened, put into the chronology by hand."""

from __future__ import annotations

from datetime import UTC

from django.db import models
from django.db.models import Q

from tanglaw.casework.models.case import Case
from tanglaw.casework.models.record_key import RecordKey
from tanglaw.casework.models.user import User
from tanglaw.casework.sealing.fields import SealedModel, SealedText


class CaseEvent(SealedModel):
    """Never changed; a later entry corrects it."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="events")
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    day_only = models.BooleanField(default=True, help_text="the time of day is not known")
    sealed_what = models.BinaryField(default=b"")
    what = SealedText("sealed_what")
    sealed_source = models.BinaryField(default=b"")
    source = SealedText("sealed_source")
    """Where it is known from."""
    written = models.DateTimeField()

    class Meta:
        ordering = ("at", "pk")
        constraints = (models.CheckConstraint(condition=~Q(sealed_source=b""), name="case_event_has_a_source"),)

    def __str__(self) -> str:
        return f"case event {self.pk}"

    def record_key(self) -> RecordKey:
        """Return the case's."""
        return self.case.record_key()

    def seal_row(self) -> str:
        """Return author and moments."""
        return f"{self.author_id}/{self.written.astimezone(UTC).isoformat()}/{self.at.astimezone(UTC).isoformat()}"
