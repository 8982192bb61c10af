"""A detection run that was brought in."""

from __future__ import annotations

from django.db import models

from tanglaw.casework.models.user import User


class Run(models.Model):
    """What ``detect`` found at one time. The fingerprint of its tables tells it from every other."""

    fingerprint = models.CharField(max_length=64, unique=True)
    folder = models.TextField()
    period_from = models.DateTimeField(null=True)
    period_to = models.DateTimeField(null=True)
    account = models.JSONField(help_text="counts, versions and notes of run.json")
    found = models.PositiveIntegerField("leads in it")
    new = models.PositiveIntegerField("leads not seen before")
    changed = models.PositiveIntegerField("leads whose evidence changed")
    imported = models.DateTimeField()
    imported_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT)

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"run {self.pk}"
