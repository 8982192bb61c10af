"""The receiving side of live-streamed abuse: households in which relatives of several children take payments."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np

from benchmarks.apart.guests.bank.almanac import SCHOOL_BREAKS, calendar_month
from benchmarks.apart.guests.bank.kin import keep_kin
from benchmarks.apart.guests.bank.names import CITIES, family_name, pick
from benchmarks.apart.guests.bank.world import World

LANDS: Final = ("PH", "TH", "CO", "DO", "RO", "KE", "ID", "VN")
WEIGHTS: Final = (0.5, 0.11, 0.11, 0.07, 0.08, 0.05, 0.04, 0.04)


@dataclass(slots=True)
class Household:
    """Adults of one family; each has one account at a time and opens another when the wallet is closed."""

    group: str
    land: str
    opens: float
    closes: float
    members: list[list[tuple[float, int]]] = field(default_factory=list)
    neighbour: Household | None = None

    def account(self, member: int, at: float) -> int:
        """The account that this member uses on that day."""
        history = self.members[member]
        return next((account for since, account in reversed(history) if since <= at), history[0][1])

    def presence(self, at: float) -> float:
        """How likely the children are at home when it is evening here and early morning there, by term and weekday."""
        if calendar_month(at) in SCHOOL_BREAKS.get(self.land, ()):
            return 1.35
        return 1.15 if int(at) % 7 in (4, 5) else 0.85


def _members(world: World, house: Household, size: int, *, wary: float) -> None:
    """An aunt, a mother, a cousin: related, yet half of them under another family name and some in another town."""
    rng = world.rng
    family, city = family_name(rng, house.land), pick(rng, CITIES[house.land])
    for _ in range(size):
        blood = family if rng.random() < 0.55 else None
        where = city if rng.random() < 0.8 else None
        woman = bool(rng.random() < 0.72)
        first = world.receivers.someone(
            house.land, "facilitation", family=blood, city=where, female=woman, group=house.group
        )
        history, since = [(-1e9, first)], house.opens
        while rng.random() < wary:
            since += float(rng.exponential(300))
            again = world.receivers.someone(house.land, "facilitation", group=house.group, same_as=first)
            history.append((since, again))
        house.members.append(history)


def open_house(world: World, number: str, *, private: bool = False) -> Household:
    """A household; a private one is known to one payer only, who met the mother on a dating site."""
    rng = world.rng
    opens = float(rng.uniform(-500, 330))
    house = Household(
        group=f"house-{number}",
        land=str(rng.choice(LANDS, p=WEIGHTS)),
        opens=opens,
        closes=opens + 200 + float(rng.gamma(2, 300)),
    )
    size = 1 if private else int(rng.choice([1, 2, 3, 4], p=[0.35, 0.35, 0.2, 0.1]))
    _members(world, house, size, wary=0.05 if private else 0.18)
    return house


def open_houses(world: World) -> list[Household]:
    """All shared households; a third know a neighbour who does the same and to whom payers are passed on.

    Two in five have a true relative at work in this country who sends real support to the same person.
    """
    rng = world.rng
    houses = [open_house(world, str(number)) for number in range(world.number(11, 3))]
    for house in houses:
        near = [other for other in houses if other.land == house.land and other is not house]
        if near and rng.random() < 0.35:
            house.neighbour = near[int(rng.integers(len(near)))]
        if rng.random() < 0.4:
            from_there = np.array([land == house.land for land in world.people.origin])
            for relative in world.choose(from_there, 1):
                keep_kin(world, relative, [house.members[0][0][1]])
    return houses
