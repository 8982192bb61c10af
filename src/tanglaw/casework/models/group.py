"""Leads that belong together, as one run found them."""

from __future__ import annotations

from django.db import models

from tanglaw.casework.models.lead import Lead
from tanglaw.casework.models.run import Run


class Group(models.Model):
    """A group of one run. It holds figures and which leads; accounts and names stand with the leads themselves."""

    run = models.ForeignKey(Run, on_delete=models.PROTECT, related_name="groups")
    group_id = models.CharField(max_length=32, help_text="stays from run to run while its oldest member does")
    title = models.TextField()
    score = models.FloatField()
    urgency = models.FloatField()
    content = models.JSONField(help_text="figures and ties")
    leads = models.ManyToManyField(Lead, related_name="groups")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("run", "group_id"), name="group_once_a_run"),)

    def __str__(self) -> str:
        return f"group {self.group_id}"
