"""A reason that somebody gave to see the names in a case."""

from __future__ import annotations

from django.db import models

from tanglaw.casework.models.case import Case
from tanglaw.casework.models.user import User


class CaseLook(models.Model):
    """Names in one case are shown to one person, for a while."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="looks")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField(max_length=1_000)
    since = models.DateTimeField()
    until = models.DateTimeField()

    class Meta:
        indexes = (models.Index("case", "user", "until", name="case_look_by_person"),)

    def __str__(self) -> str:
        return f"case look {self.pk}"
