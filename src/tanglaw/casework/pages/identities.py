"""Which accounts a lead was made of, why they were joined, and telling them apart."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from tanglaw.casework.audit.chain import Who
from tanglaw.casework.decisions import links
from tanglaw.casework.intake.content import unpack
from tanglaw.casework.models import Lead, Link, User
from tanglaw.casework.pages.allowed import SignedInRequest, allowed
from tanglaw.casework.pages.lead import find
from tanglaw.casework.sealing.blind import blind


@require_POST
@allowed("link", "split", hidden=True)
def split(request: SignedInRequest, lead_id: str) -> HttpResponse:
    """Say that some accounts of a lead are somebody else's."""
    lead = find(lead_id, request.user)
    grounds = request.POST.get("grounds", "").replace("\r\n", "\n")
    told_apart(lead, request.POST.getlist("apart"), grounds, request.user, Who.of(request))
    messages.success(request, "Split. It is pending until the next run, which tells them apart.")
    return redirect(f"/leads/{lead.lead_id}#identities")


@require_POST
@allowed("link", "undo", hidden=True)
def undo(request: SignedInRequest, lead_id: str, number: UUID) -> HttpResponse:
    """Take a split back."""
    lead = find(lead_id, request.user)
    links.undo(lead, number, request.user, Who.of(request))
    messages.success(request, "Taken back. The next run may find them to be one again.")
    return redirect(f"/leads/{lead.lead_id}#identities")


def told_apart(lead: Lead, handles: Collection[str], grounds: str, user: User, who: Who) -> list[Link]:
    """Split the accounts of a lead that these handles name from its others.

    Raises:
        RefusedError: no grounds, or none or all of the accounts.
    """
    finding, _ = unpack(lead.versions.get(number=lead.version).content, lead.pk)
    apart = {account for account in finding.subject_ids if blind(lead.role, account) in handles}
    return links.split(lead, finding.subject_ids, apart, grounds, user, who)
