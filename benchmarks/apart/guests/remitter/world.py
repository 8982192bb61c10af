"""People at both ends, and their wishes to pay. What the counter makes of a wish is the counter's affair."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import NamedTuple

from . import names
from .days import DAY_MINUTES, DAYS, weekday
from .places import RECEIVING


@dataclass(slots=True)
class Account:
    """One customer number of a payer: opened at a counter or online, with what was then written down."""

    subject: str
    online: bool
    name: str
    phone: str | None
    city: str
    zone: str
    since: int


@dataclass(slots=True)
class Payer:
    """A person who pays from one of the sending countries; `renewed` is the day of a second registration.

    The `shy` would rather not be asked by a clerk, who may be a neighbour, what it is for.
    """

    index: int
    country: str
    city: str
    zone: str
    given: str
    family: str
    female: bool
    born: date
    origin: str | None
    income: float
    paydays: list[int]
    hour: float
    documented: bool
    joined: int
    left: int
    mind: str
    renewed: int | None = None
    shy: bool = False
    accounts: list[Account] = field(default_factory=list)

    @property
    def age(self) -> int:
        """Age in the window's middle year."""
        return 2024 - self.born.year


@dataclass(slots=True)
class Receiver:
    """A person (or a till) that is paid; `mates` may collect in their stead."""

    index: int
    country: str
    city: str
    given: str
    middle: str
    family: str
    banked: bool
    group: str | None
    mates: list[int] = field(default_factory=list)


class Wish(NamedTuple):
    """A wish to pay about `usd`, at a local minute of the window, as `mind` rounds it."""

    minute: int
    payer: int
    receiver: int
    usd: float
    kind: str
    mind: str


@dataclass(slots=True)
class World:
    """Everything that a run draws; `told` says from whom a payer learnt how to write a receiver's name.

    `payer_rings` and `receiver_rings` name the ring of those in one; `imitators` are payers whose crime looks like
    ordinary life by their own habit.
    """

    dice: Random
    payers: list[Payer] = field(default_factory=list)
    receivers: list[Receiver] = field(default_factory=list)
    wishes: list[Wish] = field(default_factory=list)
    told: dict[tuple[int, int], int] = field(default_factory=dict)
    payer_rings: dict[int, str] = field(default_factory=dict)
    receiver_rings: dict[int, str] = field(default_factory=dict)
    imitators: set[int] = field(default_factory=set)

    def receiver(
        self,
        country: str,
        city: str | None = None,
        *,
        female: bool | None = None,
        family: str | None = None,
        banked: float | None = None,
        group: str | None = None,
    ) -> Receiver:
        """Add a receiver; what is not given is drawn as is usual in the country. Women receive more often than men."""
        dice, place = self.dice, RECEIVING[country]
        woman = dice.random() < 0.62 if female is None else female
        made = Receiver(
            index=len(self.receivers),
            country=country,
            city=city or dice.choice(place.towns),
            given=names.given(dice, country, female=woman),
            middle=names.family(dice, country) if country in {"PH", "MX", "CO", "DO"} else "",
            family=family or names.family(dice, country),
            banked=dice.random() < (place.banked if banked is None else banked),
            group=group,
        )
        self.receivers.append(made)
        return made

    def want(
        self,
        payer: Payer,
        receiver: Receiver,
        day: float,
        usd: float,
        kind: str,
        *,
        mind: str | None = None,
        hour: float | None = None,
    ) -> bool:
        """Note a wish to pay, unless the payer is no customer on that day; say whether it was noted."""
        number = int(day)
        if not (max(payer.joined, 0) <= number < min(payer.left, DAYS)) or usd < 2:
            return False
        at = usual_hour(self.dice, payer, number) if hour is None else hour
        minute = number * DAY_MINUTES + int(at * 60)
        self.wishes.append(Wish(minute, payer.index, receiver.index, usd, kind, mind or payer.mind))
        return True


def usual_hour(dice: Random, payer: Payer, number: int) -> float:
    """Draw the hour at which a payer sees to money: by habit, later on Sundays, sometimes in the night.

    Many ordinary payers pay at night: they work shifts, or have just called a country where it is morning.
    """
    hour = dice.gauss(payer.hour, 1.9)
    if dice.random() < 0.12:
        hour = dice.uniform(6.5, 26)
    if weekday(number) == 6 and hour < 12:
        hour += 3
    return hour % 24


def after_payday(dice: Random, payer: Payer, number: int) -> int:
    """Give the day on which money asked for on a day is really sent: often the next payday or a day or two after."""
    for due in payer.paydays:
        if due >= number:
            return due + int(dice.expovariate(0.7))
    return number
