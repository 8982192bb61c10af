"""Retention: what goes when, holds, wishes for early deletion. Deleting, and what allows it, is done on pages alone."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from ninja import Path, Query, Router

from tanglaw.casework.api.door import Key
from tanglaw.casework.api.fields import Number
from tanglaw.casework.api.once import once
from tanglaw.casework.api.shapes import retention as shapes
from tanglaw.casework.api.shapes.pages import Paged, cut
from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.models import EarlyDeletion, Lead
from tanglaw.casework.pages import retention as page
from tanglaw.casework.pages.allowed import SignedInRequest
from tanglaw.casework.reading import visible
from tanglaw.casework.retention import early, holds
from tanglaw.casework.retention.rules import rules

router = Router(tags=["retention"])


@router.get("/retention/policy", auth=Key("policy", "see", query=Paged), response=shapes.Rules,
            operation_id="listRetentionRules")  # fmt: skip
def list_retention_rules(request: SignedInRequest, asked: Query[Paged]) -> dict[str, Any]:
    """List for how long files are kept."""
    append(Who.of(request), Action.RETENTION_SEEN, detail={"policy": True})
    items, place = cut(rules(), asked)
    return {"items": [page.rule_data(one) for one in items], **place}


@router.get("/retention/due", auth=Key("retention", "see", query=Paged), response=shapes.Preview,
            operation_id="listDue")  # fmt: skip
def list_due(request: SignedInRequest, asked: Query[Paged]) -> dict[str, Any]:
    """List what goes within 90 days, the earliest first."""
    plan = page.planned(request.user)
    append(Who.of(request), Action.RETENTION_SEEN)
    items, place = cut(plan.due, asked)
    return {"items": [page.due_data(one) for one in items], "in_restricted_cases": plan.elsewhere, **place}


@router.get("/retention/holds", auth=Key("retention", "see", query=Paged), response=shapes.Holds,
            operation_id="listHolds")  # fmt: skip
def list_holds(request: SignedInRequest, asked: Query[Paged]) -> dict[str, Any]:
    """List what is on hold."""
    append(Who.of(request), Action.RETENTION_SEEN, detail={"holds": True})
    items, place = cut(page.planned(request.user).holds, asked)
    return {"items": [page.hold_data(one) for one in items], **place}


@router.post("/retention/holds", auth=Key("hold", "place", absent=True), response={201: shapes.HoldPlaced},
             operation_id="placeHold")  # fmt: skip
def place_hold(request: SignedInRequest, wanted: shapes.NewHold) -> HttpResponse:
    """Hold a lead or a case; 409 where it is held already. A hold is lifted on its page."""
    held = page.file_of(wanted.file, wanted.number, request.user)

    def place() -> dict[str, Any]:
        made = holds.place(held, request.user, Who.of(request), wanted.reason)
        return {"number": made.pk, "file": wanted.file, "held": held.pk}

    return once(request, 201, place)


@router.get("/retention/early", auth=Key("retention", "see", query=Paged), response=shapes.DeletionWishes,
            operation_id="listEarlyDeletions")  # fmt: skip
def list_early_deletions(request: SignedInRequest, asked: Query[Paged]) -> dict[str, Any]:
    """List what somebody wants to be deleted before its time."""
    append(Who.of(request), Action.RETENTION_SEEN, detail={"early": True})
    items, place = cut(page.planned(request.user).wishes, asked)
    return {"items": [page.wish_data(one) for one in items], **place}


@router.post("/retention/early", auth=Key("deletion", "ask", absent=True), response={201: shapes.DeletionWishMade},
             operation_id="askForDeletion")  # fmt: skip
def ask_for_deletion(request: SignedInRequest, wanted: shapes.NewDeletionWish) -> HttpResponse:
    """Ask that a lead be deleted before its time. A second person approves it on its page."""
    lead = page.file_of("lead", wanted.lead, request.user)
    if not isinstance(lead, Lead):
        raise Http404

    def ask() -> dict[str, Any]:
        wish = early.ask(lead.lead_id, request.user, Who.of(request), wanted.reason)
        return {"number": wish.pk, "lead": lead.pk}

    return once(request, 201, ask)


@router.delete("/retention/early/{number}", auth=Key("deletion", "ask", hidden=True), response=shapes.DeletionWishGone,
               operation_id="takeDeletionBack")  # fmt: skip
def take_deletion_back(request: SignedInRequest, number: Path[Number]) -> HttpResponse:
    """Take one's own wish back; the lead stays. Others' do not exist here."""

    def take_back() -> dict[str, Any]:
        mine = EarlyDeletion.objects.filter(pk=number, asked_by=request.user, lead__in=visible.leads(request.user))
        if not mine.exists():
            raise Http404
        early.refuse(number, request.user, Who.of(request))
        return {"number": number}

    return once(request, 200, take_back)
