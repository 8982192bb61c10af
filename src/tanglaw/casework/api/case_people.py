"""The people of a case: who it is about, who works on it, whose names are shown to whom."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from ninja import Path, Router

from tanglaw.casework.api.case_work import grown, stepped
from tanglaw.casework.api.door import Key
from tanglaw.casework.api.fields import Number, Username
from tanglaw.casework.api.once import once
from tanglaw.casework.api.shapes import case_work as shapes
from tanglaw.casework.api.shapes.work import Reason
from tanglaw.casework.audit.chain import Who
from tanglaw.casework.cases import team, words
from tanglaw.casework.models import Appearance, Case
from tanglaw.casework.pages.allowed import SignedInRequest, may
from tanglaw.casework.pages.case import find, look_in
from tanglaw.casework.reading import case_names
from tanglaw.casework.site.problems import RefusedError

router = Router(tags=["cases"])


@router.post("/cases/{number}/subjects", auth=Key("case", "work", hidden=True), response={201: shapes.CaseGrown},
             operation_id="addSubject")  # fmt: skip
def add_subject(
    request: SignedInRequest, number: Path[Number], wanted: shapes.AccountSubject | shapes.WrittenSubject
) -> HttpResponse:
    """Name a person of the case: the holder of an account of its leads, or somebody in words."""
    case = find(number, request.user)
    party = _party(case, wanted.account) if isinstance(wanted, shapes.AccountSubject) else None
    said = (case.pk, request.user, Who.of(request), wanted.role.value, party, wanted.name, wanted.about)
    return grown(request, case, lambda: words.add_subject(*said).pk)


@router.patch("/cases/{number}/subjects/{subject}", auth=Key("case", "work", hidden=True),
              response=shapes.CaseStandpoint, operation_id="changeSubject")  # fmt: skip
def change_subject(
    request: SignedInRequest, number: Path[Number], subject: Path[Number], wanted: shapes.SubjectChange
) -> HttpResponse:
    """Say anew what somebody is in the case, and by who sees the names, what is known of them."""
    case = find(number, request.user)
    known = case.subjects.filter(pk=subject).first()
    if known is None:
        raise Http404
    writes = wanted.name is not None or wanted.about is not None
    if writes and (known.name or known.about) and look_in(request, case) is None:
        raise RefusedError("Names are withheld", "Say why you need the names; then you can change what is known.", 403)
    said = (
        wanted.role.value if wanted.role else known.role,
        known.name if wanted.name is None else wanted.name,
        known.about if wanted.about is None else wanted.about,
    )
    return stepped(request, case, lambda: words.change_subject(case.pk, subject, Who.of(request), *said))


@router.post("/cases/{number}/looks", auth=Key("case", "unmask", hidden=True), response={201: shapes.CaseLookMade},
             operation_id="lookAtCaseNames")  # fmt: skip
def look_at_case_names(request: SignedInRequest, number: Path[Number], wanted: Reason) -> HttpResponse:
    """Have the names in a case shown to the key's owner for a while; the reason is logged."""
    case = find(number, request.user)

    def look() -> dict[str, Any]:
        made = case_names.unmask(case, request.user, Who.of(request), wanted.reason)
        return {"case": case.pk, "until": made.until.isoformat()}

    return once(request, 201, look)


@router.put("/cases/{number}/team/{username}", auth=Key("case", "staff", hidden=True),
            response=shapes.CaseStandpoint, operation_id="nameInCase")  # fmt: skip
def name_in_case(request: SignedInRequest, number: Path[Number], username: Path[Username]) -> HttpResponse:
    """Name somebody of the team in a case."""
    case = _staffed(request, number)
    return stepped(request, case, lambda: team.add_person(case.pk, username, request.user, Who.of(request)))


@router.delete("/cases/{number}/team/{username}", auth=Key("case", "staff", hidden=True),
               response=shapes.CaseStandpoint, operation_id="takeOutOfCase")  # fmt: skip
def take_out_of_case(request: SignedInRequest, number: Path[Number], username: Path[Username]) -> HttpResponse:
    """Take somebody out of a case; their open tasks go back to nobody."""
    case = _staffed(request, number)
    return stepped(request, case, lambda: team.remove_person(case.pk, username, Who.of(request)))


@router.put("/cases/{number}/keeper", auth=Key("case", "staff", hidden=True), response=shapes.CaseStandpoint,
            operation_id="keepCase")  # fmt: skip
def keep_case(request: SignedInRequest, number: Path[Number], wanted: shapes.Named) -> HttpResponse:
    """Let somebody keep the case: they answer for it, and are named in it."""
    case = _staffed(request, number)
    return stepped(request, case, lambda: team.keep(case.pk, wanted.username, request.user, Who.of(request)))


@router.put("/cases/{number}/restriction", auth=Key("case", "restrict", hidden=True),
            response=shapes.CaseStandpoint, operation_id="restrictCase")  # fmt: skip
def restrict_case(request: SignedInRequest, number: Path[Number], wanted: shapes.Why) -> HttpResponse:
    """Restrict a case to the people named in it: for everybody else it does not exist any more."""
    case = find(number, request.user)
    return stepped(request, case, lambda: team.restrict(case.pk, request.user, Who.of(request), wanted.why))


@router.delete("/cases/{number}/restriction", auth=Key("case", "restrict", hidden=True),
               response=shapes.CaseStandpoint, operation_id="liftRestriction")  # fmt: skip
def lift_restriction(request: SignedInRequest, number: Path[Number]) -> HttpResponse:
    """Lift the restriction of a case."""
    case = find(number, request.user)
    return stepped(request, case, lambda: team.lift(case.pk, Who.of(request)))


def _staffed(request: SignedInRequest, number: int) -> Case:
    case = find(number, request.user)
    may(request, "case", "staff", case, hidden=True)
    return case


def _party(case: Case, handle: str) -> tuple[str, str]:
    """Find an account of the case's leads by its handle.

    Raises:
        RefusedError: there is none.
    """
    leads = case.holdings.filter(current=True).values("lead")
    found = Appearance.objects.filter(lead__in=leads, index=handle).select_related("lead__key").first()
    if found is None:
        raise RefusedError("No such account", "Expected a handle of GET /cases/{number}/accounts.", 422)
    return found.role, found.party
