"""What a person wrote down about a lead."""

from __future__ import annotations

from datetime import UTC

from django.db import models

from tanglaw.casework.models.lead import Lead
from tanglaw.casework.models.record_key import RecordKey
from tanglaw.casework.models.user import User
from tanglaw.casework.sealing.fields import SealedModel, SealedText


class Note(SealedModel):
    """Text only: the workspace takes no file of any kind. A note is never changed; a later one corrects it."""

    lead = models.ForeignKey(Lead, on_delete=models.CASCADE, related_name="notes")
    author = models.ForeignKey(User, on_delete=models.PROTECT)
    sealed_text = models.BinaryField(default=b"")
    text = SealedText("sealed_text")
    """What was written, 10,000 characters at most."""
    written = models.DateTimeField()

    class Meta:
        ordering = ("written", "pk")

    def __str__(self) -> str:
        return f"note {self.pk}"

    def record_key(self) -> RecordKey:
        """Return the lead's."""
        return self.lead.record_key()

    def seal_row(self) -> str:
        """Return the author and moment."""
        return f"{self.author_id}/{self.written.astimezone(UTC).isoformat()}"
