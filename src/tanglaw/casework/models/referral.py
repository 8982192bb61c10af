"""A safeguarding referral: which authority or service was told of somebody who may need protection, and by whom."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q

from tanglaw.casework.models.case import Case
from tanglaw.casework.models.record_key import RecordKey
from tanglaw.casework.models.user import User
from tanglaw.casework.sealing.fields import SealedModel, SealedText


class Recipient(models.TextChoices):
    """Who can be told: those whose office it is. Nobody of the family, no guardian, no account holder."""

    CHILD_PROTECTION = "child_protection", "Child-protection authority"
    POLICE = "police", "Police"
    PROSECUTION = "prosecution", "Prosecutor or court"
    FIU = "fiu", "Financial intelligence unit"
    HOTLINE = "hotline", "Hotline or national centre"
    SERVICE = "service", "Child helpline or victim support"
    INSTITUTION = "institution", "Safeguarding contact of another institution"


class Basis(models.TextChoices):
    """On what basis it is told."""

    DUTY = "duty", "A legal duty to report"
    VITAL = "vital", "Vital interests: danger to life or health"
    PUBLIC_TASK = "public_task", "Child protection in the public interest"
    REQUEST = "request", "A request of the authority"
    AGREEMENT = "agreement", "An information-sharing agreement"


class ReferralStanding(models.TextChoices):
    """Where a referral stands. Approved is not told."""

    PROPOSED = "proposed", "Waiting for a second person"
    APPROVED = "approved", "Approved, not told yet"
    TOLD = "told", "Told"
    REFUSED = "refused", "Not approved"
    WITHDRAWN = "withdrawn", "Withdrawn"


class Referral(SealedModel):
    """``recipient``, ``contact``, ``told`` and ``grounds`` are people's words and may identify somebody."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="referrals")
    kind = models.CharField(max_length=20, choices=Recipient.choices)
    sealed_recipient = models.BinaryField(default=b"")
    recipient = SealedText("sealed_recipient")
    """The authority or service, and its unit."""
    sealed_contact = models.BinaryField(default=b"")
    contact = SealedText("sealed_contact")
    """The person or line there."""
    basis = models.CharField(max_length=12, choices=Basis.choices)
    law = models.CharField(max_length=300, blank=True, help_text="the provision")
    sealed_told = models.BinaryField(default=b"")
    told = SealedText("sealed_told")
    """What is told."""
    sealed_grounds = models.BinaryField(default=b"")
    grounds = SealedText("sealed_grounds")
    """Why."""
    standing = models.CharField(max_length=10, choices=ReferralStanding.choices)
    proposed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    proposed = models.DateTimeField()
    second = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    answered = models.DateTimeField(null=True, blank=True)
    sealed_answer = models.BinaryField(default=b"")
    answer = SealedText("sealed_answer")
    made = models.DateTimeField(null=True, blank=True, help_text="when they were told")
    made_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    means = models.CharField(max_length=120, blank=True, help_text="by telephone, by portal, …")
    sealed_reference = models.BinaryField(default=b"")
    reference = SealedText("sealed_reference")
    """The recipient's own."""

    class Meta:
        ordering = ("-proposed", "-id")
        constraints = (
            models.CheckConstraint(condition=Q(kind__in=Recipient.values), name="referral_recipient_is_known"),
            models.CheckConstraint(condition=Q(basis__in=Basis.values), name="referral_basis_is_known"),
            models.CheckConstraint(
                condition=Q(standing__in=ReferralStanding.values), name="referral_standing_is_known"
            ),
            models.CheckConstraint(
                condition=Q(second__isnull=True) | ~Q(second=F("proposed_by")), name="referral_second_is_another_person"
            ),
            models.CheckConstraint(
                condition=~Q(standing__in=(ReferralStanding.APPROVED, ReferralStanding.TOLD)) | Q(second__isnull=False),
                name="referral_approved_by_two",
            ),
            models.CheckConstraint(
                condition=~Q(standing=ReferralStanding.TOLD) | Q(made__isnull=False, made_by__isnull=False),
                name="referral_told_by_somebody",
            ),
        )

    def __str__(self) -> str:
        return f"referral {self.id}"

    def record_key(self) -> RecordKey:
        """Return the case's."""
        return self.case.record_key()

    def seal_row(self) -> str:
        """Return the referral's id."""
        return str(self.pk)
