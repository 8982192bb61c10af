"""A person who may be a victim or a minor, and the names that must not be shown."""

from __future__ import annotations

from django.db import models

from tanglaw.casework.models.keyed import KeyedModel
from tanglaw.casework.sealing.fields import SealedList, SealedParty


class ProtectedParty(KeyedModel):
    """Protected once, protected for good: a later run that finds no such lead does not unmask anybody."""

    seal_columns = ("role", "index")
    role = models.CharField(max_length=16)
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
