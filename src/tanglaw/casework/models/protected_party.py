"""A person who may be a victim or a minor, and the names that must not be shown."""

from __future__ import annotations

from django.db import models


class ProtectedParty(models.Model):
    """Protected once, protected for good: a later run that finds no such lead does not unmask anybody."""

    role = models.CharField(max_length=16)
    party = models.TextField(help_text="id as in the payments")
    names = models.JSONField(help_text="every name recorded")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("role", "party"), name="protected_party_once"),)

    def __str__(self) -> str:
        return f"protected {self.role}"
