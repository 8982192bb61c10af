"""What every mechanism works on: the people who pay, the receivers, and the orders given so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from benchmarks.apart.guests.bureau.names import family_name, given_name
from benchmarks.apart.guests.bureau.people import Person
from benchmarks.apart.guests.bureau.places import COUNTRIES
from benchmarks.apart.guests.bureau.sums import Sums
from benchmarks.apart.guests.bureau.words import Words
from benchmarks.apart.guests.bureau.year import DAY_MINUTES, DAYS, Minutes


class Kind(NamedTuple):
    """What a payment truly is, seen from each of its ends."""

    payer: str
    receiver: str


@dataclass(slots=True)
class Receiver:
    """One receiver: a person, a shop, a school. What institutions call it is decided later."""

    number: int
    name: str
    country: str
    city: str
    birth_year: int | None
    """None for an organisation."""
    wallet: bool


class Orders(NamedTuple):
    """Payments that one payer ordered to one receiver in one way."""

    payer: int
    receiver: int
    minutes: Minutes
    sums: Sums
    kind: Kind
    channel: str
    words: Words


@dataclass(slots=True)
class Stage:
    """The people, receivers and orders of one world."""

    people: list[Person]
    receivers: list[Receiver] = field(default_factory=list)
    orders: list[Orders] = field(default_factory=list)
    groups: dict[tuple[str, int], str] = field(default_factory=dict)
    """Ring or household, by role and number."""
    quiet: set[tuple[str, int]] = field(default_factory=set)
    """Those whose crime was made to look like ordinary life, by role and number."""

    @property
    def scale(self) -> float:
        """Give the world's size against fourteen thousand payers."""
        return len(self.people) / 14_000

    def many(self, per_standard_world: float, least: int) -> int:
        """Scale a head count, never under `least`."""
        return max(least, round(per_standard_world * self.scale))

    def private(
        self, rng: np.random.Generator, country: str, *, family: str | None = None, city: str | None = None,
        male: float = 0.4, age: tuple[int, int] = (20, 60),
    ) -> int:  # fmt: skip
        """Add a private receiver and give its number."""
        place = COUNTRIES[country]
        given = given_name(rng, country, bool(rng.random() < male))
        name = f"{given} {family or family_name(rng, country)}"
        born = 2024 - int(rng.integers(age[0], age[1]))
        where = city or place.cities[int(rng.integers(len(place.cities)))]
        return self._receive(name, country, where, born, wallet=bool(rng.random() < place.wallets))

    def company(self, rng: np.random.Generator, country: str, names: Sequence[str]) -> int:
        """Add a receiver that is no person and give its number."""
        cities = COUNTRIES[country].cities
        city = cities[int(rng.integers(len(cities)))]
        name = f"{names[int(rng.integers(len(names)))]} {city} {int(rng.integers(2, 99))}"
        return self._receive(name, country, city, None, wallet=False)

    def _receive(self, name: str, country: str, city: str, birth_year: int | None, *, wallet: bool) -> int:
        self.receivers.append(Receiver(len(self.receivers), name, country, city, birth_year, wallet))
        return len(self.receivers) - 1

    def order(
        self, payer: int, receiver: int, minutes: Minutes, sums: Sums, *, kind: Kind, channel: str, words: Words
    ) -> None:
        """Add payments; those outside the register's months are not in the register."""
        inside = (minutes >= 0) & (minutes < DAYS * DAY_MINUTES)
        if inside.any():
            kept = Sums(sums.amounts[inside], sums.currency)
            self.orders.append(Orders(payer, receiver, minutes[inside], kept, kind, channel, words))
