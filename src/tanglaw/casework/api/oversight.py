"""What comes in and goes out, the figures, and the log."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from ninja import Path, Query, Router

from tanglaw.casework.api.door import Key
from tanglaw.casework.api.fields import Number
from tanglaw.casework.api.once import once
from tanglaw.casework.api.shapes import oversight as shapes
from tanglaw.casework.api.shapes.pages import Paged, cut
from tanglaw.casework.audit import heads
from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.audit.reasons import opened
from tanglaw.casework.decisions.outcomes import outcomes
from tanglaw.casework.models import Entry, Head, Run
from tanglaw.casework.pages.allowed import SignedInRequest
from tanglaw.casework.pages.log import line
from tanglaw.casework.pages.runs import run_data
from tanglaw.casework.pages.statistics import figures
from tanglaw.casework.reading.statistics import statistics

router = Router()


@router.get("/runs", auth=Key("run", "see", query=Paged), response=shapes.Runs, operation_id="listRuns", tags=["runs"])
def list_runs(request: SignedInRequest, asked: Query[Paged]) -> dict[str, Any]:
    """List the runs that were brought in, the newest first."""
    items, place = cut(Run.objects.select_related("imported_by"), asked)
    append(Who.of(request), Action.RUNS_SEEN)
    return {"items": [run_data(run) for run in items], **place}


@router.get("/runs/{number}", auth=Key("run", "see", hidden=True), response=shapes.Run, operation_id="getRun",
            tags=["runs"])  # fmt: skip
def get_run(request: SignedInRequest, number: Path[Number]) -> dict[str, Any]:
    """Read one run: what came in and what it changed."""
    run = Run.objects.select_related("imported_by").filter(pk=number).first()
    append(Who.of(request), Action.RUNS_SEEN, detail={"run": number})
    if run is None:
        raise Http404
    return run_data(run)


@router.get("/outcomes", auth=Key("outcome", "export", query=Paged), response=shapes.Outcomes,
            operation_id="listOutcomes", tags=["runs"])  # fmt: skip
def list_outcomes(request: SignedInRequest, asked: Query[Paged]) -> dict[str, Any]:
    """List what was decided, for ``tanglaw detect --known``."""
    found = list(outcomes(request.user))
    pages = max(-(-len(found) // asked.size), 1)
    items = found[(asked.page - 1) * asked.size : asked.page * asked.size]
    append(Who.of(request), Action.OUTCOMES_EXPORTED, detail={"rows": len(items)})
    names = ("role", "subject_id", "pattern", "outcome", "explanation")
    return {
        "items": [dict(zip(names, one, strict=True)) for one in items],
        "total": len(found), "page": asked.page, "pages": pages,
        "next": asked.page + 1 if asked.page < pages else None,
    }  # fmt: skip


@router.get("/statistics", auth=Key("statistics", "see"), response=shapes.Statistics, operation_id="getStatistics",
            tags=["statistics"])  # fmt: skip
def get_statistics(request: SignedInRequest) -> dict[str, Any]:
    """Read the figures: what came in, what was decided, how long it took, how often each pattern was right."""
    found = statistics(request.user)
    append(Who.of(request), Action.STATISTICS_SEEN)
    return figures(found)


@router.get("/log", auth=Key("log", "see", query=shapes.LogWanted), response=shapes.Log, operation_id="listEntries",
            tags=["log"])  # fmt: skip
def list_entries(request: SignedInRequest, wanted: Query[shapes.LogWanted]) -> dict[str, Any]:
    """List the log, the newest entry first."""
    said = {
        "actor": wanted.actor.strip(),
        "action": wanted.action.value if wanted.action else "",
        "object": wanted.object.strip(),
    }
    asked = {name: value for name, value in said.items() if value}
    append(Who.of(request), Action.LOG_SEEN, detail=asked | ({"before": wanted.before} if wanted.before else {}))
    found = Entry.objects.filter(**asked)
    total = found.count()
    if wanted.before is not None:
        found = found.filter(number__lt=wanted.before)
    items = list(found[: wanted.size + 1])
    more, items = len(items) > wanted.size, items[: wanted.size]
    details = opened(items)
    return {
        "items": [line(entry) | {"opened": details[entry.number]} for entry in items],
        "total": total,
        "next": items[-1].number if more else None,
    }


@router.get("/log/heads", auth=Key("log", "export", query=Paged), response=shapes.Heads, operation_id="listHeads",
            tags=["log"])  # fmt: skip
def list_heads(request: SignedInRequest, asked: Query[Paged]) -> dict[str, Any]:
    """List the signed heads of the log, the oldest first."""
    append(Who.of(request), Action.HEADS_EXPORTED)
    items, place = cut(Head.objects.order_by("number"), asked)
    return {"items": [heads.as_line(head) for head in items], **place}


@router.post("/log/heads", auth=Key("log", "export"), response={201: shapes.Head}, operation_id="signHead",
             tags=["log"])  # fmt: skip
def sign_head(request: SignedInRequest) -> HttpResponse:
    """Sign the log as it stands, this request included."""

    def sign() -> dict[str, Any]:
        append(Who.of(request), Action.HEADS_EXPORTED)
        head = heads.sign_last()
        return heads.as_line(head) if head else {}

    return once(request, 201, sign)
