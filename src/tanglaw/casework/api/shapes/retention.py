"""How long files are kept, what goes next, holds, and deletion before its time."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from ninja import Schema
from pydantic import Field

from tanglaw.casework.api.fields import Reason, Sent, SentNumber
from tanglaw.casework.api.shapes.pages import Pages

Kind = Literal["lead", "case"]


class Rule(Schema):
    """For how many days a file is kept after what it ended with; null: kept."""

    file: Kind
    outcome: str
    days: int | None
    assumed: bool = Field(description="nobody set it")


class Rules(Pages):
    """A page of rules."""

    items: list[Rule]


class Due(Schema):
    """A file that goes within 90 days."""

    file: Kind
    number: int
    lead_id: str | None
    rule: str
    since: datetime
    goes: datetime
    kept: str | None = Field(description="why it does not go all the same")


class Preview(Pages):
    """A page of what goes, the earliest first."""

    items: list[Due]
    in_restricted_cases: int = Field(description="files that go, in cases restricted to others")


class Hold(Schema):
    """A hold: nothing of its lead or case is deleted until it is lifted."""

    number: int
    lead: int | None
    case: int | None
    reason: str
    placed: datetime
    placed_by: str


class Holds(Pages):
    """A page of holds."""

    items: list[Hold]


class NewHold(Sent):
    """What to hold, and why."""

    file: Kind
    number: SentNumber
    reason: Reason


class HoldPlaced(Schema):
    """The hold."""

    number: int
    file: Kind
    held: int = Field(description="number of the lead or case")


class DeletionWish(Schema):
    """A wish that a lead be deleted before its time; it waits for a second person."""

    number: int
    lead: int
    reason: str
    asked: datetime
    asked_by: str


class DeletionWishes(Pages):
    """A page of wishes."""

    items: list[DeletionWish]


class NewDeletionWish(Sent):
    """Which lead, and why."""

    lead: SentNumber
    reason: Reason


class DeletionWishMade(Schema):
    """The wish."""

    number: int
    lead: int


class DeletionWishGone(Schema):
    """The wish that was taken back."""

    number: int
