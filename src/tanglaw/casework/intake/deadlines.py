"""How soon a lead should be decided. Assumed: no regulator publishes hours; an institution may be bound to fewer."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from tanglaw.leads import words

_DAYS: Final = {
    # (possible victim, urgency): days
    (True, "high"): 1,
    (True, "medium"): 2,
    (True, "low"): 7,
    (False, "high"): 3,
    (False, "medium"): 10,
    (False, "low"): 30,
}


def due(opened: datetime, protect: bool, urgency: float) -> datetime:
    """Return when a lead that came in at `opened` should have been decided."""
    return opened + timedelta(days=_DAYS[protect, words.urgency(urgency)])
