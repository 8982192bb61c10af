"""Migrants and their families: households abroad kept by one, or by several, of their children in three countries."""

from __future__ import annotations

from typing import Final

import numpy as np

from benchmarks.apart.guests.creditunion import money, names
from benchmarks.apart.guests.creditunion.clock import DAYS, TYPHOONS, Ints, feasts, hours, kept, paydays, renewals
from benchmarks.apart.guests.creditunion.people import Member, Receiver
from benchmarks.apart.guests.creditunion.places import ABROAD
from benchmarks.apart.guests.creditunion.world import World, moment

KINDS: Final = ("family_support", "family_receiver")
WORDS: Final = ("family support", "school fees", "medical bills", "groceries", "uniform", "birthday", "load", "house",
                "electric bill", "gift", "tuition", "hospital", "for nanay", "rent")  # fmt: skip


def _household(world: World, land: str, family: str) -> list[Receiver]:
    """Mother or father first; then siblings, in-laws of other names, a neighbour with an account."""
    city = world.one(ABROAD[land].cities)
    parent = world.payee(land, man=world.chance(0.3), family=family, city=city)
    others = [
        world.payee(land, man=world.chance(0.4), family=family if world.chance(0.55) else None,
                    city=city if world.chance(0.75) else None)
        for _ in range(int(world.rng.poisson(1.1)))
    ]  # fmt: skip
    return [parent, *others]


def _after_storms(world: World, receiver: Receiver) -> Ints:
    """Days on which a family struck by a typhoon is sent more."""
    days = [struck + int(lag) for struck, cities in TYPHOONS if receiver.city in cities
            for lag in world.rng.exponential(6, 2)]  # fmt: skip
    return np.array(days, dtype=np.int64)


def support(world: World, member: Member, household: list[Receiver]) -> None:
    """The wage sends the parent something each payday or month; the others ask, by message, at any hour of their day.

    Requests come when it is day there, which in America is night: the reply is then a small sum within the hour.
    """
    rng = world.rng
    way = money.habit(rng)
    main = world.again(household[0])
    level = float(rng.lognormal(5.05, 0.5))
    share = float(rng.choice([1.0, 0.5, 0.33, 0.85], p=[0.2, 0.4, 0.2, 0.2]))
    days = kept(rng, paydays(member.rule, member.phase), share, 1.6)
    first = moment(rng, 90) if world.chance(0.25) else 0.0
    days = days[days >= first]
    usd = money.spread(rng, level, 0.12, len(days)) * (1 + 0.0002 * (days - first))
    world.give(member, main, days, usd, KINDS, words=WORDS, way=way)
    extra = np.concatenate([feasts(rng, 0.55), _after_storms(world, main)])
    world.give(member, main, extra, money.spread(rng, level * 1.2, 0.5, len(extra)), KINDS, words=WORDS, way=way)
    for other in household[1:]:
        if not world.chance(0.6):
            continue
        asked = renewals(rng, float(rng.lognormal(4.3, 0.7)), moment(rng), DAYS, 0.7)
        small = money.spread(rng, float(rng.lognormal(3.95, 0.5)), 0.5, len(asked))
        local = hours(rng, len(asked), min(0.9, member.night + 0.22))
        world.give(member, world.again(other), asked, small, KINDS, local=local, words=WORDS)


def _clans(world: World) -> list[list[Member]]:
    """Migrants of one origin grouped by kinship: most alone here, some with brothers, sisters and cousins."""
    by_origin: dict[str, list[Member]] = {}
    for member in world.members:
        if member.migrant and world.chance(0.8):
            by_origin.setdefault(member.origin, []).append(member)
    clans = []
    for people in by_origin.values():
        order = [people[int(place)] for place in world.rng.permutation(len(people))]
        while order:
            size = int(world.rng.choice([1, 2, 3, 4, 6], p=[0.66, 0.18, 0.09, 0.04, 0.03]))
            clans.append(order[:size])
            order = order[size:]
    return clans


def circles(world: World) -> None:
    """Savings circles of compatriots in a city: the same sum each payday to a treasurer, who is known to all."""
    groups: dict[tuple[str, str], list[Member]] = {}
    for member in world.members:
        if member.migrant:
            groups.setdefault((member.city, member.origin), []).append(member)
    for people in groups.values():
        if len(people) < 8 or not world.chance(0.4):
            continue
        keeper = world.own(people[0])
        part = float(world.one((50.0, 100.0, 200.0)))
        first = moment(world.rng, 200)
        for member in world.some(people[1:], int(world.rng.integers(4, 11))):
            days = kept(world.rng, paydays(member.rule, member.phase), 0.95, 0.7)
            days = days[(days >= first) & (days < first + 170)]
            world.give(member, keeper, days, np.full(len(days), part), ("hub_payment", "collector"),
                       words=("circle", "share", "paluwagan"), way=money.SENT)  # fmt: skip


def neighbours(world: World) -> None:
    """A neighbour with the only account in the lane takes money for many families, whose payers are strangers."""
    for land in ("PH", "PH", "MX", "HT", "GH", "CO"):
        for _ in range(world.number(4, 1)):
            keeper = world.payee(land, man=world.chance(0.35))
            people = [member for member in world.members if member.origin == land and member.country != land]
            for member in world.some(people, int(world.rng.integers(4, 13))):
                days = renewals(world.rng, float(world.rng.lognormal(3.9, 0.6)), moment(world.rng), DAYS)
                usd = money.spread(world.rng, 80, 0.6, len(days))
                local = hours(world.rng, len(days), min(0.9, member.night + 0.15))
                world.give(
                    member,
                    world.again(keeper, 0.1),
                    days,
                    usd,
                    ("family_support", "collector"),
                    local=local,
                    words=WORDS,
                )


def live(world: World) -> None:
    """Give migrants their families; a clan's surname is the first one's, in-laws' names differ."""
    for clan in _clans(world):
        land = clan[0].origin
        family = clan[0].surname if world.chance(0.65) else names.surname(world.rng, land)
        household = _household(world, land, family)
        for member in clan:
            support(world, member, household)
            if world.chance(0.25):
                support(world, member, _household(world, land, names.surname(world.rng, land)))
    circles(world)
    neighbours(world)
