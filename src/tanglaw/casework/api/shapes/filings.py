"""Filings: in lists, in full, and what people do to them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from ninja import Schema
from pydantic import Field

from tanglaw.casework.api.fields import Asked, Day, Find, LeadId, Reason, Revision, Sent, Truth, Year, words
from tanglaw.casework.api.shapes.pages import Paged, Pages
from tanglaw.filings.dossier.markings import Markings, Tlp
from tanglaw.filings.dossier.narrative import Topic
from tanglaw.filings.dossier.party import Country, Document, Standing
from tanglaw.filings.submission.states import State

_Line = Annotated[str, words(1, 300)]
_Lines = Annotated[list[_Line], Field(max_length=100)]
_Words = Annotated[str, words(1, 300)]
_Revision = Annotated[Revision, Field(description="the filing's revision that was looked at")]


class FilingsWanted(Paged):
    """Which filings."""

    show: Literal["open", "due", "answered", "any"] = "open"


class PackWanted(Asked):
    """Which copy of the evidence pack."""

    redacted: Truth = Field(default=False, description="protected persons and third parties masked")


class FilingRow(Schema):
    """A filing in one line."""

    number: int
    address: str = Field(description="of its page")
    case: int
    state: State
    authority: str
    form: str
    profile: str
    reference: str
    version: int
    corrects: int | None
    due: date | None
    prepared_by: str
    approved_by: str | None
    receipt: str | None
    revision: int = Field(description="name it when changing: it says which state of things was looked at")


class Filings(Pages):
    """A page of filings, what is due first."""

    items: list[FilingRow]


class MissingItem(Schema):
    """What is missing, the weightiest first; ``at`` says where on its page it is mended, in address and words."""

    what: str
    missing: str
    field: str
    at: list[str]


class Urgency(Schema):
    """How urgent it is, and why."""

    score: float
    word: str
    reasons: list[str]


class ToldTopic(Schema):
    """One topic of the narrative."""

    topic: Topic
    text: str


class FilingFile(Schema):
    """A file of a filing."""

    name: str
    bytes: int
    sha256: str
    signature: bool


class AuthoritySaid(Schema):
    """Why an authority refused it, or what it remarked."""

    code: str
    text: str
    element: str
    field: str
    at: list[str]


class FilingParty(Schema):
    """A party of a filing in one line."""

    key: str
    said: str


class FilingStep(Schema):
    """What became of a filing."""

    at: datetime
    who: str
    what: str
    detail: str


class Filing(FilingRow):
    """A filing in full, names as its page shows them to the same person."""

    markings: Markings
    labels: list[str]
    names_shown: bool
    completeness: float
    missing: list[MissingItem]
    urgency: Urgency
    due_words: str
    unverified: str = Field(description="what of the form was never proved against the authority's own, in words")
    narrative: list[ToldTopic]
    narrative_edited_by: str | None
    files: list[FilingFile]
    reasons: list[AuthoritySaid]
    parties: list[FilingParty]
    steps: list[FilingStep]
    reported_before: list[int]


class Profile(Schema):
    """What can be filed to."""

    name: str
    title: str


class Profiles(Pages):
    """A page of profiles, the institution's own first."""

    items: list[Profile]


class NewFiling(Sent):
    """A filing about leads of the case; without any, about all that it holds and its drafter may see."""

    leads: Annotated[list[LeadId], Field(max_length=200)] = Field(default_factory=list)
    profile: Annotated[Find, Field(description="name of GET /filing-profiles")]


class FilingStandpoint(Schema):
    """Where a filing stands after something was done to it."""

    filing: int
    state: State
    version: int
    revision: int


class Section(Sent):
    """One topic."""

    topic: Topic
    text: Annotated[str, words(1, 20_000)]


class NewNarrative(Sent):
    """The narrative as a person wrote it; null goes back to the draft, which stays beside it either way."""

    revision: _Revision
    sections: Annotated[list[Section], Field(max_length=9)] | None


class PartyAddress(Sent):
    """An address as recorded."""

    street: _Words | None = None
    city: _Words | None = None
    state: _Words | None = None
    postcode: _Words | None = None
    country: Country | None = None


class PartyDocument(Sent):
    """A document that proves identity."""

    kind: Literal["passport", "identity card", "driving licence", "residence permit", "tax number", "other"]
    number: _Words
    country: Country | None = None
    issued: Day | None = None
    expires: Day | None = None
    issuer: _Words | None = None


class PartyChange(Sent):
    """What changes about a party; what is left out stays, null empties. Address and document are its first ones."""

    revision: _Revision
    names: _Lines | None = None
    phones: _Lines | None = None
    emails: _Lines | None = None
    handles: _Lines | None = None
    nationalities: Annotated[list[Country], Field(max_length=20)] | None = None
    first_name: _Words | None = None
    last_name: _Words | None = None
    gender: Literal["female", "male", "unknown"] | None = None
    birth_date: Day | None = None
    birth_year: Year | None = None
    occupation: _Words | None = None
    note: Annotated[str, words(0, 4_000)] | None = None
    address: PartyAddress | None = None
    document: PartyDocument | None = None


class PartyRead(Schema):
    """What of a party can be changed, as it is now."""

    key: str
    standing: Standing
    names: list[str]
    phones: list[str]
    emails: list[str]
    handles: list[str]
    nationalities: list[str]
    first_name: str | None
    last_name: str | None
    gender: str
    birth_date: date | None
    birth_year: int | None
    occupation: str | None
    note: str
    address: dict[str, str | None] | None
    document: Document | None


class Risk(Sent):
    """Who may be in danger, and where."""

    who: _Words
    where: Annotated[str, words(0, 300)] = ""
    why: Annotated[str, words(0, 2_000)] = ""


class NewFacts(Sent):
    """Travel, marking and who may be at risk: all three as they shall be."""

    revision: _Revision
    travel: _Lines = Field(default_factory=list)
    tlp: Tlp
    at_risk: Annotated[list[Risk], Field(max_length=50)] = Field(default_factory=list)


class Looked(Sent):
    """The filing's revision that was looked at."""

    revision: _Revision


class HandOver(Sent):
    """Hand over; ``again`` where nobody knows whether it arrived the last time, and somebody asked the authority."""

    again: bool = False


class BecauseOf(Sent):
    """The reason, kept in the filing's own account."""

    why: Reason


class Answered(Schema):
    """A filing that an answer came for."""

    filing: int
    state: State


class Answers(Schema):
    """What came back, as far as the key's owner may know."""

    filings: list[Answered]
    unusable: int | None = Field(description="files that could not be used and stayed there; told to who approves")


class Taken(Schema):
    """A file that was taken out, with its marking."""

    name: str
    tlp: Tlp
    sha256: str
    data: str = Field(description="base64")
