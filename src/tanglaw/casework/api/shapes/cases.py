"""Cases and tasks."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal

from ninja import Schema
from pydantic import Field

from tanglaw.casework.api.fields import Find
from tanglaw.casework.api.shapes.leads import Note, Row
from tanglaw.casework.api.shapes.pages import Paged, Pages


class CasesWanted(Paged):
    """Which cases, in which order."""

    state: Literal["open", "closed", "any"] = "open"
    whose: Literal["any", "mine", "kept", "nobody"] = "any"
    find: Find = Field("", description="number or title, account of a person, or id or number of a lead")
    order: Literal["due", "newest", "oldest"] = "due"


class TasksWanted(Paged):
    """Which tasks."""

    whose: Literal["mine", "nobody", "any"] = "mine"
    state: Literal["open", "overdue", "done", "any"] = "open"


class CaseRow(Schema):
    """A case in one line."""

    number: int
    address: str = Field(description="of its page")
    title: str
    state: str
    outcome: str | None
    kept_by: str | None
    restricted: bool
    opened: datetime
    leads: int
    possible_victims: int
    tasks_to_do: int
    next_task_due: date | None


class Cases(Pages):
    """A page of cases."""

    items: list[CaseRow]


class Task(Schema):
    """A task in a case."""

    number: int
    case: int
    what: str
    to: str | None
    due: date
    done: datetime | None
    done_by: str | None
    result: str | None


class Tasks(Pages):
    """A page of tasks."""

    items: list[Task]


class Case(Schema):
    """A case in full; ``filings`` is null to whoever needs not know of them."""

    number: int
    title: str
    state: str
    outcome: str | None
    closing: str | None
    closed: datetime | None
    opened: datetime
    opened_by: str
    kept_by: str | None
    restricted: bool
    people: list[str]
    names_shown: bool
    subjects: list[dict[str, Any]]
    leads: list[Row]
    tasks: list[Task]
    referrals: list[dict[str, Any]]
    notes: list[Note]
    chronology: list[dict[str, Any]]
    filings: list[dict[str, Any]] | None = None
