"""Who appears in a lead: its subject and everybody on the other side of its payments."""

from __future__ import annotations

from django.db import models

from tanglaw.casework.models.lead import Lead


class Appearance(models.Model):
    """One party in one lead; how leads that share a person find each other."""

    lead = models.ForeignKey(Lead, on_delete=models.CASCADE, related_name="appearances")
    role = models.CharField(max_length=16)
    party = models.TextField(help_text="id as in the payments")
    own = models.BooleanField(help_text="the lead is about this party")
    payments = models.PositiveIntegerField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("lead", "role", "party"), name="appearance_once_a_lead"),)
        indexes = (models.Index("role", "party", name="appearance_by_party"),)

    def __str__(self) -> str:
        return f"{self.role} in lead {self.lead_id}"
