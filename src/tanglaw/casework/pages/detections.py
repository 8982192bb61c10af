"""Detection started from the workspace: start, watch, cancel, schedule."""

from __future__ import annotations

from datetime import time
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.models import Detection, Source
from tanglaw.casework.models.detection import UNDER_WAY
from tanglaw.casework.pages.allowed import SignedInRequest, allowed
from tanglaw.casework.pages.twins import answer
from tanglaw.casework.running import schedule, starting


@require_GET
@allowed("detection", "see", hidden=True)
def detection(request: SignedInRequest, number: int) -> HttpResponse:
    """Show one detection: how far it is, what it said, how it ended."""
    shown = find(number)
    append(Who.of(request), Action.DETECTION_SEEN, "detection", shown.pk)
    return answer(
        request, "casework/detection.html", {"detection": as_data(shown), "log": shown.log.splitlines()},
        {"one": shown, "under_way": shown.course in UNDER_WAY},
    )  # fmt: skip


@require_GET
@allowed("detection", "see", hidden=True)
def progress(request: SignedInRequest, number: int) -> HttpResponse:
    """Answer with the part of the page that moves. Not logged: it says nothing of any person, and asks for itself."""
    shown = find(number)
    under_way = shown.course in UNDER_WAY
    said = render(request, "casework/progress.html", {"one": shown, "under_way": under_way})
    if not under_way:
        said.headers["HX-Refresh"] = "true"  # the whole page says how it ended
    return said


@require_POST
@allowed("detection", "start", hidden=True)
def start(request: SignedInRequest, name: str) -> HttpResponse:
    """Start detection on a source."""
    started = starting.start(source_of(name), request.user, Who.of(request))
    return redirect("detection", started.pk)


@require_POST
@allowed("detection", "cancel", hidden=True)
def cancel(request: SignedInRequest, number: int) -> HttpResponse:
    """Cancel a detection."""
    starting.cancel(find(number).pk, Who.of(request))
    messages.success(request, "It is being cancelled; nothing of it is brought in.")
    return redirect("detection", number)


@require_POST
@allowed("schedule", "set", hidden=True)
def set_schedule(request: SignedInRequest, name: str) -> HttpResponse:
    """Set when a source is run by itself."""
    form = request.POST
    weekday = form.get("weekday", "0")
    source = starting.set_schedule(
        source_of(name), form.get("every", ""), _time(form.get("at", "")),
        int(weekday) if weekday.isascii() and weekday.isdecimal() and len(weekday) == 1 else -1, Who.of(request),
    )  # fmt: skip
    said = schedule.words(source.every, source.at, source.weekday)
    messages.success(request, f"{source.name}: {said}." if said else f"{source.name} is not run by itself any more.")
    return redirect("runs")


def as_data(one: Detection) -> dict[str, Any]:
    """Write a detection as plain data."""
    return {
        "number": one.pk,
        "address": f"/runs/detections/{one.pk}",
        "source": one.source.name,
        "course": one.course,
        "cancelling": one.cancelling and one.course in UNDER_WAY,
        "asked": one.asked.isoformat(),
        "asked_by": one.asked_by.username if one.asked_by else None,
        "started": one.started.isoformat() if one.started else None,
        "finished": one.finished.isoformat() if one.finished else None,
        "attempt": one.attempt,
        "stage": one.stage or None,
        "rows": one.rows,
        "rows_a_second": round(one.rate, 1),
        "reason": one.reason or None,
        "run": one.run_id,
    }


def source_as_data(one: Source, latest: Detection | None) -> dict[str, Any]:
    """Write a source as plain data: its name, never its paths."""
    return {
        "name": one.name,
        "inputs": len(one.inputs),
        "schedule": schedule.words(one.every, one.at, one.weekday) or None,
        "next": one.next_at.isoformat() if one.next_at else None,
        "latest": as_data(latest) if latest else None,
    }


def find(number: int) -> Detection:
    """Find a detection.

    Raises:
        Http404: there is none.
    """
    found = Detection.objects.select_related("source", "asked_by", "run").filter(pk=number).first()
    if found is None:
        raise Http404
    return found


def source_of(name: str) -> Source:
    """Find a source that is in use.

    Raises:
        Http404: there is none.
    """
    found = Source.objects.filter(name=name, retired=False).first()
    if found is None:
        raise Http404
    return found


def _time(text: str) -> time | None:
    try:
        return time.fromisoformat(text).replace(second=0, microsecond=0, tzinfo=None)
    except ValueError:
        return None
