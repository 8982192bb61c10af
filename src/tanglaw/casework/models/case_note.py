"""What a person wrote down about a case."""

from __future__ import annotations

from django.db import models

from tanglaw.casework.models.case import Case
from tanglaw.casework.models.user import User


class CaseNote(models.Model):
    """Text only. A note is never changed; a later one corrects it."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="notes")
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(max_length=10_000)
    written = models.DateTimeField()

    class Meta:
        ordering = ("written", "pk")

    def __str__(self) -> str:
        return f"case note {self.pk}"
