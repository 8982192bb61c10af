"""Payers and receivers as people: what they are before the operator gives them ids."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from .names import given_name, surname
from .places import PAYOUTS, SENDING, TOWNS, Town

YEAR = 2025


@dataclass(slots=True)
class Payer:
    """Somebody who stands at a counter.

    `wealth` scales every sum, `payday` is the day of the month (0: paid each week), `late` the share of visits made to
    a late shop or kiosk (shift workers have no other hour), `origin` the position of the home country in PAYOUTS or -1.
    """

    index: int
    town: Town
    given: str
    family: str
    born: int
    origin: int
    wealth: float
    payday: int
    late: float
    address: int


@dataclass(slots=True)
class Receiver:
    """Somebody who picks cash up. `aliases` is how readily the name comes out otherwise at another counter."""

    index: int
    place: int
    city: str
    given: str
    family: str
    born: int
    phone: int
    aliases: float
    business: bool = False


@dataclass(slots=True)
class People:
    """Everybody in the world, in the order in which they were met."""

    rng: np.random.Generator
    payers: list[Payer] = field(default_factory=list)
    receivers: list[Receiver] = field(default_factory=list)
    _towns: np.ndarray = field(default_factory=lambda: np.cumsum([town.weight for town in TOWNS]))
    _homes: np.ndarray = field(default_factory=lambda: np.cumsum([place.people for place in PAYOUTS]))

    def home(self) -> int:
        """Draw a home country for a migrant family."""
        return int(np.searchsorted(self._homes, self.rng.random() * self._homes[-1], side="right"))

    def pick_town(self) -> Town:
        """Draw a town by how busy its counters are."""
        return TOWNS[int(np.searchsorted(self._towns, self.rng.random() * self._towns[-1], side="right"))]

    def payer(
        self,
        born: int,
        origin: int = -1,
        family: str | None = None,
        town: Town | None = None,
        address: int | None = None,
    ) -> Payer:
        """Register a payer; natives are named as their country is, with a third of the names from elsewhere."""
        rng = self.rng
        town = town or self.pick_town()
        culture = PAYOUTS[origin].culture if origin >= 0 else SENDING[town.country].culture
        if origin < 0 and (town.country == "AE" or rng.random() < 0.15):
            culture = PAYOUTS[self.home()].culture
        weekly = town.country in {"GB", "AU", "US", "CA"} and rng.random() < 0.4
        payday = 0 if weekly else int(rng.choice([1, 15, 25, 28, 30], p=[0.2, 0.12, 0.26, 0.22, 0.2]))
        shift = rng.random() < 0.14
        payer = Payer(
            index=len(self.payers),
            town=town,
            given=given_name(rng, culture),
            family=family or surname(rng, culture),
            born=born,
            origin=origin,
            wealth=float(rng.lognormal(0.0, 0.4)),
            payday=payday,
            late=float(rng.uniform(0.35, 0.8) if shift else rng.beta(1.2, 9)),
            address=len(self.payers) if address is None else address,
        )
        self.payers.append(payer)
        return payer

    def receiver(
        self,
        place: int,
        city: str | None = None,
        family: str | None = None,
        age: tuple[int, int] = (20, 65),
        phone: int | None = None,
        *,
        aliases: float = 0.25,
    ) -> Receiver:
        """Register a receiver in a country of pick-up."""
        rng, home = self.rng, PAYOUTS[place]
        receiver = Receiver(
            index=len(self.receivers),
            place=place,
            city=city or home.cities[int(rng.integers(len(home.cities)))],
            given=given_name(rng, home.culture),
            family=family or surname(rng, home.culture),
            born=YEAR - int(rng.integers(*age)),
            phone=len(self.receivers) if phone is None else phone,
            aliases=aliases,
        )
        self.receivers.append(receiver)
        return receiver

    def business(self, place: int, name: str, city: str | None = None) -> Receiver:
        """Register a receiver that is an office: one desk, one name, few spellings."""
        receiver = self.receiver(place, city, aliases=0.06)
        receiver.given, receiver.family, receiver.business, receiver.born = name, "", True, 0
        return receiver

    def adult(self, low: int = 20, high: int = 70) -> int:
        """A year of birth; ages are drawn as a hump between the two ends."""
        return YEAR - int(low + (high - low) * self.rng.beta(2, 2.4))
