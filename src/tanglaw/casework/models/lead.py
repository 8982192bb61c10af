"""A lead as the team works on it: it keeps its identity, history and decision over all runs."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from tanglaw.casework.models.keyed import KeyedModel
from tanglaw.casework.models.run import Run
from tanglaw.casework.models.user import User
from tanglaw.casework.sealing.fields import SealedParty


class State(models.TextChoices):
    """Where a lead stands."""

    OPEN = "open", "To review"
    WATCHING = "watching", "Watching"
    PROPOSED = "proposed", "Waiting for a second person"
    DISMISSED = "dismissed", "Dismissed"
    CASE = "case", "Case opened"
    REFERRED = "referred", "Referred for safeguarding"
    FILED = "filed", "Filed"


CLOSED = (State.DISMISSED, State.CASE, State.REFERRED, State.FILED)
"""States that a decision in force has put an end to review with."""


class Lead(KeyedModel):
    """One subject under one pattern. The fields after ``version`` repeat the newest version's, to list and sort by."""

    seal_columns = ("lead_id",)
    lead_id = models.CharField(max_length=32, unique=True)
    pattern = models.CharField(max_length=64)
    pattern_title = models.TextField()
    role = models.CharField(max_length=16)
    sealed_subject = models.BinaryField(default=b"")
    subject_index = models.CharField(max_length=32)
    subject = SealedParty("sealed_subject", "subject_index")
    """Id of the payer or receiver."""
    protect = models.BooleanField(help_text="the holder may be a victim or a minor")
    first_run = models.ForeignKey(Run, on_delete=models.PROTECT, related_name="+")
    last_run = models.ForeignKey(Run, on_delete=models.PROTECT, related_name="+")

    version = models.PositiveIntegerField(default=1)
    attention = models.FloatField(help_text="probability, raised by urgency: the order of the queue")
    score = models.FloatField()
    urgency = models.FloatField()
    holder = models.TextField(help_text="who the account holder may be")
    corridor = models.CharField(max_length=64)
    first_seen = models.DateTimeField()
    last_seen = models.DateTimeField()
    payments = models.PositiveIntegerField()
    counterparties = models.PositiveIntegerField()
    total_usd = models.FloatField()

    state = models.CharField(max_length=12, choices=State.choices, default=State.OPEN)
    assigned_to = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="leads")
    due = models.DateTimeField(help_text="when it should have been decided")
    watch_until = models.DateField(null=True, blank=True)
    news = models.BooleanField(default=False, help_text="its evidence changed since it was decided")
    opened = models.DateTimeField(help_text="when it came into the workspace, or back")
    part_of = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="parts",
        help_text="lead that its accounts are part of now; it is worked on there",
    )  # fmt: skip
    revision = models.PositiveIntegerField(default=0, help_text="raised by everything people do to it")

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(state__in=State.values), name="lead_state_is_known"),
            models.CheckConstraint(
                condition=~Q(state=State.WATCHING) | Q(watch_until__isnull=False), name="lead_watched_until_a_day"
            ),
        )
        indexes = (
            models.Index(F("protect").desc(), F("attention").desc(), "id", name="lead_queue"),
            models.Index("state", F("attention").desc(), name="lead_by_state"),
            models.Index("assigned_to", "state", name="lead_by_person"),
            models.Index("state", "due", "part_of", name="lead_by_due"),
            # What every page counts, answered without reading the leads themselves.
            models.Index("state", "part_of", "protect", "assigned_to", name="lead_counted"),
            # What statistics count, and which patterns there are, likewise.
            models.Index("part_of", "pattern", "corridor", "state", "first_run", name="lead_counted_alike"),
            models.Index("subject_index", name="lead_by_subject"),
        )

    def __str__(self) -> str:
        return f"lead {self.pk}"
