"""Whoever sends or receives: the accounts, and the people behind them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from random import Random


@dataclass(slots=True)
class Party:
    """One account, wallet, counter name, merchant or address, as the bank's systems know it.

    `means` is customer, outside (an account in another bank that pays in), bank, wallet, cash_pickup, merchant or
    crypto. `since` is the minute from which it exists.
    """

    subject: str
    person: str
    name: str
    country: str
    city: str
    means: str
    account: str
    handle: str | None = None
    phone: str | None = None
    email: str | None = None
    address: str | None = None
    birth: date | None = None
    currency: str = "EUR"
    category: str | None = None
    since: int = 0
    vpn: float = 0.0
    devices: list[tuple[int, str]] = field(default_factory=list)


@dataclass(slots=True)
class Customer:
    """A person with one account or more, and what shapes the way this person pays.

    `shift` is how many hours later than others the day runs, `social` how often money is shared with friends,
    `income` net euros a month, `household` the address shared with kin.
    """

    party: Party
    family: str
    man: bool
    origin: str
    age: int
    income: float
    shift: int
    social: float
    household: str
    others: list[Party] = field(default_factory=list)
    friends: list[Customer] = field(default_factory=list)
    second_currency: str | None = None
    parent: Customer | None = None

    @property
    def home(self) -> str:
        """Country of the account."""
        return self.party.country

    @property
    def joined(self) -> int:
        """First day with an account; negative days lie before the window."""
        return self.party.since // (24 * 60)

    def account(self, rng: Random, minute: int) -> Party:
        """The account used this time: mostly the first one opened."""
        open_now = [other for other in self.others if other.since <= minute]
        return rng.choice(open_now) if open_now and rng.random() < 0.35 else self.party

    def pocket(self, rng: Random) -> str:
        """The currency paid in: some people keep a second one in the app and spend from it."""
        if self.second_currency and rng.random() < 0.15:
            return self.second_currency
        return self.party.currency
