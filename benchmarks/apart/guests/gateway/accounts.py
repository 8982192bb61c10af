"""An account on the platform, whether it pays, receives or both, and how one is opened."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from . import names
from .places import LANDS, City


@dataclass(slots=True)
class Account:
    """One account; `person` is the id of the first account of its holder."""

    index: int
    subject_id: str
    person: str
    name: str
    family: str
    female: bool
    country: str
    origin: str
    email: str
    phone: str | None
    shows_name: bool
    age: float = 0.0
    city: City | None = None
    opened: float = 0.0
    last: float = 0.0
    owl: float = 0.0
    chatty: float = 0.3
    means: float = 1.0
    pay_every: float = 30.0
    payday: float = 0.0
    quiet: bool = False
    rail: str | None = None
    pays_by: str | None = None
    veil: float = 0.0
    second: Account | None = None
    devices: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    funding: str | None = None

    def nick(self) -> str:
        """The short name by which a stranger or a player is known."""
        return f"{self.name.split()[0].lower()}_{self.index % 89:02d}"

    def at_home(self) -> bool:
        """Whether the holder lives where he was born."""
        return self.origin == self.country


def _scramble(serial: int) -> int:
    """A number as unique as the serial one that does not tell who joined when."""
    return (serial * 611_953 + 70_001) % 999_983


class Registry:
    """Opens accounts and remembers them in order."""

    def __init__(self, rng: np.random.Generator) -> None:
        self.rng = rng
        self.accounts: list[Account] = []

    def phone(self, country: str) -> str:
        """A mobile number of the country's shape."""
        return f"{LANDS[country].dial}{int(self.rng.integers(10_000_000)):07d}"

    def open(
        self,
        country: str,
        *,
        origin: str | None = None,
        family: str | None = None,
        female: bool | None = None,
        trade: bool = False,
        named: float = 0.42,
    ) -> Account:
        """Open an account: `trade` gives it a shop's name, `named` is the chance that a display name is kept."""
        rng = self.rng
        culture = LANDS[origin or country].culture
        woman = bool(rng.random() < 0.55) if female is None else female
        last_name = family or names.surname(rng, culture)
        full = names.shop(rng) if trade else f"{names.given(rng, culture, female=woman)} {last_name}"
        serial = len(self.accounts)
        subject = f"U{(serial * 7_368_787 + 1_234_577) % 99_999_989:08d}"  # ids do not tell who joined when
        account = Account(
            index=serial,
            subject_id=subject,
            person=subject,
            name=full,
            family=last_name,
            female=woman,
            country=country,
            origin=origin or country,
            email=names.handle(rng, full, _scramble(serial)),
            phone=self.phone(country) if rng.random() < 0.74 else None,
            shows_name=bool(rng.random() < (0.85 if trade else named)),
        )
        self.accounts.append(account)
        return account

    def reopen(self, first: Account, day: float, *, same_phone: bool) -> Account:
        """A further account of the same person under another e-mail address, as after a freeze or a lost password."""
        again = self.open(first.country, origin=first.origin, family=first.family, female=first.female)
        again.person = first.person
        again.name, again.age, again.city = first.name, first.age, first.city
        again.email = names.handle(self.rng, first.name, _scramble(again.index))
        again.phone = first.phone if same_phone else self.phone(first.country)
        again.owl, again.chatty, again.means, again.veil = first.owl, first.chatty, first.means, first.veil
        again.opened, again.last = day, first.last
        again.devices, again.addresses = list(first.devices), list(first.addresses)
        return again
