"""How long files are kept after what they ended with."""

from __future__ import annotations

from django.db import models

from tanglaw.casework.models.user import User


class RetentionRule(models.Model):
    """A rule that somebody set; where there is none, :mod:`tanglaw.casework.retention.rules` says what is assumed."""

    file = models.CharField(max_length=4, help_text="lead or case")
    outcome = models.CharField(max_length=12)
    days = models.PositiveIntegerField(null=True, blank=True, help_text="nothing: kept until a rule says otherwise")
    changed = models.DateTimeField()
    changed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("file", "outcome"), name="retention_rule_once"),)

    def __str__(self) -> str:
        return f"{self.file} {self.outcome}: {self.days} days"
