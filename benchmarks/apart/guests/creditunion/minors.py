"""Adults who pay minors at home for material: an alias in a profile, a small round sum, an evening after school.

It sits among allowances, sitters' wages and shoes sold by pupils; what differs is that unrelated adults of other cities
pay one pupil again and again for nothing that is shipped, and that the same adults pay other pupils.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from benchmarks.apart.guests.creditunion import money
from benchmarks.apart.guests.creditunion.at_home import FRIENDS
from benchmarks.apart.guests.creditunion.clock import DAYS, hours, renewals
from benchmarks.apart.guests.creditunion.people import Member, Receiver
from benchmarks.apart.guests.creditunion.world import World, moment

KINDS: Final = ("minor_purchase", "minor_recipient")


def _pupils(world: World) -> dict[str, list[Receiver]]:
    """Paid pupils by country; half hold a youth account of the group, of the others only an alias is known."""
    young = [member for member in world.members if member.youth]
    pupils: dict[str, list[Receiver]] = {}
    for _ in range(world.number(15, 4)):
        if young and world.chance(0.5):
            child = world.one(young)
            pupils.setdefault(child.country, []).append(world.own(child))
        else:
            land = world.one(("CA", "CA", "US", "US", "NO"))
            pupils.setdefault(land, []).append(world.alias(land, man=world.chance(0.35)))
    return pupils


def _purchases(world: World, member: Member, pupil: Receiver, first: float, level: float) -> None:
    """A season with one pupil; the season ends with a blocked profile."""
    season = min(float(DAYS), first + float(world.rng.exponential(55)) + 4)
    days = np.concatenate([[int(first)], renewals(world.rng, float(world.rng.uniform(4, 22)), first, season, 0.8)])
    usd = money.spread(world.rng, level, 0.4, len(days))
    local = hours(world.rng, len(days), min(0.9, member.night + 0.4))
    world.give(
        member,
        world.again(pupil, 0.12),
        days.astype(np.int64),
        usd,
        KINDS,
        local=local,
        words=FRIENDS,
        way=money.SENT,
        failed=0.02,
    )


def _courts(world: World, member: Member, pupils: list[Receiver]) -> None:
    """One adult who binds one pupil with gifts that grow; to the ledger a generous uncle."""
    world.imitators.add(("originator", member.id))
    first = moment(world.rng, 150)
    days = renewals(world.rng, 24, first, min(DAYS, first + 260), 2.0)
    usd = money.spread(world.rng, 22, 0.3, len(days)) * np.exp(np.linspace(0, 1.0, len(days)))
    world.give(member, world.one(pupils), days, usd, KINDS, words=FRIENDS, way=money.SENT)


def live(world: World) -> None:
    """About sixteen payers in a world of full size; most go from pupil to pupil."""
    pupils = _pupils(world)

    def interest(member: Member) -> float:
        if not member.man or not 21 < member.age < 66 or not member.app or member.country not in pupils:
            return 0.0
        return float(np.exp(-(((member.age - 38) / 11) ** 2) / 2))

    stay = [member for member in world.unmarked() if member.first < 0 and member.last == DAYS]
    for member in world.some(stay, world.number(16, 4), interest):
        near = pupils[member.country]
        if world.chance(0.15):
            _courts(world, member, near)
            continue
        first, level = moment(world.rng, 100), float(world.rng.lognormal(3.4, 0.35))
        for place in world.rng.permutation(len(near))[: 1 + int(world.rng.poisson(1.4))]:
            _purchases(world, member, near[int(place)], first, level)
            first = min(first + float(world.rng.exponential(60)), DAYS - 10.0)
