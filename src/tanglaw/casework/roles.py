"""The five roles. A person has one: whoever manages accounts sees no lead, whoever reads the log does nothing else."""

from __future__ import annotations

from django.db import models


class Role(models.TextChoices):
    """What a person of the team is here for."""

    ANALYST = "analyst", "Analyst"
    REVIEWER = "reviewer", "Reviewer"
    SUPERVISOR = "supervisor", "Supervisor"
    AUDITOR = "auditor", "Auditor"
    ADMINISTRATOR = "administrator", "Administrator"
