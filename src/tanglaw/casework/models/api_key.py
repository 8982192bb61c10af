"""A key with which a program acts in a person's name."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from tanglaw.casework.models.user import User


class ApiKey(models.Model):
    """Made by its owner, for some of what the owner's role allows, for a time. Only a keyed hash of it is kept."""

    owner = models.ForeignKey(User, on_delete=models.PROTECT, related_name="keys")
    name = models.CharField(max_length=60, help_text="what it is for, in its owner's words")
    prefix = models.CharField(max_length=12, unique=True, help_text="its first characters, to be recognised by")
    hash = models.CharField(max_length=64, help_text="HMAC-SHA-256 of the whole key, hexadecimal")
    scopes = models.JSONField(help_text="what it may be used for")
    made = models.DateTimeField()
    expires = models.DateTimeField()
    last_used = models.DateTimeField(null=True, blank=True)
    revoked = models.DateTimeField(null=True, blank=True)
    revoked_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-made", "-pk")
        constraints = (
            models.CheckConstraint(condition=Q(expires__gt=models.F("made")), name="api_key_expires_after_it_is_made"),
        )

    def __str__(self) -> str:
        return f"key {self.prefix}"
