"""The way of a filing: begun, mended, validated, signed, handed over, answered. Approving one needs eyes, not a key."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from django.http import HttpResponse
from django.utils import timezone
from ninja import Path, Router
from pydantic import Field

from tanglaw.casework.api.door import Key
from tanglaw.casework.api.fields import Number
from tanglaw.casework.api.once import once, once_apart
from tanglaw.casework.api.problems import ProblemError
from tanglaw.casework.api.shapes import filings as shapes
from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.filing import drafting, mending, stepping
from tanglaw.casework.models import Filing
from tanglaw.casework.pages import filing_work as page
from tanglaw.casework.pages.allowed import SignedInRequest
from tanglaw.casework.pages.filings import find, told_faults
from tanglaw.casework.pages.lead import find as find_lead
from tanglaw.filings.dossier.files import from_json

router = Router(tags=["filings"])

PartyKey = Annotated[str, Field(pattern=r"^P[0-9]{1,6}$")]


@router.post("/cases/{number}/filings", auth=Key("filing", "write", hidden=True),
             response={201: shapes.FilingStandpoint}, operation_id="beginFiling")  # fmt: skip
def begin_filing(request: SignedInRequest, number: Path[Number], wanted: shapes.NewFiling) -> HttpResponse:
    """Begin a filing about leads of a case; where none is named, about all."""
    case = page.case_to_file(number, request.user)
    leads = [find_lead(lead, request.user) for lead in wanted.leads]
    return once(
        request, 201,
        lambda: _standpoint(drafting.begin(case.pk, leads, wanted.profile, request.user, Who.of(request)).pk),
    )  # fmt: skip


@router.put("/filings/{number}/narrative", auth=Key("filing", "write", hidden=True), response=shapes.FilingStandpoint,
            operation_id="writeNarrative")  # fmt: skip
def write_narrative(request: SignedInRequest, number: Path[Number], wanted: shapes.NewNarrative) -> HttpResponse:
    """Keep the narrative as a person wrote it, or go back to the draft; only while names are shown for a reason."""
    one = page.opened(number, request)
    dossier = from_json(one.dossier)
    if wanted.sections is None:
        changes = mending.as_drafted(dossier)
    else:
        texts = {section.topic: section.text.replace("\r\n", "\n").strip() for section in wanted.sections}
        changes = mending.edited(dossier, texts, request.user.username, timezone.now())
    return _amended(request, one, wanted.revision, changes, "narrative")


@router.get("/filings/{number}/parties/{key}", auth=Key("filing", "see", hidden=True), response=shapes.PartyRead,
            operation_id="getFilingParty")  # fmt: skip
def get_filing_party(request: SignedInRequest, number: Path[Number], key: Path[PartyKey]) -> dict[str, Any]:
    """Read what of a party can be changed; only while names are shown for a reason (POST /cases/{number}/looks)."""
    one = page.opened(number, request)
    found = mending.party_of(from_json(one.dossier), key).model_dump(mode="json")
    append(Who.of(request), Action.FILING_SEEN, "filing", one.pk, {"names": "shown", "party": key})
    first = {"address": next(iter(found["addresses"]), None), "document": next(iter(found["documents"]), None)}
    return {name: found.get(name, first.get(name)) for name in shapes.PartyRead.model_fields}


@router.patch("/filings/{number}/parties/{key}", auth=Key("filing", "write", hidden=True),
              response=shapes.FilingStandpoint, operation_id="changeParty")  # fmt: skip
def change_party(
    request: SignedInRequest, number: Path[Number], key: Path[PartyKey], wanted: shapes.PartyChange
) -> HttpResponse:
    """Mend what is said of one party; only while names are shown for a reason."""
    one = page.opened(number, request)
    dossier = from_json(one.dossier)
    said = wanted.model_dump(mode="json", exclude_unset=True, exclude={"revision"})
    said |= {name: [] for name in mending.LINES if name in said and said[name] is None}
    changed = mending.party_changed(mending.party_of(dossier, key), said)
    return _amended(request, one, wanted.revision, mending.with_party(dossier, changed), "party")


@router.put("/filings/{number}/facts", auth=Key("filing", "write", hidden=True), response=shapes.FilingStandpoint,
            operation_id="writeFacts")  # fmt: skip
def write_facts(request: SignedInRequest, number: Path[Number], wanted: shapes.NewFacts) -> HttpResponse:
    """Mend marking, travel and who may be at risk; only while names are shown for a reason."""
    one = page.opened(number, request)
    risks = [risk.model_dump() for risk in wanted.at_risk]
    lines = [line.strip() for line in wanted.travel]
    return _amended(
        request, one, wanted.revision, mending.facts(from_json(one.dossier), lines, wanted.tlp, risks), "facts"
    )


@router.post("/filings/{number}/validate", auth=Key("filing", "write", hidden=True), response=shapes.FilingStandpoint,
             operation_id="validateFiling")  # fmt: skip
def validate_filing(request: SignedInRequest, number: Path[Number], wanted: shapes.Looked) -> HttpResponse:
    """Put a draft into its form; 422 says every fault at once. Then a second person approves it on its page."""
    one = find(number, request)

    def validate() -> dict[str, Any]:
        made = stepping.validate(one.pk, wanted.revision, request.user, Who.of(request))
        if made.refused:
            errors = [
                {
                    "at": said["where"][:200],
                    "said": f"found {said['found']}; expected {said['expected']}. {said['mend']}",
                }
                for said in told_faults(request, one, made.faults)
            ]
            detail = f"{len(errors)} found; the filing is a draft as before."
            raise ProblemError(422, "Its form does not take it", detail, errors=errors)
        return _standpoint(one.pk)

    return once(request, 200, validate)


@router.post("/filings/{number}/back", auth=Key("filing", "write", hidden=True), response=shapes.FilingStandpoint,
             operation_id="backToDraft")  # fmt: skip
def back_to_draft(request: SignedInRequest, number: Path[Number], wanted: shapes.BecauseOf) -> HttpResponse:
    """Bring a filing back to draft: it loses approval and signatures."""
    one = find(number, request)
    return _stepped(request, one, lambda: stepping.back_to_draft(one.pk, request.user, Who.of(request), wanted.why))


@router.post("/filings/{number}/withdraw", auth=Key("filing", "write", hidden=True), response=shapes.FilingStandpoint,
             operation_id="withdrawFiling")  # fmt: skip
def withdraw_filing(request: SignedInRequest, number: Path[Number], wanted: shapes.BecauseOf) -> HttpResponse:
    """Withdraw a filing that has not left."""
    one = find(number, request)
    return _stepped(request, one, lambda: stepping.withdraw(one.pk, request.user, Who.of(request), wanted.why))


@router.post("/filings/{number}/sign", auth=Key("filing", "sign", hidden=True), response=shapes.FilingStandpoint,
             operation_id="signFiling")  # fmt: skip
def sign_filing(request: SignedInRequest, number: Path[Number]) -> HttpResponse:
    """Sign an approved filing."""
    one = find(number, request)
    return _stepped(request, one, lambda: stepping.sign(one.pk, request.user, Who.of(request)))


@router.post("/filings/{number}/hand-over", auth=Key("filing", "hand over", hidden=True),
             response=shapes.FilingStandpoint, operation_id="handOver")  # fmt: skip
def hand_over(request: SignedInRequest, number: Path[Number], wanted: shapes.HandOver) -> HttpResponse:
    """Hand a signed filing over. It has not arrived until the authority's receipt says so."""
    one = find(number, request)

    def leave() -> dict[str, Any]:
        stepping.hand_over(one.pk, request.user, Who.of(request), again=wanted.again)
        return _standpoint(one.pk)

    return once_apart(request, 200, leave)


@router.post("/filing-answers", auth=Key("filing", "receive"), response=shapes.Answers,
             operation_id="receiveAnswers")  # fmt: skip
def receive_answers(request: SignedInRequest) -> HttpResponse:
    """Read the answers of authorities; what they say of filings of others is not told."""

    def receive() -> dict[str, Any]:
        told, lost = page.received(request)
        numbers = dict.fromkeys(one.submission.id for one in told if one.submission is not None)
        return {
            "filings": [_standing(number) for number in numbers],
            "unusable": lost,
        }

    return once_apart(request, 200, receive)


@router.post("/filings/{number}/correct", auth=Key("filing", "write", hidden=True),
             response={201: shapes.FilingStandpoint}, operation_id="correctFiling")  # fmt: skip
def correct_filing(request: SignedInRequest, number: Path[Number]) -> HttpResponse:
    """Begin the next version of a filing that was answered."""
    one = find(number, request)
    return once(request, 201, lambda: _standpoint(stepping.correct(one.pk, request.user, Who.of(request)).pk))


def _amended(request: SignedInRequest, one: Filing, revision: int, changes: dict[str, Any], what: str) -> HttpResponse:
    return _stepped(
        request, one, lambda: drafting.amend(one.pk, revision, request.user, Who.of(request), changes, what=what)
    )


def _stepped(request: SignedInRequest, one: Filing, step: Callable[[], object]) -> HttpResponse:
    def do() -> dict[str, Any]:
        step()
        return _standpoint(one.pk)

    return once(request, 200, do)


def _standpoint(number: int) -> dict[str, Any]:
    now = Filing.objects.get(pk=number)
    return {"filing": now.pk, "state": now.state, "version": now.version, "revision": now.revision}


def _standing(number: int) -> dict[str, Any]:
    return {name: value for name, value in _standpoint(number).items() if name in {"filing", "state"}}
