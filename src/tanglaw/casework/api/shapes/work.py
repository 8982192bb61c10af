"""What people do to leads: what is sent, and what is answered."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field, RootModel

from tanglaw.casework.api.fields import Day, Note, Revision, Sent, Sentence, SentNumber, Text, Username
from tanglaw.casework.api.fields import Reason as Why
from tanglaw.casework.models.decision import Standing
from tanglaw.casework.models.lead import State


class Standpoint(Schema):
    """Where a lead stands after something was done to it."""

    lead_id: str
    state: State
    assigned_to: str | None
    revision: int


class Claimed(Schema):
    """The lead that was claimed next; null where none is free."""

    lead: Standpoint | None


class Assignment(Sent):
    """Whom a lead is given to; null gives it back to all."""

    to: Username | None


class NewNote(Sent):
    """A note. It is never changed; a later one corrects it."""

    text: Note


class NoteMade(Schema):
    """The note was written down."""

    lead_id: str
    note: int
    written: datetime


class Reason(Sent):
    """Why the names in a lead are needed; logged with the owner's name."""

    reason: Why


class LookMade(Schema):
    """Names are shown to the key's owner until then."""

    lead_id: str
    until: datetime


_Revision = Annotated[Revision, Field(description="the lead's revision that was looked at")]


class Dismiss(Sent):
    """Dismiss, with the ordinary explanation that fits."""

    kind: Literal["dismiss"]
    revision: _Revision
    grounds: Sentence
    explanation: str = Field(max_length=64, pattern="^[a-z][a-z0-9_]*$", description="one of GET /explanations")


class Watch(Sent):
    """Watch until a day after today."""

    kind: Literal["watch"]
    revision: _Revision
    grounds: Sentence
    watch_until: Day


class OpenCase(Sent):
    """Open a case, or add the lead to one there is."""

    kind: Literal["case"]
    revision: _Revision
    grounds: Sentence
    case: Annotated[SentNumber, Field(description="an open case to add it to")] | None = None


class Other(Sent):
    """Review again; refer for safeguarding or file: these two are proposed and need a second person."""

    kind: Literal["refer", "file", "reopen"]
    revision: _Revision
    grounds: Sentence


class Wish(RootModel[Annotated[Dismiss | Watch | OpenCase | Other, Field(discriminator="kind")]]):
    """What is to be decided."""


class Approval(Sent):
    """Approve: always refused. A second person looks at it on its page; a key has no eyes."""

    verdict: Literal["approve"]
    answer: Text = ""


class Refusal(Sent):
    """Do not approve, and say why."""

    verdict: Literal["refuse"]
    answer: Sentence


class Verdict(RootModel[Annotated[Approval | Refusal, Field(discriminator="verdict")]]):
    """The second person's answer."""


class Decided(Schema):
    """Where the decision and its lead stand now."""

    decision: UUID
    standing: Standing
    lead: Standpoint
    case: int | None = Field(description="the open case that holds the lead now")


class Explanations(Schema):
    """Ordinary explanations by role of the subject, id to title."""

    originator: dict[str, str]
    beneficiary: dict[str, str]
