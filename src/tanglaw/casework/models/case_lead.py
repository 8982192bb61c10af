"""A lead that belongs to a case."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from tanglaw.casework.models.case import Case
from tanglaw.casework.models.lead import Lead
from tanglaw.casework.models.user import User


class CaseLead(models.Model):
    """A lead is in one open case at most; closed cases keep theirs.

    Attributes:
        current: the case is open, and the lead was not taken out of it.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="holdings")
    lead = models.ForeignKey(Lead, on_delete=models.CASCADE, related_name="holdings")
    added = models.DateTimeField()
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    current = models.BooleanField(default=True)
    taken_out = models.DateTimeField(null=True, blank=True)
    taken_out_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("added", "pk")
        constraints = (
            models.UniqueConstraint(fields=("case", "lead"), name="case_lead_once"),
            models.UniqueConstraint(fields=("lead",), condition=Q(current=True), name="case_lead_in_one_open_case"),
            models.CheckConstraint(
                condition=Q(current=False) | Q(taken_out__isnull=True), name="case_lead_taken_out_is_not_current"
            ),
        )

    def __str__(self) -> str:
        return f"lead {self.lead_id} in case {self.case_id}"
