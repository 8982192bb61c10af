"""What is done to a filing, one form each; and what is taken out of it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.filing import drafting, mending, stepping
from tanglaw.casework.filing.refusing import refusing
from tanglaw.casework.models import Case, Filing, User
from tanglaw.casework.pages.allowed import SignedInRequest, allowed, may
from tanglaw.casework.pages.case import find as find_case
from tanglaw.casework.pages.case import look_in
from tanglaw.casework.pages.filings import find, show_filing
from tanglaw.casework.pages.given import whole
from tanglaw.casework.pages.lead import find as find_lead
from tanglaw.casework.reading import visible
from tanglaw.casework.site.problems import RefusedError
from tanglaw.filings.dossier.files import from_json
from tanglaw.filings.dossier.markings import in_name
from tanglaw.filings.dossier.narrative import TITLES
from tanglaw.filings.filing import render
from tanglaw.filings.submission.machine import Received


@require_POST
@allowed("filing", "write", hidden=True)
def begin(request: SignedInRequest, number: int) -> HttpResponse:
    """Begin a filing about leads of a case; where none is ticked, about all."""
    case = case_to_file(number, request.user)
    leads = [find_lead(lead, request.user) for lead in request.POST.getlist("lead")]
    made = drafting.begin(case.pk, leads, request.POST.get("profile", ""), request.user, Who.of(request))
    return redirect("filing", made.pk)


@require_POST
@allowed("filing", "write", hidden=True)
def narrative(request: SignedInRequest, number: int) -> HttpResponse:
    """Keep the narrative as a person wrote it, the draft beside it; or go back to the draft."""
    one = opened(number, request)
    dossier = from_json(one.dossier)
    if request.POST.get("do") == "original":
        changes = mending.as_drafted(dossier)
    else:
        texts = {topic: request.POST.get(topic, "").replace("\r\n", "\n").strip() for topic in TITLES}
        changes = mending.edited(dossier, texts, request.user.username, timezone.now())
    _amend(request, one, changes, "narrative")
    return redirect(f"/filings/{number}#narrative")


@require_POST
@allowed("filing", "write", hidden=True)
def party(request: SignedInRequest, number: int) -> HttpResponse:
    """Mend what is said of one party."""
    one = opened(number, request)
    dossier = from_json(one.dossier)
    found = mending.party_of(dossier, request.POST.get("key", ""))
    changed = mending.party_changed(found, mending.read_form(request.POST))
    _amend(request, one, mending.with_party(dossier, changed), "party")
    return redirect(f"/filings/{number}?party={found.key}#party")


@require_POST
@allowed("filing", "write", hidden=True)
def facts(request: SignedInRequest, number: int) -> HttpResponse:
    """Mend markings, travel and who may be at risk."""
    one, form = opened(number, request), request.POST
    lines = [line.strip() for line in form.get("travel", "").splitlines() if line.strip()]
    said = (form.getlist(f"risk_{name}") for name in ("who", "where", "why"))
    risks = [[text.strip() for text in one] for one in zip(*said, strict=False)]
    at_risk = [{"who": who, "where": where, "why": why} for who, where, why in risks if who]
    changes = mending.facts(from_json(one.dossier), lines, form.get("tlp", ""), at_risk)
    _amend(request, one, changes, "facts")
    return redirect(f"/filings/{number}#facts")


@require_POST
@allowed("filing", "write", hidden=True)
def validate(request: SignedInRequest, number: int) -> HttpResponse:
    """Put a draft into its form; where it is refused, the page says every fault at once."""
    one = find(number, request)
    made = stepping.validate(one.pk, whole(request.POST.get("revision", ""), -1), request.user, Who.of(request))
    if made.refused:
        return show_filing(request, find(number, request), made.faults)
    messages.success(request, "Its form takes it. A second person has to approve it.")
    for remark in made.remarks[:5]:
        messages.info(request, remark)
    return redirect("filing", number)


@require_POST
@allowed("filing", "approve", hidden=True)
def approve(request: SignedInRequest, number: int) -> HttpResponse:
    """Approve as a second person."""
    stepping.approve(find(number, request).pk, request.user, Who.of(request))
    messages.success(request, "Approved.")
    return redirect("filing", number)


@require_POST
@allowed("filing", "write", hidden=True)
def back(request: SignedInRequest, number: int) -> HttpResponse:
    """Bring a filing back to draft."""
    stepping.back_to_draft(find(number, request).pk, request.user, Who.of(request), request.POST.get("why", ""))
    return redirect("filing", number)


@require_POST
@allowed("filing", "write", hidden=True)
def withdraw(request: SignedInRequest, number: int) -> HttpResponse:
    """Withdraw a filing that has not left."""
    stepping.withdraw(find(number, request).pk, request.user, Who.of(request), request.POST.get("why", ""))
    return redirect("filing", number)


@require_POST
@allowed("filing", "sign", hidden=True)
def sign(request: SignedInRequest, number: int) -> HttpResponse:
    """Sign an approved filing."""
    stepping.sign(find(number, request).pk, request.user, Who.of(request))
    return redirect("filing", number)


@require_POST
@allowed("filing", "hand over", hidden=True)
def hand_over(request: SignedInRequest, number: int) -> HttpResponse:
    """Hand a signed filing over."""
    again = request.POST.get("again") == "yes"
    stepping.hand_over(find(number, request).pk, request.user, Who.of(request), again=again)
    messages.success(request, "Handed over. It has not arrived until the authority's receipt says so.")
    return redirect("filing", number)


@require_POST
@allowed("filing", "receive")
def receive(request: SignedInRequest) -> HttpResponse:
    """Read the answers of authorities; what they say of filings of others is not told."""
    told, lost = received(request)
    for one in told:
        messages.success(request, f"Filing {one.submission.id if one.submission else ''}: {one.said}")
    if lost:
        messages.warning(request, f"{lost} file{'' if lost == 1 else 's'} could not be used and stayed there.")
    if not told:
        messages.info(request, "No new answer to what you may know of.")
    return redirect("filings")


@require_POST
@allowed("filing", "write", hidden=True)
def correct(request: SignedInRequest, number: int) -> HttpResponse:
    """Begin the next version."""
    made = stepping.correct(find(number, request).pk, request.user, Who.of(request))
    return redirect("filing", made.pk)


@require_GET
@allowed("filing", "export", hidden=True)
def file(request: SignedInRequest, number: int, name: str) -> HttpResponse:
    """Hand out one file of a filing, its marking in the name and in the answer's head."""
    one = opened(number, request)
    return _handed(request, one, name, content(one, name))


@require_GET
@allowed("filing", "export", hidden=True)
def pack(request: SignedInRequest, number: int) -> HttpResponse:
    """Hand out the evidence pack; ``?redacted=yes``: protected persons and third parties masked."""
    one = opened(number, request)
    return _handed(request, one, *packed(one, redacted=request.GET.get("redacted") == "yes"))


def received(request: SignedInRequest) -> tuple[list[Received], int | None]:
    """Read the answers of authorities; return those that the reader may know of, and how many files were of no use.

    The second is told to who approves, and None to others.
    """
    found = stepping.receive(request.user, Who.of(request))
    mine = set(visible.filings(request.user).values_list("pk", flat=True))
    told = [one for one in found if one.submission is not None and one.submission.id in mine]
    lost = sum(one.submission is None for one in found)
    return told, lost if request.user.role in visible.SECOND else None


def content(one: Filing, name: str) -> bytes:
    """Return one file of a filing.

    Raises:
        Http404: it has none of this name.
    """
    found = one.files.filter(name=name).first()
    if found is None:
        raise Http404
    return bytes(found.data)


def packed(one: Filing, *, redacted: bool) -> tuple[str, bytes]:
    """Make the evidence pack; return its name and the file.

    Raises:
        RefusedError: the dossier cannot be packed as it is.
    """
    with refusing():
        made = render(from_json(one.dossier), "pack", None, redacted=redacted).checked("The evidence pack")
    return next(iter(made.files.items()))


def taken_out(request: SignedInRequest, one: Filing, data: bytes) -> str:
    """Log that something was taken out of a filing; return the marking that it carries."""
    append(Who.of(request), Action.FILING_EXPORTED, "filing", one.pk, {"bytes": len(data)})
    return str(from_json(one.dossier).markings.tlp)


def _handed(request: SignedInRequest, one: Filing, name: str, data: bytes) -> HttpResponse:
    tlp = taken_out(request, one, data)
    # A table carries it already, and a SAR names its table: that name must stay as it is.
    marked = name if in_name(tlp) in name else f"{in_name(tlp)}_{name}"
    return HttpResponse(
        data, content_type="application/octet-stream",
        headers={"Content-Disposition": f'attachment; filename="{marked}"', "X-Marking": tlp},
    )  # fmt: skip


def case_to_file(number: int, user: User) -> Case:
    """Find a case that somebody may file from.

    Raises:
        Http404: there is none for them, or they need not know what is filed from it.
    """
    case = find_case(number, user)
    if not visible.needs_to_know(user, case):
        raise Http404
    return case


def opened(number: int, request: SignedInRequest) -> Filing:
    """Find a filing for somebody who gave a reason to see the names in its case: without, nothing is written or taken.

    Raises:
        RefusedError: no reason was given.
    """
    one = find(number, request)
    may(request, "filing", "see", one, hidden=True)
    if look_in(request, one.case) is None:
        raise RefusedError(
            "Names are withheld",
            "A filing names people. Say on its page why you need the names; then you can change it and take it out.",
            403,
        )  # fmt: skip
    return one


def _amend(request: SignedInRequest, one: Filing, changes: dict[str, Any], what: str) -> None:
    revision = whole(request.POST.get("revision", ""), -1)
    drafting.amend(one.pk, revision, request.user, Who.of(request), changes, what=what)
