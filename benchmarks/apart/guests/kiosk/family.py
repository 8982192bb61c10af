"""Money home: several relatives, payday, school, feasts, storms, and siblings who pay one household."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np

from benchmarks.apart.guests.kiosk import calendar, clock
from benchmarks.apart.guests.kiosk.people import Payer
from benchmarks.apart.guests.kiosk.places import DESTINATIONS
from benchmarks.apart.guests.kiosk.receivers import Receiver
from benchmarks.apart.guests.kiosk.world import Tie, World

WORDS: Final = ("family support", "school fees", "for mama", "medical", "rent", "food", "birthday", "allowance")


@dataclass(slots=True)
class Household:
    """Relatives at home who are paid by one or more people abroad."""

    name: str
    members: list[Receiver] = field(default_factory=list)


@dataclass(slots=True)
class Homes:
    """Households by country: a newcomer may be the sibling of somebody who already pays."""

    known: dict[str, list[Household]] = field(default_factory=dict)

    def of(self, world: World, country: str) -> Household:
        """An existing household (a sibling pays there too), or a new one."""
        rng, homes = world.rng, self.known.setdefault(country, [])
        if homes and rng.random() < 0.3:
            return homes[int(rng.integers(len(homes)))]
        surname = str(rng.choice(DESTINATIONS[country].family))
        home = Household(f"home-{country}-{len(homes)}")
        for _ in range(int(rng.choice([1, 2, 3, 4, 6], p=[0.42, 0.3, 0.16, 0.09, 0.03]))):
            home.members.append(world.book.add(country, surname=surname))
        homes.append(home)
        return home


def support(world: World, payer: Payer, homes: Homes) -> None:
    """Main relative on payday, others less often; needs and storms come at any hour."""
    rng, home = world.rng, homes.of(world, payer.home)
    wordy = float(rng.choice([0.0, 0.08, 0.6], p=[0.6, 0.3, 0.1]))
    for place, member in enumerate(home.members[: int(rng.integers(1, len(home.members) + 1))]):
        tie = Tie("family_support", "family_receiver", home.name, words=WORDS, wordy=wordy)
        due = calendar.paydays(payer.payday, payer.first, payer.last, twice=payer.twice and place == 0)
        kept = due[rng.random(len(due)) < (0.88 if place == 0 else rng.uniform(0.1, 0.6))]
        days = kept + rng.choice([0, 0, 0, 1, 1, 2, 4], len(kept))
        size = (
            payer.means * (190 if place == 0 else rng.choice([25.0, 45.0, 80.0, 140.0])) / (1.5 if payer.twice else 1)
        )
        usual = size * np.exp(rng.normal(0, 0.22, len(days)))
        school = np.isin(calendar.MONTH[np.minimum(days, calendar.DAYS - 1)], (6, 9))
        world.send(payer, member, tie, clock.at(rng, days, payer.part), np.where(school, 1.35, 1.0) * usual)
        _beyond_the_month(world, payer, member, tie, size)


def _beyond_the_month(world: World, payer: Payer, member: Receiver, tie: Tie, size: float) -> None:
    """Load for a phone, a sick child, a feast, a storm: asked for by message and often sent within the hour."""
    rng = world.rng
    small = calendar.scattered(rng, int(rng.poisson(1.6)), payer.first, payer.last)
    if rng.random() < 0.08:  # somebody who is asked all the time
        small = calendar.scattered(rng, int(rng.integers(15, 50)), payer.first, payer.last)
    part = "night" if rng.random() < 0.3 else "evening"
    world.send(payer, member, tie, clock.at(rng, small, part), rng.choice([9.0, 18.0, 35.0, 55.0], len(small)))
    for days, chance in ((calendar.FEASTS.get(payer.home, ()), 0.4), (calendar.STORMS.get(payer.home, ()), 0.25)):
        extra = np.array([d for d in days if payer.first <= d <= payer.last and rng.random() < chance], dtype=np.int64)
        extra = extra + rng.integers(-2, 6, len(extra))
        world.send(
            payer, member, tie, clock.at(rng, extra, "evening"), 0.7 * size * np.exp(rng.normal(0, 0.4, len(extra)))
        )


def relay(world: World, payer: Payer, homes: Homes) -> None:
    """The neighbour with papers and a wallet who sends for those who have neither: many unrelated relatives."""
    rng = world.rng
    for _ in range(int(rng.integers(3, 9))):
        home = homes.of(world, payer.home)
        days = calendar.scattered(rng, int(rng.integers(1, 7)), payer.first, payer.last)
        sums = rng.lognormal(np.log(85), 0.6, len(days))
        world.send(
            payer,
            home.members[0],
            Tie("family_support", "family_receiver", home.name),
            clock.at(rng, days, payer.part),
            sums,
        )
