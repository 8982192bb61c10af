"""A record with a key of its own: a lead, a case, a protected person."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from tanglaw.casework.models.record_key import RecordKey, keep
from tanglaw.casework.sealing.fields import SealedModel


class KeyedModel(SealedModel):
    """A new one gets a new key; to destroy the key is to make everything sealed in the record unreadable."""

    key = models.OneToOneField(RecordKey, on_delete=models.PROTECT, related_name="+")
    seal_columns: ClassVar[tuple[str, ...]] = ()
    """Columns that tell the record from every other; a model with none of these says it in its ``seal_row``."""

    class Meta:
        """No table of its own."""

        abstract = True

    def record_key(self) -> RecordKey:
        """Return the record's own key."""
        if self.key_id is None:
            self.key = RecordKey.new()
        return self.key

    def seal_row(self) -> str:
        """Return what tells the record from every other."""
        return self.row_of(*(getattr(self, name) for name in self.seal_columns))

    @staticmethod
    def row_of(*told: Any) -> str:  # noqa: ANN401 -- as the columns are
        """Return ``seal_row`` of a record with these in its ``seal_columns``."""
        return "/".join(told)

    def save(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        """Save the record, and its key before it where that is new."""
        if self.record_key()._state.adding:  # noqa: SLF001 -- Django's documented place for it
            keep([self.key])
        super().save(*args, **kwargs)
