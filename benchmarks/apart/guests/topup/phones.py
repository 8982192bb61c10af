"""Telephones: those whose owners pay, and those that are topped up or hold a wallet."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from benchmarks.apart.kit.dice import Dice, Table
from benchmarks.apart.kit.names import full_name, surname
from benchmarks.apart.kit.places import COUNTRIES, city_of

HOSTS: Final = Table({"GB": 5, "US": 5, "FR": 3, "IT": 3, "AE": 2.5, "SG": 1.5, "NO": 1.2, "NZ": 1.2, "PH": 2, "GH": 1})
ROOTS: Final = {
    "GB": Table({"NG": 3, "GH": 3, "PH": 2, "JM": 2, "IN": 3, "RO": 2, "KE": 2}),
    "US": Table({"MX": 5, "DO": 3, "PH": 3, "CO": 2, "JM": 2, "NG": 1}),
    "FR": Table({"CI": 4, "MA": 4, "VN": 1, "RO": 1}),
    "IT": Table({"PH": 2, "RO": 3, "MA": 3, "PE": 2, "GH": 1}),
    "AE": Table({"IN": 5, "PH": 5, "KE": 1, "ID": 1}),
    "SG": Table({"PH": 3, "ID": 3, "IN": 3, "VN": 1}),
    "NO": Table({"PH": 3, "TH": 3, "RO": 1, "UA": 2}),
    "NZ": Table({"PH": 3, "IN": 3, "TH": 1}),
    "PH": Table({"PH": 1}),
    "GH": Table({"GH": 1}),
}


@dataclass(slots=True, eq=False)
class Phone:
    """A number that is topped up, or a handle that takes vouchers; `drain` is days until a full balance is used up."""

    number: str
    owner: str
    country: str
    zone: str
    name: str | None
    drain: float
    network: str
    email: str | None = None
    retired: int = 10_000
    """The day from which the number is dead; whoever paid it is told the next."""
    follows: Phone | None = None

    def at(self, day: int) -> Phone:
        """The number in use on a day."""
        phone = self
        while phone.follows is not None and day >= phone.retired:
            phone = phone.follows
        return phone


@dataclass(slots=True, eq=False)
class Payer:
    """An account of the distributor: an app on a telephone, a web guest with an e-mail address, or a shop."""

    id: str
    owner: str
    country: str
    city: str
    zone: str
    root: str
    style: str
    age: int
    year: int | None
    name: str | None
    phone: str
    device: str
    email: str | None
    first: int
    last: int
    asleep: float
    """The hour in the middle of the sleep: night workers sleep by day."""
    promo: float
    """How much the operators' bonus days attract."""
    man: bool
    twin: str | None = None
    quiet: bool = False
    own: Phone | None = None
    """The payer's number where others pay it."""


@dataclass(slots=True)
class Directory:
    """Every payer and every number."""

    dice: Dice
    days: int
    payers: list[Payer] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)

    def _fresh(self) -> int:
        while True:
            found = self.dice.randrange(10**7, 10**8)
            if found not in self.taken:
                self.taken.add(found)
                return found

    def phone(self, country: str, *, owner: str = "", name: str | None = None, voucher: bool = False) -> Phone:
        """A number of a country; names are known only where the wallet returns one, half masked."""
        d, land = self.dice, COUNTRIES[country]
        digits = self._fresh()
        _, zone = city_of(d, country)
        full = name or full_name(d, land.culture, surname(d, land.culture))
        email = f"user{digits}@example.{d.choice(['com', 'net', 'org'])}" if voucher else None
        key = owner or f"n{digits}"
        phone = Phone(
            f"+{land.dial}9{digits}", key, country, zone, full, d.about(11, 0.6), f"{country}{d.randrange(3)}", email
        )
        if not voucher and d.chance(0.09):  # a lost SIM: the next number is another receiver
            phone.retired = d.randrange(40, self.days)
            phone.follows = Phone(f"+{land.dial}9{self._fresh()}", key, country, zone, full, phone.drain, phone.network)
        return phone

    def enrol(self, count: int) -> None:
        """Let payers open accounts: one in fifty is a corner shop that tops up for whoever comes in."""
        d = self.dice
        for _ in range(count):
            country = HOSTS.draw(d)
            style = Table({"root": 0.56, "local": 0.23, "gamer": 0.13, "young": 0.06, "shop": 0.02}).draw(d)
            root = ROOTS[country].draw(d) if style in {"root", "shop"} else ""
            age = {
                "gamer": lambda: d.randint(13, 38), "young": lambda: d.randint(13, 21),
            }.get(style, lambda: min(82, max(19, round(d.gauss(43, 13)))))()  # fmt: skip
            culture = COUNTRIES[root or country].culture
            city, zone = city_of(d, country)
            digits, first = self._fresh(), 0 if d.chance(0.5) else d.randrange(self.days - 30)
            guest = style != "shop" and d.chance(0.22)
            told = style != "shop" and d.chance(0.3)
            claimed = 2024 - age if age >= 18 or d.chance(0.4) else 2024 - d.randint(18, 21)
            key = f"{'G' if guest else 'A'}{digits}"
            self.payers.append(
                Payer(
                    key, key, country, city, zone, root, style, age,
                    claimed if told else None,
                    full_name(d, culture, surname(d, culture)) if d.chance(0.4) else None,
                    f"+{COUNTRIES[country].dial}7{digits}",
                    f"d{d.randrange(16**9):09x}",
                    f"p{digits}@example.com" if guest else None,
                    first,
                    self.days if d.chance(0.7) else min(self.days, first + d.randint(20, 400)),
                    4.0 + d.gauss(0, 1.3) if d.chance(0.86) else d.uniform(9, 16),
                    d.choice([0.0, 0.0, 0.2, 0.6]),
                    d.chance(0.52),
                )
            )  # fmt: skip
