"""That a file was deleted: nothing of what stood in it."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from tanglaw.casework.models.user import User

EARLY = "early"
"""The rule of a deletion that two people decided."""


class Deletion(models.Model):
    """By the lead's id a later run is kept from bringing the same back, unless there are payments since."""

    file = models.CharField(max_length=4, help_text="lead or case")
    number = models.BigIntegerField()
    lead_id = models.CharField(max_length=32, blank=True, db_index=True)
    last_seen = models.DateTimeField(null=True, blank=True, help_text="its last payment")
    rule = models.CharField(max_length=60)
    deleted = models.DateTimeField()
    asked_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    approved_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.CheckConstraint(
                condition=~Q(rule=EARLY)
                | (Q(asked_by__isnull=False, approved_by__isnull=False) & ~Q(asked_by=F("approved_by"))),
                name="deletion_before_its_time_by_two",
            ),
        )

    def __str__(self) -> str:
        return f"deletion of {self.file} {self.number}"
