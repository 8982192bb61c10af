"""The queue and its leads: read, claimed, given away."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from ninja import Path, Query, Router

from tanglaw.casework.api.door import Key
from tanglaw.casework.api.fields import Asked, LeadId, Number
from tanglaw.casework.api.once import once
from tanglaw.casework.api.problems import ProblemError
from tanglaw.casework.api.shapes import leads as shapes
from tanglaw.casework.api.shapes import work
from tanglaw.casework.api.shapes.pages import Paged, cut
from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.decisions.deciding import wake_watched
from tanglaw.casework.models import Lead
from tanglaw.casework.pages import lead as page
from tanglaw.casework.pages import payments
from tanglaw.casework.pages.allowed import SignedInRequest
from tanglaw.casework.pages.queue import proposal_data, waiting_proposals
from tanglaw.casework.pages.rows import row
from tanglaw.casework.reading import names, queue

router = Router(tags=["leads"])


class VersionWanted(Asked):
    """Which version of a lead."""

    version: Number | None = None


class PaymentsWanted(Paged):
    """Which page of the payments of which version."""

    version: Number | None = None


@router.get("/leads", auth=Key("lead", "list", query=shapes.Wanted), response=shapes.Rows, operation_id="listLeads")
def list_leads(request: SignedInRequest, wanted: Query[shapes.Wanted]) -> dict[str, Any]:
    """List leads with the filters and in the orders of the queue."""
    wake_watched(timezone.now().date())
    filters = queue.Filters(
        state=wanted.state, whose=wanted.whose, pattern=wanted.pattern, urgency=wanted.urgency,
        find=wanted.find.strip(), order=wanted.order, overdue=wanted.overdue, news=wanted.news, page=wanted.page,
    )  # fmt: skip
    chosen = filters.choose(request.user)
    if wanted.protect is not None:
        chosen = chosen.filter(protect=wanted.protect)
    items, place = cut(chosen, wanted)
    append(Who.of(request), Action.QUEUE_SEEN, detail={**filters.logged(wanted.page), "protect": wanted.protect})
    return {"items": [row(lead) for lead in items], **place}


@router.get(
    "/proposals", auth=Key("lead", "list", query=Paged), response=shapes.Proposals, operation_id="listProposals"
)
def list_proposals(request: SignedInRequest, asked: Query[Paged]) -> dict[str, Any]:
    """List what waits for a second person."""
    items, place = cut(waiting_proposals(request.user), asked)
    append(Who.of(request), Action.QUEUE_SEEN, detail={"proposals": True})
    return {"items": [proposal_data(one) for one in items], **place}


@router.post("/leads/claim-next", auth=Key("lead", "claim"), response=work.Claimed, operation_id="claimNextLead")
def claim_next(request: SignedInRequest) -> HttpResponse:
    """Claim the lead that deserves attention first, possible victims before all others."""

    def claim() -> dict[str, Any]:
        lead = queue.claim_next(request.user, Who.of(request))
        return {"lead": standpoint(lead) if lead else None}

    return once(request, 200, claim)


@router.get("/leads/{lead_id}", auth=Key("lead", "see", hidden=True, query=VersionWanted), response=shapes.Lead,
            operation_id="getLead")  # fmt: skip
def get_lead(request: SignedInRequest, lead_id: Path[LeadId], wanted: Query[VersionWanted]) -> dict[str, Any]:
    """Read a lead in full, as the newest run found it or an earlier one; that it was read is logged."""
    return page.read(request, lead_id, str(wanted.version or "")).data()


@router.get("/leads/{lead_id}/payments", auth=Key("lead", "see", hidden=True, query=PaymentsWanted),
            response=shapes.Payments, operation_id="listPayments")  # fmt: skip
def list_payments(request: SignedInRequest, lead_id: Path[LeadId], wanted: Query[PaymentsWanted]) -> dict[str, Any]:
    """List all payments of a lead in order of time, as its newest run holds them or an earlier one; it is logged."""
    asked = {"payments": wanted.page, "size": wanted.size}
    _, _, found, shown = payments.read(request, lead_id, str(wanted.version or ""), asked)
    items, place = cut(found, wanted)
    return {"items": [asdict(one) for one in items], "names_shown": shown, **place}


@router.post("/leads/{lead_id}/claim", auth=Key("lead", "claim", hidden=True), response=work.Standpoint,
             operation_id="claimLead")  # fmt: skip
def claim_lead(request: SignedInRequest, lead_id: Path[LeadId]) -> HttpResponse:
    """Claim a lead that nobody has; 409 where somebody else has it."""
    held = page.find(lead_id, request.user)

    def claim() -> dict[str, Any]:
        lead, mine = queue.claim(held.lead_id, request.user, Who.of(request))
        if not mine:
            raise ProblemError(409, "Somebody else has it", "The lead is assigned to somebody else.")
        return standpoint(lead)

    return once(request, 200, claim)


@router.post("/leads/{lead_id}/release", auth=Key("lead", "release", hidden=True), response=work.Standpoint,
             operation_id="releaseLead")  # fmt: skip
def release_lead(request: SignedInRequest, lead_id: Path[LeadId]) -> HttpResponse:
    """Give a lead of one's own back to the queue; one that is somebody else's stays theirs."""
    held = page.find(lead_id, request.user)
    return once(request, 200, lambda: standpoint(queue.release(held.lead_id, request.user, Who.of(request))[0]))


@router.post("/leads/{lead_id}/assignment", auth=Key("lead", "assign", hidden=True), response=work.Standpoint,
             operation_id="assignLead")  # fmt: skip
def assign_lead(request: SignedInRequest, lead_id: Path[LeadId], wanted: work.Assignment) -> HttpResponse:
    """Give a lead to somebody of the team, or back to all."""
    held = page.find(lead_id, request.user)
    to = next((one for one in page.team(request.user) if one.username == wanted.to), None)
    if wanted.to is not None and to is None:
        raise ProblemError(409, "Nobody to give it to", "Nobody of this name may review leads.")
    return once(request, 200, lambda: standpoint(queue.assign(held.lead_id, to, request.user, Who.of(request))))


@router.post("/leads/{lead_id}/looks", auth=Key("name", "unmask", hidden=True), response={201: work.LookMade},
             operation_id="lookAtNames")  # fmt: skip
def look_at_names(request: SignedInRequest, lead_id: Path[LeadId], wanted: work.Reason) -> HttpResponse:
    """Have the names in a lead shown to the key's owner for a while; the reason is logged."""
    lead = page.find(lead_id, request.user)

    def look() -> dict[str, Any]:
        made = names.unmask(lead, request.user, Who.of(request), wanted.reason)
        return {"lead_id": lead.lead_id, "until": made.until.isoformat()}

    return once(request, 201, look)


def standpoint(lead: Lead) -> dict[str, Any]:
    """Say where a lead stands, in an answer to something done to it."""
    return {
        "lead_id": lead.lead_id,
        "state": str(lead.state),
        "assigned_to": lead.assigned_to.username if lead.assigned_to else None,
        "revision": lead.revision,
    }
