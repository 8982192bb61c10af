"""The app's members: accounts, who holds them, and what the app knows of them."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from . import names
from .places import COUNTRIES

_PAPERS = frozenset({"US", "GB", "CA", "AU", "DE", "SE", "FR", "NL"})
_MAIL = ("mail.example", "post.example", "inbox.example", "uni.example")


@dataclass(slots=True)
class Trip:
    """Days spent abroad: the app sees the phone's country and clock, not the home address."""

    first: int
    last: int
    country: str


@dataclass(slots=True)
class Account:
    """One account. `birth` is the year the holder typed at sign-up, not always the true one."""

    index: int
    country: str
    city: int
    birth: int
    woman: bool
    given: str
    family: str
    display: str
    handle: str
    devices: tuple[str, str]
    device_day: int
    email: str | None
    phone: str | None
    holder: int
    shift: float
    verified: bool
    origin: str
    trip: Trip | None = None
    ring: str | None = None
    imitates: bool = False

    @property
    def age(self) -> int:
        """Age in the world's year, as declared."""
        return 2025 - self.birth


@dataclass(slots=True)
class Book:
    """All accounts, in order of opening."""

    rng: np.random.Generator
    accounts: list[Account] = field(default_factory=list)

    def __getitem__(self, index: int) -> Account:
        return self.accounts[index]

    def device(self) -> str:
        """A fresh device id."""
        return f"{int(self.rng.integers(1 << 44)):011x}"

    def open(
        self,
        country: str,
        age: float,
        *,
        woman: bool | None = None,
        family: str | None = None,
        origin: str | None = None,
        city: int | None = None,
    ) -> Account:
        """Open an account for a new person; `origin` gives the name's culture, `family` a kin's surname."""
        rng = self.rng
        origin = origin or country
        culture = COUNTRIES[origin].culture
        woman = bool(rng.random() < 0.5) if woman is None else woman
        pool = (names.WOMEN if woman else names.MEN)[culture]
        given = pool[rng.integers(len(pool))]
        surnames = names.FAMILIES[culture]
        family = family or surnames[rng.integers(len(surnames))]
        handle = names.handle(rng, given, family)
        first = self.device()
        # About a third of people change phone within the year.
        later = self.device() if rng.random() < 0.34 else first
        index = len(self.accounts)
        account = Account(
            index=index,
            country=country,
            city=int(rng.integers(len(COUNTRIES[country].cities))) if city is None else city,
            birth=2025 - int(age),
            woman=woman,
            given=given,
            family=family,
            display=names.display(rng, given, family, handle),
            handle=handle,
            devices=(first, later),
            device_day=int(rng.integers(20, 345)),
            email=self._email(given, family, handle),
            phone=self._phone(country),
            holder=index,
            # One person in twelve lives by night: nurses, bakers, guards, students.
            shift=float(rng.uniform(4, 12)) if rng.random() < 0.08 else float(rng.normal(0, 0.7)),
            # Papers are shown to send much or to cash out at a bank, so less often where the app mostly pays out.
            verified=bool(rng.random() < (0.86 if country in _PAPERS else 0.6)),
            origin=origin,
        )
        self.accounts.append(account)
        return account

    def second(self, first: Account, *, same_device: bool) -> Account:
        """Another account of the same person, with a new handle, e-mail and often another shown name."""
        other = self.open(
            first.country, first.age, woman=first.woman, family=first.family, origin=first.origin, city=first.city
        )
        other.given = first.given
        other.display = names.display(self.rng, first.given, first.family, other.handle)
        other.holder = first.holder
        other.shift = first.shift
        other.trip = first.trip
        other.phone = None if self.rng.random() < 0.6 else first.phone
        if same_device:
            other.devices, other.device_day = first.devices, first.device_day
        return other

    def _email(self, given: str, family: str, handle: str) -> str | None:
        draw = self.rng.random()
        if draw < 0.12:
            return None
        domain = _MAIL[self.rng.integers(len(_MAIL))]
        local = (
            f"{given}.{family}{self.rng.integers(1, 9999)}" if draw < 0.6 else f"{handle}.{self.rng.integers(1, 999)}"
        )
        return f"{local.lower()}@{domain}"

    def _phone(self, country: str) -> str | None:
        if self.rng.random() < 0.28:
            return None
        return f"{COUNTRIES[country].dial}555{int(self.rng.integers(10**7)):07d}"
