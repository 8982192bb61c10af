"""Somebody's wish that a lead be deleted before its time; another person approves."""

from __future__ import annotations

from datetime import UTC

from django.db import models

from tanglaw.casework.models.lead import Lead
from tanglaw.casework.models.record_key import RecordKey
from tanglaw.casework.models.user import User
from tanglaw.casework.sealing.fields import SealedModel, SealedText


class EarlyDeletion(SealedModel):
    """Waits for a second person; goes with the lead, or when it is not approved. The log keeps both."""

    lead = models.OneToOneField(Lead, on_delete=models.CASCADE, related_name="early_deletion")
    sealed_reason = models.BinaryField(default=b"")
    reason = SealedText("sealed_reason")
    asked = models.DateTimeField()
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("asked", "pk")

    def __str__(self) -> str:
        return f"early deletion {self.pk}"

    def record_key(self) -> RecordKey:
        """Return the lead's."""
        return self.lead.record_key()

    def seal_row(self) -> str:
        """Return person and moment."""
        return f"{self.asked_by_id}/{self.asked.astimezone(UTC).isoformat()}"
