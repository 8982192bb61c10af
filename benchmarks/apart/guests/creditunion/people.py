"""Members of the credit unions, and the payee records their payments name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from benchmarks.apart.guests.creditunion import names
from benchmarks.apart.guests.creditunion.clock import BIWEEKLY, DAYS, MONTHLY, START, TWICE_MONTHLY
from benchmarks.apart.guests.creditunion.places import HOMES


@dataclass(slots=True)
class Member:
    """One membership (a person may hold two); `night` is the share of late orders, `chatty` of those with a memo."""

    index: int
    id: str
    person: str
    name: str
    surname: str
    man: bool
    birth: date
    country: str
    origin: str
    city: str
    zone: str
    phone: str | None
    email: str | None
    device: str | None
    institution: str
    rule: int
    phase: int
    night: float
    chatty: float
    first: int
    last: int

    @property
    def age(self) -> int:
        """Age in the middle of the two years."""
        return 2024 - self.birth.year

    @property
    def app(self) -> bool:
        """Whether the member orders in the app; the others go to a branch or telephone it."""
        return self.device is not None

    @property
    def youth(self) -> bool:
        """Whether this is a youth account: no remittances, a low daily limit."""
        return self.age < 18

    @property
    def migrant(self) -> bool:
        """Whether the member has people in another country."""
        return self.origin != self.country


@dataclass(slots=True)
class Receiver:
    """One payee record: `person` is the same for every record of one human being."""

    index: int
    id: str
    person: str
    name: str
    surname: str
    country: str
    city: str | None
    shown_city: str | None
    rail: str
    email: str | None = None
    phone: str | None = None


def _age(rng: np.random.Generator) -> float:
    draw = rng.random()
    if draw < 0.065:
        return float(rng.uniform(14, 18))
    if draw < 0.2:
        return float(rng.uniform(18, 26))
    return float(np.clip(rng.normal(47, 15), 24, 90))


def phone(rng: np.random.Generator, country: str) -> str:
    """A telephone number of a member country, in a range kept for fiction where there is one."""
    if country == "NO":
        return f"+47 9{int(rng.integers(10**6, 10**7))}"
    return f"+1 {int(rng.integers(210, 980))} 555 {int(rng.integers(10**4)):04d}"


def email(rng: np.random.Generator, name: str) -> str:
    """An address made from a name, or a nickname that hides it."""
    words = [names.plain(word) for word in name.split()]
    left = f"{words[0]}.{words[-1]}" if rng.random() < 0.6 else f"{words[0][:3]}{words[-1][:4]}"
    host = ("example.org", "example.com", "example.net")[int(rng.integers(3))]
    return f"{left}{int(rng.integers(1, 9999))}@{host}"


def member(rng: np.random.Generator, index: int) -> Member:
    """A new member, with the data an institution holds of somebody it identified in person."""
    lands = list(HOMES)
    country = lands[int(rng.choice(len(lands), p=[HOMES[land].share for land in lands]))]
    home = HOMES[country]
    weights = np.array([city.weight for city in home.cities])
    city = home.cities[int(rng.choice(len(weights), p=weights / weights.sum()))]
    years = _age(rng)
    origin = country
    if years >= 19 and rng.random() < 0.36:
        shares = np.array(list(home.origins.values()))
        origin = list(home.origins)[int(rng.choice(len(shares), p=shares / shares.sum()))]
    man = bool(rng.random() < 0.5)
    family = names.surname(rng, origin)
    name = f"{names.given(rng, origin, man=man)} {family}"
    app = rng.random() < (0.97 if years < 35 else 0.86 if years < 60 else 0.62)
    works_shifts = rng.random() < 0.11
    if country == "NO":
        rule, phase = MONTHLY, (11 if rng.random() < 0.4 else 24)
    elif years > 65:
        rule, phase = MONTHLY, (0 if country == "US" else 26)
    else:
        rule, phase = (BIWEEKLY if rng.random() < 0.65 else TWICE_MONTHLY), int(rng.integers(2))
    first = int(rng.integers(30, 600)) if rng.random() < 0.2 else -1
    return Member(
        index=index,
        id=f"M{400000 + index * 7 + int(rng.integers(7))}",
        person=f"P{index:06d}",
        name=name,
        surname=family,
        man=man,
        birth=START + timedelta(days=183 - int(years * 365.25)),
        country=country,
        origin=origin,
        city=city.name,
        zone=city.zone,
        phone=phone(rng, country) if rng.random() < 0.94 else None,
        email=email(rng, name) if rng.random() < (0.85 if app else 0.3) else None,
        device=f"D{int(rng.integers(16**10)):010x}" if app else None,
        institution=home.institutions[int(rng.integers(len(home.institutions)))],
        rule=rule,
        phase=phase,
        night=float(rng.uniform(0.3, 0.65)) if works_shifts else float(rng.beta(1.3, 8)),
        chatty=float(rng.beta(1.2, 1.6)),
        first=first,
        last=int(rng.integers(max(first, 0) + 100, DAYS)) if rng.random() < 0.07 else DAYS,
    )


def second_membership(rng: np.random.Generator, index: int, of: Member) -> Member:
    """The same person at another credit union of the group: mostly the same telephone, sometimes no app."""
    twin = member(rng, index)
    others = [name for name in HOMES[of.country].institutions if name != of.institution]
    twin.person, twin.name, twin.surname, twin.man, twin.birth = of.person, of.name, of.surname, of.man, of.birth
    twin.country, twin.origin, twin.city, twin.zone = of.country, of.origin, of.city, of.zone
    twin.rule, twin.phase, twin.night, twin.chatty = of.rule, of.phase, of.night, of.chatty
    twin.institution = others[int(rng.integers(len(others)))]
    if rng.random() < 0.8:
        twin.phone = of.phone
    if of.device is None or rng.random() < 0.75:
        twin.device = of.device
    return twin
