"""The list of filings, and one filing: what it says, how complete and how urgent it is, and what became of it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any, get_args

from django.db.models import F, QuerySet
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.filing import place
from tanglaw.casework.filing.kept import Kept
from tanglaw.casework.filing.mending import place_of
from tanglaw.casework.filing.stepping import what_next
from tanglaw.casework.models import Filing, User
from tanglaw.casework.pages.allowed import SignedInRequest, allowed
from tanglaw.casework.pages.case import look_in
from tanglaw.casework.pages.twins import answer
from tanglaw.casework.permissions import name_of
from tanglaw.casework.reading import visible
from tanglaw.casework.reading.case_names import CaseNames
from tanglaw.casework.reading.case_parties import leads_of, parties
from tanglaw.common.errors import Fault, TanglawError
from tanglaw.filings.dossier.dossier import Dossier
from tanglaw.filings.dossier.files import from_json
from tanglaw.filings.dossier.narrative import TITLES
from tanglaw.filings.dossier.party import Document
from tanglaw.filings.filing import readiness, with_filer
from tanglaw.filings.submission.machine import SIGNATURE
from tanglaw.filings.submission.states import OPEN
from tanglaw.leads.shield import WITHHELD

SHOWN = {"open": "Under way", "due": "Overdue", "answered": "Answered", "any": "Any"}
_MOST = 300


@require_GET
@allowed("filing", "list")
def filings(request: SignedInRequest) -> HttpResponse:
    """Show the filings that the reader needs to know of, what is due first."""
    show = request.GET.get("show", "open")
    show = show if show in SHOWN else "open"
    today = timezone.now().date()
    listed = list(chosen(request.user, show)[:_MOST])
    append(Who.of(request), Action.FILINGS_SEEN, detail={"show": show})
    data = {"show": show, "filings": [row(one) for one in listed]}
    more = {"found": listed, "shown": SHOWN, "today": today, "narrowed": show != "open"}
    return answer(request, "casework/filings.html", data, more)


def chosen(user: User, show: str) -> QuerySet[Filing]:
    """Choose the filings of one kind (:data:`SHOWN`) that somebody needs to know of, what is due first."""
    found = visible.filings(user).select_related("prepared_by", "approved_by", "case")
    if show in {"open", "due"}:
        found = found.filter(state__in=OPEN)
    if show == "due":
        found = found.filter(due__lt=timezone.now().date())
    if show == "answered":
        found = found.filter(state__in=("acknowledged", "rejected", "corrected"))
    return found.order_by(F("due").asc(nulls_last=True), "-pk")


@require_GET
@allowed("filing", "see", hidden=True)
def filing(request: SignedInRequest, number: int) -> HttpResponse:
    """Show a filing; ``?party=`` opens the form of one party."""
    return show_filing(request, find(number, request))


def find(number: int, request: SignedInRequest) -> Filing:
    """Find a filing.

    Raises:
        Http404: there is none that this reader needs to know of.
    """
    found = visible.filings(request.user).select_related("case", "prepared_by", "approved_by", "begun_by")
    one = found.filter(pk=number).first() if number < 2**31 else None
    if one is None:
        raise Http404
    return one


def show_filing(request: SignedInRequest, one: Filing, faults: tuple[Fault, ...] = ()) -> HttpResponse:
    """Show a filing, and where its form refused it, every fault with the field to mend."""
    page = answer(request, "casework/filing.html", *read(request, one, faults))
    if faults:
        page.status_code = 422
    return page


def read(
    request: SignedInRequest, one: Filing, faults: tuple[Fault, ...] = ()
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Read a filing, on its page, in its twin or through the API: its data, and what only the page needs; logged."""
    user = request.user
    look = look_in(request, one.case)
    append(Who.of(request), Action.FILING_SEEN, "filing", one.pk, {"names": "shown"} if look else None)
    names = _names(one, user, unmasked=look is not None)
    profile, without = None, ""
    try:
        profile = place.profile(one.profile)
        dossier = with_filer(from_json(one.dossier), place.filer(), profile)
    except TanglawError as error:  # a profile that was taken away since, or one that is broken
        dossier, without = from_json(one.dossier), str(error)
    ready = readiness(dossier, profile)
    sections = _sections(dossier, names)
    party = next(
        (p for p in dossier.parties if p.key == request.GET.get("party", dossier.subject)), dossier.the_subject
    )
    files = [{"name": f.name, "bytes": len(f.data), "sha256": hashlib.sha256(bytes(f.data)).hexdigest(),
              "signature": f.name.endswith(SIGNATURE)} for f in one.files.all()]  # fmt: skip
    steps = list(one.steps.all())
    reasons = [
        {"code": r.code, "text": r.text, "element": r.element, "field": r.field,
         "at": place_of(r.field, dossier.subject)} for r in one.reasons.all()
    ]  # fmt: skip
    said = _faults(faults, names, dossier.subject)
    missing = [
        {"what": item.what, "missing": item.missing, "field": item.field, "at": place_of(item.field, dossier.subject)}
        for item in ready.completeness.missing
    ]
    leads = list(one.leads.order_by("pk"))
    before = sorted({other for lead in leads for other in Kept.of_lead(lead.lead_id, one.authority)} - {one.pk})
    changed = [lead for lead in leads if lead.versions.filter(run__imported__gt=one.begun).exists()]
    data = row(one) | {
        "markings": dossier.markings.model_dump(mode="json"), "labels": [label.code for label in dossier.labels],
        "names_shown": names.open, "completeness": ready.completeness.score, "missing": missing,
        "urgency": {"score": ready.urgency.score, "word": ready.urgency.word, "reasons": list(ready.urgency.reasons)},
        "due_words": ready.due, "unverified": ready.unverified,
        "narrative": [{"topic": s["topic"], "text": s["text"]} for s in sections],
        "narrative_edited_by": dossier.narrative.edited_by, "files": files, "reasons": reasons, "faults": said,
        "parties": [{"key": key, "said": said_of} for key, said_of in _listed(dossier, names)],
        "steps": [{"at": s.at.isoformat(), "who": s.who, "what": s.what, "detail": s.detail} for s in steps],
        "reported_before": before, "changed_since": [lead.lead_id for lead in changed],
    }  # fmt: skip
    more = {
        "one": one, "dossier": dossier, "ready": ready, "sections": sections, "look": look, "said": said,
        "steps": steps, "party": party, "every_party": _listed(dossier, names), "today": timezone.now().date(),
        "next": what_next(one, user, second=user.has_perm(name_of("filing", "approve"))), "lacking": missing,
        "risks": dossier.at_risk or ({},), "leads": leads, "changed": changed, "without": without, "before": before,
        "percent": round(ready.completeness.score * 100),
        "genders": ("unknown", "female", "male"), "documents": get_args(Document.model_fields["kind"].annotation),
        "tlps": ("TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER"), "due_left": _left(one), "profile": profile,
    }  # fmt: skip
    return data, more


def told_faults(request: SignedInRequest, one: Filing, faults: Sequence[Fault]) -> list[dict[str, Any]]:
    """Say why a form refused a filing, names as the reader may see them."""
    names = _names(one, request.user, unmasked=look_in(request, one.case) is not None)
    return _faults(faults, names, from_json(one.dossier).subject)


def _faults(faults: Sequence[Fault], names: CaseNames, subject: str) -> list[dict[str, Any]]:
    return [
        {"where": f.where, "found": names.text(f.found), "expected": f.expected, "mend": f.mend,
         "at": place_of(f.where.rpartition(": ")[2], subject)} for f in faults
    ]  # fmt: skip


def _names(one: Filing, user: User, *, unmasked: bool) -> CaseNames:
    return CaseNames.of(list(one.case.subjects.all()), parties(leads_of(one.case, user)), unmasked=unmasked)


def row(one: Filing) -> dict[str, Any]:
    """Write a filing as plain data."""
    return {
        "number": one.pk, "address": f"/filings/{one.pk}", "case": one.case_id, "state": one.state,
        "leads": sorted(lead.lead_id for lead in one.leads.all()),
        "authority": one.authority, "form": one.form, "profile": one.profile, "reference": one.reference,
        "version": one.version, "corrects": one.corrects_id, "due": one.due.isoformat() if one.due else None,
        "prepared_by": one.prepared_by.username, "approved_by": one.approved_by.username if one.approved_by else None,
        "receipt": one.receipt, "revision": one.revision,
    }  # fmt: skip


def _sections(dossier: Dossier, names: CaseNames) -> list[dict[str, str]]:
    original = {section.topic: section.text for section in dossier.narrative.draft}
    now = {section.topic: section.text for section in dossier.narrative.current}
    return [
        {"topic": topic, "title": title, "text": names.text(now.get(topic, "")),
         "original": names.text(original.get(topic, "")) if now.get(topic, "") != original.get(topic, "") else ""}
        for topic, title in TITLES.items()
    ]  # fmt: skip


def _listed(dossier: Dossier, names: CaseNames) -> list[tuple[str, str]]:
    said = []
    about = {party.key for party in dossier.subjects}
    for party in dossier.parties:
        name = party.names[0] if party.names else "no name"
        shown = name if names.open or (party.key in about and not party.protected) else WITHHELD
        said.append((party.key, f"{party.key} · {party.standing} · {shown}"))
    return said


def _left(one: Filing) -> int | None:
    return (one.due - timezone.now().date()).days if one.due and one.state in OPEN else None
