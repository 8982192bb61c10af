"""Something that happened, put into the chronology by hand."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from tanglaw.casework.models.case import Case
from tanglaw.casework.models.user import User


class CaseEvent(models.Model):
    """Never changed; a later entry corrects it."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="events")
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    day_only = models.BooleanField(default=True, help_text="the time of day is not known")
    what = models.TextField(max_length=4_000)
    source = models.TextField(max_length=500, help_text="where it is known from")
    written = models.DateTimeField()

    class Meta:
        ordering = ("at", "pk")
        constraints = (models.CheckConstraint(condition=~Q(source=""), name="case_event_has_a_source"),)

    def __str__(self) -> str:
        return f"case event {self.pk}"
