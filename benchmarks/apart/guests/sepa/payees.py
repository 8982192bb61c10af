"""Receivers as the bank identifies them: an account, or the payout partner's account plus the name that was typed."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from benchmarks.apart.guests.sepa.geography import COUNTRIES
from benchmarks.apart.guests.sepa.ibans import account
from benchmarks.apart.guests.sepa.names import person


@dataclass(frozen=True, slots=True)
class Payee:
    """One receiver; `pattern`, `group`, `who` and `imitates` are the truth, the rest is what the bank holds."""

    id: str
    name: str
    country: str
    city: str
    channel: str
    rail: str
    pattern: str
    group: str | None
    who: str | None
    imitates: bool


@dataclass(slots=True)
class Payees:
    """All receivers, in the order in which they were first paid by a mechanism."""

    rng: np.random.Generator
    all: list[Payee] = field(default_factory=list)
    _ours: dict[str, int] = field(default_factory=dict)

    def open(
        self,
        country: str,
        pattern: str,
        *,
        name: str | None = None,
        group: str | None = None,
        who: str | None = None,
        imitates: bool = False,
        by_partner: bool | None = None,
    ) -> int:
        """A receiver with an account of its own or behind a payout partner; the index by which it is paid."""
        land = COUNTRIES[country]
        name = name or person(self.rng, country)
        city = land.cities[int(self.rng.integers(len(land.cities)))]
        if land.sepa:
            channel, rail, key = "sepa", "bank", account(self.rng, country)
        elif by_partner if by_partner is not None else self.rng.random() < land.partner:
            channel, rail = "partner", "wallet" if self.rng.random() < land.wallet else "cash_pickup"
            key = f"{land.agent}/{' '.join(name.upper().split())}"
        else:
            channel, rail, key = "correspondent", "bank", account(self.rng, country)
        self.all.append(Payee(key, name, country, city, channel, rail, pattern, group, who, imitates))
        return len(self.all) - 1

    def many(self, country: str, pattern: str, how_many: int, names: tuple[str, ...] = ()) -> list[int]:
        """Several unrelated receivers of one kind; `names` are trade names, used in turn with a number of the house."""
        opened = []
        for number in range(how_many):
            trade = f"{names[number % len(names)]} {1 + number // len(names)}" if names else None
            opened.append(self.open(country, pattern, name=trade))
        return opened

    def ours(self, iban: str, name: str, country: str, pattern: str, *, group: str | None = None) -> int:
        """A customer of the bank as a receiver: the same account number stands on both sides of the table."""
        key = f"{iban}{pattern}{group}"
        if key not in self._ours:
            self.all.append(Payee(iban, name, country, "", "sepa", "bank", pattern, group, None, imitates=False))
            self._ours[key] = len(self.all) - 1
        return self._ours[key]
