"""Safeguarding referrals: proposed, sent back, withdrawn, recorded as told. Approving one needs eyes, not a key."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from ninja import Path, Query, Router

from tanglaw.casework.api.door import Key
from tanglaw.casework.api.fields import Number
from tanglaw.casework.api.once import once
from tanglaw.casework.api.shapes import case_work as shapes
from tanglaw.casework.api.shapes.pages import Paged, cut
from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.cases import referring
from tanglaw.casework.models import Referral, User
from tanglaw.casework.pages.allowed import SignedInRequest
from tanglaw.casework.pages.case import find
from tanglaw.casework.pages.given import moment
from tanglaw.casework.pages.queue import referral_data, waiting_referrals
from tanglaw.casework.pages.referrals import of_case

router = Router(tags=["referrals"])


@router.get(
    "/referrals", auth=Key("case", "list", query=Paged), response=shapes.WaitingReferrals, operation_id="listReferrals"
)
def list_referrals(request: SignedInRequest, asked: Query[Paged]) -> dict[str, Any]:
    """List the referrals that wait for a second person, in all cases that the key's owner may see."""
    items, place = cut(waiting_referrals(request.user), asked)
    append(Who.of(request), Action.QUEUE_SEEN, detail={"referrals": True})
    return {"items": [referral_data(one) for one in items], **place}


@router.post("/cases/{number}/referrals", auth=Key("referral", "propose", hidden=True),
             response={201: shapes.Referred}, operation_id="proposeReferral")  # fmt: skip
def propose_referral(request: SignedInRequest, number: Path[Number], wanted: shapes.NewReferral) -> HttpResponse:
    """Propose a referral. A recipient who stands in the payments or among the people of the case is refused."""
    case = find(number, request.user)
    wish = referring.Wish(**wanted.model_dump(mode="json"))
    return once(request, 201, lambda: _referred(referring.propose(case.pk, request.user, Who.of(request), wish).pk))


@router.post("/cases/{number}/referrals/{referral}/refuse", auth=Key("referral", "approve", hidden=True),
             response=shapes.Referred, operation_id="refuseReferral")  # fmt: skip
def refuse_referral(
    request: SignedInRequest, number: Path[Number], referral: UUID, wanted: shapes.ReferralAnswer
) -> HttpResponse:
    """Do not approve what somebody else proposed, and say why."""
    return _step(
        request, number, referral, lambda case, user, who: referring.refuse(case, referral, user, who, wanted.answer)
    )


@router.post("/cases/{number}/referrals/{referral}/withdraw", auth=Key("referral", "withdraw", hidden=True),
             response=shapes.Referred, operation_id="withdrawReferral")  # fmt: skip
def withdraw_referral(request: SignedInRequest, number: Path[Number], referral: UUID) -> HttpResponse:
    """Take one's own referral back, before anybody was told."""
    return _step(request, number, referral, lambda case, user, who: referring.withdraw(case, referral, user, who))


@router.post("/cases/{number}/referrals/{referral}/told", auth=Key("referral", "tell", hidden=True),
             response=shapes.Referred, operation_id="recordTold")  # fmt: skip
def record_told(request: SignedInRequest, number: Path[Number], referral: UUID, wanted: shapes.Told) -> HttpResponse:
    """Record that the recipient of an approved referral was told."""
    when = moment(wanted.day.isoformat(), wanted.time or "")
    return _step(
        request,
        number,
        referral,
        lambda case, user, who: referring.tell(case, referral, user, who, when, wanted.means, wanted.reference),
    )


def _step(
    request: SignedInRequest, number: int, referral: UUID, step: Callable[[int, User, Who], None]
) -> HttpResponse:
    case = of_case(number, referral, request.user)

    def do() -> dict[str, Any]:
        step(case.pk, request.user, Who.of(request))
        return _referred(referral)

    return once(request, 200, do)


def _referred(referral: UUID) -> dict[str, Any]:
    now = Referral.objects.get(pk=referral)
    return {"case": now.case_id, "referral": str(now.pk), "standing": str(now.standing)}
