"""Money sent home: migrants and their mothers, brothers, cousins, at payday and when something happens."""

from __future__ import annotations

import numpy as np

from . import clock, notes
from .book import Account
from .clock import Ints
from .ledger import FOREIGN, ROUND, spread
from .places import COUNTRIES
from .world import World


def write(world: World) -> None:
    """Each migrant supports a home; siblings who left for different countries support the same one."""
    rng = world.rng
    migrants = [account for account in world.members if account.origin != account.country]
    waiting: dict[str, list[tuple[list[Account], str]]] = {}
    for migrant in migrants:
        if world.chance(0.2):
            continue
        known = waiting.setdefault(migrant.origin, [])
        if known and world.chance(0.3):
            # A big family: another child abroad pays the same relatives, perhaps from another country.
            home, family = known[rng.integers(len(known))]
            migrant.family = family
            if " " in migrant.display:
                migrant.display = f"{migrant.given} {family}"
        else:
            home = _home(world, migrant)
            known.append((home, migrant.family))
        for rank, relative in enumerate(home):
            if rank == 0 or world.chance(0.6):
                _support(world, migrant, relative, rank)


def _home(world: World, migrant: Account) -> list[Account]:
    """Mother or wife first, then others; a married sister or an in-law bears another name."""
    rng = world.rng
    size = 1 + int(rng.poisson(0.9))
    city = int(rng.integers(len(COUNTRIES[migrant.origin].cities)))
    home = []
    for _ in range(size):
        kin = world.chance(0.72)
        age = float(rng.choice([rng.integers(18, 30), rng.integers(30, 50), rng.integers(48, 78)]))
        woman = world.chance(0.68)
        home.append(
            world.book.open(
                migrant.origin, age, woman=woman, family=migrant.family if kin else None,
                city=city if world.chance(0.8) else None,
            )
        )  # fmt: skip
    return home


def _calls_for_help(world: World, country: str) -> Ints:
    """Days when a home needs more: school, Christmas, storms, illness."""
    rng = world.rng
    days: list[int] = []
    if world.chance(0.6):
        days.append(clock.CHRISTMAS + int(rng.integers(-9, 6)))
    if country in clock.SCHOOL and world.chance(0.5):
        days.append(clock.SCHOOL[country] + int(rng.integers(-12, 6)))
    if country == "PH" and world.chance(0.35):
        days.extend(storm + int(rng.integers(0, 6)) for storm in clock.TYPHOONS)
    days.extend(rng.integers(clock.DAYS, size=rng.poisson(1.1)).tolist())
    return np.array(days, dtype=np.int64)


def _support(world: World, migrant: Account, relative: Account, rank: int) -> None:
    """The main relative is paid at payday; the others a little now and then, when they ask, often at night by chat."""
    rng = world.rng
    first = int(rng.integers(0, 250)) if world.chance(0.25) else 0
    if rank == 0:
        days = clock.after_payday(rng, migrant.country, first)
        days = days[rng.random(days.size) < rng.choice([0.3, 0.55, 0.9])]
        middle, habit = 150.0, "evening"
    else:
        days = clock.some_days(rng, int(rng.gamma(0.9, 4)) + 1, first)
        middle, habit = 45.0, "night" if world.chance(0.3) else "evening"
    generosity = float(spread(rng, 1, middle, 0.6)[0])
    dollars = spread(rng, days.size, generosity, 0.3)
    extra = _calls_for_help(world, relative.country)
    days = np.concatenate([days, extra])
    dollars = np.concatenate([dollars, spread(rng, extra.size, generosity * 1.3, 0.5)])
    world.ledger.pay(
        migrant.index, relative.index, clock.at(rng, days, habit, migrant.shift), dollars, "family_support",
        notes.pick(rng, "family", days.size), style=FOREIGN if world.chance(0.4) else ROUND,
    )  # fmt: skip
