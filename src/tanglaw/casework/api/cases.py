"""Cases and their tasks: read."""

from __future__ import annotations

from typing import Any

from ninja import Path, Query, Router

from tanglaw.casework.api.door import Key
from tanglaw.casework.api.fields import Number
from tanglaw.casework.api.shapes import cases as shapes
from tanglaw.casework.api.shapes.pages import Paged, cut
from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.pages import case as page
from tanglaw.casework.pages.allowed import SignedInRequest
from tanglaw.casework.pages.cases import case_row, task_row
from tanglaw.casework.reading import names
from tanglaw.casework.reading.case_names import CaseNames
from tanglaw.casework.reading.case_parties import leads_of, parties
from tanglaw.casework.reading.cases import CaseFilters, TaskFilters
from tanglaw.casework.sealing.blind import blind
from tanglaw.casework.sealing.fields import read_as
from tanglaw.leads.report.parties import WORD

router = Router(tags=["cases"])


@router.get(
    "/cases", auth=Key("case", "list", query=shapes.CasesWanted), response=shapes.Cases, operation_id="listCases"
)
def list_cases(request: SignedInRequest, wanted: Query[shapes.CasesWanted]) -> dict[str, Any]:
    """List the cases that there are for the key's owner."""
    filters = CaseFilters(wanted.state, wanted.whose, wanted.find.strip(), wanted.order, wanted.page)
    items, place = cut(filters.choose(request.user), wanted)
    append(Who.of(request), Action.CASES_SEEN, detail=filters.logged(wanted.page))
    shield = names.shield()
    for one in items:
        read_as(one, title=shield.scrub(one.title))
    return {"items": [case_row(one) for one in items], **place}


@router.get("/cases/{number}", auth=Key("case", "see", hidden=True), response=shapes.Case, operation_id="getCase")
def get_case(request: SignedInRequest, number: Path[Number]) -> dict[str, Any]:
    """Read a case in full, names as its page shows them to the same person; that it was read is logged."""
    return page.read(request, number)[0]


@router.get(
    "/tasks", auth=Key("task", "list", query=shapes.TasksWanted), response=shapes.Tasks, operation_id="listTasks"
)
def list_tasks(request: SignedInRequest, wanted: Query[shapes.TasksWanted]) -> dict[str, Any]:
    """List tasks over all cases that there are for the key's owner, the most pressing first."""
    filters = TaskFilters(wanted.whose, wanted.state, wanted.page)
    items, place = cut(filters.choose(request.user), wanted)
    append(Who.of(request), Action.TASKS_SEEN, detail={"query": filters.query()})
    shield = names.shield()
    for one in items:
        read_as(one, what=shield.scrub(one.what), result=shield.scrub(one.result))
    return {"items": [task_row(one) for one in items], **place}


@router.get("/cases/{number}/accounts", auth=Key("case", "see", hidden=True, query=Paged),
            response=shapes.FreeAccounts, operation_id="listCaseAccounts")  # fmt: skip
def list_case_accounts(request: SignedInRequest, number: Path[Number], asked: Query[Paged]) -> dict[str, Any]:
    """List the accounts of a case's leads that nobody named yet, to name one of them."""
    case = page.find(number, request.user)
    look = page.look_in(request, case)
    append(
        Who.of(request), Action.CASE_SEEN, "case", case.pk, {"part": "accounts"} | ({"names": "shown"} if look else {})
    )
    held, subjects = leads_of(case, request.user), list(case.subjects.all())
    written = CaseNames.of(subjects, parties(held), unmasked=look is not None)
    items, place = cut(page.free_accounts(subjects, held, written), asked)
    said = [
        {"handle": blind(side, account), "side": WORD[side], "account": written.account(account),
         "payments": known.payments}
        for (side, account), known in items
    ]  # fmt: skip
    return {"items": said, **place}
