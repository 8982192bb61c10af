"""A reason that somebody gave to see the names in a lead."""

from __future__ import annotations

from django.db import models

from tanglaw.casework.models.lead import Lead
from tanglaw.casework.models.user import User


class Look(models.Model):
    """Names in one lead are shown to one person, for a while."""

    lead = models.ForeignKey(Lead, on_delete=models.CASCADE, related_name="looks")
    user = models.ForeignKey(User, on_delete=models.PROTECT)
    reason = models.TextField(max_length=1_000)
    since = models.DateTimeField()
    until = models.DateTimeField()

    class Meta:
        indexes = (models.Index("lead", "user", "until", name="look_by_person"),)

    def __str__(self) -> str:
        return f"look {self.pk}"
