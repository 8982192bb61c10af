"""Subjects' ids, opened in memory: a search finds part of an id that the database holds sealed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Final

from django.db import connection
from django.db.models import Count, Max

from tanglaw.casework.models import Lead
from tanglaw.casework.sealing.opening import opened

_MOST: Final = 2_000
"""Leads that one search finds by part of an id; SQLite takes no more than so many thousand values in a query."""

_lock = Lock()


@dataclass(slots=True)
class _Known:
    """What this process has opened: of which database, how many leads there were, the last of them, each one's id."""

    database: object = None
    counted: int = 0
    last: int = 0
    subjects: dict[int, str] = field(default_factory=dict)


_known = _Known()


def holding(text: str) -> list[int]:
    """Return the leads whose subject's id holds a text, capital letters or not; the newest where there are too many."""
    folded = text.casefold()
    found = [number for number, subject in known().items() if folded in subject]
    return sorted(found, reverse=True)[:_MOST]


def forget() -> None:
    """Forget what was opened; the next search opens it anew."""
    global _known  # noqa: PLW0603 -- one a process
    with _lock:
        _known = _Known()


def known() -> Mapping[int, str]:
    """Give every subject's id; what came since the last search is opened, what went is dropped. None ever changes."""
    global _known  # noqa: PLW0603 -- one a process; opening everything takes as long as drawing a page
    now, database = Lead.objects.aggregate(n=Count("pk"), last=Max("pk")), connection.settings_dict["NAME"]
    counted, last = now["n"], now["last"] or 0
    with _lock:
        before = _known if _known.database == database else _Known()
        if (counted, last) != (before.counted, before.last):
            there = set(Lead.objects.values_list("pk", flat=True))
            kept = {number: subject for number, subject in before.subjects.items() if number in there}
            if missing := there - kept.keys():
                # From the first of them on: a query cannot name as many as one import brings.
                since = Lead.objects.filter(pk__gte=min(missing)).order_by()
                kept |= {number: subject.casefold() for number, _, (subject,) in opened(since, "subject")}
            _known = _Known(database, counted, last, kept)
        return _known.subjects
