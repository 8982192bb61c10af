"""Customers of the firm and the people they pay, with what the firm knows of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from benchmarks.apart.guests.regional.clock import DAYS, FIRST_DAY
from benchmarks.apart.guests.regional.names import full_name
from benchmarks.apart.guests.regional.places import ABROAD, HOMES, RAILS


@dataclass(slots=True)
class Payer:
    """One account at the firm; `opened` and `until` are the days between which its holder uses it."""

    index: int
    person: str
    name: str
    female: bool
    born: date
    country: str
    city: str
    timezone: str
    roots: str | None
    opened: float
    until: float
    hours: str
    means: float
    whole_abroad: float
    writes: float
    phone: str
    email: str
    device: str | None
    funding: str | None
    home_net: str
    hides: float
    group: str | None = None
    disguised: bool = False
    successor: Payer | None = None

    @property
    def age(self) -> int:
        """Years at the middle of the world."""
        return 2024 - self.born.year

    @property
    def currency(self) -> str:
        """What the account sends in."""
        return HOMES[self.country].currency


@dataclass(slots=True)
class Receiver:
    """One person who is paid, whoever's address book names them and under whatever id."""

    index: int
    name: str
    country: str
    city: str
    phone: str
    bank: str
    rail: str
    group: str | None = None
    disguised: bool = False


def weighted(rng: np.random.Generator, weights: dict[str, float]) -> str:
    """One key, by its weight."""
    keys = list(weights)
    p = np.array(list(weights.values()))
    return keys[int(rng.choice(len(keys), p=p / p.sum()))]


def digits(rng: np.random.Generator, n: int) -> str:
    """Random digits, as in numbers that institutions give out."""
    return "".join(str(d) for d in rng.integers(0, 10, n))


def customer(rng: np.random.Generator, index: int) -> Payer:
    """A new customer: seven in ten migrated from a country the firm pays out in, three were born here."""
    country = weighted(rng, {code: home.share for code, home in HOMES.items()})
    home = HOMES[country]
    roots = weighted(rng, home.corridors) if rng.random() < 0.7 else None
    city, timezone = home.cities[int(rng.integers(len(home.cities)))]
    female = bool(rng.random() < 0.44)
    age = float(np.clip(rng.normal(38, 10.5) if roots else rng.normal(46, 15), 18.5, 84))
    opened = 0.0 if rng.random() < 0.45 else float(rng.uniform(0, DAYS - 5))
    # Half of new customers of an online firm try it a few times, compare the rate, and leave.
    stays = float(rng.exponential(45) if rng.random() < 0.4 else rng.exponential(520) + 60)
    name = full_name(rng, ABROAD[roots].culture if roots else home.culture, female)
    working = str(rng.choice(["day", "evening", "shift", "night"], p=[0.5, 0.32, 0.12, 0.06]))
    hours = "retired" if age > 62 else working
    return Payer(
        index=index,
        person="",
        name=name,
        female=female,
        born=FIRST_DAY - timedelta(days=int(age * 365.25)),
        country=country,
        city=city,
        timezone=timezone,
        roots=roots,
        opened=opened,
        until=min(opened + stays, DAYS),
        hours=hours,
        means=float(np.exp(rng.normal(0, 0.4))),
        whole_abroad=float(rng.beta(0.6, 1.2)),
        writes=float(rng.beta(0.4, 1.3)),
        phone=f"{home.dialling} {digits(rng, 3)} 555 {digits(rng, 4)}",
        email=f"{name.split()[0].lower()}.{digits(rng, 5)}@example.org",
        device=f"dv{digits(rng, 10)}" if rng.random() < 0.88 else None,
        funding=f"{country}{digits(rng, 16)}" if rng.random() < 0.4 else None,
        home_net=f"2001:db8:{rng.integers(65536):x}:{rng.integers(65536):x}::",
        hides=0.9 if rng.random() < 0.05 else 0.02,
    )


def receiver(
    rng: np.random.Generator,
    index: int,
    country: str,
    *,
    female: bool | None = None,
    family: str | None = None,
    city: str | None = None,
    rail: str | None = None,
) -> Receiver:
    """A person in a destination country, with the payout that is usual there unless one is given."""
    place = ABROAD[country]
    woman = bool(rng.random() < 0.58) if female is None else female
    return Receiver(
        index=index,
        name=full_name(rng, place.culture, woman, family),
        country=country,
        city=city or place.cities[int(rng.integers(len(place.cities)))],
        phone=f"{place.dialling}{rng.integers(3, 10)}{digits(rng, 8)}",
        bank=f"{country}{digits(rng, 12)}",
        rail=rail or str(rng.choice(RAILS, p=place.payout)),
    )
