"""The runs that were brought in, and the sources that detection is started on."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.models import Detection, Run, Source
from tanglaw.casework.models.source import Every
from tanglaw.casework.pages.allowed import SignedInRequest, allowed
from tanglaw.casework.pages.detections import as_data, source_as_data
from tanglaw.casework.pages.twins import answer
from tanglaw.casework.running import schedule

_MOST = 200
_RECENT = 20


@require_GET
@allowed("run", "see")
def runs(request: SignedInRequest) -> HttpResponse:
    """Show the runs, the newest first."""
    found = list(Run.objects.select_related("imported_by")[:_MOST])
    append(Who.of(request), Action.RUNS_SEEN)
    sources = list(Source.objects.filter(retired=False))
    recent = list(Detection.objects.select_related("source", "asked_by")[:_RECENT])
    latest = {source.pk: source.detections.select_related("asked_by").first() for source in sources}
    data = {
        "sources": [source_as_data(source, latest[source.pk]) for source in sources],
        "detections": [as_data(one) for one in recent],
        "runs": [run_data(run) for run in found],
    }
    more = {
        "found": found,
        "recent": recent,
        "kept": [(one, latest[one.pk], schedule.words(one.every, one.at, one.weekday)) for one in sources],
        "everies": Every.choices,
        "weekdays": schedule.WEEKDAYS,
    }
    return answer(request, "casework/runs.html", data, more)


def run_data(run: Run) -> dict[str, Any]:
    """Write a run as plain data."""
    return {
        "number": run.pk,
        "imported": run.imported.isoformat(),
        "imported_by": run.imported_by.username if run.imported_by else None,
        "period_from": run.period_from.isoformat() if run.period_from else None,
        "period_to": run.period_to.isoformat() if run.period_to else None,
        "leads": run.found,
        "new": run.new,
        "changed": run.changed,
        "fingerprint": run.fingerprint,
        "account": run.account,
    }
