"""Payers of live-streamed abuse: how they come to a household, how often they pay, and what they hide behind.

Nobody's sums or hours alone give a payer away: the sums are those of a lesson or a tip, and the hour is when a man is
alone. What remains is the company a payment keeps: households that strangers from several cities pay, whose account
changes hands and all its payers with it; two sums in one evening; gaps that close and sums that grow.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from benchmarks.apart.guests.creditunion import money
from benchmarks.apart.guests.creditunion.clock import DAYS, Floats, Ints, feasts, hours, kept, paydays
from benchmarks.apart.guests.creditunion.households import Household, household, kin_abroad
from benchmarks.apart.guests.creditunion.people import Member, Receiver
from benchmarks.apart.guests.creditunion.world import World, moment

KINDS: Final = ("livestream_purchase", "facilitation")
_WORDS: Final = ("gift", "school fees", "birthday", "medicine", "load", "family support", "for food", "uniform")
_WAYS: Final = ("trial", "regular", "prolific", "sponsor", "alone")
_SHARES: Final = (0.27, 0.37, 0.07, 0.13, 0.16)


def _interest(member: Member) -> float:
    """Weight of a member as payer: men, mostly between forty and seventy, with every sort of life."""
    if not member.man or not 26 < member.age < 83:
        return 0.0
    by_age = float(np.exp(-(((member.age - 56) / 11) ** 2) / 2))
    # At a counter, by day, one does not pay for what begins in ten minutes; a few pay ahead there.
    return by_age * (0.5 if member.migrant else 1.0) * (1.0 if member.app else 0.2)


def _sessions(rng: np.random.Generator, first: float, gap: float, count: int, closing: float) -> Ints:
    """Days of `count` sessions whose gaps close by a factor each time, never under a couple of days."""
    gaps = np.maximum(gap * closing ** np.arange(count), 2.5) * rng.gamma(1.6, 1 / 1.6, count)
    days = np.floor(first + np.concatenate([[0.0], np.cumsum(gaps[1:])])).astype(np.int64)
    return days[days < DAYS]


def _after_a_journey(world: World, member: Member, days: Ints) -> Ints:
    """Some who escalate buy a flight and go; they pay nothing from home while they are there."""
    if len(days) < 14 or not world.chance(0.3):
        return days
    leave = int(days[int(len(days) * world.rng.uniform(0.6, 0.9))]) + 3
    agent = world.alias(member.country, man=True, title="Blue Heron Travel")
    fare = world.rng.normal(1350, 200, 1)
    world.give(member, agent, np.array([leave - 24]), fare, ("hub_payment", "hub"), words=("flight",), way=money.EXACT)
    return days[(days < leave) | (days > leave + int(world.rng.integers(12, 24)))]


def _evening(world: World, member: Member, count: int) -> Floats:
    """Hours of sessions: mostly when the house sleeps, for some in the early morning before work."""
    if world.chance(0.15):
        return np.asarray(world.rng.normal(5.6, 0.9, count))
    return hours(world.rng, count, min(0.9, member.night + 0.5))


def _pay(world: World, member: Member, receiver: Receiver, days: Ints, usd: Floats, *, local: Floats, way: int) -> None:
    """Sessions with one record; some advances are followed by more within the hour, some are cancelled in anger."""
    world.give(member, receiver, days, usd, KINDS, local=local, words=_WORDS, way=way, failed=0.04)
    more = world.rng.random(len(days)) < 0.17
    count = int(more.sum())
    extra = usd[more] * world.rng.uniform(0.4, 1.1, count)
    later = local[more] + world.rng.uniform(0.15, 1.2, count)
    world.give(member, receiver, days[more], extra, KINDS, local=later, words=_WORDS, way=way)


def buy(world: World, member: Member, houses: list[Household], days: Ints, level: float, *, growth: float) -> None:
    """Pay sessions spread over households; the first is preferred until another is recommended."""
    rng = world.rng
    way = money.RECEIVED if world.chance(0.4) else money.SENT
    usd = money.spread(rng, level, 0.5, len(days)) * np.exp(np.linspace(0, growth, len(days)))
    # Now and then a telephone, a hospital bill or a roof is asked for, and he pays it to be served again.
    usd = np.where(rng.random(len(days)) < 0.05, usd * rng.uniform(3, 12, len(days)), usd)
    local = _evening(world, member, len(days))
    preference = np.array([1.0 / (1 + place) for place in range(len(houses))])
    choice = rng.choice(len(houses), size=len(days), p=preference / preference.sum())
    chosen = [houses[int(place)].current(int(day)) for place, day in zip(choice, days, strict=True)]
    for record in {one.index: one for one in chosen}.values():
        here = np.array([one.index == record.index for one in chosen])
        _pay(world, member, record, days[here], usd[here], local=local[here], way=way)
    for house in houses:
        world.mark("originator", member.id, house.name)


def _sponsor(world: World, member: Member, house: Household) -> None:
    """Pays like a godfather, on payday and at Christmas, so that the household depends on him; some nights too."""
    rng = world.rng
    world.imitators.add(("originator", member.id))
    days = kept(rng, paydays(member.rule, member.phase), 0.45, 1.5)
    days = days[days > moment(rng, 250)]
    level = float(world.one((40.0, 60.0, 80.0, 100.0)))
    own = house.records[0]
    world.give(member, own, days, np.full(len(days), level), KINDS, words=_WORDS)
    feast = feasts(rng, 0.4)
    world.give(member, own, feast, money.spread(rng, level, 0.4, len(feast)), KINDS, words=_WORDS)
    if len(days) > 3:
        nights = np.sort(rng.choice(np.arange(int(days[0]), DAYS), size=int(rng.integers(2, 9)))).astype(np.int64)
        buy(world, member, [house], nights, 28.0, growth=0.2)
    world.mark("originator", member.id, house.name)


def _purchase(world: World, member: Member, way: str, houses: list[Household], name: str) -> None:
    rng = world.rng
    leaves = min(member.last, DAYS)
    begin = float(rng.uniform(max(member.first, 0), leaves - 150))
    if way == "trial":
        days = _sessions(rng, float(rng.uniform(begin, leaves - 50)), 16, int(rng.integers(1, 4)), 1.0)
        known = [world.one(houses)] if world.chance(0.7) else houses[:2]
        buy(world, member, known, days, 31, growth=0.0)
    elif way == "regular":
        count = int(np.clip(rng.lognormal(2.5, 0.55), 4, 45))
        days = _sessions(rng, begin, float(rng.uniform(14, 40)), count, float(rng.uniform(0.91, 1.0)))
        known = [houses[int(place)] for place in rng.permutation(len(houses))[: 1 + int(rng.poisson(0.7))]]
        buy(world, member, known, _after_a_journey(world, member, days), 32, growth=float(rng.normal(0.5, 0.35)))
    elif way == "prolific":
        days = _sessions(rng, float(rng.uniform(0, 200)), 12, int(rng.integers(70, 190)), 0.985)
        known = [houses[int(place)] for place in rng.permutation(len(houses))[: int(rng.integers(3, 8))]]
        buy(world, member, known, _after_a_journey(world, member, days), 30, growth=float(rng.normal(0.35, 0.2)))
    elif way == "sponsor":
        _sponsor(world, member, household(world, name, small=True))
    else:
        # He found her on a dating site and brought her to it: nobody else knows the household.
        days = _sessions(rng, begin, 26, int(np.clip(rng.lognormal(2.0, 0.7), 2, 40)), 0.95)
        buy(world, member, [household(world, name, small=True)], days, 35, growth=float(rng.normal(0.5, 0.4)))


def live(world: World) -> None:
    """About forty payers in a world of full size, and the households that several of them know."""
    houses = [household(world, f"household-{number:02d}") for number in range(world.number(9, 2))]
    for house in houses:
        if world.chance(0.4):
            kin_abroad(world, house)
    twins: dict[str, list[Member]] = {}
    for member in world.members:
        twins.setdefault(member.person, []).append(member)
    wanted = world.number(40, 4)
    stay = [member for member in world.members if min(member.last, DAYS) - max(member.first, 0) > 260]
    # Every world has some who know a shared household; the rest come as they come.
    firm = ["regular", "trial", "regular", "prolific"]
    drawn = [_WAYS[int(place)] for place in world.rng.choice(5, size=max(0, wanted - 4), p=_SHARES)]
    for number, (member, way) in enumerate(
        zip(world.some(stay, wanted, _interest), [*firm, *drawn], strict=False), start=len(houses)
    ):
        name = f"household-{number:02d}"
        known = [houses[int(place)] for place in world.rng.permutation(len(houses))]
        _purchase(world, member, way, known, name)
        other = [twin for twin in twins[member.person] if twin.id != member.id]
        if other and other[0] in stay and way != "sponsor":
            _purchase(world, other[0], "trial", known, name)
