"""What is done to a case, one form each."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from tanglaw.casework.audit.chain import Who
from tanglaw.casework.cases import closing, opening, tasks, team, words
from tanglaw.casework.pages.allowed import SignedInRequest, allowed, may
from tanglaw.casework.pages.case import find
from tanglaw.casework.pages.given import day, moment, whole
from tanglaw.casework.pages.lead import find as find_lead
from tanglaw.casework.reading import case_names


@require_POST
@allowed("case", "work", hidden=True)
def add_note(request: SignedInRequest, number: int) -> HttpResponse:
    """Write a note down."""
    words.add_note(find(number, request.user).pk, request.user, Who.of(request), request.POST.get("text", ""))
    return redirect(f"/cases/{number}#notes")


@require_POST
@allowed("case", "work", hidden=True)
def add_event(request: SignedInRequest, number: int) -> HttpResponse:
    """Put something that happened into the chronology."""
    form, case = request.POST, find(number, request.user)
    at = moment(form.get("day", ""), form.get("time", ""))
    words.add_event(
        case.pk, request.user, Who.of(request), at, form.get("what", ""), form.get("source", ""),
        day_only=not form.get("time"),
    )  # fmt: skip
    return redirect(f"/cases/{number}#chronology")


@require_POST
@allowed("case", "work", hidden=True)
def add_task(request: SignedInRequest, number: int) -> HttpResponse:
    """Set a task."""
    form, case = request.POST, find(number, request.user)
    tasks.add_task(
        case.pk, request.user, Who.of(request), form.get("what", ""), form.get("to", ""), day(form.get("due", ""))
    )
    return redirect(f"/cases/{number}#tasks")


@require_POST
@allowed("case", "work", hidden=True)
def finish_task(request: SignedInRequest, number: int, task: int) -> HttpResponse:
    """Note that a task is done."""
    case = find(number, request.user)
    tasks.finish_task(case.pk, task, request.user, Who.of(request), request.POST.get("result", ""))
    return redirect("/tasks" if request.POST.get("then") == "tasks" else f"/cases/{number}#tasks")


@require_POST
@allowed("case", "work", hidden=True)
def add_subject(request: SignedInRequest, number: int) -> HttpResponse:
    """Name a person of the case."""
    form, case = request.POST, find(number, request.user)
    side, _, account = form.get("party", "").partition(":")
    party = (side, account) if side in words.SIDES and account else None
    words.add_subject(
        case.pk, request.user, Who.of(request), form.get("role", ""), party, form.get("name", ""), form.get("about", "")
    )
    return redirect(f"/cases/{number}#people")


@require_POST
@allowed("case", "work", hidden=True)
def change_subject(request: SignedInRequest, number: int, subject: int) -> HttpResponse:
    """Say anew what somebody is in the case; their name and what is known, by who sees them."""
    form, case = request.POST, find(number, request.user)
    known = case.subjects.filter(pk=subject).first()
    seen = case_names.look_of(case, request.user) is not None
    name, about = (form.get("name", ""), form.get("about", ""))
    if known is not None and not seen and (known.name or known.about):
        name, about = known.name, known.about
    words.change_subject(case.pk, subject, Who.of(request), form.get("role", ""), name, about)
    return redirect(f"/cases/{number}#people")


@require_POST
@allowed("case", "work", hidden=True)
def retitle(request: SignedInRequest, number: int) -> HttpResponse:
    """Give the case another title."""
    words.retitle(find(number, request.user).pk, Who.of(request), request.POST.get("title", ""))
    return redirect("case", number)


@require_POST
@allowed("case", "work", hidden=True)
def take_out(request: SignedInRequest, number: int, lead_id: str) -> HttpResponse:
    """Take a lead out of the case."""
    case, lead = find(number, request.user), find_lead(lead_id, request.user)
    may(request, "case", "staff", case, hidden=True)
    opening.take_out(case.pk, lead.lead_id, request.user, Who.of(request), request.POST.get("why", ""))
    messages.success(request, f"Lead {lead.pk} is back in review.")
    return redirect("case", number)


@require_POST
@allowed("case", "unmask", hidden=True)
def unmask(request: SignedInRequest, number: int) -> HttpResponse:
    """Show the names in a case to who gives a reason."""
    case, then = find(number, request.user), request.POST.get("then", "")
    case_names.unmask(case, request.user, Who.of(request), request.POST.get("reason", ""))
    filing = whole(then.removeprefix("filing-"))
    return redirect("filing", filing) if then.startswith("filing-") and filing else redirect("case", number)


@require_POST
@allowed("case", "staff", hidden=True)
def staff(request: SignedInRequest, number: int) -> HttpResponse:
    """Name somebody in the case, take somebody out, or let somebody keep it."""
    case, who = find(number, request.user), Who.of(request)
    may(request, "case", "staff", case, hidden=True)
    person, what = request.POST.get("person", ""), request.POST.get("what", "")
    if what == "remove":
        team.remove_person(case.pk, person, who)
    elif what == "keep":
        team.keep(case.pk, person, request.user, who)
    else:
        team.add_person(case.pk, person, request.user, who)
    return redirect("cases" if case.restricted and person == request.user.username else f"/cases/{number}#team")


@require_POST
@allowed("case", "restrict", hidden=True)
def restrict(request: SignedInRequest, number: int) -> HttpResponse:
    """Restrict a case to the people named in it, or lift that."""
    case, who = find(number, request.user), Who.of(request)
    if request.POST.get("what") == "lift":
        team.lift(case.pk, who)
    else:
        team.restrict(case.pk, request.user, who, request.POST.get("why", ""))
    return redirect("case", number)


@require_POST
@allowed("case", "close", hidden=True)
def close(request: SignedInRequest, number: int) -> HttpResponse:
    """Close a case with what it ended with."""
    case, form = find(number, request.user), request.POST
    may(request, "case", "close", case, hidden=True)
    closing.close(case.pk, request.user, Who.of(request), form.get("outcome", ""), form.get("words", ""))
    messages.success(request, f"Case {number} is closed.")
    return redirect("case", number)


@require_POST
@allowed("case", "reopen", hidden=True)
def reopen(request: SignedInRequest, number: int) -> HttpResponse:
    """Open a closed case again."""
    closing.reopen(find(number, request.user).pk, Who.of(request), request.POST.get("why", ""))
    return redirect("case", number)
