"""Payers: who stands at the kiosk or opens the wallet, and what the network knows of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from benchmarks.apart.guests.kiosk.calendar import DAYS
from benchmarks.apart.guests.kiosk.places import DESTINATIONS, HOST_SHARE, HOSTS

_GIVEN: Final = ("Alan", "Gina", "Peter", "Marta", "Colin", "Sofia", "Tom", "Ines", "Jonas", "Ruth")
_FAMILY: Final = ("Hartwell", "Brandt", "Ferri", "Lindqvist", "Osborne", "Keller", "Marchetti", "Doyle")


@dataclass(slots=True)
class Payer:
    """One person who pays; `persona` is migrant, settled or young."""

    index: int
    persona: str
    host: str
    city: str
    timezone: str
    home: str
    birth_year: int
    first: int
    last: int
    app: bool
    verified: bool
    fee_out: bool
    payday: int
    twice: bool
    part: str
    means: float
    phone: str
    name: str | None
    shown_birth_year: int | None
    second: tuple[str, float] | None = None
    """A second number of the same person: ("after", day) it replaces the first, ("beside", share) both are used."""


def phone(rng: np.random.Generator, dial: str) -> str:
    """An invented mobile number of a country."""
    return f"{dial}{rng.integers(10**7, 10**8)}"


def _birth_year(rng: np.random.Generator, persona: str) -> int:
    if persona == "young":
        return int(rng.integers(1998, 2009))
    if persona == "migrant":
        return int(np.clip(rng.normal(1986, 9), 1955, 2004))
    return int(np.clip(rng.normal(1972, 13), 1940, 2000))


def enrol(rng: np.random.Generator, senders: int) -> list[Payer]:
    """Draw `senders` payers.

    A number is enough to pay small sums, so most are known by phone alone. Papers are shown by those who send
    larger sums, which is why migrants are verified more often than anyone else; the wallet asks for a year of
    birth that nobody checks.
    """
    hosts = rng.choice(list(HOST_SHARE), senders, p=list(HOST_SHARE.values()))
    personas = rng.choice(["migrant", "settled", "young"], senders, p=[0.6, 0.22, 0.18])
    people = []
    for index in range(senders):
        host, persona = str(hosts[index]), str(personas[index])
        place = HOSTS[host]
        city, timezone = place.cities[rng.integers(len(place.cities))]
        born = _birth_year(rng, persona)
        first = 0 if rng.random() < 0.45 else int(rng.integers(0, DAYS - 20))
        last = DAYS - 1 if rng.random() < 0.6 else int(rng.integers(first + 10, DAYS))
        app = bool(rng.random() < {"migrant": 0.5, "settled": 0.6, "young": 0.85}[persona])
        verified = bool(rng.random() < {"migrant": 0.5, "settled": 0.35, "young": 0.12}[persona])
        home = str(rng.choice(list(place.homes), p=list(place.homes.values())))
        declares = app and rng.random() < 0.5
        stated = born if verified or rng.random() < 0.93 else born - int(rng.integers(2, 9))
        names = (DESTINATIONS[home].given, DESTINATIONS[home].family) if persona == "migrant" else (_GIVEN, _FAMILY)
        named = verified and rng.random() < 0.3
        people.append(
            Payer(
                index=index,
                persona=persona,
                host=host,
                city=city,
                timezone=timezone,
                home=home,
                birth_year=born,
                first=first,
                last=last,
                app=app,
                verified=verified,
                fee_out=bool(rng.random() < 0.65),
                payday=int(rng.choice([1, 5, 15, 25, 28], p=[0.25, 0.1, 0.15, 0.25, 0.25])),
                twice=bool(rng.random() < 0.3),
                part=str(rng.choice(["errand", "evening", "shift", "night"], p=[0.55, 0.27, 0.11, 0.07])),
                means=float(np.exp(rng.normal(0, 0.45))),
                phone=phone(rng, place.dial),
                name=f"{rng.choice(names[0])} {rng.choice(names[1])}" if named else None,
                shown_birth_year=stated if verified or declares else None,
                second=("after", float(rng.integers(first, last + 1))) if rng.random() < 0.05 else None,
            )
        )
    return people
