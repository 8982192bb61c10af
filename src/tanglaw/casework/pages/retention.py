"""How long files are kept, what goes next, what is on hold, and what shall go before its time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.models import Case, EarlyDeletion, Lead, LegalHold, User
from tanglaw.casework.pages.allowed import SignedInRequest, allowed, may
from tanglaw.casework.pages.twins import answer
from tanglaw.casework.reading import visible
from tanglaw.casework.retention import early, erasing, holds
from tanglaw.casework.retention.due import Due, due
from tanglaw.casework.retention.rules import Rule, change, rules

AHEAD: Final = 90
"""Days that the preview looks ahead."""


@require_GET
@allowed("policy", "see")
def policy(request: SignedInRequest) -> HttpResponse:
    """Show for how long files are kept; no file is named."""
    rows = rules()
    append(Who.of(request), Action.RETENTION_SEEN, detail={"policy": True})
    return answer(
        request, "casework/retention_policy.html", {"rules": [rule_data(one) for one in rows]}, {"rows": rows}
    )


def rule_data(one: Rule) -> dict[str, Any]:
    """Write a rule as plain data."""
    return {"file": one.file, "outcome": one.outcome, "days": one.days, "assumed": one.assumed}


@require_POST
@allowed("policy", "change")
def change_policy(request: SignedInRequest) -> HttpResponse:
    """Set it."""
    wanted = {
        (one.file, one.outcome): request.POST[f"{one.file}-{one.outcome}"]
        for one in rules()
        if f"{one.file}-{one.outcome}" in request.POST
    }
    changed = change(wanted, request.user, Who.of(request))
    messages.success(request, f"{changed} changed." if changed else "Nothing differs from before.")
    return redirect("retention_policy")


@require_GET
@allowed("retention", "see")
def retention(request: SignedInRequest) -> HttpResponse:
    """Show what goes and when, what is on hold, and what somebody wants to go before its time."""
    now, plan = timezone.now(), planned(request.user)
    append(Who.of(request), Action.RETENTION_SEEN)
    data = {
        "due": [due_data(one) for one in plan.due],
        "due_in_restricted_cases": plan.elsewhere,
        "holds": [hold_data(one) for one in plan.holds],
        "early": [wish_data(one) for one in plan.wishes],
    }
    more = {
        "found": plan.due,
        "today": [one for one in plan.due if one.goes <= now and not one.kept],
        "elsewhere": plan.elsewhere,
        "held": plan.holds,
        "wishes": plan.wishes,
        "ahead": AHEAD,
        "now": now,
    }
    return answer(request, "casework/retention.html", data, more)


@dataclass(frozen=True, slots=True)
class Plan:
    """What goes within :data:`AHEAD` days, what is on hold, what shall go before its time, as far as one reader sees.

    ``elsewhere`` counts what goes in cases that are restricted to others.
    """

    due: list[Due]
    elsewhere: int
    holds: list[LegalHold]
    wishes: list[EarlyDeletion]


def planned(user: User) -> Plan:
    """Look ahead for somebody."""
    # Few are hidden; what is there would be every file of the workspace.
    hidden = {"lead": visible.hidden_leads(user), "case": visible.hidden_cases(user)}
    everything = due(timezone.now() + timedelta(days=AHEAD))
    found = [one for one in everything if one.number not in hidden[one.file]]
    held = LegalHold.objects.filter(lifted__isnull=True).select_related("lead__key", "case__key", "placed_by")
    wishes = visible.of_leads(EarlyDeletion.objects.all(), user)
    return Plan(
        found,
        len(everything) - len(found),
        [one for one in held if one.lead_id not in hidden["lead"] and one.case_id not in hidden["case"]],
        list(wishes.select_related("lead__key", "asked_by")),
    )


def hold_data(one: LegalHold) -> dict[str, Any]:
    """Write a hold as plain data."""
    return {
        "number": one.pk, "lead": one.lead_id, "case": one.case_id, "reason": one.reason,
        "placed": one.placed.isoformat(), "placed_by": one.placed_by.username,
    }  # fmt: skip


def wish_data(one: EarlyDeletion) -> dict[str, Any]:
    """Write a wish for deletion before its time as plain data."""
    return {
        "number": one.pk, "lead": one.lead_id, "reason": one.reason, "asked": one.asked.isoformat(),
        "asked_by": one.asked_by.username,
    }  # fmt: skip


def due_data(one: Due) -> dict[str, Any]:
    """Write what goes as plain data."""
    return {
        "file": one.file,
        "number": one.number,
        "lead_id": one.lead_id or None,
        "rule": one.rule.name,
        "since": one.since.isoformat(),
        "goes": one.goes.isoformat(),
        "kept": one.kept or None,
    }


@require_POST
@allowed("retention", "apply")
def apply(request: SignedInRequest) -> HttpResponse:
    """Delete what is due now."""
    done = erasing.sweep(Who.of(request))
    messages.success(request, f"Deleted: {done.leads} leads, {done.cases} cases. Due and kept: {done.kept}.")
    return redirect("retention")


@require_POST
@allowed("hold", "place")
def place_hold(request: SignedInRequest) -> HttpResponse:
    """Hold a lead or a case."""
    held = _file(request)
    holds.place(held, request.user, Who.of(request), request.POST.get("reason", ""))
    messages.success(request, f"{held.__class__.__name__} {held.pk} is on hold.")
    return redirect("retention")


@require_POST
@allowed("hold", "lift")
def lift_hold(request: SignedInRequest, number: int) -> HttpResponse:
    """Lift a hold."""
    held = LegalHold.objects.filter(pk=number).first()
    if held is None or not (
        visible.leads(request.user).filter(holds=held).exists()
        or visible.cases(request.user).filter(holds=held).exists()
    ):
        raise Http404
    holds.lift(number, request.user, Who.of(request))
    return redirect("retention")


@require_POST
@allowed("deletion", "ask")
def ask_early(request: SignedInRequest) -> HttpResponse:
    """Ask that a lead be deleted before its time."""
    lead = _file(request)
    if not isinstance(lead, Lead):
        raise Http404
    early.ask(lead.lead_id, request.user, Who.of(request), request.POST.get("reason", ""))
    messages.success(request, f"Lead {lead.pk}: a second person has to approve that it is deleted.")
    return redirect("retention")


@require_POST
@allowed("deletion", "ask")
def answer_early(request: SignedInRequest, number: int) -> HttpResponse:
    """Approve a deletion before its time, or do not; who asked can take it back."""
    wish = EarlyDeletion.objects.filter(pk=number, lead__in=visible.leads(request.user)).first()
    if wish is None:
        raise Http404
    if request.POST.get("verdict") == "approve":
        may(request, "deletion", "approve", hidden=True)
        early.approve(number, request.user, Who.of(request))
        messages.success(request, f"Lead {wish.lead_id} is deleted.")
    else:
        if wish.asked_by_id != request.user.pk:
            may(request, "deletion", "approve", hidden=True)
        early.refuse(number, request.user, Who.of(request))
    return redirect("retention")


def _file(request: SignedInRequest) -> Lead | Case:
    """Find what a form names, a file and its number, among what there is for this person."""
    text = request.POST.get("number", "").strip().removeprefix("#")
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0
    return file_of(request.POST.get("file", ""), number, request.user)


def file_of(kind: str, number: int, user: User) -> Lead | Case:
    """Find a lead or a case by its number.

    Raises:
        Http404: there is none for this person.
    """
    files = visible.cases(user) if kind == "case" else visible.leads(user)
    found = files.filter(pk=number).first()
    if found is None:
        raise Http404
    return found
