"""What every mechanism shares: chance, the register, the ledger, and the groups that people belong to."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from benchmarks.apart.guests.diaspora import names
from benchmarks.apart.guests.diaspora.dice import Dice
from benchmarks.apart.guests.diaspora.ledger import Ledger
from benchmarks.apart.guests.diaspora.people import Payer, Receiver, Register
from benchmarks.apart.guests.diaspora.places import ABROAD, ELSEWHERE, NG, PH, Abroad, Home


@dataclass(slots=True)
class Family:
    """A family at home: who is left there, by what they are to the payers, and who pays from abroad."""

    name: str
    home: Home
    town: str
    surnames: tuple[str, str]
    kin: list[tuple[str, Receiver]]
    payers: list[Payer] = field(default_factory=list)


@dataclass(slots=True)
class World:
    """The world while it is being written; `groups` holds rings and households by account for the truth."""

    dice: Dice
    register: Register
    ledger: Ledger
    families: list[Family] = field(default_factory=list)
    locals: list[Payer] = field(default_factory=list)
    young: list[Payer] = field(default_factory=list)
    groups: dict[str, str] = field(default_factory=dict)
    imitators: dict[str, bool] = field(default_factory=dict)
    by_town: dict[str, list[Family]] = field(default_factory=lambda: defaultdict(list))

    def surname(self, country: str) -> str:
        """A family name of that country's stock."""
        return self.dice.choice(names.FAMILY[names.stock_of(country)])

    def live_abroad(self, weights: tuple[float, ...]) -> Abroad:
        """A country to live in."""
        return self.dice.weighted(ABROAD, weights)

    def somewhere(self, philippines: float = 0.6, nigeria: float = 0.12) -> Home:
        """A country to pay to; the app's fame is in its two main corridors, so others come for these too."""
        draw = self.dice.random()
        if draw < philippines:
            return PH
        return NG if draw < philippines + nigeria else self.dice.choice(ELSEWHERE)

    def stranger(self, home: Home, rail: str | None = None, title: str = "") -> Receiver:
        """A new payout account of somebody outside the families."""
        return self.register.receiver(home, self.dice.choice(home.towns), self.surname(home.code), rail, title)


def new_world(seed: int) -> World:
    """An empty world."""
    dice = Dice(seed)
    return World(dice, Register(dice), Ledger(dice))
