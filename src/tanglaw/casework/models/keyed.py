"""A record with a key of its own: a lead, a case, a protected person."""

from __future__ import annotations

from typing import Any

from django.db import models

from tanglaw.casework.models.record_key import RecordKey, keep
from tanglaw.casework.sealing.fields import SealedModel


class KeyedModel(SealedModel):
    """A new one gets a new key; to destroy the key is to make everything sealed in the record unreadable."""

    key = models.OneToOneField(RecordKey, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """No table of its own."""

        abstract = True

    def record_key(self) -> RecordKey:
        """Return the record's own key."""
        if self.key_id is None:
            self.key = RecordKey.new()
        return self.key

    def save(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        """Save the record, and its key before it where that is new."""
        if self.record_key()._state.adding:  # noqa: SLF001 -- Django's documented place for it
            keep([self.key])
        super().save(*args, **kwargs)
