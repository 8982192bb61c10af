"""The network around a lead, and a step on from any account in it."""

from __future__ import annotations

import dataclasses
from typing import Any

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_GET

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.models import Appearance, Lead, User
from tanglaw.casework.pages.allowed import SignedInRequest, allowed, key_covers
from tanglaw.casework.pages.lead import find
from tanglaw.casework.pages.twins import answer
from tanglaw.casework.reading import names, visible
from tanglaw.casework.reading.network import Network, around


@require_GET
@allowed("lead", "see", hidden=True)
def network(request: SignedInRequest, lead_id: str) -> HttpResponse:
    """Show who pays whom around the lead's own account."""
    return answer(request, "casework/network.html", *read(request, lead_id))


@require_GET
@allowed("lead", "see", hidden=True)
def neighbour(request: SignedInRequest, lead_id: str, handle: str) -> HttpResponse:
    """Show who pays whom around another account: one of this lead's, or a step on from there."""
    return answer(request, "casework/network.html", *read(request, lead_id, handle))


def read(request: SignedInRequest, lead_id: str, handle: str = "") -> tuple[dict[str, Any], dict[str, Any]]:
    """Read the network around a lead, or around one account: its data, and what only the page needs. It is logged.

    Raises:
        Http404: no such lead, or no account of this handle in it or a step on, for this reader.
    """
    lead = find(lead_id, request.user)
    if not handle:
        append(Who.of(request), Action.NETWORK_SEEN, "lead", lead.lead_id)
        own = sorted(one.party for one in lead.appearances.filter(own=True).exclude(index=lead.subject_index))
        return _around(request, lead, lead.role, [lead.subject, *own])
    party = _reach(lead, handle, request.user)
    if party is None:
        raise Http404
    append(Who.of(request), Action.NEIGHBOUR_SEEN, "lead", lead.lead_id, {"account": handle})
    role, account = party
    return _around(request, lead, role, [account])


def _reach(lead: Lead, handle: str, user: User) -> tuple[str, str] | None:
    """Find an account by its blind index: one of this lead's, or of the leads that these appear in and one may see."""
    beyond = Appearance.objects.filter(index__in=lead.appearances.values("index")).values("lead")
    there = visible.of_leads(Appearance.objects.filter(index=handle, lead__in=beyond), user)
    found = there.select_related("lead__key").first()
    return (found.role, found.party) if found else None


def _around(
    request: SignedInRequest, lead: Lead, role: str, parties: list[str]
) -> tuple[dict[str, Any], dict[str, Any]]:
    look = names.look_of(lead, request.user) if key_covers(request, "name", "unmask") else None
    found = around(lead, role, parties, request.user, unmasked=look is not None)
    middle = found.nodes[: len(parties)]
    sums = {node.handle: [edge for edge in found.edges if node.handle in {edge.payer, edge.receiver}]
            for node in found.nodes[len(parties) :]}  # fmt: skip
    ends = [(node, sums[node.handle]) for node in found.nodes[len(parties) :]]
    more = {"one": lead, "found": found, "middle": middle, "ends": ends}
    return _data(lead, found, [node.handle for node in middle], shown=look is not None), more


def _data(lead: Lead, found: Network, middle: list[str], *, shown: bool) -> dict[str, Any]:
    return {
        "lead_id": lead.lead_id,
        "names_shown": shown,
        "middle": middle,
        "nodes": [
            {
                "handle": node.handle,
                "address": f"/leads/{lead.lead_id}/network/{node.handle}",
                "role": node.role,
                "account": node.account,
                "name": node.name,
                "protected": node.protected,
                "leads": [{"lead_id": one.lead_id, "number": one.pk, "state": one.state} for one in node.leads],
            }
            for node in found.nodes
        ],
        "edges": [dataclasses.asdict(edge) for edge in found.edges],
        "more": found.more,
        "from_leads": [one.lead_id for one in found.leads],
    }
