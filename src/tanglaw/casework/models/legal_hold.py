"""A hold: what it is on is not deleted, whatever the rules say."""

from __future__ import annotations

from datetime import UTC

from django.db import models
from django.db.models import Q

from tanglaw.casework.models.case import Case
from tanglaw.casework.models.lead import Lead
from tanglaw.casework.models.record_key import RecordKey
from tanglaw.casework.models.user import User
from tanglaw.casework.sealing.fields import SealedModel, SealedText


class LegalHold(SealedModel):
    """On one lead or one case; a hold on a lead holds the cases that it is in, too."""

    lead = models.ForeignKey(Lead, null=True, blank=True, on_delete=models.CASCADE, related_name="holds")
    case = models.ForeignKey(Case, null=True, blank=True, on_delete=models.CASCADE, related_name="holds")
    sealed_reason = models.BinaryField(default=b"")
    reason = SealedText("sealed_reason")
    placed = models.DateTimeField()
    placed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    lifted = models.DateTimeField(null=True, blank=True)
    lifted_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("placed", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(lead__isnull=False, case__isnull=True) | Q(lead__isnull=True, case__isnull=False),
                name="legal_hold_on_one_file",
            ),
            models.UniqueConstraint(fields=("lead",), condition=Q(lifted__isnull=True), name="legal_hold_once_a_lead"),
            models.UniqueConstraint(fields=("case",), condition=Q(lifted__isnull=True), name="legal_hold_once_a_case"),
        )

    def __str__(self) -> str:
        return f"hold {self.pk}"

    def record_key(self) -> RecordKey:
        """Return the key of the file that it is on."""
        held = self.lead or self.case
        assert held is not None
        return held.record_key()

    def seal_row(self) -> str:
        """Return person and moment."""
        return f"{self.placed_by_id}/{self.placed.astimezone(UTC).isoformat()}"
