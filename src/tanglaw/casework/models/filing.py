"""A filing on its way from a case to an authority."""

from __future__ import annotations

from datetime import UTC
from typing import get_args

from django.db import models
from django.db.models import F, Q

from tanglaw.casework.models.case import Case
from tanglaw.casework.models.lead import Lead
from tanglaw.casework.models.record_key import RecordKey
from tanglaw.casework.models.user import User
from tanglaw.casework.sealing.fields import SealedBytes, SealedModel, SealedText
from tanglaw.filings.submission.states import State

STATES = get_args(State)
APPROVED = ("approved", "signed", "handing over", "handed over", "acknowledged", "rejected", "corrected")
"""States that a filing reaches only through a second person."""


class Filing(SealedModel):
    """Its states, and which may follow which, are those of :mod:`tanglaw.filings.submission.states`.

    ``dossier`` holds everything that identifies people; files and receipts do so beside it.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="filings")
    lead = models.ForeignKey(Lead, on_delete=models.CASCADE, related_name="+", help_text="the first of its leads")
    leads = models.ManyToManyField(Lead, related_name="filings", help_text="every lead that it is about")
    authority = models.TextField()
    form = models.CharField(max_length=12)
    profile = models.CharField(max_length=120)
    reference = models.CharField(max_length=120)
    version = models.PositiveIntegerField(default=1)
    state = models.CharField(max_length=16, default="draft")
    begun = models.DateTimeField()
    begun_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    prepared_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    approved_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    suspected = models.DateField(help_text="day from which time runs")
    due = models.DateField(null=True, blank=True)
    content_sha256 = models.CharField(max_length=64, blank=True)
    receipt = models.CharField(max_length=200, null=True, blank=True)  # noqa: DJ001 -- none is not an empty one
    corrects = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="corrections")
    sealed_dossier = models.BinaryField(default=b"")
    dossier = SealedText("sealed_dossier")
    """JSON of tanglaw.filings.dossier."""
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.CheckConstraint(condition=Q(state__in=STATES), name="filing_state_is_known"),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True)
                | (~Q(approved_by=F("prepared_by")) & ~Q(approved_by=F("begun_by"))),
                name="filing_approved_by_another_person",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=APPROVED) | Q(approved_by__isnull=False), name="filing_leaves_by_two"
            ),
            models.CheckConstraint(
                condition=~Q(state="acknowledged") | (Q(receipt__isnull=False) & ~Q(receipt="")),
                name="filing_acknowledged_by_a_receipt",
            ),
            models.UniqueConstraint(fields=("authority", "reference", "version"), name="filing_version_once"),
        )
        indexes = (models.Index("state", "due", name="filing_by_due"),)

    def __str__(self) -> str:
        return f"filing {self.pk}"

    def record_key(self) -> RecordKey:
        """Return the case's."""
        return self.case.record_key()

    def seal_row(self) -> str:
        """Return its lead and when it was begun."""
        return f"{self.lead_id}/{self.begun.astimezone(UTC).isoformat()}"


class FilingHand(models.Model):
    """Somebody who wrote on a filing; they do not approve it."""

    filing = models.ForeignKey(Filing, on_delete=models.CASCADE, related_name="hands")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("filing", "user"), name="filing_hand_once"),)

    def __str__(self) -> str:
        return f"hand {self.user_id} on filing {self.filing_id}"


class FilingFile(SealedModel):
    """A file of a filing: what was approved is what is signed and handed over, to the byte."""

    filing = models.ForeignKey(Filing, on_delete=models.CASCADE, related_name="files")
    name = models.CharField(max_length=200)
    sealed_data = models.BinaryField(default=b"")
    data = SealedBytes("sealed_data")

    class Meta:
        ordering = ("name",)
        constraints = (models.UniqueConstraint(fields=("filing", "name"), name="filing_file_once"),)

    def __str__(self) -> str:
        return f"file {self.pk} of filing {self.filing_id}"

    def record_key(self) -> RecordKey:
        """Return the case's."""
        return self.filing.case.record_key()

    def seal_row(self) -> str:
        """Return filing and name."""
        return f"{self.filing_id}/{self.name}"


class FilingReason(SealedModel):
    """Why an authority refused a filing, or what it remarked."""

    filing = models.ForeignKey(Filing, on_delete=models.CASCADE, related_name="reasons")
    code = models.TextField(blank=True)
    sealed_text = models.BinaryField(default=b"")
    text = SealedText("sealed_text")
    sealed_element = models.BinaryField(default=b"")
    element = SealedText("sealed_element")
    field = models.TextField(blank=True, help_text="of the dossier")

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"reason {self.pk} of filing {self.filing_id}"

    def record_key(self) -> RecordKey:
        """Return the case's."""
        return self.filing.case.record_key()

    def seal_row(self) -> str:
        """Return filing, code and field."""
        return f"{self.filing_id}/{self.code}/{self.field}"


class FilingReceipt(SealedModel):
    """An answer of an authority, as it came."""

    sha256 = models.CharField(max_length=64, primary_key=True)
    filing = models.ForeignKey(Filing, on_delete=models.CASCADE, related_name="receipts")
    name = models.CharField(max_length=200)
    sealed_data = models.BinaryField(default=b"")
    data = SealedBytes("sealed_data")
    read = models.DateTimeField()

    class Meta:
        ordering = ("read",)

    def __str__(self) -> str:
        return f"receipt {self.sha256[:12]}"

    def record_key(self) -> RecordKey:
        """Return the case's."""
        return self.filing.case.record_key()

    def seal_row(self) -> str:
        """Return filing and hash."""
        return f"{self.filing_id}/{self.sha256}"


class FilingStep(SealedModel):
    """One line of what became of a filing. The log holds the bare fact of it and this line's hash."""

    filing = models.ForeignKey(Filing, on_delete=models.CASCADE, related_name="steps")
    at = models.DateTimeField()
    who = models.CharField(max_length=64)
    what = models.CharField(max_length=32)
    sealed_detail = models.BinaryField(default=b"")
    detail = SealedText("sealed_detail")

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"step {self.pk} of filing {self.filing_id}"

    def record_key(self) -> RecordKey:
        """Return the case's."""
        return self.filing.case.record_key()

    def seal_row(self) -> str:
        """Return filing, moment and step."""
        return f"{self.filing_id}/{self.at.astimezone(UTC).isoformat()}/{self.what}"
