"""Customers of the bank, and everyone they pay."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from . import clock, names
from .dice import Dice
from .places import COUNTRIES, HOME, HOME_CITIES, ORIGINS, ZONES

YEAR: Final = 2024


@dataclass(slots=True)
class Trip:
    """Days spent abroad, with the phone's clock there."""

    first: int
    last: int
    country: str


@dataclass(slots=True, eq=False)
class Customer:
    """A person with one or more accounts; what the bank does not hold (origin, means, shift) is here too."""

    accounts: list[str]
    numbers: dict[str, str]
    name: str
    born: int
    origin: str
    city: str
    zone: str
    devices: list[str]
    shift: float
    means: float
    pay_every: int
    pay_first: int
    joined: int
    shown_year: bool
    trips: list[Trip] = field(default_factory=list)
    group: str | None = None
    imitates: bool = False

    @property
    def person(self) -> str:
        """The first account stands for the person."""
        return self.accounts[0]

    @property
    def age(self) -> int:
        """Age in the world's year."""
        return YEAR - self.born

    @property
    def surname(self) -> str:
        """Last word of the name."""
        return self.name.rpartition(" ")[2]

    def paydays(self) -> list[int]:
        """Days on which wages or a benefit arrive."""
        if self.pay_every < 30:
            return list(range(self.pay_first, clock.DAYS, self.pay_every))
        return [int(month * 30.42) + self.pay_first % 28 for month in range(12)]


@dataclass(slots=True, eq=False)
class Receiver:
    """An account, wallet, card acceptor or pickup name that is paid."""

    subject: str
    person: str
    name: str
    country: str
    city: str
    zone: str
    rail: str
    account: str
    category: str | None = None
    phone: str | None = None
    group: str | None = None
    imitates: bool = False


class Registry:
    """Makes customers and receivers and keeps ids unique and meaningless."""

    def __init__(self, dice: Dice) -> None:
        self.dice = dice
        self._taken: set[str] = set()
        self._of_customer: dict[str, Receiver] = {}

    def _fresh(self, prefix: str, digits: int) -> str:
        """A random id: a running number would tell when, hence why, an account was made."""
        while True:
            made = f"{prefix}{self.dice.whole(0, 10**digits - 1):0{digits}d}"
            if made not in self._taken:
                self._taken.add(made)
                return made

    def customer(self, origin: str | None = None, age: int | None = None) -> Customer:
        """A new customer; one in 28 has a second account (joint, business, or the youth account kept)."""
        dice = self.dice
        origin = origin or dice.weigh(ORIGINS)
        if age is None:
            band = dice.weigh({(14, 17): 0.06, (18, 24): 0.17, (25, 39): 0.36, (40, 59): 0.28, (60, 82): 0.13})
            age = dice.whole(*band)
        accounts = [self._fresh("K", 8) for _ in range(1 + dice.chance(1 / 28))]
        city = dice.weigh(HOME_CITIES)
        every = dice.weigh({7: 0.35, 14: 0.45, 30: 0.2})
        return Customer(
            accounts=accounts,
            numbers={account: f"38-{dice.whole(9002, 9049)}-{self._fresh('', 7)}-00" for account in accounts[:1]}
            | {account: f"38-9001-{self._fresh('', 7)}-01" for account in accounts[1:]},
            name=names.person(dice, COUNTRIES[origin].names if dice.chance(0.94) else "english"),
            born=YEAR - age,
            origin=origin,
            city=city,
            zone=ZONES.get(city, "Pacific/Auckland"),
            devices=[self._fresh("d", 10) for _ in range(1 + dice.chance(0.18))],
            shift=dice.weigh({0.0: 0.78, 3.0: 0.11, 7.5: 0.06, -2.0: 0.05}) + dice.normal(0, 0.5),
            means=dice.about(0.45 if age < 18 else 0.75 if age < 25 else 1.0, 0.35),
            pay_every=every,
            pay_first=dice.whole(0, every - 1),
            joined=0 if dice.chance(0.78) else dice.whole(0, 300),
            # The question was added to the sign-up form late, and most old customers never answered it.
            shown_year=dice.chance(0.3 if age < 20 else 0.14),
        )

    def abroad(
        self,
        country: str,
        *,
        name: str | None = None,
        surname: str | None = None,
        person: str | None = None,
        group: str | None = None,
        rail: str | None = None,
    ) -> Receiver:
        """A payee of the transfer partner; the partner knows an account or wallet, not a person."""
        dice, place = self.dice, COUNTRIES[country]
        rail = rail or dice.weigh(place.rails)
        subject = self._fresh("P", 9)
        digits = self._fresh("", 10)
        return Receiver(
            subject=subject,
            person=person or subject,
            name=name or names.person(dice, place.names, surname),
            country=country,
            city=dice.favour(place.cities, 1.4),
            zone=place.zone,
            rail=rail,
            account="" if rail == "cash_pickup" else f"{country}{digits}",
            phone=f"+{digits[:9]}" if rail == "wallet" or dice.chance(0.15) else None,
            group=group,
        )

    def second(self, receiver: Receiver) -> Receiver:
        """Another account of the same person abroad, on whatever rail."""
        made = self.abroad(receiver.country, name=receiver.name, person=receiver.person, group=receiver.group)
        made.city = receiver.city
        return made

    def local(self, name: str | None = None, pool: str = "english") -> Receiver:
        """An account at another bank of the country, known by its number only."""
        dice = self.dice
        subject = self._fresh("P", 9)
        account = f"{dice.pick(('01', '02', '03', '06', '12'))}-{self._fresh('', 10)}-00"
        return Receiver(
            subject,
            subject,
            name or names.person(dice, pool),
            HOME,
            dice.weigh(HOME_CITIES),
            "Pacific/Auckland",
            "bank",
            account,
        )

    def shop(self, name: str, category: str, country: str = HOME) -> Receiver:
        """A card acceptor."""
        subject = self._fresh("P", 9)
        place = COUNTRIES[country]
        return Receiver(subject, subject, name, country, self.dice.pick(place.cities), place.zone, "card", "", category)

    def as_receiver(self, customer: Customer) -> Receiver:
        """The customer's own account as others pay it; the bank uses one id for both sides."""
        known = self._of_customer.get(customer.person)
        if known is None:
            known = Receiver(
                customer.person,
                customer.person,
                customer.name,
                HOME,
                customer.city,
                customer.zone,
                "bank",
                customer.numbers[customer.person],
            )
            known.group = customer.group
            self._of_customer[customer.person] = known
        return known
