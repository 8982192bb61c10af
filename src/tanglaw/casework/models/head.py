"""A signed head of the log."""

from __future__ import annotations

from django.db import models


class Head(models.Model):
    """Says, under a key that the database does not hold, what the chain's hash was at one entry."""

    number = models.PositiveBigIntegerField(primary_key=True, help_text="number of the entry")
    hash = models.CharField(max_length=64)
    at = models.DateTimeField()
    key = models.CharField(max_length=64, help_text="public key, hexadecimal")
    signature = models.CharField(max_length=128, help_text="Ed25519, hexadecimal")

    class Meta:
        ordering = ("-number",)

    def __str__(self) -> str:
        return f"head {self.number}"
