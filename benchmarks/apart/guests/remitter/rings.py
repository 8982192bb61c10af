"""Those who arrange, and the names they have collected for them.

A ring begins with one person in a household, sometimes one that is kept by an innocent relative abroad. When clerks ask
why she collects so often she lends from her surroundings: kin first, then neighbours. A neighbour who has seen how it
is done may begin on her own with payers handed over. When she is stopped, the payers look for somebody else.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from .days import DAYS, FEASTS, SCHOOL, yearly
from .families import Household
from .world import Receiver, World

LANDS = {"PH": 58, "TH": 9, "CO": 8, "DO": 6, "RO": 5, "MX": 5, "KE": 3, "GH": 3, "IN": 2, "JM": 1}
BUSY = 5
"""Payouts in thirty days at which a clerk begins to ask."""


@dataclass(slots=True)
class Arranger:
    """One who arranges: her names, her days, the days on which she asks all who ever paid."""

    ring: str
    country: str
    city: str
    names: list[Receiver]
    begins: float
    ends: float
    asks: set[int]
    payouts: list[int] = field(default_factory=list)
    solicits: bool = False

    def active(self, day: float) -> bool:
        """Say whether she can be paid on a day."""
        return self.begins <= day < self.ends

    def busy(self, day: int) -> bool:
        """Say whether she has collected so often of late that she needs another name."""
        self.payouts = [paid for paid in self.payouts if paid > day - 30]
        return len(self.payouts) >= BUSY


def _needs(world: World, country: str) -> set[int]:
    """Draw the days of need: fees, feasts, an illness, a motorcycle on credit. She writes to everybody at once."""
    dice = world.dice
    dates = [due for month, date in (*SCHOOL[country], *FEASTS[country]) for due in yearly(month, date)]
    days = [due - dice.randrange(8) for due in dates if dice.random() < 0.5]
    days += [dice.randrange(DAYS) for _ in range(dice.randrange(2, 7))]
    return {day + after for day in days for after in (0, 1, 2)}


class Rings:
    """All arrangers of a world, and how new ones come to be."""

    def __init__(self, world: World, houses: list[Household]) -> None:
        """Keep the households from which some arrangers come."""
        self.world = world
        self.houses = houses
        self.arrangers: list[Arranger] = []

    def begin(self, day: float) -> Arranger:
        """Begin a ring: half of them in a household that lives on ordinary remittances as well."""
        dice = self.world.dice
        country = dice.choices(list(LANDS), list(LANDS.values()))[0]
        kept = [house for house in dice.sample(self.houses, min(60, len(self.houses))) if house.country == country]
        if kept and dice.random() < 0.5:
            members = list(kept[0].members)
        else:
            first = self.world.receiver(country, female=dice.random() < 0.8, banked=0.15)
            members = [first]
            for _ in range(dice.choices((0, 1, 2), (40, 40, 20))[0]):
                same = first.family if dice.random() < 0.7 else None
                members.append(self.world.receiver(country, first.city, family=same, banked=0.15))
        ring = f"R{len(self.arrangers) + 1:03d}"
        return self._open(ring, members, day)

    def _open(self, ring: str, members: list[Receiver], day: float) -> Arranger:
        dice = self.world.dice
        country = members[0].country
        made = Arranger(
            ring,
            country,
            members[0].city,
            members[:2] if dice.random() < 0.6 else members[:1],
            day,
            day + dice.expovariate(1 / 380) + 25,
            _needs(self.world, country),
            solicits=dice.random() < 0.45,
        )
        for one in made.names:
            self.world.receiver_rings[one.index] = ring
        self.arrangers.append(made)
        return made

    def grow(self, arranger: Arranger, day: int) -> Arranger | None:
        """Let a busy arranger borrow one more name; give the new arranger when the lender goes on by herself."""
        dice = self.world.dice
        if len(arranger.names) >= 7 or not arranger.busy(day) or dice.random() > 0.05:
            return None
        kin = arranger.names[0].family if dice.random() < 0.4 else None
        lender = self.world.receiver(arranger.country, arranger.city, family=kin, banked=0.1)
        self.world.receiver_rings[lender.index] = arranger.ring
        arranger.names.append(lender)
        return self._open(arranger.ring, [lender], day + dice.uniform(20, 90)) if dice.random() < 0.18 else None

    def at_hand(self, day: float) -> list[Arranger]:
        """List the arrangers who can be paid on a day."""
        return [one for one in self.arrangers if one.active(day)]
