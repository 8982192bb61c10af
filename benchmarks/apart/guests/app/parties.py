"""Everybody who can be paid: the customers first, then receivers outside the app, each with one id."""

from dataclasses import dataclass, field

import numpy as np

from benchmarks.apart.guests.app import names
from benchmarks.apart.guests.app.arrays import Ints
from benchmarks.apart.guests.app.people import People
from benchmarks.apart.guests.app.places import COUNTRIES


@dataclass(slots=True)
class Parties:
    """Columns that grow by one with each receiver; `person` and `group` are what the truth tells of an account."""

    country: list[int]
    city: list[int | None]
    name: list[str]
    rail: list[str]
    phone: list[int]
    merchant: list[str | None]
    group: dict[int, str] = field(default_factory=dict)
    person: dict[int, str] = field(default_factory=dict)
    imitates: set[int] = field(default_factory=set)
    device: dict[int, str] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.country)

    def _append(
        self, country: int, city: int | None, name: str, rail: str, phone: int, *, merchant: str | None = None
    ) -> int:
        self.country.append(country)
        self.city.append(city)
        self.name.append(name)
        self.rail.append(rail)
        self.phone.append(phone)
        self.merchant.append(merchant)
        return len(self.country) - 1

    def add_person(
        self, rng: np.random.Generator, country: int, family: str | None = None, *, rail: str | None = None,
        male: bool | None = None, city: int | None = None,
    ) -> int:  # fmt: skip
        """A private receiver outside the app; kin carry the family's name, others one of their own."""
        place = COUNTRIES[country]
        man = bool(rng.random() < 0.42) if male is None else male
        called = f"{names.first_name(rng, country, man)} {family or names.surname(rng, country)}"
        town = int(rng.integers(len(place.cities))) if city is None else city
        way = rail or place.rails[int(rng.integers(len(place.rails)))]
        return self._append(country, town, called, way, len(self.country))

    def add_body(
        self, rng: np.random.Generator, country: int, name: str, *, rail: str = "bank", merchant: str | None = None
    ) -> int:
        """A shop, school, charity or site; `merchant` is its card category when it is paid by card."""
        town = int(rng.integers(len(COUNTRIES[country].cities)))
        return self._append(country, town, name, rail, len(self.country), merchant=merchant)

    def add_account(self, rng: np.random.Generator, other: int, rail: str) -> int:
        """Another account of the person behind `other`; about half gave the same phone number for it."""
        phone = self.phone[other] if rng.random() < 0.5 else len(self.country)
        made = self._append(self.country[other], self.city[other], self.name[other], rail, phone)
        person = self.person.setdefault(other, f"person-{other:06d}")
        self.person[made] = person
        return made


def enrol(people: People) -> Parties:
    """The parties that the customers are: paid inside the app, from wallet to wallet."""
    size = len(people)
    twin: Ints = people.twin
    made = Parties(
        country=people.country.tolist(),
        city=list(people.city.tolist()),
        name=[f"{first} {last}" for first, last in zip(people.first, people.last, strict=True)],
        rail=["wallet"] * size,
        phone=list(range(size)),
        merchant=[None] * size,
    )
    for row in np.flatnonzero(twin != np.arange(size)).tolist():
        made.person[row] = made.person[int(twin[row])] = f"person-{int(twin[row]):06d}"
    return made
