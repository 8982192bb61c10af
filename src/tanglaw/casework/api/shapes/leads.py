"""Leads: in lists, and in full."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from tanglaw.casework.api.fields import Find, Truth
from tanglaw.casework.api.shapes.pages import Paged, Pages
from tanglaw.casework.models.decision import Kind, Standing
from tanglaw.casework.models.lead import State
from tanglaw.casework.reading.queue import ORDERS
from tanglaw.common.roles import Role

Urgency = Literal["high", "medium", "low"]


class Wanted(Paged):
    """Which leads, in which order: the filters of the queue."""

    state: Literal[State.OPEN, State.WATCHING, State.PROPOSED, State.DISMISSED, State.CASE, State.REFERRED, State.FILED,
                   "any"] = Field(State.OPEN)  # fmt: skip
    whose: Literal["any", "mine", "nobody"] = Field("any")
    protect: Truth | None = Field(None, description="true: possible victims alone; false: subjects of review alone")
    pattern: Find = Field("", description="id of a pattern")
    urgency: Urgency | Literal[""] = Field("")
    find: Find = Field("", description="number, id or subject of a lead, or the whole id of a party on the other side")
    order: Literal["attention", "probability", "urgency", "due", "last", "sum"] = Field("attention")
    overdue: Truth = Field(default=False)
    news: Truth = Field(default=False, description="only those whose evidence changed since they were decided")


if set(Wanted.model_fields["order"].annotation.__args__) != set(ORDERS):  # type: ignore[union-attr]
    raise AssertionError("the orders of the API are those of the queue")


class Row(Schema):
    """A lead in one line. No name: in a list nobody needs one."""

    number: int
    lead_id: str
    address: str = Field(description="of its page")
    account: str
    role: Role
    pattern: str
    pattern_title: str
    protect: bool = Field(description="the account holder may be a victim or a minor")
    probability: float
    urgency: Urgency
    corridor: str
    payments: int
    counterparties: int
    total_usd: float
    first_payment: datetime
    last_payment: datetime
    state: State
    assigned_to: str | None
    due: datetime
    watch_until: date | None
    changed_since_decided: bool
    revision: int = Field(description="name it when deciding: it says which state of things was decided on")


class Rows(Pages):
    """A page of leads."""

    items: list[Row]


class Version(Schema):
    """What one run said of a lead."""

    number: int
    imported: datetime
    changes: list[str]


class Bar(Schema):
    """One reason; start and length place it on the common scale of the lead."""

    label: str
    text: str
    value: str
    effect: str
    start: str
    length: str
    likelihood: str
    source: str
    assumed: bool
    behind: str


class Term(Schema):
    """One line of the sum that the score is."""

    name: str
    adds: str
    total: str


class Counterparty(Schema):
    """Somebody on the other side, and the other leads they appear in."""

    party: str
    name: str
    places: str
    payments: int
    usd: str
    span: str
    protected: bool
    leads: list[str]


class Payment(Schema):
    """One payment, in words; an empty text is what it does not say."""

    payment_id: str
    utc: str
    payer_local: str
    receiver_local: str
    party: str
    place: str
    amount: str
    usd: str
    rail: str
    institution: str
    reference: str
    account: str


class Decision(Schema):
    """A decision, or a proposal that waits for a second person."""

    id: UUID
    kind: Kind
    standing: Standing
    version: int
    grounds: str
    explanation: str | None
    watch_until: date | None
    proposed_by: str
    proposed: datetime
    second: str | None
    answered: datetime | None
    answer: str | None


class Note(Schema):
    """What somebody wrote down."""

    author: str
    written: datetime
    text: str


class Account(Schema):
    """One of the accounts that a lead stands for."""

    handle: str = Field(description="names the account in splits, whether or not it is shown")
    shown: str


class Split(Schema):
    """Two accounts that a person told apart; the next run follows."""

    number: UUID
    left: str
    right: str
    level: str
    grounds: str
    decided_by: str
    decided: datetime
    pending: bool = Field(description="no run has followed yet")
    undone: datetime | None


class Part(Schema):
    """An earlier lead that this one took over when its accounts were joined."""

    lead_id: str
    stood: str
    came_up: bool = Field(description="what was decided about the parts differed, so that the whole came up again")
    until: int | None = Field(description="the run that told them apart again")


class Relative(Schema):
    """Another lead of the same people."""

    lead_id: str
    who: str
    state: str
    told_outside: bool = Field(description="something of it was filed or told for safeguarding")
    decisions: int


class Group(Schema):
    """The group that a lead belongs to."""

    group_id: str
    title: str
    score: float
    facts: str
    ties: list[str]
    hidden: int = Field(description="members that the key's owner may not see")
    leads: list[str]


class Place(Schema):
    """A city or a country on one side of the payments."""

    role: str
    word: str
    city: str
    country: str
    country_name: str
    numeric: str
    latitude: float | None
    longitude: float | None
    accounts: int
    payments: int
    usd: float
    total: str


class Lead(Schema):
    """A lead in full, names as its page shows them to the same person."""

    lead: Row
    names_shown: bool
    name: str
    headline: str
    facts: str
    account_holder: str
    joined_as: str | None
    joined_because: list[str]
    urgency_reasons: list[str]
    version: int
    versions: list[Version]
    speaks_for: list[Bar]
    speaks_against: list[Bar]
    sum: list[Term]
    closest_ordinary: str | None
    closest_ordinary_share: float
    not_measured: list[str]
    counterparties: list[Counterparty]
    same_person: list[str]
    payments: list[Payment] = Field(description="the most recent; all of them are listed by listPayments")
    payments_in_all: int
    decisions: list[Decision]
    notes: list[Note]
    cases: list[int] = Field(description="numbers of the cases that hold it, as far as the key's owner may see them")
    accounts: list[Account]
    splits: list[Split]
    part_of: str | None
    parts: list[Part]
    relatives: list[Relative]
    group: Group | None
    from_where_to_where: list[Place]


class Payments(Pages):
    """A page of a lead's payments, the earliest first."""

    items: list[Payment]
    names_shown: bool


class Proposal(Schema):
    """What waits for a second person."""

    id: UUID
    kind: Kind
    proposed: datetime
    proposed_by: str
    lead: Row


class Proposals(Pages):
    """A page of proposals, possible victims first, then by age."""

    items: list[Proposal]


class Notes(Pages):
    """A page of notes, the oldest first."""

    items: list[Note]


class Decisions(Pages):
    """A page of decisions, the newest first."""

    items: list[Decision]
