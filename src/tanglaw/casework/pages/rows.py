"""A lead in one line, for lists and their twins."""

from __future__ import annotations

from typing import Any

from tanglaw.casework.models import Lead
from tanglaw.leads import words
from tanglaw.leads.text import clip, mask_contact, plain


def account(lead: Lead) -> str:
    """Return the subject's id as it may be shown in a list."""
    return clip(mask_contact(lead.subject), 80)


def row(lead: Lead) -> dict[str, Any]:
    """Write a lead as plain data. No name: in a list nobody needs one."""
    return {
        "number": lead.pk,
        "lead_id": lead.lead_id,
        "address": f"/leads/{lead.lead_id}",
        "account": account(lead),
        "role": lead.role,
        "pattern": lead.pattern,
        "pattern_title": plain(lead.pattern_title),
        "protect": lead.protect,
        "probability": round(lead.score, 4),
        "urgency": words.urgency(lead.urgency),
        "corridor": plain(lead.corridor),
        "payments": lead.payments,
        "counterparties": lead.counterparties,
        "total_usd": round(lead.total_usd, 2),
        "first_payment": lead.first_seen.isoformat(),
        "last_payment": lead.last_seen.isoformat(),
        "state": lead.state,
        "assigned_to": lead.assigned_to.username if lead.assigned_to else None,
        "due": lead.due.isoformat(),
        "watch_until": lead.watch_until.isoformat() if lead.watch_until else None,
        "changed_since_decided": lead.news,
        "revision": lead.revision,
    }
