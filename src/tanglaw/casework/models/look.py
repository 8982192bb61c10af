"""A reason that somebody gave to see the names in a lead."""

from __future__ import annotations

from datetime import UTC

from django.db import models

from tanglaw.casework.models.lead import Lead
from tanglaw.casework.models.record_key import RecordKey
from tanglaw.casework.models.user import User
from tanglaw.casework.sealing.fields import SealedModel, SealedText


class Look(SealedModel):
    """Names in one lead are shown to one person, for a while."""

    lead = models.ForeignKey(Lead, on_delete=models.CASCADE, related_name="looks")
    user = models.ForeignKey(User, on_delete=models.PROTECT)
    sealed_reason = models.BinaryField(default=b"")
    reason = SealedText("sealed_reason")
    since = models.DateTimeField()
    until = models.DateTimeField()

    class Meta:
        indexes = (models.Index("lead", "user", "until", name="look_by_person"),)

    def __str__(self) -> str:
        return f"look {self.pk}"

    def record_key(self) -> RecordKey:
        """Return the lead's."""
        return self.lead.record_key()

    def seal_row(self) -> str:
        """Return the person and moment."""
        return f"{self.user_id}/{self.since.astimezone(UTC).isoformat()}"
