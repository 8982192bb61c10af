"""What a key can be made for. A scope opens rows of the table of permissions; what no scope opens, no key reaches."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.db import models

from tanglaw.casework.models import User
from tanglaw.casework.permissions import name_of


class Scope(models.TextChoices):
    """Part of what a role allows."""

    LEADS_READ = "leads:read", "Read the queue, leads and proposals, names withheld"
    LEADS_WORK = "leads:work", "Claim leads, give them back, assign them"
    NAMES_SEE = "names:see", "See names for a reason"
    NOTES_WRITE = "notes:write", "Write notes"
    DECISIONS_PROPOSE = "decisions:propose", "Decide, propose, withdraw"
    DECISIONS_ANSWER = "decisions:answer", "Approve or not what others proposed, review again"
    CASES_READ = "cases:read", "Read cases and tasks, names withheld"
    OUTCOMES_READ = "outcomes:read", "Take outcomes out"
    RUNS_READ = "runs:read", "Read runs"
    STATISTICS_READ = "statistics:read", "Read statistics"
    VIEWS_WRITE = "views:write", "Read, save and remove one's saved views"
    LOG_READ = "log:read", "Read the log and its signed heads"
    USERS_READ = "users:read", "Read the accounts"
    USERS_WRITE = "users:write", "Make, change and close accounts"


SCOPES: Final[Mapping[tuple[str, str], Scope]] = {
    ("lead", "list"): Scope.LEADS_READ,
    ("lead", "see"): Scope.LEADS_READ,
    ("lead", "claim"): Scope.LEADS_WORK,
    ("lead", "release"): Scope.LEADS_WORK,
    ("lead", "assign"): Scope.LEADS_WORK,
    ("name", "unmask"): Scope.NAMES_SEE,
    ("note", "add"): Scope.NOTES_WRITE,
    ("decision", "propose"): Scope.DECISIONS_PROPOSE,
    ("decision", "withdraw"): Scope.DECISIONS_PROPOSE,
    ("decision", "approve"): Scope.DECISIONS_ANSWER,
    ("decision", "reopen"): Scope.DECISIONS_ANSWER,
    ("case", "list"): Scope.CASES_READ,
    ("case", "see"): Scope.CASES_READ,
    ("task", "list"): Scope.CASES_READ,
    ("case", "unmask"): Scope.NAMES_SEE,
    ("outcome", "export"): Scope.OUTCOMES_READ,
    ("run", "see"): Scope.RUNS_READ,
    ("statistics", "see"): Scope.STATISTICS_READ,
    ("view", "save"): Scope.VIEWS_WRITE,
    ("view", "remove"): Scope.VIEWS_WRITE,
    ("log", "see"): Scope.LOG_READ,
    ("log", "export"): Scope.LOG_READ,
    ("user", "see"): Scope.USERS_READ,
    ("user", "add"): Scope.USERS_WRITE,
    ("user", "change"): Scope.USERS_WRITE,
}
"""Which scope opens what can be done, by object and action."""


def offered(user: User) -> list[Scope]:
    """Return the scopes of which this person's role allows anything, in their order."""
    allowed = {scope for (kind, action), scope in SCOPES.items() if user.has_perm(name_of(kind, action))}
    return [scope for scope in Scope if scope in allowed]
