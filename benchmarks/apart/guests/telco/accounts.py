"""Wallets of the operator and sender ids of its remittance partners.

A person may hold two: a second SIM is cheap at home, and abroad people move to whichever partner waives its fee. From
the day of the move their payments run over the later account; the institution sees two ids, `person` says they are one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np

from benchmarks.apart.guests.telco import names
from benchmarks.apart.guests.telco.places import COUNTRIES, HOME, HOME_CITIES, HOME_ZONE, MOBILE_SHAPES

OPERATOR: Final = "Salapi Mobile"


@dataclass(frozen=True, slots=True)
class Partner:
    """A remittance partner: what its messages carry, and when it posts what it received."""

    code: str
    share: float
    books_pesos: bool = False
    sends_birth_year: float = 1.0
    sends_phone: float = 0.9
    sends_city: float = 0.8
    posting: str = "instant"


PARTNERS: Final[dict[str, Partner]] = {
    "Kurier Remit": Partner("KR", 0.36),
    "Padala Direct": Partner("PD", 0.28, books_pesos=True, sends_birth_year=0.6, sends_city=0.3),
    "Golden Strait Exchange": Partner("GS", 0.22, sends_phone=0.5, posting="quarter_hour"),
    "Harbour Bank Transfers": Partner("HB", 0.14, sends_birth_year=0.0, sends_phone=0.2, posting="three_a_day"),
}
"""One books pesos paid out, one posts in three batches a day: so the sum sent or the hour is lost for their senders."""


@dataclass(slots=True, eq=False)
class Account:
    """One id in the payments; `later` is where the same person continues from day `moved`, if they ever do."""

    index: int
    id: str
    person: str
    given: str
    family: str
    birth_year: int
    woman: bool
    country: str
    city: str
    zone: str
    institution: str
    phone: str
    device: str | None
    shows_name: bool
    shows_birth_year: bool
    shows_phone: bool
    shows_city: bool
    thinks_in_pesos: bool
    later: Account | None = None
    moved: int = 10_000

    @property
    def age(self) -> int:
        """Age during the year."""
        return 2024 - self.birth_year

    @property
    def name(self) -> str:
        """Name as registered."""
        return f"{self.given} {self.family}".strip()


def _chosen(rng: np.random.Generator, shares: dict[str, float]) -> str:
    keys = list(shares)
    weights = np.fromiter(shares.values(), dtype=np.float64)
    return keys[int(np.searchsorted(np.cumsum(weights / weights.sum()), rng.random()).clip(0, len(keys) - 1))]


def _mobile(rng: np.random.Generator, country: str) -> str:
    return "+" + "".join(str(rng.integers(10)) if sign == "#" else sign for sign in MOBILE_SHAPES[country])


@dataclass(slots=True)
class Register:
    """Opens accounts; their numbers are drawn, so that an id says nothing about who holds it."""

    rng: np.random.Generator
    accounts: list[Account] = field(default_factory=list)
    _taken: set[int] = field(default_factory=set)

    def _number(self) -> int:
        while (number := int(self.rng.integers(10_000_000, 99_999_999))) in self._taken:
            pass
        self._taken.add(number)
        return number

    def wallet(
        self,
        age: int,
        *,
        woman: bool | None = None,
        given: str | None = None,
        family: str | None = None,
        city: str | None = None,
        device: str | None = None,
        person: str | None = None,
    ) -> Account:
        """A phone-number wallet at home. Basic wallets (a quarter, most of the youngest) show no birth year."""
        rng = self.rng
        number = self._number()
        female = bool(rng.random() < 0.56) if woman is None else woman
        full = rng.random() < (0.35 if age < 18 else 0.8)
        has_app = rng.random() < 0.85
        account = Account(
            index=len(self.accounts),
            id=f"W{number}",
            person=person or f"W{number}",
            given=given or names.pick(rng, names.HOME_WOMEN if female else names.HOME_MEN),
            family=names.pick(rng, names.HOME_FAMILIES) if family is None else family,
            birth_year=2024 - age,
            woman=female,
            country=HOME,
            city=city or _chosen(rng, HOME_CITIES),
            zone=HOME_ZONE,
            institution=OPERATOR,
            phone=f"+639{number:08d}{int(rng.integers(10))}",
            device=(device or f"d{int(rng.integers(16**10)):010x}") if has_app else None,
            shows_name=bool(full or rng.random() < 0.7),
            shows_birth_year=bool(full),
            shows_phone=True,
            shows_city=bool(full),
            thinks_in_pesos=True,
        )
        self.accounts.append(account)
        return account

    def sender(
        self,
        shares: dict[str, float],
        age: int,
        *,
        woman: bool | None = None,
        native: bool = True,
        family: str | None = None,
        like: Account | None = None,
    ) -> Account:
        """A sender at a remittance partner; `like` opens one more id for the same person at another partner."""
        rng = self.rng
        country = like.country if like else _chosen(rng, shares)
        open_at = {name: p.share for name, p in PARTNERS.items() if like is None or name != like.institution}
        institution = _chosen(rng, open_at)
        partner = PARTNERS[institution]
        number = self._number()
        city, zone = COUNTRIES[country].cities[int(rng.integers(len(COUNTRIES[country].cities)))]
        female = bool(rng.random() < 0.5) if woman is None else woman
        women, men, families = (
            (names.STRANGER_WOMEN, names.STRANGER_MEN, names.STRANGER_FAMILIES)
            if native
            else (names.HOME_WOMEN, names.HOME_MEN, names.HOME_FAMILIES)
        )
        account = Account(
            index=len(self.accounts),
            id=f"{partner.code}{number}",
            person=like.person if like else f"{partner.code}{number}",
            given=like.given if like else names.pick(rng, women if female else men),
            family=like.family if like else (family or names.pick(rng, families)),
            birth_year=like.birth_year if like else 2024 - age,
            woman=like.woman if like else female,
            country=country,
            city=like.city if like else city,
            zone=like.zone if like else zone,
            institution=institution,
            phone=like.phone if like else _mobile(rng, country),
            device=None,
            shows_name=True,
            shows_birth_year=bool(rng.random() < partner.sends_birth_year),
            shows_phone=bool(rng.random() < partner.sends_phone),
            shows_city=bool(rng.random() < partner.sends_city),
            thinks_in_pesos=like.thinks_in_pesos if like else bool(rng.random() < (0.35 if native else 0.6)),
        )
        self.accounts.append(account)
        return account

    def move(self, account: Account, day: int) -> None:
        """From `day` on, the person of `account` uses one more SIM or one more partner."""
        if account.country == HOME:
            account.later = self.wallet(
                account.age,
                woman=account.woman,
                given=account.given,
                family=account.family,
                city=account.city,
                device=account.device,
                person=account.person,
            )
        else:
            account.later = self.sender({}, account.age, like=account)
        account.moved = day
