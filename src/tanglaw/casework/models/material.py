"""What a filing needs of the run that found a lead, where the run's folder does not stay."""

from __future__ import annotations

from django.db import models

from tanglaw.casework.models.lead import Lead
from tanglaw.casework.models.record_key import RecordKey
from tanglaw.casework.models.run import Run
from tanglaw.casework.sealing.fields import SealedBytes, SealedModel


class Material(SealedModel):
    """The lead's payments with every identifier, as the run that found it last holds them."""

    lead = models.OneToOneField(Lead, on_delete=models.CASCADE, related_name="material")
    run = models.ForeignKey(Run, on_delete=models.PROTECT, related_name="+")
    sealed_data = models.BinaryField(default=b"")
    data = SealedBytes("sealed_data")
    """See tanglaw.filings.dossier.run_material."""

    def __str__(self) -> str:
        return f"material of lead {self.lead_id}"

    def record_key(self) -> RecordKey:
        """Return the lead's."""
        return self.lead.record_key()

    def seal_row(self) -> str:
        """Return the run."""
        return str(self.run_id)
