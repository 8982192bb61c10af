"""Receivers: a phone number with a wallet, an account, or a name at a cash counter."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from benchmarks.apart.guests.kiosk.people import phone
from benchmarks.apart.guests.kiosk.places import DESTINATIONS, HOSTS


@dataclass(slots=True)
class Receiver:
    """One way in which somebody is paid; several may belong to one `person`."""

    index: int
    person: str
    country: str
    rail: str
    phone: str | None
    account: str | None
    name: str | None
    city: str | None


@dataclass(slots=True)
class Book:
    """Every receiver of the world, in the order in which they were first named."""

    rng: np.random.Generator
    entries: list[Receiver] = field(default_factory=list)

    def add(
        self, country: str, *, person: str | None = None, surname: str | None = None, rail: str | None = None
    ) -> Receiver:
        """A new receiver in `country`; a domestic one always has the network's own wallet."""
        rng, index = self.rng, len(self.entries)
        land = DESTINATIONS.get(country)
        if land is None:
            dial, given, family, city, rail = HOSTS[country].dial, "", "", None, "wallet"
        else:
            draw = rng.random()
            rail = rail or ("wallet" if draw < land.wallet else "bank" if draw < land.wallet + land.bank else "")
            rail = rail or "cash_pickup"
            dial, given = land.dial, str(rng.choice(land.given))
            family, city = surname or str(rng.choice(land.family)), str(rng.choice(land.cities))
        # The cash counter must see a name, a bank sometimes returns one, a wallet has only its number.
        named = land is not None and rng.random() < {"cash_pickup": 1.0, "bank": 0.1, "wallet": 0.02}[rail]
        self.entries.append(
            Receiver(
                index=index,
                person=person or f"rp{index:06d}",
                country=country,
                rail=rail,
                phone=phone(rng, dial) if rail == "wallet" or rng.random() < 0.5 else None,
                account=f"{country}{rng.integers(10**9, 10**10)}" if rail == "bank" else None,
                name=f"{given} {family}" if named else None,
                city=city if rail == "cash_pickup" else None,
            )
        )
        return self.entries[-1]

    def again(self, known: Receiver, *, rail: str | None = None) -> Receiver:
        """Another number or account of the same person; a bank and a wallet often know the same phone."""
        surname = known.name.split()[-1] if known.name else None
        entry = self.add(known.country, person=known.person, surname=surname, rail=rail)
        if entry.name and known.name:
            entry.name = known.name
        if known.phone and entry.rail != known.rail and self.rng.random() < 0.6:
            entry.phone = known.phone
        return entry


@dataclass(slots=True)
class Pool:
    """Receivers whom strangers find by themselves; a few are found by very many."""

    receivers: list[Receiver]
    reach: float = 0.9

    def pick(self, rng: np.random.Generator) -> Receiver:
        """One of them, the well-known ones more often."""
        weights = 1.0 / np.arange(2, len(self.receivers) + 2) ** self.reach
        cumulated = np.cumsum(weights)
        return self.receivers[int(np.searchsorted(cumulated, rng.random() * cumulated[-1]))]
