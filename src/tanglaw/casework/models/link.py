"""Two accounts that a person says are not one."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from tanglaw.casework.models.lead import Lead
from tanglaw.casework.models.run import Run
from tanglaw.casework.models.user import User


class Link(models.Model):
    """A split of two accounts that were taken for one person or household; it goes to the next run as ``--links``."""

    lead = models.ForeignKey(Lead, on_delete=models.CASCADE, related_name="links", help_text="where it was decided")
    role = models.CharField(max_length=16)
    left = models.TextField(help_text="id of an account; before right in order")
    right = models.TextField(help_text="id of an account")
    level = models.CharField(max_length=12, help_text="person or household")
    grounds = models.TextField(max_length=2_000)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    decided = models.DateTimeField()
    undone_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    undone = models.DateTimeField(null=True)
    run = models.ForeignKey(Run, null=True, on_delete=models.PROTECT, related_name="+", help_text="first that knew it")

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("role", "left", "right", "level"), condition=Q(undone__isnull=True), name="link_in_force_once"
            ),
            models.CheckConstraint(condition=~Q(left=F("right")), name="link_of_two_accounts"),
        )

    def __str__(self) -> str:
        return f"link {self.pk}"
