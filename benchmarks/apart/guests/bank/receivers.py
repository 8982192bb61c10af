"""Everybody who is paid: persons abroad, customers of the two banks, shops, charities; with what they truly are."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np

from benchmarks.apart.guests.bank.names import CITIES, full_name, phone, pick
from benchmarks.apart.guests.bank.people import People

WALLET_SHARE: Final[dict[str, float]] = {"PH": 0.55, "KE": 0.85, "ID": 0.4, "VN": 0.3, "CO": 0.35, "TH": 0.2, "NG": 0.3}
PICKUP_SHARE: Final[dict[str, float]] = {"PH": 0.25, "DO": 0.6, "CO": 0.4, "RO": 0.15, "TH": 0.1, "NG": 0.2}


@dataclass(frozen=True, slots=True)
class Receiver:
    """One receiving account; `person` names the first account of somebody who has several."""

    subject: str
    name: str
    country: str
    city: str | None
    rail: str
    phone: str | None
    account: str | None
    born: int | None
    pattern: str
    group: str | None
    person: str


@dataclass(slots=True)
class Receivers:
    """The register of receivers, by number."""

    rng: np.random.Generator
    people: People
    rows: list[Receiver] = field(default_factory=list)
    customers: dict[int, int] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)
    shops: dict[str, int] = field(default_factory=dict)

    def _subject(self, letter: str) -> str:
        number = int(self.rng.integers(10**7, 10**8))
        while number in self.taken:
            number = int(self.rng.integers(10**7, 10**8))
        self.taken.add(number)
        return f"{letter}{number}"

    def _rail(self, country: str) -> str:
        draw, wallet = self.rng.random(), WALLET_SHARE.get(country, 0.0)
        if draw < wallet:
            return "wallet"
        return "cash_pickup" if draw < wallet + PICKUP_SHARE.get(country, 0.0) else "bank"

    def someone(
        self,
        country: str,
        pattern: str,
        *,
        name: str | None = None,
        female: bool | None = None,
        family: str | None = None,
        city: str | None = None,
        group: str | None = None,
        same_as: int | None = None,
    ) -> int:
        """A person or firm that is paid by account, wallet or cash; `same_as` opens another account of one known."""
        rng = self.rng
        before = self.rows[same_as] if same_as is not None else None
        woman = bool(rng.random() < 0.6) if female is None else female
        rail = self._rail(country)
        subject = self._subject("B" if country == "NO" else "X")
        self.rows.append(
            Receiver(
                subject=subject,
                name=before.name if before else name or full_name(rng, country, female=woman, family=family),
                country=country,
                city=before.city if before else city or pick(rng, CITIES[country]),
                rail=rail,
                phone=phone(rng, country) if rail == "wallet" else None,
                account=None if rail == "cash_pickup" else f"{country}{rng.integers(10**11, 10**12)}",
                born=None,
                pattern=pattern,
                group=group,
                person=before.person if before else subject,
            )
        )
        return len(self.rows) - 1

    def shop(self, name: str, country: str) -> int:
        """A merchant, paid by card; the same name is the same merchant."""
        if name in self.shops:
            return self.shops[name]
        subject = self._subject("M")
        self.rows.append(
            Receiver(subject, name, country, None, "card", None, None, None, "ordinary", None, person=subject)
        )
        self.shops[name] = len(self.rows) - 1
        return self.shops[name]

    def customer(self, account: int, pattern: str = "ordinary", group: str | None = None) -> int:
        """A customer of either bank as a receiver: the banks know the account's id and the holder's year of birth.

        A pattern other than ordinary replaces what was known before.
        """
        known = self.customers.get(account)
        if known is not None and pattern == "ordinary":
            return known
        people, person = self.people, int(self.people.owner[account])
        row = Receiver(
            subject=people.account_id[account],
            name=people.name[person],
            country="NO",
            city=CITIES["NO"][int(people.city[person])],
            rail="bank",
            phone=None,
            account=f"NO{9_000_000 + account}",
            born=int(people.born[person]),
            pattern=pattern,
            group=group,
            person=people.account_id[person],
        )
        if known is None:
            self.rows.append(row)
            known = len(self.rows) - 1
            self.customers[account] = known
        else:
            self.rows[known] = row
        return known
