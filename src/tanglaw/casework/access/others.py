"""Everybody else who stands beside a person in the records: numbered, never named."""

from __future__ import annotations

from collections.abc import Iterable

import polars as pl

from tanglaw.leads.report.parties import OTHER_SIDE
from tanglaw.leads.shield import Party, Shield


class Others:
    """Names and ids of all others who were met so far; strikes them out of words."""

    def __init__(self, theirs: frozenset[Party]) -> None:
        self._theirs = theirs
        self._own: set[str] = set()
        self._names: dict[Party, set[str]] = {}
        self._numbers: dict[Party, int] = {}
        self._shield: Shield | None = None

    def meet(self, payments: pl.DataFrame) -> None:
        """Take note of everybody in some payments."""
        for role in OTHER_SIDE:
            for account, name in payments.select(f"{role}_id", f"{role}_name").unique().sort(pl.all()).iter_rows():
                if (role, account) in self._theirs:
                    self._own |= {name} if name else set()
                else:
                    self._names.setdefault((role, account), set()).update({name} if name else ())
        self._shield = None

    def meet_accounts(self, parties: Iterable[Party]) -> None:
        """Take note of accounts that stand in no payment here."""
        for party in parties:
            if party not in self._theirs:
                self._names.setdefault(party, set())
        self._shield = None

    def called(self, party: Party) -> str:
        """Return what another person is called in the document: the same number everywhere in it."""
        return f"another person, {self._numbers.setdefault(party, len(self._numbers) + 1)}"

    def scrub(self, text: str) -> str:
        """Strike names, accounts, addresses and telephone numbers of others out of a text."""
        if not text:
            return text
        for role, account in sorted(self._names, key=lambda party: -len(party[1])):
            if len(account) > 2:
                text = text.replace(account, self.called((role, account)))
        if self._shield is None:
            own = {name.casefold() for name in self._own}
            # Who has the person's own name, a parent or a second account, must not blank it in their own document.
            others = {
                party: frozenset(name for name in names if name.casefold() not in own)
                for party, names in self._names.items()
            }
            self._shield = Shield.over(others)
        return self._shield.scrub(text, list(self._names), free=True)
