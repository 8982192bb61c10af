"""Runs, outcomes, statistics, the log, accounts and saved views."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import Field, StringConstraints

from tanglaw.casework.api.fields import Asked, Find, Name, Number, Sent, Username, Whole
from tanglaw.casework.api.shapes.pages import Pages
from tanglaw.casework.audit.actions import Action
from tanglaw.casework.programs.scopes import Scope
from tanglaw.casework.roles import Role
from tanglaw.common.roles import Role as Side


class Me(Schema):
    """Whose key this is, and what it covers."""

    username: str
    name: str
    role: Role
    key: str = Field(description="the key's prefix")
    scopes: list[Scope]
    expires: datetime


class ApiKey(Schema):
    """Somebody's key; nothing of it could be used as one."""

    prefix: str
    name: str
    owner: str
    scopes: list[str]
    made: datetime
    expires: datetime
    last_used: datetime | None
    revoked: datetime | None
    revoked_by: str | None
    works: bool


class ApiKeys(Pages):
    """A page of keys."""

    items: list[ApiKey]


class KeyRevoked(Schema):
    """The key opens nothing any more."""

    prefix: str


class Run(Schema):
    """A run of detection that was brought in."""

    number: int
    imported: datetime
    imported_by: str | None
    period_from: datetime | None
    period_to: datetime | None
    leads: int
    new: int
    changed: int
    fingerprint: str
    account: dict[str, Any]


class Runs(Pages):
    """A page of runs, the newest first."""

    items: list[Run]


class OutcomeRow(Schema):
    """What was decided of one account under one pattern, as ``tanglaw detect --known`` takes it."""

    role: Side
    subject_id: str
    pattern: str
    outcome: Literal["confirmed", "dismissed"]
    explanation: str


class Outcomes(Pages):
    """A page of outcomes, in a fixed order."""

    items: list[OutcomeRow]


class PatternFigures(Schema):
    """One pattern's leads and how they were decided."""

    pattern: str
    title: str
    leads: int
    waiting: int
    dismissed: int
    confirmed: int
    precision: float | None
    median_hours: float | None


class Month(Schema):
    """What came in and was decided in one month."""

    month: str
    found: int
    dismissed: int
    confirmed: int


class Corridor(Schema):
    """Leads of one corridor."""

    corridor: str
    leads: int
    decided: int
    confirmed: int


class Statistics(Schema):
    """All figures."""

    patterns: list[PatternFigures]
    months: list[Month]
    corridors: list[Corridor]
    states: dict[str, int]
    explanations: dict[str, int]


class LogWanted(Asked):
    """Which entries: a page by its cursor, since the log grows while it is read."""

    before: Number | None = Field(None, description="entries with smaller numbers; null: the newest")
    size: Whole = Field(100, ge=1, le=500)
    actor: Find = ""
    action: Action | None = None
    object: Find = ""


class Entry(Schema):
    """One entry of the log."""

    number: int
    at: str
    actor: str
    action: str
    kind: str
    object: str
    detail: str
    address: str
    previous: str
    hash: str
    opened: str = Field(description="the detail with reasons readable, where their record's key still exists")


class Log(Schema):
    """Entries, the newest first."""

    items: list[Entry]
    total: int
    next: int | None = Field(description="what to send as `before` for the entries that follow; null at the end")


class Head(Schema):
    """A signed head of the log."""

    number: int
    hash: str
    at: str
    key: str
    signature: str


class Heads(Pages):
    """A page of signed heads, the oldest first."""

    items: list[Head]


class Person(Schema):
    """An account."""

    username: str
    name: str
    role: Role
    may_sign_in: bool
    directory: str = Field(description="how the institution's directory knows this person; may be empty")
    sessions: int
    last_sign_in: datetime | None


class People(Pages):
    """A page of accounts."""

    items: list[Person]


class NewPerson(Sent):
    """An account to make. Whoever gets it changes the password at first sign-in and adds a second factor."""

    username: Username
    name: Annotated[Name, StringConstraints(max_length=60)]
    role: Annotated[Role, Field(strict=False)]
    password: str = Field(min_length=12, max_length=200, pattern=r"^[\x20-\x7e]+$")


class PersonChange(Sent):
    """What changes about an account; what is left out stays. Either way every session of the account ends."""

    role: Annotated[Role, Field(strict=False)] | None = None
    may_sign_in: bool | None = None


class PersonChanged(Schema):
    """How the account stands now."""

    username: str
    role: Role
    may_sign_in: bool
    sessions_ended: int


class View(Schema):
    """A set of filters of the queue, kept under a name; seen by its owner alone."""

    number: int
    name: str
    query: str


class Views(Pages):
    """A page of saved views."""

    items: list[View]


class NewView(Sent):
    """Filters to keep, as the address of the queue says them; the same name again replaces them."""

    name: Name
    query: Annotated[str, StringConstraints(max_length=500, pattern=r"^[\x20-\x7e]*$")]


class Removed(Schema):
    """What was removed."""

    number: int
