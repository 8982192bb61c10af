"""The payers: who they are, and their accounts with one or two of the remitters."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np

from benchmarks.apart.guests.union.chance import Ints, pick, stream, weighted, yes
from benchmarks.apart.guests.union.clock import DAYS, START
from benchmarks.apart.guests.union.names import a_given, a_surname
from benchmarks.apart.guests.union.places import COUNTRIES, a_city, a_mobile
from benchmarks.apart.guests.union.remitters import COMMUNITIES, REMITTERS

SECOND_ACCOUNT = 0.055


@dataclass(slots=True)
class Account:
    """One account with one remitter; days count from the first day of the books and may lie outside them."""

    remitter: str
    opened: int
    closed: int
    currency: str
    name: str
    phone: str
    email: str
    device: str
    network: str
    unproven: bool


@dataclass(slots=True)
class Person:
    """A payer: `role` is migrant, local or youth; `habit` the rhythm of the day; `split` how two accounts are used."""

    number: int
    role: str
    sex: str
    born: date
    home: str
    city: str
    zone: str
    origin: str
    given: str
    surname: str
    purse: float
    habit: str
    payday_phase: int
    split: str
    accounts: list[Account] = field(default_factory=list)
    trips: list[tuple[int, int, str]] = field(default_factory=list)

    @property
    def age(self) -> int:
        """Age in years on the first day of the books."""
        return START.year - self.born.year

    def unbroken(self) -> bool:
        """Whether some account was open on every day from the first to the last."""
        return len(self.accounts) < 2 or self.accounts[1].opened <= self.accounts[0].closed

    def first_day(self) -> int:
        """The first day in the books on which this person can pay."""
        return max(0, min(account.opened for account in self.accounts))

    def last_day(self) -> int:
        """The day from which this person can pay no more."""
        return min(DAYS, max(account.closed for account in self.accounts))

    def route(self, days: Ints, receiver: int) -> Ints:
        """Which account pays on each day; -1 where none was open.

        People hold two for three reasons: they moved and left the first behind, they compare fees week by week, or
        they keep one for each circle of receivers.
        """
        chosen = np.full(len(days), -1, dtype=np.int64)
        for index, account in enumerate(self.accounts):
            is_open = (days >= account.opened) & (days < account.closed)
            if index == 0 or self.split == "moved":
                wanted = is_open
            elif self.split == "fees":
                wanted = is_open & (((days // 7) * 40_503 + self.number * 2_654_435) // 64 % 2 == 1)
            else:
                wanted = is_open & ((receiver + self.number) % 2 == 1)
            chosen[wanted | (is_open & (chosen < 0))] = index
        return chosen


def recorded_name(rng: np.random.Generator, remitter: str, person: Person) -> str:
    """The payer's name in each member's own form."""
    first = person.given.split()[0]
    if remitter == "au":
        return f"{person.given} {person.surname}"
    if remitter == "ca":
        return f"{first} {person.surname}".upper()
    return f"{person.surname}, {person.given}" if yes(rng, 0.5) else f"{first} {person.surname}"


def hidden(rng: np.random.Generator) -> str:
    """An address of an anonymiser: few exits, many strangers behind each."""
    return f"10.255.0.{int(rng.integers(1, 40))}"


def open_account(rng: np.random.Generator, person: Person, remitter: str, opened: int, closed: int) -> None:
    """Give the person an account; members let in each other's customers on a light check, so any two may combine."""
    member = REMITTERS[remitter]
    home_money = COUNTRIES[person.home].currency
    first = person.given.split()[0]
    before = person.accounts[0] if person.accounts else None
    phone = before.phone if before and yes(rng, 0.7) else a_mobile(rng, person.home)
    handle = f"{first}.{person.surname}".lower().replace(" ", "")
    email = (
        before.email
        if before and yes(rng, 0.75)
        else f"{handle}{int(rng.integers(1, 999))}@{pick(rng, ('mail', 'post', 'inbox'))}.example"
    )
    person.accounts.append(
        Account(
            remitter=remitter,
            opened=opened,
            closed=closed,
            currency=home_money if home_money in member.handles else member.currency,
            name=recorded_name(rng, remitter, person),
            phone=phone,
            email=email,
            device=f"{int(rng.integers(16**8)):08x}",
            network=hidden(rng) if yes(rng, 0.06) else ".".join(["10", *map(str, rng.integers(1, 250, 3))]),
            unproven=yes(rng, 0.45),
        )
    )


def _lifetime(rng: np.random.Generator, role: str) -> tuple[int, int]:
    """Half of the customers were there before; many of the others came for a free first payment and left."""
    opened = -int(rng.integers(1, 900)) if yes(rng, 0.3 if role == "youth" else 0.5) else int(rng.integers(0, DAYS - 5))
    way = float(rng.random())
    start = max(opened, 0)
    if way < (0.35 if role == "youth" else 0.12):
        return opened, start + int(rng.integers(1, 45))
    if way < 0.38:
        return opened, start + int(rng.integers(40, 500))
    return opened, DAYS + 1


def _born(rng: np.random.Generator, role: str) -> date:
    if role == "youth":
        age = float(rng.uniform(17.9, 24.5))
    elif role == "migrant":
        age = float(np.clip(rng.normal(39, 10.5), 19, 78))
    else:
        age = float(np.clip(rng.normal(49, 13.5), 22, 86))
    return START - timedelta(days=int(age * 365.25))


def _person(rng: np.random.Generator, number: int) -> Person:
    remitter = weighted(rng, {key: member.share for key, member in REMITTERS.items()})
    role = weighted(rng, {"migrant": 67, "local": 27, "youth": 6})
    home = weighted(rng, REMITTERS[remitter].homes)
    city, zone = a_city(rng, home)
    origin = (
        weighted(rng, COMMUNITIES[remitter])
        if role == "migrant" or yes(rng, 0.35 if role == "youth" else 0.12)
        else home
    )
    women = {"migrant": 0.54, "local": 0.34, "youth": 0.42}[role]
    sex = "f" if yes(rng, women) else "m"
    pool = COUNTRIES[origin].names
    given, surname = a_given(rng, pool, sex), a_surname(rng, pool)
    if role == "migrant" and sex == "f" and yes(rng, 0.18):
        # Married into the country of residence and goes by the spouse's name.
        surname = a_surname(rng, COUNTRIES[home].names)
    habits = {
        "migrant": {"office": 32, "evening": 33, "shift": 22, "early": 9, "night": 4},
        "local": {"office": 27, "evening": 42, "shift": 7, "early": 12, "night": 12},
        "youth": {"office": 10, "evening": 42, "shift": 8, "early": 2, "night": 38},
    }[role]
    person = Person(
        number=number,
        role=role,
        sex=sex,
        born=_born(rng, role),
        home=home,
        city=city,
        zone=zone,
        origin=origin,
        given=given,
        surname=surname,
        purse=float(rng.lognormal(0, 0.45)),
        habit=weighted(rng, habits),
        payday_phase=int(rng.integers(2)),
        split=weighted(rng, {"moved": 0.35, "fees": 0.35, "circles": 0.3}),
    )
    opened, closed = _lifetime(rng, role)
    open_account(rng, person, remitter, opened, closed)
    if yes(rng, SECOND_ACCOUNT):
        other = pick(rng, [key for key in REMITTERS if key != remitter])
        open_account(rng, person, other, int(rng.integers(min(max(opened, -200), DAYS - 30), DAYS - 20)), DAYS + 1)
    return person


def population(seed: int, senders: int) -> list[Person]:
    """People with about `senders` accounts between them."""
    rng = stream(seed, "people")
    return [_person(rng, number) for number in range(round(senders / (1 + SECOND_ACCOUNT)))]
