"""What was decided about a lead, by whom, on what grounds; two people where the law of this workspace asks for two."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q

from tanglaw.casework.models.lead import Lead
from tanglaw.casework.models.record_key import RecordKey
from tanglaw.casework.models.user import User
from tanglaw.casework.sealing.fields import SealedModel, SealedText


class Kind(models.TextChoices):
    """What can be decided."""

    DISMISS = "dismiss", "Dismiss"
    WATCH = "watch", "Watch until a day"
    CASE = "case", "Open a case"
    REFER = "refer", "Refer for safeguarding"
    FILE = "file", "File a report"
    REOPEN = "reopen", "Review again"


class Standing(models.TextChoices):
    """Where a decision stands."""

    PROPOSED = "proposed", "Waiting for a second person"
    IN_FORCE = "in_force", "In force"
    REFUSED = "refused", "Not approved"
    WITHDRAWN = "withdrawn", "Withdrawn"
    SUPERSEDED = "superseded", "Replaced by a later decision"


TWO_PEOPLE = (Kind.REFER, Kind.FILE)
"""Decisions that touch people outside: one person proposes, another approves."""


class Decision(SealedModel):
    """One decision. The constraints hold against everybody who reaches the database, this program included."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    lead = models.ForeignKey(Lead, on_delete=models.CASCADE, related_name="decisions")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    standing = models.CharField(max_length=12, choices=Standing.choices)
    version = models.PositiveIntegerField(help_text="version of the lead that was decided on")
    sealed_grounds = models.BinaryField(default=b"")
    grounds = SealedText("sealed_grounds")
    """Why, as the proposer wrote it."""
    explanation = models.CharField(max_length=64, blank=True, help_text="ordinary explanation, where one is the ground")
    watch_until = models.DateField(null=True, blank=True)
    proposed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    proposed = models.DateTimeField()
    second = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    answered = models.DateTimeField(null=True, blank=True)
    sealed_answer = models.BinaryField(default=b"")
    answer = SealedText("sealed_answer")
    """What the second person said to it."""
    carried_from = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ("-proposed", "-id")
        constraints = (
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="decision_kind_is_known"),
            models.CheckConstraint(condition=Q(standing__in=Standing.values), name="decision_standing_is_known"),
            models.CheckConstraint(
                condition=Q(second__isnull=True) | ~Q(second=F("proposed_by")), name="decision_second_is_another_person"
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=TWO_PEOPLE)
                | ~Q(standing__in=(Standing.IN_FORCE, Standing.SUPERSEDED))
                | Q(second__isnull=False),
                name="decision_filed_or_referred_by_two",
            ),
            models.CheckConstraint(
                condition=~Q(kind=Kind.WATCH) | Q(watch_until__isnull=False), name="decision_watch_has_a_day"
            ),
            models.UniqueConstraint(
                fields=("lead",), condition=Q(standing=Standing.PROPOSED), name="decision_one_proposal_a_lead"
            ),
            models.UniqueConstraint(
                fields=("lead",), condition=Q(standing=Standing.IN_FORCE), name="decision_one_in_force_a_lead"
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"

    def record_key(self) -> RecordKey:
        """Return the lead's."""
        return self.lead.record_key()

    def seal_row(self) -> str:
        """Return the decision's id."""
        return str(self.pk)
