"""How the work goes, for those who do and lead it."""

from __future__ import annotations

import csv
import io

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.decisions.ordinary import explanations
from tanglaw.casework.pages.allowed import SignedInRequest, allowed
from tanglaw.casework.pages.twins import answer
from tanglaw.casework.reading.statistics import Statistics, statistics
from tanglaw.leads.spreadsheet import safe


@require_GET
@allowed("statistics", "see")
def show(request: SignedInRequest) -> HttpResponse:
    """Show the figures."""
    found = statistics(request.user)
    append(Who.of(request), Action.STATISTICS_SEEN)
    titles = {**explanations("originator"), **explanations("beneficiary")}
    most = max((max(month.found, month.dismissed + month.confirmed) for month in found.months), default=0) or 1
    more = {
        "found": found,
        "said": [(titles.get(name, name), number) for name, number in found.explanations],
        "bars": [(month, month.found / most, month.dismissed / most, month.confirmed / most) for month in found.months],
    }
    return answer(request, "casework/statistics.html", figures(found), more)


@require_GET
@allowed("statistics", "see")
def as_csv(request: SignedInRequest) -> HttpResponse:
    """Hand out the figures of each pattern for a spreadsheet."""
    found = statistics(request.user)
    append(Who.of(request), Action.STATISTICS_SEEN, detail={"form": "csv"})
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["pattern", "title", "leads", "waiting", "dismissed", "confirmed", "precision", "median_hours"])
    for one in found.patterns:
        writer.writerow(
            [safe(one.pattern), safe(one.title), one.leads, one.waiting, one.dismissed, one.confirmed,
             "" if one.precision is None else round(one.precision, 4),
             "" if one.median_hours is None else round(one.median_hours, 1)]
        )  # fmt: skip
    return HttpResponse(
        text.getvalue(), content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="statistics.csv"'},
    )  # fmt: skip


def figures(found: Statistics) -> dict[str, object]:
    """Write the figures as plain data."""
    return {
        "patterns": [
            {
                "pattern": one.pattern,
                "title": one.title,
                "leads": one.leads,
                "waiting": one.waiting,
                "dismissed": one.dismissed,
                "confirmed": one.confirmed,
                "precision": one.precision,
                "median_hours": one.median_hours,
            }
            for one in found.patterns
        ],
        "months": [
            {
                "month": one.month.isoformat()[:7],
                "found": one.found,
                "dismissed": one.dismissed,
                "confirmed": one.confirmed,
            }
            for one in found.months
        ],
        "corridors": [
            {"corridor": one.corridor, "leads": one.leads, "decided": one.decided, "confirmed": one.confirmed}
            for one in found.corridors
        ],
        "states": dict(found.states),
        "explanations": dict(found.explanations),
    }
