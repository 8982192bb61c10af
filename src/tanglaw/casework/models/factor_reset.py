"""A wish to take a lost second factor off an account."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from tanglaw.casework.models.user import User


class FactorReset(models.Model):
    """Waits for another administrator; goes when it is answered. The log keeps both."""

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="factor_reset")
    asked = models.DateTimeField()
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("asked", "pk")
        constraints = (
            models.CheckConstraint(condition=~Q(user=F("asked_by")), name="factor_reset_asked_by_another_person"),
        )

    def __str__(self) -> str:
        return f"factor reset of {self.user_id}"
