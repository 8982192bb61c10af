"""What a place that keeps submissions must be able to do: the machine's rules stand over every such place alike."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from tanglaw.filings.submission.states import State
from tanglaw.filings.submission.submission import Reason, Submission
from tanglaw.filings.submission.visibility import Reader


class Keeping(Protocol):
    """Keeps submissions, their files and an account of every step; each method happens whole or not at all.

    :class:`tanglaw.filings.submission.store.Store` keeps them in one file; the workspace, in its database.
    """

    def add(  # noqa: PLR0917 -- one submission is all of this
        self, authority: str, form: str, profile: str, reference: str, version: int, who: str, due: date | None,
        files: Mapping[str, bytes], dossier: str, corrects: int | None,
    ) -> Submission:  # fmt: skip
        """Take in a draft; refuse a second one that could reach the authority as a duplicate."""

    def move(self, number: int, then: State, who: str, detail: str = "", **changes: object) -> Submission:
        """Bring a submission into another state, if it may follow."""

    def put_file(self, number: int, name: str, data: bytes) -> None:
        """Put a signature beside a submission's files."""

    def settle(  # noqa: PLR0917 -- a receipt and all that follows from it, or nothing
        self, number: int, name: str, data: bytes, then: State | None, who: str, receipt: str | None,
        reasons: tuple[Reason, ...],
    ) -> bool:  # fmt: skip
        """Keep a receipt and do what follows from it; gives whether the receipt is new."""

    def knows_receipt(self, data: bytes) -> bool:
        """Tell whether a receipt was read before."""

    def note(self, number: int | None, who: str, what: str, detail: str = "") -> None:
        """Write a line into the account."""

    def get(self, number: int, reader: Reader) -> Submission:
        """Give a submission to somebody who may know of it."""

    def every(self, reader: Reader) -> list[Submission]:
        """Give all submissions, oldest first; none to a reader who may not know."""

    def of_lead(self, lead: str, authority: str) -> list[int]:
        """Give the numbers of submissions about a lead to an authority, withdrawn ones left out."""

    def files(self, number: int) -> dict[str, bytes]:
        """Give a submission's files."""

    def dossier(self, number: int) -> str:
        """Give the dossier that a submission was made from, as JSON."""
