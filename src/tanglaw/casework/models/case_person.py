"""Somebody who works on a case."""

from __future__ import annotations

from django.db import models

from tanglaw.casework.models.case import Case
from tanglaw.casework.models.user import User


class CasePerson(models.Model):
    """Named people see what is filed from a case, and are the only ones who see a restricted one."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="people")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    added = models.DateTimeField()
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("added", "pk")
        constraints = (models.UniqueConstraint(fields=("case", "user"), name="case_person_once"),)

    def __str__(self) -> str:
        return f"person {self.user_id} of case {self.case_id}"
