"""Who appears in a lead: its subject and everybody on the other side of its payments."""

from __future__ import annotations

from django.db import models

from tanglaw.casework.models.lead import Lead
from tanglaw.casework.models.record_key import RecordKey
from tanglaw.casework.sealing.fields import SealedModel, SealedParty


class Appearance(SealedModel):
    """One party in one lead; how leads that share a person find each other."""

    lead = models.ForeignKey(Lead, on_delete=models.CASCADE, related_name="appearances")
    role = models.CharField(max_length=16)
    index = models.CharField(max_length=32, help_text="blind index of role and party")
    sealed_party = models.BinaryField(default=b"")
    party = SealedParty("sealed_party", "index")
    """Id as in the payments."""
    own = models.BooleanField(help_text="the lead is about this party")
    payments = models.PositiveIntegerField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("lead", "role", "index"), name="appearance_once_a_lead"),)
        indexes = (models.Index("index", name="appearance_by_party"),)

    def __str__(self) -> str:
        return f"{self.role} in lead {self.lead_id}"

    def record_key(self) -> RecordKey:
        """Return the lead's."""
        return self.lead.record_key()

    def seal_row(self) -> str:
        """Return the role and the party's index."""
        return f"{self.role}/{self.index}"
