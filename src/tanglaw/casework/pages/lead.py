"""One lead: its evidence, its people, its history, and what can be done with it."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.decisions.deciding import FOLLOWS
from tanglaw.casework.decisions.ordinary import explanations
from tanglaw.casework.models import Case, CaseLead, Decision, Lead, Look, Note, User, Version
from tanglaw.casework.models.case import CaseState
from tanglaw.casework.models.decision import TWO_PEOPLE, Kind, Standing
from tanglaw.casework.pages.allowed import SignedInRequest, allowed, key_covers
from tanglaw.casework.pages.rows import row
from tanglaw.casework.pages.twins import answer, is_twin
from tanglaw.casework.permissions import name_of
from tanglaw.casework.reading import names, queue, visible
from tanglaw.casework.reading.cases import titles
from tanglaw.casework.reading.drawing import Counterpart, Drawn, draw
from tanglaw.casework.reading.payments import PAGE, Section
from tanglaw.casework.reading.surroundings import Surroundings, surroundings
from tanglaw.casework.roles import Role
from tanglaw.leads.report.evidence import Bar, Term
from tanglaw.leads.report.ledger import Entry

_MOST_CASES = 40  # offered to add a lead to, the newest first; all of them where they are asked for


@require_GET
@allowed("lead", "see", hidden=True)
def lead(request: SignedInRequest, lead_id: str) -> HttpResponse:
    """Show a lead; ``?version=`` shows it as an earlier run found it."""
    found = read(request, lead_id, request.GET.get("version", ""))
    if is_twin(request):
        return answer(request, "", found.data())
    article = found.drawn.article
    pages = max(-(-article.held // PAGE), 1)
    shown, user = found.lead, request.user
    waiting = next((one for one in found.decisions if one.standing == Standing.PROPOSED), None)
    kinds = [] if shown.part_of_id else _kinds(shown, user)
    in_case = next((one for one in found.cases if one.state == CaseState.OPEN), None)
    offered = None if request.GET.get("cases") == "all" else _MOST_CASES
    cases = visible.cases(user).filter(state=CaseState.OPEN)[:offered]
    more = {
        "one": shown,
        "version_shown": found.version,
        "newest": found.version.number == shown.version,
        "versions": found.versions,
        "drawn": found.drawn,
        "around": found.around,
        "article": article,
        "section": Section(article.entries, article.held, 1, pages),
        "look": found.look,
        "decided": found.decisions,
        "written": found.notes,
        "proposal": waiting,
        "may_answer": waiting is not None and user.has_perm(name_of("decision", "approve"), waiting),
        "may_withdraw": waiting is not None and user.has_perm(name_of("decision", "withdraw"), waiting),
        "kinds": kinds,
        "explanations": explanations(shown.role),
        "in_cases": found.cases,
        "in_case": in_case,
        "open_cases": _offered(cases) if kinds and not waiting and not in_case else [],
        "all_cases": _MOST_CASES,
        "team": team(user),
        "now": timezone.now(),
        "tomorrow": (timezone.now() + timedelta(days=1)).date(),
    }
    return answer(request, "casework/lead.html", more)


@dataclass(frozen=True, slots=True)
class Reading:
    """A lead as somebody reads it: on its page, in its twin or through the API. That it was read is logged."""

    lead: Lead
    version: Version
    versions: Sequence[Version]
    look: Look | None
    drawn: Drawn
    decisions: Sequence[Decision]
    notes: Sequence[Note]
    cases: Sequence[Case]
    around: Surroundings

    def data(self) -> dict[str, Any]:
        """Write it as plain data."""
        shown = _data(self.lead, self.version, self.versions, self.drawn, self.decisions, self.notes)
        return shown | self.around.data() | {"cases": [one.pk for one in self.cases]}


def read(request: SignedInRequest, lead_id: str, version_wanted: str = "") -> Reading:
    """Read a lead; names are shown where this person gave a reason, to a program only where its key may see names.

    Raises:
        Http404: no such lead, or no such version of it.
    """
    shown = find(lead_id, request.user)
    versions = list(shown.versions.defer("sealed_content").select_related("run"))
    version = version_of(shown, version_wanted)
    look = names.look_of(shown, request.user) if key_covers(request, "name", "unmask") else None
    append(
        Who.of(request), Action.LEAD_SEEN, "lead", shown.lead_id,
        {"version": version.number, **({"names": "shown"} if look else {})},
    )  # fmt: skip
    drawn = draw(shown, version, unmasked=look is not None, reader=request.user)
    decisions = list(shown.decisions.select_related("proposed_by", "second"))
    notes = list(shown.notes.select_related("author"))
    around = surroundings(shown, drawn, request.user)
    cases = _cases(shown, request.user)
    return Reading(shown, version, versions, look, drawn, decisions, notes, cases, around)


def find(lead_id: str, reader: User) -> Lead:
    """Find a lead by the id that it keeps over all runs.

    Raises:
        Http404: there is none for this reader.
    """
    there = visible.leads(reader).select_related("assigned_to", "key")
    found = there.filter(lead_id=lead_id).first()
    if found is None:
        raise Http404
    return found


def version_of(shown: Lead, wanted: str) -> Version:
    """Find a version of a lead by its number; the newest, where none is asked for.

    Raises:
        Http404: there is no such version.
    """
    number = int(wanted) if wanted.isascii() and wanted.isdecimal() and len(wanted) < 6 else shown.version
    version = shown.versions.select_related("run").filter(number=number).first()
    if version is None:
        raise Http404
    return version


def _kinds(shown: Lead, user: User) -> list[dict[str, Any]]:
    """List what this person can decide now."""
    reopen = user.has_perm(name_of("decision", "reopen"))
    return [
        {"value": kind.value, "label": kind.label, "two": kind in TWO_PEOPLE}
        for kind in FOLLOWS[shown.state]
        if kind != Kind.REOPEN or reopen
    ]


def _offered(cases: QuerySet[Case]) -> list[tuple[int, str]]:
    """Offer cases to add a lead to: number and words."""
    return [(number, f"Case {number}: {title}") for number, title in titles(cases)]


def _cases(shown: Lead, user: User) -> list[Case]:
    """List the cases that hold a lead, as far as there are any for this reader."""
    holdings = CaseLead.objects.filter(lead=shown, taken_out__isnull=True)
    return list(visible.cases(user).filter(pk__in=holdings.values("case")).select_related("key").order_by("-pk"))


def team(user: User) -> list[User]:
    """List whom this person may give leads to."""
    if not user.has_perm(name_of("lead", "assign")):
        return []
    reviewing = (Role.ANALYST, Role.REVIEWER, Role.SUPERVISOR)
    return list(User.objects.filter(is_active=True, role__in=reviewing).order_by("name"))


def _data(  # noqa: PLR0917 -- a page shows what it shows
    shown: Lead,
    version: Version,
    versions: Sequence[Version],
    drawn: Drawn,
    decisions: Sequence[Decision],
    notes: Sequence[Note],
) -> dict[str, Any]:
    """Write the lead as plain data: what the page shows, names as they are shown there."""
    article = drawn.article
    return {
        "lead": row(shown),
        "names_shown": drawn.open,
        "name": article.heading,
        "headline": article.headline,
        "facts": article.facts,
        "account_holder": drawn.finding.account_holder,
        "joined_as": drawn.finding.joined_as or None,
        "joined_because": article.joined_because,
        "urgency_reasons": article.urgency_reasons,
        "version": version.number,
        "versions": [
            {"number": one.number, "imported": one.run.imported.isoformat(), "changes": one.changes} for one in versions
        ],
        "speaks_for": [_flat(bar) for bar in article.evidence.speaking],
        "speaks_against": [_flat(bar) for bar in article.evidence.contrary],
        "sum": [_flat(term) for term in article.terms],
        "closest_ordinary": drawn.finding.closest_ordinary,
        "closest_ordinary_share": round(drawn.finding.closest_ordinary_share, 6),
        "not_measured": article.abstained,
        "counterparties": [
            _flat(one) | {"leads": [other.lead_id for other in one.leads]} for one in drawn.counterparts
        ],
        "same_person": [other.lead_id for other in drawn.same],
        "payments": [_flat(entry) for entry in article.entries],
        "payments_in_all": article.held,
        "decisions": [decision_data(one) for one in decisions],
        "notes": [note_data(note) for note in notes],
    }


def _flat(one: Bar | Term | Counterpart | Entry) -> dict[str, Any]:
    """Return the fields as they are; ``asdict`` would copy everything in them, whole leads included."""
    return {field.name: getattr(one, field.name) for field in dataclasses.fields(one)}


def note_data(note: Note) -> dict[str, Any]:
    """Write a note as plain data."""
    return {"author": note.author.username, "written": note.written.isoformat(), "text": note.text}


def decision_data(one: Decision) -> dict[str, Any]:
    """Write a decision as plain data."""
    return {
        "id": str(one.pk),
        "kind": one.kind,
        "standing": one.standing,
        "version": one.version,
        "grounds": one.grounds,
        "explanation": one.explanation or None,
        "watch_until": one.watch_until.isoformat() if one.watch_until else None,
        "proposed_by": one.proposed_by.username,
        "proposed": one.proposed.isoformat(),
        "second": one.second.username if one.second else None,
        "answered": one.answered.isoformat() if one.answered else None,
        "answer": one.answer or None,
    }


@require_POST
@allowed("lead", "claim", hidden=True)
def claim(request: SignedInRequest, lead_id: str) -> HttpResponse:
    """Claim a lead that nobody has."""
    _, mine = queue.claim(find(lead_id, request.user).lead_id, request.user, Who.of(request))
    if not mine:
        messages.warning(request, "Somebody else has claimed it meanwhile.")
    return redirect("lead", lead_id)


@require_POST
@allowed("lead", "release", hidden=True)
def release(request: SignedInRequest, lead_id: str) -> HttpResponse:
    """Give a lead back to the queue."""
    queue.release(find(lead_id, request.user).lead_id, request.user, Who.of(request))
    return redirect("lead", lead_id)


@require_POST
@allowed("lead", "assign", hidden=True)
def assign(request: SignedInRequest, lead_id: str) -> HttpResponse:
    """Give a lead to somebody of the team, or back to all."""
    to = next((one for one in team(request.user) if one.username == request.POST.get("to")), None)
    queue.assign(find(lead_id, request.user).lead_id, to, request.user, Who.of(request))
    return redirect("lead", lead_id)


@require_POST
@allowed("name", "unmask", hidden=True)
def unmask(request: SignedInRequest, lead_id: str) -> HttpResponse:
    """Show the names in a lead to who gives a reason."""
    names.unmask(find(lead_id, request.user), request.user, Who.of(request), request.POST.get("reason", ""))
    return redirect("lead", lead_id)
