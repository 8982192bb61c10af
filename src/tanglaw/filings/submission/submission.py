"""One submission and the account of what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from tanglaw.filings.submission.states import State


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an authority refused a report.

    Attributes:
        field: of the dossier, as far as the authority's words lead to one; else ``dossier``.
    """

    code: str
    text: str
    element: str
    field: str


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the audit.

    Attributes:
        hash: SHA-256 over the line and the hash of the line before: a changed or removed line shows.
    """

    number: int
    at: datetime
    who: str
    what: str
    detail: str
    hash: str


@dataclass(frozen=True, slots=True)
class Submission:
    """One filing on its way to one authority.

    Attributes:
        id: in the store.
        reference, version: of the dossier.
        prepared_by, approved_by: two different people.
        due: day it is due, where the profile says.
        content_sha256: of its files together; what was approved is what is signed and handed over.
        receipt: the authority's own reference, once it acknowledged.
        corrects: id of the submission that this one corrects.
    """

    id: int
    authority: str
    form: str
    profile: str
    reference: str
    version: int
    state: State
    prepared_by: str
    approved_by: str | None
    due: date | None
    content_sha256: str
    receipt: str | None
    corrects: int | None
    reasons: tuple[Reason, ...]
