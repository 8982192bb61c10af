"""What a person wrote down about a lead."""

from __future__ import annotations

from django.db import models

from tanglaw.casework.models.lead import Lead
from tanglaw.casework.models.user import User


class Note(models.Model):
    """Text only: the workspace takes no file of any kind. A note is never changed; a later one corrects it."""

    lead = models.ForeignKey(Lead, on_delete=models.CASCADE, related_name="notes")
    author = models.ForeignKey(User, on_delete=models.PROTECT)
    text = models.TextField(max_length=10_000)
    written = models.DateTimeField()

    class Meta:
        ordering = ("written", "pk")

    def __str__(self) -> str:
        return f"note {self.pk}"
