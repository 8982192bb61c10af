"""A person of a case, and what they are in it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from tanglaw.casework.models.case import Case
from tanglaw.casework.models.user import User


class SubjectRole(models.TextChoices):
    """What somebody is in a case; never a verdict."""

    REVIEW = "review", "Subject of review"
    VICTIM = "victim", "Possible victim"
    FACILITATOR = "facilitator", "Facilitator in question"
    WITNESS = "witness", "Witness"
    OTHER = "other", "Other"


class CaseSubject(models.Model):
    """Named by their account in the payments, or in words where they stand in none.

    ``party``, ``name`` and ``about`` identify people; nothing else here does.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="subjects")
    role = models.CharField(max_length=12, choices=SubjectRole.choices)
    side = models.CharField(max_length=16, blank=True, help_text="originator or beneficiary, where in the payments")
    party = models.TextField(blank=True, help_text="id as in the payments")
    name = models.TextField(max_length=300, blank=True, help_text="as a person wrote it down")
    about = models.TextField(max_length=4_000, blank=True)
    added = models.DateTimeField()
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(condition=Q(role__in=SubjectRole.values), name="case_subject_role_is_known"),
            models.CheckConstraint(condition=~Q(party="") | ~Q(name=""), name="case_subject_is_somebody"),
            models.UniqueConstraint(
                fields=("case", "side", "party"), condition=~Q(party=""), name="case_subject_once_a_case"
            ),
        )

    def __str__(self) -> str:
        return f"subject {self.pk} of case {self.case_id}"
