"""People: households at home with their accounts at the post bank, and payers abroad of whom it knows little."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np

from benchmarks.apart.guests.postbank import names
from benchmarks.apart.guests.postbank.partners import Partner
from benchmarks.apart.guests.postbank.places import HOME, City

YEAR: Final = 2025
_STREETS: Final = (
    "Purok 1",
    "Purok 3",
    "Purok 6",
    "Sitio Riverside",
    "Blk 4 Lot 11",
    "Blk 9 Lot 2",
    "Rizal St",
    "Mabini St",
)
_BARANGAYS: Final = (
    "San Isidro",
    "Poblacion",
    "Sta Cruz",
    "San Roque",
    "Bagong Silang",
    "Del Pilar",
    "Lahug",
    "Matina",
)


@dataclass(frozen=True, slots=True)
class Account:
    """A wallet, a passbook, a merchant's till, or the profile that a counter keeps of one who collects cash."""

    id: str
    person: str
    product: str
    name: str
    birth_year: int | None
    phone: str | None
    city: str
    address: str | None
    number: str | None
    category: str | None = None


@dataclass(eq=False, slots=True)
class Person:
    """Somebody at home: known well, since the post bank sees the papers."""

    key: str
    given: str
    surname: str
    birth_year: int
    city: City
    household: int
    address: str
    device: str
    phone: str
    accounts: list[Account] = field(default_factory=list)

    @property
    def age(self) -> int:
        """Age in the year that most of the period falls in."""
        return YEAR - self.birth_year

    @property
    def handle(self) -> str:
        """The name that the person goes by on line."""
        return f"@{self.given.lower()}{self.key[-3:]}"

    @property
    def wallet_like(self) -> bool:
        """Whether the person can pay: holds a wallet or a passbook, not only a counter's profile."""
        return bool(self.accounts) and self.accounts[0].product != "counter"

    @property
    def wallet(self) -> Account:
        """The account that the person pays from (the first: the wallet if there is one)."""
        return self.accounts[0]


@dataclass(eq=False, slots=True)
class Payer:
    """Whoever pays: somebody abroad through partners, or one at home from an account of the post bank's own."""

    key: int
    given: str
    surname: str
    birth_year: int
    city: City
    partners: tuple[Partner, ...]
    account: Account | None = None
    device: str | None = None
    kinds: set[str] = field(default_factory=set)

    @property
    def age(self) -> int:
        """Age in the year that most of the period falls in."""
        return YEAR - self.birth_year


class Population:
    """All households, and the accounts opened so far."""

    def __init__(self, rng: np.random.Generator, households: int) -> None:
        self._rng = rng
        self._serial = 0
        self.people: list[Person] = []
        self.homes: list[list[Person]] = [self._household(number) for number in range(households)]
        self.adults = [person for person in self.people if person.age >= 18]
        self.minors = [person for person in self.people if 11 <= person.age < 18 and person.accounts]

    def open(self, person: Person, product: str, name: str | None = None) -> Account:
        """Open an account or a counter's profile in a person's name."""
        self._serial += 1
        prefix, number = {
            "wallet": ("KW", person.phone),
            "savings": ("KS", f"0{7_310_000_000 + self._serial * 13}"),
            "counter": ("KC", None),
        }[product]
        account = Account(
            f"{prefix}-{100_000 + self._serial * 3}",
            person.key,
            product,
            name or f"{person.given} {person.surname}",
            person.birth_year if product != "counter" or self._rng.random() < 0.8 else None,
            person.phone if product == "wallet" or self._rng.random() < 0.6 else None,
            person.city.name,
            person.address if product != "counter" else None,
            number,
        )
        person.accounts.append(account)
        return account

    def merchant(self, name: str, category: str, city: City) -> Account:
        """A till: a biller, a shop, a school, a lender."""
        self._serial += 1
        code = f"KM-{100_000 + self._serial * 3}"
        return Account(code, code, "merchant", name, None, None, city.name, None, code[3:], category)

    def person(self, household: int, city: City, address: str, surname: str, age: int) -> Person:
        """Somebody new in a household, who has not yet an account."""
        rng = self._rng
        n = len(self.people)
        given = names.given(rng, "filipino", male=bool(rng.random() < 0.45))
        phone = f"+63 9{15 + int(rng.integers(0, 60)):02d} {int(rng.integers(0, 10_000_000)):07d}"
        born = YEAR - age
        person = Person(
            f"H{n:06d}", given, surname, born, city, household, address, f"k{n * 2654435761 % 2**32:08x}", phone
        )
        self.people.append(person)
        return person

    def _household(self, number: int) -> list[Person]:
        """Parents, children, often a grandmother: kin who share an address, mostly a surname, sometimes a telephone."""
        rng = self._rng
        city = HOME[int(rng.integers(0, len(HOME)))]
        address = (
            f"{int(rng.integers(1, 400))} {_STREETS[rng.integers(0, len(_STREETS))]}, "
            f"Brgy {_BARANGAYS[rng.integers(0, len(_BARANGAYS))]}"
        )
        surname = names.family(rng, "filipino")
        eldest = int(rng.integers(24, 72))
        ages = [eldest]
        if rng.random() < 0.55:
            ages.append(max(20, eldest + int(rng.integers(-6, 5))))
        ages += [max(0, eldest - int(rng.integers(19, 38))) for _ in range(int(rng.poisson(1.3)))]
        home: list[Person] = []
        for age in ages:
            own = surname if rng.random() < 0.8 else names.family(rng, "filipino")
            person = self.person(number, city, address, own, age)
            self._open_usual(person)
            if home and rng.random() < 0.12:
                person.device = home[0].device
            home.append(person)
        return home

    def _open_usual(self, person: Person) -> None:
        """Wallets among the young, passbooks among the old, a counter's profile where neither is; at times a second.

        Counters key the name anew when the card shown differs (a maiden name, a short name), so one person becomes two.
        """
        rng = self._rng
        if person.age < 11:
            return
        if rng.random() < (0.45 if person.age < 18 else 0.75 if person.age < 45 else 0.45):
            self.open(person, "wallet")
        if person.age < 18:
            return
        if rng.random() < 0.25:
            self.open(person, "savings")
        if not person.accounts or rng.random() < 0.35:
            self.open(person, "counter")
            if rng.random() < 0.07:
                self.open(person, "counter", f"{person.given[:4]} {names.family(rng, 'filipino')}")
