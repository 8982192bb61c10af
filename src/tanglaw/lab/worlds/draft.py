"""A practice world in the making: behaviours add people and payments to it, and know nothing of columns."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np

from tanglaw.lab.worlds import kinds
from tanglaw.lab.worlds.arrays import Flags, Floats, Ints, Rng, chance, ints
from tanglaw.lab.worlds.names import name_pool
from tanglaw.lab.worlds.neighbourhoods import NOWHERE, Neighbourhoods
from tanglaw.lab.worlds.places import COUNTRIES, towns
from tanglaw.lab.worlds.rhythm import Calendar

CHANNELS: Final = ("remitter", "app", "bank", "card", "crypto")
"""What kind of institution a person mostly uses."""

RAILS: Final = {"cash_pickup": 0, "wallet": 1, "bank": 2, "card": 3, "crypto": 4, "usual": 5}
"""Numbers of the rails; ``usual`` leaves it to the receiver's habit."""


MOTIVES: Final = (None, ("ordinary", "ordinary"), ("family_support", "family_receiver"))
"""What a payment makes of payer and receiver: their own kind, an everyday payment, family support."""
OWN_KIND, EVERYDAY, FAMILY = 0, 1, 2


@dataclass(frozen=True, slots=True)
class People:
    """A block of people (or organisations), as arrays of one length.

    Attributes:
        id: their numbers in the world.
        country: country of residence; ``tradition``: their name tradition; ``surname``, ``given``: numbers of names.
        town: number of the town; ``born``: day of birth, counted from the world's first day (negative).
        kind: true kind; ``variant``: finer behaviour; ``group``: mechanism; ``hard``: imitates another kind.
        channel: index in :data:`CHANNELS`; ``several``: uses a second institution too; ``trade``: 0, or what is traded.
    """

    id: Ints
    country: Ints
    tradition: Ints
    surname: Ints
    given: Ints
    town: Ints
    born: Ints
    kind: Ints
    variant: Ints
    group: Ints
    hard: Flags
    channel: Ints
    several: Flags
    trade: Ints


@dataclass(frozen=True, slots=True)
class Payments:
    """A block of payments, as arrays of one length; ``day`` and ``second`` are the payer's local time.

    ``motive`` numbers :data:`MOTIVES`: most payments are of the person's own kind, others are life beside it.
    """

    payer: Ints
    receiver: Ints
    day: Ints
    second: Ints
    usd: Floats
    rounding: Ints
    reference: Ints
    rail: Ints
    motive: Ints


@dataclass(slots=True)
class Draft:
    """The world so far; ``neighbourhoods`` are of people who pay each other at home."""

    calendar: Calendar
    kind: str
    people: list[People] = field(default_factory=list)
    payments: list[Payments] = field(default_factory=list)
    variants: list[str] = field(default_factory=lambda: ["", "beside"])
    neighbourhoods: Neighbourhoods = NOWHERE
    size: int = 0
    groups: int = 0

    @property
    def days(self) -> int:
        """Days the world lasts."""
        return self.calendar.days

    def variant(self, name: str) -> int:
        """Number of a finer behaviour's name."""
        if name not in self.variants:
            self.variants.append(name)
        return self.variants.index(name)

    def native_tradition(self, country: Ints) -> Ints:
        """Number of the name tradition most people of each country have."""
        pool = name_pool()
        return np.array([pool.number(place.names) for place in COUNTRIES])[country]

    def new_groups(self, count: int) -> Ints:
        """Numbers for ``count`` new mechanisms."""
        self.groups += count
        return np.arange(self.groups - count + 1, self.groups + 1, dtype=np.int64)

    def add_people(  # noqa: D417 -- People describes the rest
        self,
        rng: Rng,
        country: Ints,
        *,
        kind: str,
        age: Floats,
        tradition: Ints | None = None,
        surname: Ints | None = None,
        town: Ints | None = None,
        variant: Ints | str = "",
        group: Ints | int = 0,
        hard: Flags | bool = False,
        channel: Ints | str = "remitter",
        several: float | Floats = 0.06,
        trade: Ints | int = 0,
    ) -> People:
        """Add one person for each element of ``country``.

        Args:
            age: years at the world's first day.
            surname: number of the surname, or -1 to draw one.
            several: chance of using a second institution.
        """
        n, pool = len(country), name_pool()
        tradition = self.native_tradition(country) if tradition is None else tradition
        drawn = pool.draw_surnames(rng, tradition)
        block = People(
            id=np.arange(self.size, self.size + n, dtype=np.int64),
            country=country,
            tradition=tradition,
            surname=drawn if surname is None else np.where(surname >= 0, surname, drawn),
            given=pool.draw_given(rng, tradition),
            town=towns().draw(rng, country) if town is None else town,
            born=-ints(age * 365.25) - 1,
            kind=_full(n, kinds.NUMBER[kind]),
            variant=_full(n, self.variant(variant)) if isinstance(variant, str) else variant,
            group=_full(n, group),
            hard=np.broadcast_to(np.asarray(hard), n).copy(),
            channel=_full(n, CHANNELS.index(channel)) if isinstance(channel, str) else channel,
            several=chance(rng, n, several),
            trade=_full(n, trade),
        )
        self.people.append(block)
        self.size += n
        return block

    def add_payments(
        self,
        *,
        payer: Ints,
        receiver: Ints,
        day: Ints,
        second: Ints,
        usd: Floats,
        rounding: Ints | int,
        reference: Ints | int,
        rail: Ints | str = "usual",
        motive: int = OWN_KIND,
    ) -> None:
        """Add payments; those outside the world's days are left out."""
        n = len(payer)
        carry = second // 86_400
        day, second = day + carry, second - carry * 86_400
        inside = (day >= 0) & (day < self.days)
        block = Payments(
            payer, receiver, day, second, usd, _full(n, rounding), _full(n, reference),
            _full(n, RAILS[rail]) if isinstance(rail, str) else rail,
            _full(n, motive),
        )  # fmt: skip
        columns = (getattr(block, name)[inside] for name in Payments.__dataclass_fields__)
        self.payments.append(Payments(*columns))

    def thin(self, rng: Rng, keep: float) -> None:
        """Leave out payments at random: a world in which people pay seldom."""
        for number, block in enumerate(self.payments):
            kept = chance(rng, len(block.payer), keep)
            self.payments[number] = Payments(*(getattr(block, name)[kept] for name in Payments.__dataclass_fields__))

    def all_people(self) -> People:
        """Every person, by number."""
        columns = People.__dataclass_fields__
        return People(*(np.concatenate([getattr(block, name) for block in self.people]) for name in columns))

    def all_payments(self) -> Payments:
        """Every payment, in order of behaviour."""
        columns = Payments.__dataclass_fields__
        return Payments(*(np.concatenate([getattr(block, name) for block in self.payments]) for name in columns))


def _full(size: int, value: Ints | int) -> Ints:
    return np.broadcast_to(np.asarray(value, dtype=np.int64), size).copy()


def ages(  # noqa: PLR0917 -- a distribution reads in this order
    rng: Rng, size: int, mean: float, sd: float, lowest: float, highest: float
) -> Floats:
    """Ages in years: normal, folded back into the bounds (never piled up on them)."""
    drawn = rng.normal(mean, sd, size)
    outside = (drawn < lowest) | (drawn > highest)
    return np.where(outside, rng.uniform(lowest, highest, size), drawn)
