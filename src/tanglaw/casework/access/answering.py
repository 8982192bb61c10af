"""An answer to an access request: made by a supervisor, for a reason, and logged with every lead that it tells of."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.resources import files
from typing import Final

from django.db import transaction
from django.template.loader import render_to_string

from tanglaw.casework.access.gathering import Gathered, gather
from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.audit.reasons import sealed_reason
from tanglaw.casework.models import User
from tanglaw.casework.permissions import name_of
from tanglaw.casework.reading import visible
from tanglaw.casework.retention.reasons import checked
from tanglaw.casework.sealing.blind import SEARCH, blind
from tanglaw.casework.site.problems import RefusedError

_MOST: Final = 50


def answer(accounts: Sequence[str], user: User, who: Who, reason: str, law: str) -> Gathered:
    """Gather what there is about a person, and log that it was taken out.

    Args:
        accounts: ids as in the payments.
        user: the supervisor who answers.
        who: for the log.
        reason: why: the request, its day, how the person proved who they are.
        law: why law allows that filings, referrals and proposals are told; empty where it does not.

    Raises:
        RefusedError: no supervisor, no account, no reason.
    """
    if not user.has_perm(name_of("access", "export")):
        raise RefusedError("Not yours to do", "A supervisor answers access requests.", 403)
    named = list(dict.fromkeys(text for one in accounts if (text := one.strip())))
    if not 1 <= len(named) <= _MOST or any(len(one) > 300 for one in named):
        raise RefusedError("No account named", f"Name 1 to {_MOST} accounts, as they stand in the payments.", 422)
    reason = checked(reason)
    law = checked(law) if law.strip() else ""
    with transaction.atomic():
        found = gather(named, user, everything=bool(law))
        indexes = sorted(blind(SEARCH, one) for one in named)
        said = {"accounts": indexes, "leads": found.leads, "everything": bool(law)}
        append(who, Action.ACCESS_EXPORTED, "access", "", said)
        numbers = [one["number"] for one in found.document["leads"]]
        for lead in visible.leads(user).filter(pk__in=numbers).select_related("key").order_by("pk"):
            told = {"reason": sealed_reason(lead.key, lead.lead_id, reason), "everything": bool(law)}
            told |= {"law": sealed_reason(lead.key, lead.lead_id, law)} if law else {}
            append(who, Action.ACCESS_EXPORTED, "lead", lead.lead_id, told)
    return found


def as_json(found: Gathered) -> str:
    """Write the document for a program."""
    return json.dumps(found.document, ensure_ascii=False, indent=1) + "\n"


def as_html(found: Gathered) -> str:
    """Write the document as one file that reads and prints without anything else."""
    style = files("tanglaw.casework").joinpath("static/casework/document.css").read_text(encoding="utf-8")
    return render_to_string("casework/access_document.html", {"document": found.document, "style": style})
