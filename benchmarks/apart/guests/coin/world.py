"""The people of the platform: those who mostly pay, and those they find at the other end."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from .accounts import Account, Book
from .days import Days, Floats, moments, storms
from .kinds import Kind
from .ledger import Ledger
from .notes import notes
from .places import PLACES, RECEIVING, RECEIVING_WEIGHTS, SENDING

_PRIMARY_SHARE = 0.87
"""The rest of the payers are receivers who pay in turn (cash-outs)."""


@dataclass(slots=True)
class World:
    """Everything the mechanisms share."""

    rng: np.random.Generator
    senders: int
    book: Book
    ledger: Ledger
    storms: Days
    payers: list[Account] = field(default_factory=list)
    by_country: dict[str, list[Account]] = field(default_factory=dict)
    shops: dict[str, Account] = field(default_factory=dict)

    def count(self, per_14000: float, least: int = 4) -> int:
        """A number of people or places, scaled from its value among 14,000 payers."""
        return max(least, round(per_14000 * self.senders / 14_000))

    def homeland(self) -> str:
        """A country at the receiving end."""
        weights = np.array(RECEIVING_WEIGHTS) / sum(RECEIVING_WEIGHTS)
        return str(self.rng.choice(RECEIVING, p=weights))

    def someone(self, country: str, low: int = 0, high: int = 200) -> Account:
        """A payer of a country, of an age if one can be found."""
        pool = self.by_country.get(country) or self.payers
        found = pool[int(self.rng.integers(len(pool)))]
        for _ in range(40):
            if low <= found.age <= high:
                break
            found = pool[int(self.rng.integers(len(pool)))]
        return found

    def receiver(self, country: str, age: int | None = None, family: str | None = None) -> Account:
        """Somebody at the receiving end: sometimes a payer of that country, mostly a wallet opened to be paid."""
        rng = self.rng
        if age is None and family is None and country in self.by_country and rng.random() < 0.2:
            return self.someone(country, 18)
        years = age if age is not None else int(np.clip(rng.normal(38, 14), 18, 80))
        return self.book.wallet(country, years, family=family, verified=0.25)

    def shop(self, label: str, country: str) -> Account:
        """A shop by its name: everybody who needs it goes to the same one."""
        if label not in self.shops:
            self.shops[label] = self.book.other("shop", country, label=label)
        return self.shops[label]

    def send(
        self,
        payer: Account,
        payee: Account,
        days: Days,
        usd: Floats,
        kind: Kind,
        *,
        part: str,
        agreed: str = "own",
        about: str | None = None,
        filled: float = 0.4,
        mcc: str | None = None,
    ) -> None:
        """A run of payments on `days`, at a part of the payer's own day, with a share of memo lines about something."""
        when = moments(self.rng, days, part, payer.shift)
        memo = notes(self.rng, about, len(days), filled) if about else None
        self.ledger.pay(payer, payee, when, usd, kind, agreed=agreed, notes=memo, mcc=mcc)

    def sending(self) -> list[Account]:
        """Payers in the countries that send."""
        return [payer for payer in self.payers if PLACES[payer.country].sends]


def populate(seed: int, senders: int) -> World:
    """A world with its payers signed up and nothing paid yet."""
    rng = np.random.default_rng([seed, 0xC01])
    world = World(rng, senders, Book(rng, seed), Ledger(rng), storms(rng))
    weights = np.array([place.weight for place in PLACES.values()])
    countries = rng.choice(list(PLACES), size=int(senders * _PRIMARY_SHARE), p=weights / weights.sum())
    for country in countries:
        account = _sign_up(world, str(country))
        world.payers.append(account)
        world.by_country.setdefault(account.country, []).append(account)
    return world


def _sign_up(world: World, country: str) -> Account:
    rng = world.rng
    if rng.random() < 0.075:
        # Teenagers: the terms say 18, the form asks and does not check. Some stand on a parent's papers.
        account = world.book.wallet(country, int(rng.integers(13, 18)), verified=0.5)
        ages = [account.age, int(rng.integers(18, 22)), int(rng.integers(38, 53))]
        account.shown_age = ages[int(rng.choice(3, p=[0.35, 0.45, 0.2]))]
        account.means, account.shift = 0.35, float(rng.normal(0, 0.8))
        account.cycle = "irregular"
        return account
    age = int(np.clip(18 + rng.gamma(2.3, 9.5), 18, 86))
    migrant = country in SENDING and rng.random() < (0.85 if country in {"AE", "SG"} else 0.3)
    return world.book.wallet(country, age, origin=world.homeland() if migrant else None, verified=0.36)
