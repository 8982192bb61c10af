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
    DECISIONS_ANSWER = "decisions:answer", "Send back what others proposed, review again"
    SPLITS_WRITE = "splits:write", "Tell accounts of a lead apart, and take that back"
    CASES_READ = "cases:read", "Read cases, tasks and referrals that wait, names withheld"
    CASES_WRITE = "cases:write", "Work on cases: people, notes, entries, tasks, title"
    CASES_STAFF = "cases:staff", "Say who works on a case, restrict it"
    CASES_CLOSE = "cases:close", "Close cases and open them again"
    REFERRALS_WRITE = "referrals:write", "Propose and withdraw referrals, record that they were told"
    REFERRALS_ANSWER = "referrals:answer", "Send back referrals that others proposed"
    FILINGS_READ = "filings:read", "Read filings, names withheld"
    FILINGS_WRITE = "filings:write", "Begin, change, validate, withdraw and correct filings"
    FILINGS_EXPORT = "filings:export", "Take files of filings out"
    FILINGS_SEND = "filings:send", "Sign approved filings, hand them over, read the answers"
    OUTCOMES_READ = "outcomes:read", "Take outcomes out"
    RUNS_READ = "runs:read", "Read runs, sources and detections"
    RUNS_START = "runs:start", "Start and cancel detections"
    SCHEDULES_WRITE = "schedules:write", "Set when detection starts by itself"
    STATISTICS_READ = "statistics:read", "Read statistics"
    VIEWS_WRITE = "views:write", "Read, save and remove one's saved views"
    RETENTION_READ = "retention:read", "Read what is deleted when, and what is on hold"
    RETENTION_ASK = "retention:ask", "Place holds, ask for deletion before its time"
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
    ("link", "split"): Scope.SPLITS_WRITE,
    ("link", "undo"): Scope.SPLITS_WRITE,
    ("case", "list"): Scope.CASES_READ,
    ("case", "see"): Scope.CASES_READ,
    ("task", "list"): Scope.CASES_READ,
    ("case", "unmask"): Scope.NAMES_SEE,
    ("case", "work"): Scope.CASES_WRITE,
    ("case", "staff"): Scope.CASES_STAFF,
    ("case", "restrict"): Scope.CASES_STAFF,
    ("case", "close"): Scope.CASES_CLOSE,
    ("case", "reopen"): Scope.CASES_CLOSE,
    ("referral", "propose"): Scope.REFERRALS_WRITE,
    ("referral", "withdraw"): Scope.REFERRALS_WRITE,
    ("referral", "tell"): Scope.REFERRALS_WRITE,
    ("referral", "approve"): Scope.REFERRALS_ANSWER,
    ("filing", "list"): Scope.FILINGS_READ,
    ("filing", "see"): Scope.FILINGS_READ,
    ("filing", "write"): Scope.FILINGS_WRITE,
    ("filing", "export"): Scope.FILINGS_EXPORT,
    ("filing", "sign"): Scope.FILINGS_SEND,
    ("filing", "hand over"): Scope.FILINGS_SEND,
    ("filing", "receive"): Scope.FILINGS_SEND,
    ("outcome", "export"): Scope.OUTCOMES_READ,
    ("run", "see"): Scope.RUNS_READ,
    ("detection", "see"): Scope.RUNS_READ,
    ("detection", "start"): Scope.RUNS_START,
    ("detection", "cancel"): Scope.RUNS_START,
    ("schedule", "set"): Scope.SCHEDULES_WRITE,
    ("statistics", "see"): Scope.STATISTICS_READ,
    ("view", "save"): Scope.VIEWS_WRITE,
    ("view", "remove"): Scope.VIEWS_WRITE,
    ("retention", "see"): Scope.RETENTION_READ,
    ("policy", "see"): Scope.RETENTION_READ,
    ("hold", "place"): Scope.RETENTION_ASK,
    ("deletion", "ask"): Scope.RETENTION_ASK,
    ("log", "see"): Scope.LOG_READ,
    ("log", "export"): Scope.LOG_READ,
    ("user", "see"): Scope.USERS_READ,
    ("user", "add"): Scope.USERS_WRITE,
    ("user", "change"): Scope.USERS_WRITE,
}
"""Which scope opens what can be done, by object and action.

A filing's approval, a deletion's, deleting, lifting a hold, setting the policy and answering an access request stand
nowhere here: no key is the second pair of eyes, and no key destroys.
"""


def offered(user: User) -> list[Scope]:
    """Return the scopes of which this person's role allows anything, in their order."""
    allowed = {scope for (kind, action), scope in SCOPES.items() if user.has_perm(name_of(kind, action))}
    return [scope for scope in Scope if scope in allowed]
