"""Safeguarding referrals of a case."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from tanglaw.casework.audit.chain import Who
from tanglaw.casework.cases import referring
from tanglaw.casework.models import Case, User
from tanglaw.casework.pages.allowed import SignedInRequest, allowed
from tanglaw.casework.pages.case import find
from tanglaw.casework.pages.given import moment
from tanglaw.casework.site.problems import RefusedError


@require_POST
@allowed("referral", "propose", hidden=True)
def propose(request: SignedInRequest, number: int) -> HttpResponse:
    """Propose a referral."""
    form, case = request.POST, find(number, request.user)
    texts = {name: form.get(name, "") for name in ("kind", "recipient", "contact", "basis", "law", "told", "grounds")}
    wish = referring.Wish(**texts, apart=form.get("apart") == "yes")
    referring.propose(case.pk, request.user, Who.of(request), wish)
    messages.success(request, "Proposed. A second person has to approve it before anybody is told.")
    return redirect(f"/cases/{number}#referrals")


@require_POST
@allowed("referral", "approve", hidden=True)
def answer(request: SignedInRequest, number: int, referral: UUID) -> HttpResponse:
    """Approve a referral, or do not."""
    case = of_case(number, referral, request.user)
    text, verdict = request.POST.get("answer", ""), request.POST.get("verdict")
    if verdict == "approve":
        referring.approve(case.pk, referral, request.user, Who.of(request), text)
    elif verdict == "refuse":
        referring.refuse(case.pk, referral, request.user, Who.of(request), text)
    else:
        raise RefusedError("No answer", "Approve, or do not approve.", 422)
    return redirect(f"/cases/{number}#referrals")


@require_POST
@allowed("referral", "withdraw", hidden=True)
def withdraw(request: SignedInRequest, number: int, referral: UUID) -> HttpResponse:
    """Take one's own referral back."""
    case = of_case(number, referral, request.user)
    referring.withdraw(case.pk, referral, request.user, Who.of(request))
    return redirect(f"/cases/{number}#referrals")


@require_POST
@allowed("referral", "tell", hidden=True)
def tell(request: SignedInRequest, number: int, referral: UUID) -> HttpResponse:
    """Record that the recipient was told."""
    case, form = of_case(number, referral, request.user), request.POST
    at = moment(form.get("day", ""), form.get("time", ""))
    referring.tell(
        case.pk, referral, request.user, Who.of(request), at, form.get("means", ""), form.get("reference", "")
    )
    return redirect(f"/cases/{number}#referrals")


def of_case(number: int, referral: UUID, reader: User) -> Case:
    """Find the case of a referral.

    Raises:
        Http404: there is none for this reader, or the referral is another case's.
    """
    case = find(number, reader)
    if not case.referrals.filter(pk=referral).exists():
        raise Http404
    return case
