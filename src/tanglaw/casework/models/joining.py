"""A lead whose accounts became part of another's, when they were taken for one person or household."""

from __future__ import annotations

from django.db import models

from tanglaw.casework.models.lead import Lead, State
from tanglaw.casework.models.run import Run


class Joining(models.Model):
    """From one run on, until a later one tells them apart again; both leads keep their history."""

    whole = models.ForeignKey(Lead, on_delete=models.CASCADE, related_name="joined")
    part = models.ForeignKey(Lead, on_delete=models.CASCADE, related_name="joinings")
    since = models.ForeignKey(Run, on_delete=models.PROTECT, related_name="+")
    until = models.ForeignKey(Run, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    state = models.CharField(max_length=12, help_text="where the part stood")
    came_up = models.BooleanField(help_text="what was decided about the parts differs: the whole came up for decision")

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("part",), condition=models.Q(until__isnull=True), name="joining_into_one_at_a_time"
            ),
        )

    def __str__(self) -> str:
        return f"joining {self.pk}"

    @property
    def stood(self) -> str:
        """Where the part stood, in words."""
        return State(self.state).label
