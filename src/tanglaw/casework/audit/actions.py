"""Everything that is logged."""

from __future__ import annotations

from enum import Enum


class Action(Enum):
    """What somebody did, in the words that the log keeps for good."""

    WORKSPACE_STARTED = "workspace started"
    SIGNED_IN = "signed in"
    SIGN_IN_FAILED = "sign-in failed"
    LOCKED_OUT = "locked out"
    SIGNED_OUT = "signed out"
    SECOND_FACTOR_ADDED = "second factor added"
    SECOND_FACTOR_REMOVED = "second factor removed"
    SESSIONS_ENDED = "sessions ended"
    PASSWORD_CHANGED = "password changed"  # noqa: S105  # nosec B105 -- a name of something done
    REFUSED = "refused"
    USER_ADDED = "user added"
    USER_CHANGED = "user changed"
    USERS_SEEN = "users seen"
    RUN_IMPORTED = "run imported"
    RUNS_SEEN = "runs seen"
    STATISTICS_SEEN = "statistics seen"
    QUEUE_SEEN = "queue seen"
    LEAD_SEEN = "lead seen"
    LEAD_CLAIMED = "lead claimed"
    LEAD_RELEASED = "lead released"
    LEAD_ASSIGNED = "lead assigned"
    NAMES_UNMASKED = "names unmasked"
    NOTE_ADDED = "note added"
    DECIDED = "decided"
    PROPOSED = "proposed"
    APPROVED = "approved"
    NOT_APPROVED = "not approved"
    WITHDRAWN = "withdrawn"
    OUTCOMES_EXPORTED = "outcomes exported"
    LOG_SEEN = "log seen"
    LOG_EXPORTED = "log exported"
    HEADS_EXPORTED = "heads exported"
