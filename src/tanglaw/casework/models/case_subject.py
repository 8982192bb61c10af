"""A person of a case, and what they are in it."""

from __future__ import annotations

from datetime import UTC

from django.db import models
from django.db.models import Q

from tanglaw.casework.models.case import Case
from tanglaw.casework.models.record_key import RecordKey
from tanglaw.casework.models.user import User
from tanglaw.casework.sealing.fields import SealedModel, SealedParty, SealedText


class SubjectRole(models.TextChoices):
    """What somebody is in a case; never a verdict."""

    REVIEW = "review", "Subject of review"
    VICTIM = "victim", "Possible victim"
    FACILITATOR = "facilitator", "Facilitator in question"
    WITNESS = "witness", "Witness"
    OTHER = "other", "Other"


class CaseSubject(SealedModel):
    """Named by their account in the payments, or in words where they stand in none.

    ``party``, ``name`` and ``about`` identify people; nothing else here does.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="subjects")
    role = models.CharField(max_length=12, choices=SubjectRole.choices)
    side = models.CharField(max_length=16, blank=True, help_text="originator or beneficiary, where in the payments")
    index = models.CharField(max_length=32, blank=True, help_text="blind index of side and party")
    sealed_party = models.BinaryField(default=b"")
    party = SealedParty("sealed_party", "index", "side")
    """Id as in the payments."""
    sealed_name = models.BinaryField(default=b"")
    name = SealedText("sealed_name")
    """As a person wrote it down."""
    sealed_about = models.BinaryField(default=b"")
    about = SealedText("sealed_about")
    added = models.DateTimeField()
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(condition=Q(role__in=SubjectRole.values), name="case_subject_role_is_known"),
            models.CheckConstraint(
                condition=~Q(sealed_party=b"") | ~Q(sealed_name=b""), name="case_subject_is_somebody"
            ),
            models.UniqueConstraint(
                fields=("case", "side", "index"), condition=~Q(index=""), name="case_subject_once_a_case"
            ),
        )

    def __str__(self) -> str:
        return f"subject {self.pk} of case {self.case_id}"

    def record_key(self) -> RecordKey:
        """Return the case's."""
        return self.case.record_key()

    def seal_row(self) -> str:
        """Return who added them and when."""
        return f"{self.added_by_id}/{self.added.astimezone(UTC).isoformat()}"
