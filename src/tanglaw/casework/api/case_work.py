"""Working on a case: notes, entries, tasks, its title and leads, its end. A case is opened by deciding on a lead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpResponse
from ninja import Path, Router

from tanglaw.casework.api.door import Key
from tanglaw.casework.api.fields import LeadId, Number
from tanglaw.casework.api.once import once
from tanglaw.casework.api.shapes import case_work as shapes
from tanglaw.casework.api.shapes.work import NewNote
from tanglaw.casework.audit.chain import Who
from tanglaw.casework.cases import closing, opening, tasks, words
from tanglaw.casework.models import Case
from tanglaw.casework.pages.allowed import SignedInRequest, may
from tanglaw.casework.pages.case import find
from tanglaw.casework.pages.given import moment
from tanglaw.casework.pages.lead import find as find_lead

router = Router(tags=["cases"])


@router.post("/cases/{number}/notes", auth=Key("case", "work", hidden=True), response={201: shapes.CaseGrown},
             operation_id="addCaseNote")  # fmt: skip
def add_case_note(request: SignedInRequest, number: Path[Number], wanted: NewNote) -> HttpResponse:
    """Write a note down. It is never changed; a later one corrects it."""
    case = find(number, request.user)
    return grown(request, case, lambda: words.add_note(case.pk, request.user, Who.of(request), wanted.text).pk)


@router.post("/cases/{number}/entries", auth=Key("case", "work", hidden=True), response={201: shapes.CaseGrown},
             operation_id="addCaseEntry")  # fmt: skip
def add_case_entry(request: SignedInRequest, number: Path[Number], wanted: shapes.NewEntry) -> HttpResponse:
    """Put something that happened into the chronology, and where it is known from."""
    case = find(number, request.user)
    at = moment(wanted.day.isoformat(), wanted.time or "")

    def add() -> int:
        event = words.add_event(
            case.pk, request.user, Who.of(request), at, wanted.what, wanted.source, day_only=wanted.time is None
        )
        return event.pk

    return grown(request, case, add)


@router.post("/cases/{number}/tasks", auth=Key("case", "work", hidden=True), response={201: shapes.CaseGrown},
             operation_id="addTask")  # fmt: skip
def add_task(request: SignedInRequest, number: Path[Number], wanted: shapes.NewTask) -> HttpResponse:
    """Set a task."""
    case = find(number, request.user)
    made = (case.pk, request.user, Who.of(request), wanted.what, wanted.to or "", wanted.due)
    return grown(request, case, lambda: tasks.add_task(*made).pk)


@router.post("/cases/{number}/tasks/{task}/done", auth=Key("case", "work", hidden=True),
             response=shapes.CaseStandpoint, operation_id="finishTask")  # fmt: skip
def finish_task(
    request: SignedInRequest, number: Path[Number], task: Path[Number], wanted: shapes.TaskResult
) -> HttpResponse:
    """Note that a task is done; 409 where somebody finished it before."""
    case = find(number, request.user)
    if not case.tasks.filter(pk=task).exists():
        raise Http404
    return stepped(
        request, case, lambda: tasks.finish_task(case.pk, task, request.user, Who.of(request), wanted.result)
    )


@router.put("/cases/{number}/title", auth=Key("case", "work", hidden=True), response=shapes.CaseStandpoint,
            operation_id="retitleCase")  # fmt: skip
def retitle_case(request: SignedInRequest, number: Path[Number], wanted: shapes.NewTitle) -> HttpResponse:
    """Give a case another title."""
    case = find(number, request.user)
    return stepped(request, case, lambda: words.retitle(case.pk, Who.of(request), wanted.title))


@router.post("/cases/{number}/leads/{lead_id}/out", auth=Key("case", "staff", hidden=True),
             response=shapes.CaseStandpoint, operation_id="takeLeadOut")  # fmt: skip
def take_lead_out(
    request: SignedInRequest, number: Path[Number], lead_id: Path[LeadId], wanted: shapes.Why
) -> HttpResponse:
    """Take a lead out of a case; it goes back to review. Adding one is a decision on the lead."""
    case, lead = find(number, request.user), find_lead(lead_id, request.user)
    may(request, "case", "staff", case, hidden=True)
    return stepped(
        request, case, lambda: opening.take_out(case.pk, lead.lead_id, request.user, Who.of(request), wanted.why)
    )


@router.post("/cases/{number}/close", auth=Key("case", "close", hidden=True), response=shapes.CaseStandpoint,
             operation_id="closeCase")  # fmt: skip
def close_case(request: SignedInRequest, number: Path[Number], wanted: shapes.Ending) -> HttpResponse:
    """Close a case with what it ended with; 409 names everything that is not finished."""
    case = find(number, request.user)
    may(request, "case", "close", case, hidden=True)
    end = (case.pk, request.user, Who.of(request), wanted.outcome.value, wanted.words)
    return stepped(request, case, lambda: closing.close(*end))


@router.post("/cases/{number}/reopen", auth=Key("case", "reopen", hidden=True), response=shapes.CaseStandpoint,
             operation_id="reopenCase")  # fmt: skip
def reopen_case(request: SignedInRequest, number: Path[Number], wanted: shapes.Why) -> HttpResponse:
    """Open a closed case again."""
    case = find(number, request.user)
    return stepped(request, case, lambda: closing.reopen(case.pk, Who.of(request), wanted.why))


def stepped(request: SignedInRequest, case: Case, step: Callable[[], object]) -> HttpResponse:
    """Take one step on a case, and answer where it stands."""

    def do() -> dict[str, Any]:
        step()
        return _standpoint(case)

    return once(request, 200, do)


def grown(request: SignedInRequest, case: Case, add: Callable[[], int]) -> HttpResponse:
    """Add something to a case, and answer where it stands and with the number of what was added."""

    def do() -> dict[str, Any]:
        number = add()
        return _standpoint(case) | {"number": number}

    return once(request, 201, do)


def _standpoint(case: Case) -> dict[str, Any]:
    now = Case.objects.select_related("keeper").get(pk=case.pk)
    return {
        "case": now.pk,
        "state": str(now.state),
        "outcome": now.outcome or None,
        "kept_by": now.keeper.username if now.keeper else None,
        "restricted": now.restricted,
        "revision": now.revision,
    }
