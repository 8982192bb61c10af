"""What people do to cases and their referrals: what is sent, and what is answered."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from tanglaw.casework.api.fields import Clock, Day, Handle, Reason, Sent, Sentence, Username, words
from tanglaw.casework.api.shapes.pages import Pages
from tanglaw.casework.models.case import CaseState, Outcome
from tanglaw.casework.models.case_subject import SubjectRole
from tanglaw.casework.models.referral import Basis, Recipient, ReferralStanding

_About = Annotated[str, words(0, 4_000)]
_Title = Annotated[str, words(3, 120)]
_Short = Annotated[str, words(0, 300)]


class CaseStandpoint(Schema):
    """Where a case stands after something was done to it."""

    case: int
    state: CaseState
    outcome: Outcome | None
    kept_by: str | None
    restricted: bool
    revision: int


class CaseGrown(CaseStandpoint):
    """The same, with the number of what was added."""

    number: int


class CaseLookMade(Schema):
    """Names are shown to the key's owner until then."""

    case: int
    until: datetime


class NewEntry(Sent):
    """Something that happened, for the chronology."""

    day: Annotated[Day, Field(description="not one to come; UTC")]
    time: Clock | None = None
    what: Annotated[str, words(3, 4_000)]
    source: Annotated[str, words(3, 500)]


class NewTask(Sent):
    """Something to do; ``to`` is somebody who sees the case, or nobody."""

    what: Annotated[str, words(3, 500)]
    due: Day
    to: Username | None = None


class TaskResult(Sent):
    """What came of a task."""

    result: Annotated[str, words(0, 500)] = ""


class NewTitle(Sent):
    """Another title."""

    title: _Title


class AccountSubject(Sent):
    """A person of the case who holds an account in its leads."""

    role: Annotated[SubjectRole, Field(strict=False)]
    account: Annotated[Handle, Field(description="handle, of GET /cases/{number}/accounts")]
    name: _Short = ""
    about: _About = ""


class WrittenSubject(Sent):
    """A person of the case in words."""

    role: Annotated[SubjectRole, Field(strict=False)]
    name: Annotated[str, words(2, 300)]
    about: _About = ""


class SubjectChange(Sent):
    """What somebody is in the case; what is left out stays. Name and what is known: by who sees them."""

    role: Annotated[SubjectRole, Field(strict=False)] | None = None
    name: _Short | None = None
    about: _About | None = None


class Named(Sent):
    """Somebody of the team."""

    username: Username


class Why(Sent):
    """The reason; it is logged."""

    why: Reason


class Ending(Sent):
    """What a case ended with."""

    outcome: Annotated[Outcome, Field(strict=False)]
    words: Sentence


class NewReferral(Sent):
    """Whom to tell, on what basis, what and why."""

    kind: Annotated[Recipient, Field(strict=False)]
    recipient: Annotated[str, words(3, 300), Field(description="the authority or service, and its unit")]
    contact: _Short = ""
    basis: Annotated[Basis, Field(strict=False)]
    law: _Short = ""
    told: Annotated[Sentence, Field(description="what is told")]
    grounds: Sentence
    apart: Annotated[
        Literal[True],
        Field(description="you looked: nobody there belongs to the household or holds an account in this case"),
    ]


class ReferralAnswer(Sent):
    """Why it is not approved. Approving is done on the page."""

    answer: Sentence


class Told(Sent):
    """When, how, and under what reference of theirs the recipient was told."""

    day: Annotated[Day, Field(description="not one to come; UTC")]
    time: Clock | None = None
    means: Annotated[str, words(3, 120)]
    reference: Annotated[str, words(0, 120)] = ""


class WaitingReferral(Schema):
    """A referral that waits for a second person; what is told to whom stands in its case."""

    id: UUID
    case: int
    kind: Recipient
    proposed_by: str
    proposed: datetime


class WaitingReferrals(Pages):
    """A page of referrals, the oldest first."""

    items: list[WaitingReferral]


class Referred(Schema):
    """Where a referral stands now."""

    case: int
    referral: UUID
    standing: ReferralStanding
