"""Deciding: proposed, sent back, withdrawn. A second pair of eyes approves on the page, never by a key."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpResponse
from ninja import Path, Query, Router

from tanglaw.casework.api.door import Key
from tanglaw.casework.api.fields import LeadId
from tanglaw.casework.api.leads import standpoint
from tanglaw.casework.api.once import once
from tanglaw.casework.api.shapes import leads as shapes
from tanglaw.casework.api.shapes import work
from tanglaw.casework.api.shapes.pages import Paged, cut
from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.cases.opening import case_of
from tanglaw.casework.decisions import deciding
from tanglaw.casework.decisions.ordinary import explanations
from tanglaw.casework.models import Decision
from tanglaw.casework.pages.allowed import SignedInRequest, may
from tanglaw.casework.pages.decisions import of_lead
from tanglaw.casework.pages.lead import decision_data, find
from tanglaw.casework.site.problems import RefusedError

router = Router(tags=["decisions"])


@router.get("/explanations", auth=Key("lead", "list"), response=work.Explanations, operation_id="listExplanations")
def list_explanations(request: SignedInRequest) -> dict[str, Any]:
    """List the ordinary explanations that a lead can be dismissed with, by the role of its subject."""
    del request
    return {role: dict(explanations(role)) for role in ("originator", "beneficiary")}


@router.get("/leads/{lead_id}/decisions", auth=Key("lead", "see", hidden=True, query=Paged),
            response=shapes.Decisions, operation_id="listDecisions")  # fmt: skip
def list_decisions(request: SignedInRequest, lead_id: Path[LeadId], asked: Query[Paged]) -> dict[str, Any]:
    """List the decisions on a lead, the newest first."""
    lead = find(lead_id, request.user)
    found: QuerySet[Decision] = lead.decisions.select_related("proposed_by", "second")
    items, place = cut(found, asked)
    append(Who.of(request), Action.LEAD_SEEN, "lead", lead.lead_id, {"part": "decisions"})
    return {"items": [decision_data(one) for one in items], **place}


@router.post("/leads/{lead_id}/decisions", auth=Key("decision", "propose", hidden=True),
             response={201: work.Decided}, operation_id="decide")  # fmt: skip
def decide(request: SignedInRequest, lead_id: Path[LeadId], wanted: work.Wish) -> HttpResponse:
    """Decide, or propose where a second person has to approve; 409 where somebody acted on the lead meanwhile."""
    lead, said = find(lead_id, request.user), wanted.root
    if said.kind == "reopen":
        may(request, "decision", "reopen", hidden=True)
    wish = deciding.Wish(
        kind=said.kind,
        grounds=said.grounds.replace("\r\n", "\n"),
        explanation=said.explanation if isinstance(said, work.Dismiss) else "",
        watch_until=said.watch_until if isinstance(said, work.Watch) else None,
        case=said.case if isinstance(said, work.OpenCase) else None,
    )
    return once(
        request, 201,
        lambda: _decided(deciding.propose(lead.lead_id, said.revision, request.user, Who.of(request), wish)),
    )  # fmt: skip


@router.post("/leads/{lead_id}/decisions/{decision_id}/answer", auth=Key("decision", "approve", hidden=True),
             response=work.Decided, operation_id="answerProposal")  # fmt: skip
def answer_proposal(
    request: SignedInRequest, lead_id: Path[LeadId], decision_id: UUID, wanted: work.Verdict
) -> HttpResponse:
    """Do not approve what somebody else proposed, and say why. To approve, a person looks at it on its page."""
    decision, said = of_lead(request, lead_id, decision_id), wanted.root
    if isinstance(said, work.Approval):
        raise RefusedError(
            "A second person looks at it",
            f"No key approves: open /leads/{lead_id} and approve it there, signed in.",
            403,
        )
    text = said.answer.replace("\r\n", "\n")
    return once(request, 200, lambda: _decided(deciding.refuse(decision.pk, request.user, Who.of(request), text)))


@router.post("/leads/{lead_id}/decisions/{decision_id}/withdraw", auth=Key("decision", "withdraw", hidden=True),
             response=work.Decided, operation_id="withdrawProposal")  # fmt: skip
def withdraw_proposal(request: SignedInRequest, lead_id: Path[LeadId], decision_id: UUID) -> HttpResponse:
    """Take one's own proposal back."""
    decision = of_lead(request, lead_id, decision_id)
    return once(request, 200, lambda: _decided(deciding.withdraw(decision.pk, request.user, Who.of(request))))


def _decided(decision: Decision) -> dict[str, Any]:
    case = case_of(decision.lead)
    return {
        "decision": str(decision.pk),
        "standing": str(decision.standing),
        "lead": standpoint(decision.lead),
        "case": case.pk if case else None,
    }
