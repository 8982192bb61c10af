"""Around a lead: who pays whom, and telling accounts apart that were taken for one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from ninja import Path, Router

from tanglaw.casework.api.door import Key
from tanglaw.casework.api.fields import Handle, LeadId
from tanglaw.casework.api.once import once
from tanglaw.casework.api.shapes import around as shapes
from tanglaw.casework.audit.chain import Who
from tanglaw.casework.decisions import links
from tanglaw.casework.pages import network
from tanglaw.casework.pages.allowed import SignedInRequest
from tanglaw.casework.pages.identities import told_apart
from tanglaw.casework.pages.lead import find

router = Router(tags=["leads"])


@router.get("/leads/{lead_id}/network", auth=Key("lead", "see", hidden=True), response=shapes.Network,
            operation_id="getNetwork")  # fmt: skip
def get_network(request: SignedInRequest, lead_id: Path[LeadId]) -> dict[str, Any]:
    """Read who pays whom around a lead; that it was read is logged."""
    return network.read(request, lead_id)[0]


@router.get("/leads/{lead_id}/network/{handle}", auth=Key("lead", "see", hidden=True), response=shapes.Network,
            operation_id="getNeighbour")  # fmt: skip
def get_neighbour(request: SignedInRequest, lead_id: Path[LeadId], handle: Path[Handle]) -> dict[str, Any]:
    """Read who pays whom around an account of a lead, or a step on from there."""
    return network.read(request, lead_id, handle)[0]


@router.post("/leads/{lead_id}/splits", auth=Key("link", "split", hidden=True), response={201: shapes.SplitMade},
             operation_id="splitAccounts")  # fmt: skip
def split_accounts(request: SignedInRequest, lead_id: Path[LeadId], wanted: shapes.NewSplit) -> HttpResponse:
    """Say that some accounts of a lead are somebody else's; it is pending until the next run."""
    lead = find(lead_id, request.user)

    def split() -> dict[str, Any]:
        made = told_apart(lead, wanted.apart, wanted.grounds, request.user, Who.of(request))
        return {"lead_id": lead.lead_id, "splits": [str(one.pk) for one in made]}

    return once(request, 201, split)


@router.post("/leads/{lead_id}/splits/{number}/undo", auth=Key("link", "undo", hidden=True),
             response=shapes.SplitUndone, operation_id="undoSplit")  # fmt: skip
def undo_split(request: SignedInRequest, lead_id: Path[LeadId], number: UUID) -> HttpResponse:
    """Take a split back; the next run may find the accounts to be one again."""
    lead = find(lead_id, request.user)

    def undo() -> dict[str, Any]:
        undone = links.undo(lead, number, request.user, Who.of(request))
        return {"lead_id": lead.lead_id, "split": str(undone.pk)}

    return once(request, 200, undo)
