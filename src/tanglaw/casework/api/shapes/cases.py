"""Cases and tasks."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from tanglaw.casework.api.fields import Find
from tanglaw.casework.api.shapes.leads import Note, Row
from tanglaw.casework.api.shapes.pages import Paged, Pages
from tanglaw.casework.models.case_subject import SubjectRole
from tanglaw.casework.models.referral import Basis, Recipient, ReferralStanding


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


class Subject(Schema):
    """A person of a case; texts are empty where nothing is recorded."""

    number: int
    role: SubjectRole
    role_title: str
    side: str
    account: str
    name: str
    written_name: str = Field(description="as people wrote it down; empty while names are withheld")
    about: str
    payments: int
    of_a_lead: bool
    may_write: bool = Field(description="whether name and what is known can be changed now: not while withheld")


class Referral(Schema):
    """A safeguarding referral. Approved is not told."""

    id: UUID
    standing: ReferralStanding
    kind: Recipient
    recipient: str
    contact: str | None
    basis: Basis
    law: str | None
    told: str
    grounds: str
    proposed_by: str
    proposed: datetime
    second: str | None
    answer: str | None
    answered: datetime | None
    made: datetime | None
    made_by: str | None
    means: str | None
    reference: str | None


class Happening(Schema):
    """A line of the chronology."""

    at: datetime
    kind: str
    what: str
    source: str
    address: str
    day_only: bool


class FilingOfCase(Schema):
    """A filing that was begun from the case."""

    number: int
    state: str
    authority: str
    reference: str
    version: int
    due: date | None


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
    subjects: list[Subject]
    leads: list[Row]
    tasks: list[Task]
    referrals: list[Referral]
    notes: list[Note]
    chronology: list[Happening]
    filings: list[FilingOfCase] | None = None


class FreeAccount(Schema):
    """An account of the leads of a case that nobody named among its people yet."""

    handle: str = Field(description="names the account to addSubject")
    side: str
    account: str = Field(description="as it is shown")
    payments: int


class FreeAccounts(Pages):
    """A page of accounts, those of most payments first."""

    items: list[FreeAccount]
