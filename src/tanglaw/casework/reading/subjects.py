"""Subjects' ids, opened in memory: a search finds part of an id that the database holds sealed."""

from __future__ import annotations

from threading import Lock
from typing import Final

from django.db import connection
from django.db.models import Count, Max

from tanglaw.casework.models import Lead

_lock = Lock()
_cached: tuple[tuple[object, ...], list[tuple[int, str]]] | None = None

_MOST: Final = 2_000
"""Leads that one search finds by part of an id; SQLite takes no more than so many thousand values in a query."""


def holding(text: str) -> list[int]:
    """Return the leads whose subject's id holds a text, capital letters or not; the newest where there are too many."""
    folded = text.casefold()
    return [number for number, subject in _subjects() if folded in subject][:_MOST]


def _subjects() -> list[tuple[int, str]]:
    """Open every subject's id, once for as long as no lead comes or goes; a subject never changes."""
    global _cached  # noqa: PLW0603 -- one a process; opening takes longer than drawing a page
    counted = Lead.objects.aggregate(n=Count("pk"), last=Max("pk"))
    stamp = (connection.settings_dict["NAME"], counted["n"], counted["last"])
    with _lock:
        if _cached is None or _cached[0] != stamp:
            leads = Lead.objects.select_related("key").order_by("-pk").iterator(chunk_size=2_000)
            _cached = (stamp, [(lead.pk, lead.subject.casefold()) for lead in leads])
        return _cached[1]
