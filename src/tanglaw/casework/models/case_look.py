"""A reason that somebody gave to see the names in a case."""

from __future__ import annotations

from datetime import UTC

from django.db import models

from tanglaw.casework.models.case import Case
from tanglaw.casework.models.record_key import RecordKey
from tanglaw.casework.models.user import User
from tanglaw.casework.sealing.fields import SealedModel, SealedText


class CaseLook(SealedModel):
    """Names in one case are shown to one person, for a while."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="looks")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    sealed_reason = models.BinaryField(default=b"")
    reason = SealedText("sealed_reason")
    since = models.DateTimeField()
    until = models.DateTimeField()

    class Meta:
        indexes = (models.Index("case", "user", "until", name="case_look_by_person"),)

    def __str__(self) -> str:
        return f"case look {self.pk}"

    def record_key(self) -> RecordKey:
        """Return the case's."""
        return self.case.record_key()

    def seal_row(self) -> str:
        """Return person and moment."""
        return f"{self.user_id}/{self.since.astimezone(UTC).isoformat()}"
