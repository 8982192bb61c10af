"""What a person wrote down about a case."""

from __future__ import annotations

from datetime import UTC

from django.db import models

from tanglaw.casework.models.case import Case
from tanglaw.casework.models.record_key import RecordKey
from tanglaw.casework.models.user import User
from tanglaw.casework.sealing.fields import SealedModel, SealedText


class CaseNote(SealedModel):
    """Text only. A note is never changed; a later one corrects it."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="notes")
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    sealed_text = models.BinaryField(default=b"")
    text = SealedText("sealed_text")
    written = models.DateTimeField()

    class Meta:
        ordering = ("written", "pk")

    def __str__(self) -> str:
        return f"case note {self.pk}"

    def record_key(self) -> RecordKey:
        """Return the case's."""
        return self.case.record_key()

    def seal_row(self) -> str:
        """Return author and moment."""
        return f"{self.author_id}/{self.written.astimezone(UTC).isoformat()}"
