"""Payments that detection can be started on from a page."""

from __future__ import annotations

from django.db import models
from django.db.models import Q


class Every(models.TextChoices):
    """How often a source is run by itself."""

    NEVER = "", "Never"
    DAY = "day", "Every day"
    WEEK = "week", "Every week"


class Source(models.Model):
    """A name for paths that were given on the console. No path ever comes from a page."""

    name = models.SlugField(max_length=40, unique=True)
    inputs = models.JSONField(help_text="absolute paths of files and folders with payments")
    options = models.JSONField(default=dict, help_text="of detect: mapping, rates, patterns, engine, identities")
    made = models.DateTimeField()
    retired = models.BooleanField(default=False, help_text="not run any more; kept for the runs it had")
    every = models.CharField(max_length=4, choices=Every.choices, blank=True, default=Every.NEVER)
    weekday = models.PositiveSmallIntegerField(default=0, help_text="0 is Monday; of a weekly schedule")
    at = models.TimeField(null=True, blank=True, help_text="UTC")
    next_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("name",)
        constraints = (
            models.CheckConstraint(
                condition=Q(every="") | Q(at__isnull=False, next_at__isnull=False), name="source_schedule_has_a_time"
            ),
            models.CheckConstraint(condition=Q(weekday__lte=6), name="source_weekday_is_one"),
        )

    def __str__(self) -> str:
        return self.name
