"""The two kinds of people: payers with a document, receivers with a telephone."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np

from .names import family_name, given_name, pick
from .places import HOMES, HOSTS
from .seasons import DAYS, FIRST, payday


@dataclass(slots=True)
class Payer:
    """Somebody who showed a document once; the group never gives one person two ids."""

    id: str
    host: str
    home: str | None
    """Country of the payer's family; none for residents who are not migrants."""
    name: str
    woman: bool
    birth: date
    city: str
    phone: str | None
    joined: int
    left: int
    payday: int
    means: float
    """Sums relative to others'."""
    counter: bool
    """Pays at the counter rather than in the app."""
    books_late: bool
    """Funds the app by bank transfer, which books on the next working day: the hour of the wish is lost."""
    device: str
    new_device: str
    device_from: int

    @property
    def age(self) -> int:
        """Age in the middle of the window."""
        return 2024 - self.birth.year

    @property
    def family_name(self) -> str:
        """Last word of the name."""
        return self.name.split()[-1]


@dataclass(slots=True)
class Receiver:
    """Somebody abroad; the institution knows only the profiles under which this person was entered."""

    person: str
    home: str
    city: str
    name: str
    woman: bool
    phones: list[str]
    account: str
    business: bool = False
    """Has a biller's fixed profile."""
    crowd: float = 1.0
    """How many payers find this receiver, relative to others of the trade."""
    day_from: int = 0
    day_to: int = DAYS
    extra: dict[str, float] = field(default_factory=dict)


class Registry:
    """Makes people; numbers them in order."""

    def __init__(self, rng: np.random.Generator) -> None:
        self._rng = rng
        self._payers = 0
        self._receivers = 0

    def _phone(self, dial: str) -> str:
        return f"{dial}{int(self._rng.integers(10**7, 10**8))}"

    def payer(self, host: str, home: str | None, age: float, family: str | None = None) -> Payer:
        """A new customer; a family name is given when kin come together."""
        rng, place = self._rng, HOSTS[host]
        self._payers += 1
        culture = HOMES[home].culture if home else place.culture
        woman = rng.random() < (0.5 if home else 0.4)
        # Older people and labourers without a bank card go to the counter; the young never do.
        counter = rng.random() < 0.12 + (0.3 if age > 55 else 0.0) + (0.2 if host == "AE" else 0.0)
        joined = 0 if rng.random() < 0.58 else int(rng.random() * (DAYS - 20))
        left = DAYS if rng.random() < 0.86 else min(DAYS, joined + 30 + int(rng.exponential(260)))
        number = self._payers
        return Payer(
            id=f"{host}{number * 7919 % 9999991:07d}",
            host=host,
            home=home,
            name=f"{given_name(culture, woman, rng)} {family or family_name(culture, rng)}",
            woman=woman,
            birth=FIRST - timedelta(days=int(age * 365.25)),
            city=pick(rng, place.cities),
            phone=None if rng.random() < 0.05 else self._phone(place.dial),
            joined=joined,
            left=left,
            payday=payday(host, rng),
            means=float(rng.lognormal(0.0, 0.4)),
            counter=counter,
            books_late=rng.random() < place.late_funding,
            device=f"d{int(rng.integers(16**9, 16**10)):x}",
            new_device=f"d{int(rng.integers(16**9, 16**10)):x}",
            device_from=int(rng.random() * DAYS * 2),
        )

    def receiver(
        self,
        home: str,
        *,
        woman: bool | None = None,
        family: str | None = None,
        city: str | None = None,
        name: str | None = None,
        culture: str | None = None,
    ) -> Receiver:
        """A new person (or, with a name, a business) abroad."""
        rng, place = self._rng, HOMES[home]
        culture = culture or place.culture
        self._receivers += 1
        is_woman = rng.random() < 0.58 if woman is None else woman
        return Receiver(
            person=f"person-{self._receivers:06d}",
            home=home,
            city=city or pick(rng, place.cities),
            name=name or f"{given_name(culture, is_woman, rng)} {family or family_name(culture, rng)}",
            woman=is_woman,
            phones=[self._phone(place.dial) for _ in range(2 if rng.random() < 0.3 else 1)],
            account=f"{int(rng.integers(10**9, 10**10))}",
            business=name is not None,
        )
