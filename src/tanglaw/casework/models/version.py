"""What one run said of a lead."""

from __future__ import annotations

from django.db import models

from tanglaw.casework.models.lead import Lead
from tanglaw.casework.models.record_key import RecordKey
from tanglaw.casework.models.run import Run
from tanglaw.casework.sealing.fields import SealedBytes, SealedModel


class Version(SealedModel):
    """The lead with all its reasons and payments as a run found it, and what was new about it."""

    lead = models.ForeignKey(Lead, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    run = models.ForeignKey(Run, on_delete=models.PROTECT, related_name="versions")
    digest = models.CharField(max_length=64, help_text="SHA-256 of the content before it was packed")
    sealed_content = models.BinaryField(default=b"")
    content = SealedBytes("sealed_content")
    changes = models.JSONField(help_text="sentences: what differs from the version before")
    score = models.FloatField()
    urgency = models.FloatField()

    class Meta:
        ordering = ("-number",)
        constraints = (models.UniqueConstraint(fields=("lead", "number"), name="version_number_once_a_lead"),)

    def __str__(self) -> str:
        return f"version {self.number} of lead {self.lead_id}"

    def record_key(self) -> RecordKey:
        """Return the lead's."""
        return self.lead.record_key()

    def seal_row(self) -> str:
        """Return the number within the lead."""
        return str(self.number)
