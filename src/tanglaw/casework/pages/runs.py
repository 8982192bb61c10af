"""The runs that were brought in."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.models import Run
from tanglaw.casework.pages.allowed import SignedInRequest, allowed
from tanglaw.casework.pages.twins import answer

_MOST = 200


@require_GET
@allowed("run", "see")
def runs(request: SignedInRequest) -> HttpResponse:
    """Show the runs, the newest first."""
    found = list(Run.objects.select_related("imported_by")[:_MOST])
    append(Who.of(request), Action.RUNS_SEEN)
    data = {"runs": [run_data(run) for run in found]}
    return answer(request, "casework/runs.html", data, {"found": found})


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
