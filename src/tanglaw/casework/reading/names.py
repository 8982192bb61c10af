"""Whose names are withheld from whom."""

from __future__ import annotations

from datetime import timedelta
from threading import Lock
from typing import Final

from django.db import transaction
from django.utils import timezone

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.audit.reasons import sealed_reason
from tanglaw.casework.models import Lead, Look, ProtectedParty, Run, User
from tanglaw.casework.sealing.fields import sealed
from tanglaw.casework.site.problems import RefusedError
from tanglaw.leads.shield import Shield

SHOWN_FOR: Final = timedelta(minutes=30)
"""How long names stay visible to who asked for them."""

_LEAST_REASON: Final = 10
_lock = Lock()
_cached: tuple[tuple[int, int], Shield] | None = None


def shield() -> Shield:
    """Return the shield of everybody protected in this workspace; gathered anew after an import."""
    global _cached  # noqa: PLW0603 -- one a process; gathering takes longer than drawing a page
    stamp = (Run.objects.order_by("-pk").values_list("pk", flat=True).first() or 0, ProtectedParty.objects.count())
    with _lock:
        if _cached is None or _cached[0] != stamp:
            names = {
                (one.role, one.party): frozenset(one.names) for one in ProtectedParty.objects.select_related("key")
            }
            _cached = (stamp, Shield.over(names))
        return _cached[1]


def look_of(lead: Lead, user: User) -> Look | None:
    """Return the reason under which this person sees the names in this lead now, if there is one."""
    return Look.objects.filter(lead=lead, user=user, until__gt=timezone.now()).order_by("-until").first()


def unmask(lead: Lead, user: User, who: Who, reason: str) -> Look:
    """Show the names in a lead to one person for a while. The reason is logged.

    Raises:
        RefusedError: no reason.
    """
    reason = given(reason)
    with transaction.atomic():
        now = timezone.now()
        look = Look.objects.create(lead=lead, user=user, **sealed(reason=reason), since=now, until=now + SHOWN_FOR)
        said = {"reason": sealed_reason(lead.key, lead.lead_id, reason), "minutes": SHOWN_FOR.seconds // 60}
        append(who, Action.NAMES_UNMASKED, "lead", lead.lead_id, said)
    return look


def given(reason: str) -> str:
    """Return a reason to see names, if it is one.

    Raises:
        RefusedError: no reason.
    """
    reason = reason.strip()
    if len(reason) < _LEAST_REASON:
        raise RefusedError(
            "No reason given", "Say in a sentence why you need the names; it is logged with your name.", 422
        )
    return reason
