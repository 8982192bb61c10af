"""A set of filters that somebody wants to come back to."""

from __future__ import annotations

from django.db import models

from tanglaw.casework.models.user import User


class SavedView(models.Model):
    """A named query of the queue; seen by its owner alone."""

    owner = models.ForeignKey(User, on_delete=models.CASCADE, related_name="views")
    name = models.CharField(max_length=60)
    query = models.CharField(max_length=500)

    class Meta:
        ordering = ("name",)
        constraints = (models.UniqueConstraint(fields=("owner", "name"), name="saved_view_name_once_a_person"),)

    def __str__(self) -> str:
        return self.name
