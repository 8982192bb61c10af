"""What tests of cases have in common."""

from __future__ import annotations

import pytest

from tanglaw.casework.decisions.deciding import Wish, propose
from tanglaw.casework.models import Lead
from tanglaw.casework.site.problems import RefusedError


def decide(lead, who, kind="case", **more):
    """Decide on a lead as it is now."""
    lead.refresh_from_db()
    wish = Wish(kind, "Seven payers who do not know each other.", **more)
    return propose(lead.lead_id, lead.revision, who.user, who.who, wish)


def leads():
    """List all leads, the first that came in first."""
    return list(Lead.objects.order_by("pk"))


def refused(match):
    """Expect a refusal in these words."""
    return pytest.raises(RefusedError, match=match)
