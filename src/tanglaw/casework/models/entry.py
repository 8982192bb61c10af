"""One entry of the log of who saw and did what."""

from __future__ import annotations

from django.db import models


class Entry(models.Model):
    """Chained to the entry before it. Triggers in the database refuse every change, removal and gap.

    People are named in text, not by a key to their account, so that the entry alone says everything.
    """

    number = models.PositiveBigIntegerField(primary_key=True)
    at = models.DateTimeField()
    actor = models.CharField(max_length=64, help_text="user name, or what acted instead of a person")
    action = models.CharField(max_length=32)
    kind = models.CharField(max_length=16, blank=True, help_text="kind of the object")
    object = models.CharField(max_length=64, blank=True, help_text="id of the object")
    detail = models.TextField(blank=True, help_text="canonical JSON")
    address = models.CharField(max_length=45, blank=True)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ("-number",)
        indexes = (
            models.Index("actor", "number", name="entry_by_actor"),
            models.Index("kind", "object", "number", name="entry_by_object"),
            models.Index("action", "number", name="entry_by_action"),
        )

    def __str__(self) -> str:
        return f"entry {self.number}"
