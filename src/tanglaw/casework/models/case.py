"""A case: what several people work on over weeks, from one or more leads."""

from __future__ import annotations

from datetime import UTC
from typing import Any

from django.db import models
from django.db.models import Q

from tanglaw.casework.models.keyed import KeyedModel
from tanglaw.casework.models.user import User
from tanglaw.casework.sealing.fields import SealedText


class CaseState(models.TextChoices):
    """Where a case stands."""

    OPEN = "open", "Open"
    CLOSED = "closed", "Closed"


class Outcome(models.TextChoices):
    """What a case ended with."""

    EXPLAINED = "explained", "Explained: nothing further to do"
    NOT_ENOUGH = "not_enough", "Not enough to go on"
    REFERRED = "referred", "Referred for safeguarding"
    FILED = "filed", "Reported to an authority"
    BOTH = "both", "Reported and referred"
    PASSED_ON = "passed_on", "Passed on to another case or institution"


class Case(KeyedModel):
    """Its leads, people, tasks and words stand in tables of their own.

    A restricted case is there for the people named in it alone; to everybody else it, and its leads, do not exist.
    """

    seal_columns = ("opened_by_id", "opened")
    sealed_title = models.BinaryField(default=b"")
    title = SealedText("sealed_title")
    """Without names: it stands in lists."""
    state = models.CharField(max_length=8, choices=CaseState.choices, default=CaseState.OPEN)
    opened = models.DateTimeField()
    opened_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    keeper = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="cases")
    restricted = models.BooleanField(default=False)
    restricted_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    sealed_restriction = models.BinaryField(default=b"")
    restriction = SealedText("sealed_restriction")
    """Why it is restricted."""
    outcome = models.CharField(max_length=12, choices=Outcome.choices, blank=True)
    sealed_closing = models.BinaryField(default=b"")
    closing = SealedText("sealed_closing")
    """What it ended with, in words."""
    closed = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    revision = models.PositiveIntegerField(default=0, help_text="raised by everything people do to it")

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.CheckConstraint(condition=Q(state__in=CaseState.values), name="case_state_is_known"),
            models.CheckConstraint(condition=Q(outcome__in=["", *Outcome.values]), name="case_outcome_is_known"),
            models.CheckConstraint(
                condition=Q(state=CaseState.OPEN, outcome="", closed__isnull=True)
                | (Q(state=CaseState.CLOSED, closed__isnull=False, closed_by__isnull=False) & ~Q(outcome="")),
                name="case_closed_with_an_outcome",
            ),
            models.CheckConstraint(
                condition=Q(restricted=False) | Q(restricted_by__isnull=False), name="case_restricted_by_somebody"
            ),
        )
        indexes = (models.Index("state", "keeper", name="case_by_keeper"),)

    def __str__(self) -> str:
        return f"case {self.pk}"

    @staticmethod
    def row_of(*told: Any) -> str:  # noqa: ANN401 -- as the columns are
        """Return who opened it and when."""
        by, at = told
        return f"{by}/{at.astimezone(UTC).isoformat()}"
