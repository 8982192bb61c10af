"""What a program's write was answered with, so that the same write sent again gets the same answer."""

from __future__ import annotations

from django.db import models

from tanglaw.casework.models.api_key import ApiKey


class ApiAnswer(models.Model):
    """One write under one idempotency key, kept for a day; committed together with what was written, or not at all."""

    key = models.ForeignKey(ApiKey, on_delete=models.CASCADE, related_name="answers")
    idempotency_key = models.CharField(max_length=128)
    request = models.CharField(max_length=64, help_text="SHA-256 of method, address and body, hexadecimal")
    status = models.PositiveSmallIntegerField()
    body = models.TextField(blank=True, help_text="JSON: numbers, states and ids, no text that anybody wrote")
    at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("key", "idempotency_key"), name="api_answer_once_a_key"),)
        indexes = (models.Index("at", name="api_answer_by_age"),)

    def __str__(self) -> str:
        return f"answer {self.pk}"
