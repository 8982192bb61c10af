"""Detection: sources, what was started on them, how far it is. No path and no file ever comes through here."""

from __future__ import annotations

from datetime import time
from typing import Any

from django.http import HttpResponse
from ninja import Path, Query, Router

from tanglaw.casework.api.door import Key
from tanglaw.casework.api.fields import Number, SourceName
from tanglaw.casework.api.once import once
from tanglaw.casework.api.shapes import detections as shapes
from tanglaw.casework.api.shapes.pages import Paged, cut
from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.models import Detection, Source
from tanglaw.casework.pages import detections as page
from tanglaw.casework.pages.allowed import SignedInRequest
from tanglaw.casework.running import schedule, starting

router = Router(tags=["runs"])


@router.get("/sources", auth=Key("detection", "see", query=Paged), response=shapes.Sources, operation_id="listSources")
def list_sources(request: SignedInRequest, asked: Query[Paged]) -> dict[str, Any]:
    """List what detection can be started on."""
    items, place = cut(Source.objects.filter(retired=False), asked)
    append(Who.of(request), Action.RUNS_SEEN, detail={"sources": True})
    return {"items": [_source(one) for one in items], **place}


@router.post("/sources/{name}/detections", auth=Key("detection", "start", hidden=True),
             response={201: shapes.Detection}, operation_id="startDetection")  # fmt: skip
def start_detection(request: SignedInRequest, name: Path[SourceName]) -> HttpResponse:
    """Start detection on a source; 409 while one is under way on it."""
    source = page.source_of(name)
    return once(request, 201, lambda: page.as_data(starting.start(source, request.user, Who.of(request))))


@router.put("/sources/{name}/schedule", auth=Key("schedule", "set", hidden=True), response=shapes.Source,
            operation_id="setSchedule")  # fmt: skip
def set_schedule(request: SignedInRequest, name: Path[SourceName], wanted: shapes.Schedule) -> HttpResponse:
    """Set when a source is run by itself."""
    source, said = page.source_of(name), wanted.root
    every = "" if isinstance(said, shapes.Never) else said.every
    at = None if isinstance(said, shapes.Never) else time.fromisoformat(said.at)
    weekday = schedule.WEEKDAYS.index(said.weekday.title()) if isinstance(said, shapes.Weekly) else 0
    return once(request, 200, lambda: _source(starting.set_schedule(source, every, at, weekday, Who.of(request))))


@router.get("/detections", auth=Key("detection", "see", query=Paged), response=shapes.Detections,
            operation_id="listDetections")  # fmt: skip
def list_detections(request: SignedInRequest, asked: Query[Paged]) -> dict[str, Any]:
    """List detections, the newest first."""
    items, place = cut(Detection.objects.select_related("source", "asked_by"), asked)
    append(Who.of(request), Action.RUNS_SEEN, detail={"detections": True})
    return {"items": [page.as_data(one) for one in items], **place}


@router.get("/detections/{number}", auth=Key("detection", "see", hidden=True), response=shapes.DetectionRead,
            operation_id="getDetection")  # fmt: skip
def get_detection(request: SignedInRequest, number: Path[Number]) -> dict[str, Any]:
    """Read one detection: its progress, its log, why it failed."""
    shown = page.find(number)
    append(Who.of(request), Action.DETECTION_SEEN, "detection", shown.pk)
    return page.as_data(shown) | {"log": shown.log.splitlines()}


@router.post("/detections/{number}/cancel", auth=Key("detection", "cancel", hidden=True), response=shapes.Detection,
             operation_id="cancelDetection")  # fmt: skip
def cancel_detection(request: SignedInRequest, number: Path[Number]) -> HttpResponse:
    """Cancel a detection; nothing of it is brought in. 409 where it is over."""
    shown = page.find(number)
    return once(request, 200, lambda: page.as_data(starting.cancel(shown.pk, Who.of(request))))


def _source(one: Source) -> dict[str, Any]:
    return page.source_as_data(one, one.detections.select_related("source", "asked_by").first())
