"""Deciding on a lead, and answering what somebody else proposed."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.decisions import deciding
from tanglaw.casework.decisions.outcomes import as_csv
from tanglaw.casework.models import Decision
from tanglaw.casework.models.decision import Kind, Standing
from tanglaw.casework.pages.allowed import SignedInRequest, allowed, may
from tanglaw.casework.pages.given import day, whole
from tanglaw.casework.pages.lead import find
from tanglaw.casework.reading import visible
from tanglaw.casework.reading.queue import claim_next
from tanglaw.casework.site.problems import RefusedError


@require_POST
@allowed("decision", "propose", hidden=True)
def decide(request: SignedInRequest, lead_id: str) -> HttpResponse:
    """Decide or propose; then back to the lead, or on to the next one."""
    lead = find(lead_id, request.user)
    form = request.POST
    if form.get("kind") == Kind.REOPEN:
        may(request, "decision", "reopen", hidden=True)
    wish = deciding.Wish(
        kind=form.get("kind", ""),
        grounds=form.get("grounds", "").replace("\r\n", "\n"),
        explanation=form.get("explanation", ""),
        watch_until=day(form.get("watch_until", "")),
        case=whole(form.get("case", "")),
    )
    decision = deciding.propose(lead.lead_id, whole(form.get("revision", ""), -1), request.user, Who.of(request), wish)
    if decision.standing == Standing.PROPOSED:
        messages.success(request, f"Lead {lead.pk}: proposed. A second person has to approve it.")
    else:
        messages.success(request, f"Lead {lead.pk}: {Kind(decision.kind).label.lower()} – done.")
    if form.get("then") == "next":
        following = claim_next(request.user, Who.of(request))
        return redirect("lead", following.lead_id) if following else redirect("queue")
    return redirect("lead", lead_id)


@require_POST
@allowed("decision", "approve", hidden=True)
def answer_proposal(request: SignedInRequest, lead_id: str, decision_id: UUID) -> HttpResponse:
    """Approve a proposal, or do not."""
    decision = of_lead(request, lead_id, decision_id)
    text = request.POST.get("answer", "").replace("\r\n", "\n")
    if request.POST.get("verdict") == "approve":
        deciding.approve(decision.pk, request.user, Who.of(request), text)
        messages.success(request, f"Lead {decision.lead.pk}: approved.")
    elif request.POST.get("verdict") == "refuse":
        deciding.refuse(decision.pk, request.user, Who.of(request), text)
        messages.success(request, f"Lead {decision.lead.pk}: not approved; it is back with its proposer.")
    else:
        raise RefusedError("No answer", "Approve, or do not approve.", 422)
    return redirect("lead", lead_id)


@require_POST
@allowed("decision", "withdraw", hidden=True)
def withdraw_proposal(request: SignedInRequest, lead_id: str, decision_id: UUID) -> HttpResponse:
    """Take one's own proposal back."""
    decision = of_lead(request, lead_id, decision_id)
    deciding.withdraw(decision.pk, request.user, Who.of(request))
    return redirect("lead", lead_id)


@require_GET
@allowed("outcome", "export")
def outcomes(request: SignedInRequest) -> HttpResponse:
    """Hand out what was decided, for ``tanglaw detect --known``."""
    text = as_csv(request.user)
    append(Who.of(request), Action.OUTCOMES_EXPORTED, detail={"rows": text.count("\n") - 1})
    return HttpResponse(
        text,
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="known.csv"'},
    )


def of_lead(request: SignedInRequest, lead_id: str, decision_id: UUID) -> Decision:
    """Find a decision on this lead, as far as there is one for this reader; one on another lead is not there.

    Raises:
        Http404: there is none.
    """
    decision = (
        visible.decisions(request.user).select_related("lead").filter(pk=decision_id, lead__lead_id=lead_id).first()
    )
    if decision is None:
        raise Http404
    return decision
