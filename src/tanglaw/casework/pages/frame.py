"""What stands around every page: where one can go, what waits there, who one is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from tanglaw.casework.models import User
from tanglaw.casework.permissions import name_of
from tanglaw.casework.reading.queue import waiting
from tanglaw.casework.site.current import current


@dataclass(frozen=True, slots=True)
class Place:
    """A link at the top; ``here`` where the page is that place, ``count`` of what waits there."""

    title: str
    address: str
    here: bool
    count: int = 0


def frame(request: HttpRequest) -> dict[str, Any]:
    """Make the frame; asked by Django for every template."""
    user = getattr(request, "user", None)
    if not isinstance(user, User):
        directory = current().oidc_name if current().oidc_issuer else ""
        return {"places": [], "idle_minutes": current().idle_minutes, "directory": directory}
    places: list[Place] = []

    def add(kind: str, action: str, title: str, name: str, count: int = 0) -> None:
        if user.has_perm(name_of(kind, action)):
            address = reverse(name)
            places.append(Place(title, address, request.path == address, count))

    counts = waiting(user) if user.has_perm(name_of("lead", "list")) else None
    add("lead", "list", "Queue", "queue")
    add("lead", "list", "Possible victims", "victims", counts.victims if counts else 0)
    add("lead", "list", "Second look", "proposals", counts.proposals if counts else 0)
    add("case", "list", "Cases", "cases")
    add("task", "list", "Tasks", "tasks", counts.tasks if counts else 0)
    add("filing", "list", "Filings", "filings")
    add("run", "see", "Runs", "runs")
    add("statistics", "see", "Statistics", "statistics")
    add("retention", "see", "Retention", "retention")
    add("log", "see", "Log", "log")
    add("user", "see", "People", "people")
    if not user.has_perm(name_of("retention", "see")):
        add("policy", "see", "Retention", "retention_policy")
    return {"places": places, "waiting": counts, "idle_minutes": current().idle_minutes}
