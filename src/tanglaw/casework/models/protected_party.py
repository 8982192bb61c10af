"""A person who may be a victim or a minor, and the names that must not be shown."""

from __future__ import annotations

from typing import Any

from django.db import models

from tanglaw.casework.models.record_key import RecordKey, keep
from tanglaw.casework.sealing.fields import SealedList, SealedModel, SealedParty


class ProtectedParty(SealedModel):
    """Protected once, protected for good: a later run that finds no such lead does not unmask anybody."""

    role = models.CharField(max_length=16)
    key = models.OneToOneField(RecordKey, on_delete=models.PROTECT, related_name="+")
    index = models.CharField(max_length=32, help_text="blind index of role and party")
    sealed_party = models.BinaryField(default=b"")
    sealed_names = models.BinaryField(default=b"")
    party = SealedParty("sealed_party", "index")
    """Id as in the payments."""
    names = SealedList("sealed_names")
    """Every name recorded."""

    class Meta:
        constraints = (models.UniqueConstraint(fields=("role", "index"), name="protected_party_once"),)

    def __str__(self) -> str:
        return f"protected {self.role}"

    def record_key(self) -> RecordKey:
        """Return the person's own key; a new one gets one."""
        if self.key_id is None:
            self.key = RecordKey.new()
        return self.key

    def seal_row(self) -> str:
        """Return the role and the party's index."""
        return f"{self.role}/{self.index}"

    def save(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        """Save the person, and their key before them where that is new."""
        if self.record_key()._state.adding:  # noqa: SLF001 -- Django's documented place for it
            keep([self.key])
        super().save(*args, **kwargs)
