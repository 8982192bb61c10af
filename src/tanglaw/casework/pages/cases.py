"""The list of cases and the list of tasks."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.models import Case, Task
from tanglaw.casework.pages.allowed import SignedInRequest, allowed
from tanglaw.casework.pages.twins import answer
from tanglaw.casework.reading import names
from tanglaw.casework.reading.cases import (
    ORDERS,
    PAGE,
    STATES,
    TASK_STATES,
    TASKS_OF,
    WHOSE,
    CaseFilters,
    TaskFilters,
)
from tanglaw.casework.sealing.fields import read_as


@require_GET
@allowed("case", "list")
def cases(request: SignedInRequest) -> HttpResponse:
    """Show the cases that there are for the reader."""
    filters = CaseFilters.read(request.GET)
    found, page, pages, total = _cut(filters.choose(request.user), filters.page)
    append(Who.of(request), Action.CASES_SEEN, detail=filters.logged(page))
    shield = names.shield()
    for one in found:
        read_as(one, title=shield.scrub(one.title))
    data = {"query": filters.query(page=page), "cases": [case_row(one) for one in found], "cases_in_all": total,
            "page": page, "pages": pages}  # fmt: skip
    more = {
        "filters": filters, "found": found, "states": STATES, "whose": WHOSE,
        "orders": {name: title for name, (title, _) in ORDERS.items()}, "today": timezone.now().date(),
        "earlier": filters.query(page=page - 1) if page > 1 else None,
        "later": filters.query(page=page + 1) if page < pages else None,
    }  # fmt: skip
    return answer(request, "casework/cases.html", data, more)


@require_GET
@allowed("task", "list")
def tasks(request: SignedInRequest) -> HttpResponse:
    """Show tasks over all cases that there are for the reader, one's own first."""
    filters = TaskFilters.read(request.GET)
    found, page, pages, total = _cut(filters.choose(request.user), filters.page)
    append(Who.of(request), Action.TASKS_SEEN, detail={"query": filters.query(page=page)})
    shield = names.shield()
    for one in found:
        read_as(one, what=shield.scrub(one.what), result=shield.scrub(one.result))
    data = {"query": filters.query(page=page), "tasks": [task_row(one) for one in found], "tasks_in_all": total,
            "page": page, "pages": pages}  # fmt: skip
    more = {
        "filters": filters, "found": found, "states": TASK_STATES, "whose": TASKS_OF, "today": timezone.now().date(),
        "earlier": filters.query(page=page - 1) if page > 1 else None,
        "later": filters.query(page=page + 1) if page < pages else None,
    }  # fmt: skip
    return answer(request, "casework/tasks.html", data, more)


def task_row(one: Task) -> dict[str, Any]:
    """Write a task as plain data."""
    return {
        "number": one.pk,
        "case": one.case_id,
        "what": one.what,
        "to": one.to.username if one.to else None,
        "due": one.due.isoformat(),
        "done": one.done.isoformat() if one.done else None,
        "done_by": one.done_by.username if one.done_by else None,
        "result": one.result or None,
    }


def case_row(one: Case) -> dict[str, Any]:
    """Write a case of the list as plain data."""
    counted: Any = one  # as annotated by the filters
    return {
        "number": one.pk,
        "address": f"/cases/{one.pk}",
        "title": one.title,
        "state": one.state,
        "outcome": one.outcome or None,
        "kept_by": one.keeper.username if one.keeper else None,
        "restricted": one.restricted,
        "opened": one.opened.isoformat(),
        "leads": counted.leads,
        "possible_victims": counted.victims,
        "tasks_to_do": counted.todo,
        "next_task_due": counted.next_due.isoformat() if counted.next_due else None,
    }


def _cut(found: QuerySet[Any], page: int) -> tuple[list[Any], int, int, int]:
    total = found.count()
    pages = max(-(-total // PAGE), 1)
    page = min(page, pages)
    return list(found[(page - 1) * PAGE : page * PAGE]), page, pages, total
