"""What can go wrong, in words for the person who can mend it."""

from __future__ import annotations

from dataclasses import dataclass


class TanglawError(Exception):
    """Work could not be done; the message says what was found, what was expected and what to do."""


class UsageError(TanglawError):
    """The call itself cannot be carried out as written: exit status 2."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with one place of one file.

    Attributes:
        where: file and line (``payments.csv:14``) or the part of the call.
        found: what stood there.
        expected: what would have been right.
        mend: what the reader can do about it; may be empty.
    """

    where: str
    found: str
    expected: str
    mend: str = ""

    def __str__(self) -> str:
        """Say it as one line of prose."""
        tail = f" {self.mend}" if self.mend else ""
        return f"{self.where}: found {self.found}; expected {self.expected}.{tail}"


class FaultsError(TanglawError):
    """Every fault of an input, collected first and raised once."""

    def __init__(self, headline: str, faults: list[Fault]) -> None:
        self.headline = headline
        self.faults = tuple(faults)
        super().__init__("\n".join([headline, *(f"  {fault}" for fault in faults)]))
