"""Those who pay for live-streamed abuse: few settle and pay often, many try, some pass as a partner or stop at once."""

from __future__ import annotations

import numpy as np

from benchmarks.apart.guests.superapp.days import DAYS, Ints, at, monthly
from benchmarks.apart.guests.superapp.family import support
from benchmarks.apart.guests.superapp.livestream import SESSION, Household, found_households, household, sessions
from benchmarks.apart.guests.superapp.people import Payer, Receiver
from benchmarks.apart.guests.superapp.places import ABROAD
from benchmarks.apart.guests.superapp.world import Cause, World

_PRETENCE = Cause("livestream_purchase", "facilitation", "love")
_ADULT = Cause("hobby_purchase", "seller", "tip")


def _spells(world: World, start: int, count: int, gap: float) -> Ints:
    """Days that come closer together, broken by a pause of shame, holidays or lack of money."""
    rng = world.rng
    gaps = np.maximum(1, rng.gamma(1.4, gap / 1.4, count) * np.geomspace(1.5, 0.5, count))
    if count > 5 and rng.random() < 0.5:
        gaps[int(rng.integers(2, count))] += rng.uniform(25, 80)
    days = start + np.cumsum(gaps).astype(np.int64)
    return days[(days >= 0) & (days < DAYS)]


def _settled(world: World, payer: Payer, homes: list[Household]) -> None:
    rng = world.rng
    main = homes[int(rng.integers(len(homes)))]
    start = int(rng.integers(payer.joined, payer.joined + max(1, (DAYS - payer.joined) // 3)))
    days = _spells(world, start, int(rng.lognormal(np.log(42), 0.5)), float(rng.uniform(2.5, 9)))
    # When more is asked than the household gives, its broker knows another door.
    part = rng.random(len(days)) < (0.35 if main.neighbours else 0.0)
    part &= np.arange(len(days)) > len(days) * 0.3
    sessions(world, payer, main, days[~part], float(rng.uniform(0.3, 1.1)))
    if part.any():
        other = main.neighbours[int(rng.integers(len(main.neighbours)))]
        sessions(world, payer, other, days[part], 0.4)
    if len(days) > 8 and rng.random() < 0.35:
        flight = int(min(days[-1], DAYS - 15))
        payer.trip = (flight, flight + int(rng.integers(8, 20)), ABROAD[main.country].zone)


def _browsing(world: World, payer: Payer, homes: list[Household]) -> None:
    """Writes to many; most talks die after a payment or two."""
    rng = world.rng
    for _ in range(int(rng.integers(4, 12))):
        start = int(rng.integers(payer.joined, DAYS))
        if rng.random() < 0.65:
            home = homes[int(rng.integers(len(homes)))]
        else:
            home = household(world, f"household-{payer.index}-{start}", "PH" if rng.random() < 0.6 else "CO")
        sessions(world, payer, home, _spells(world, start, int(rng.integers(1, 4)), 9), 0.2)


def _occasional(world: World, payer: Payer, homes: list[Household]) -> None:
    rng = world.rng
    for place in rng.choice(len(homes), size=min(len(homes), int(rng.integers(1, 3))), replace=False):
        start = int(rng.integers(payer.joined, max(payer.joined + 1, DAYS - 60)))
        days = _spells(world, start, int(rng.integers(2, 8)), float(rng.uniform(10, 30)))
        sessions(world, payer, homes[int(place)], days, float(rng.uniform(-0.1, 0.6)))


def _courting(world: World, payer: Payer) -> None:
    """Keeps one household as a partner keeps a home: a monthly sum after payday, and a little at night between."""
    rng = world.rng
    home = household(world, f"household-{payer.index}", "PH" if rng.random() < 0.6 else "TH")
    payer.imitates = True
    for number in home.numbers:
        number.imitates = True
    months = monthly(rng, payer.payday, 3.0, 0.15)
    months = months[months >= payer.joined + int(rng.integers(0, 90))]
    if len(months):
        sums = 85 * payer.means * rng.lognormal(0, 0.2, len(months))
        world.pay(payer, home.answering(rng, months), at(rng, months, "evening"), sums, manner="chip", cause=_PRETENCE)
    days = _spells(world, payer.joined + int(rng.integers(0, 60)), int(rng.integers(3, 14)), 16)
    sessions(world, payer, home, days, 0.3)


def _once(world: World, payer: Payer, homes: list[Household]) -> None:
    rng = world.rng
    home = homes[int(rng.integers(len(homes)))]
    first = np.sort(rng.integers(payer.joined, DAYS, int(rng.integers(1, 3))))
    sums = home.price * rng.lognormal(0, 0.3, len(first))
    world.pay(payer, home.answering(rng, first), at(rng, first, "night"), sums, manner="chip", cause=SESSION)


def pay_for_livestream(world: World) -> None:
    """Choose who pays, mostly of 37 to 70, and let each pay in their way.

    Of a hundred, about 15 settle, 20 browse, 40 are occasional, 12 pass as partners and 13 pay once or twice; so few
    people make most of the payments, as in published samples.
    """
    rng = world.rng
    homes = found_households(world)
    # Famous numbers: brokers' first households are passed on more than later ones.
    fame = np.maximum(1, np.round(6 / np.arange(1, len(homes) + 1) ** 0.6)).astype(int)
    known = [home for home, times in zip(homes, fame, strict=True) for _ in range(int(times))]
    count = world.scaled(42, 6)
    # The app's users are young; half of those who pay are of 46 to 70 all the same.
    old, middle = round(count * 0.5), round(count * 0.32)
    chosen = world.choose(world.free_of_crime(46, 70), old)
    chosen += world.choose(world.free_of_crime(37, 45), middle)
    chosen += world.choose(world.free_of_crime(24, 36), count - old - middle)
    # The ways are dealt out in their shares, so that even the smallest world holds one who settles.
    ways = rng.permutation(np.searchsorted((0.15, 0.35, 0.75, 0.87), (np.arange(len(chosen)) + 0.5) / len(chosen)))
    for payer, way in zip(chosen, ways, strict=True):
        payer.crime = "livestream_purchase"
        payer.joined = min(payer.joined, DAYS - 120)
        match int(way):
            case 0:
                _settled(world, payer, known)
            case 1:
                _browsing(world, payer, known)
            case 2:
                _occasional(world, payer, known)
            case 3:
                _courting(world, payer)
            case _:
                _once(world, payer, known)
        if rng.random() < 0.12:
            # A partner's family abroad, kept for years: true, and a cover.
            support(world, payer, world.number("PH"), 110 * payer.means, payer.payday)


def tip_performers(world: World, stalls: list[Receiver]) -> None:
    """Two in five of those who pay for the crime pay adults who perform as well, as many others do."""
    rng = world.rng
    for payer in world.payers:
        if payer.crime != "livestream_purchase" or rng.random() >= 0.4:
            continue
        for place in rng.choice(len(stalls), size=min(int(rng.integers(1, 4)), len(stalls)), replace=False):
            days = rng.integers(0, DAYS, int(rng.integers(1, 6)))
            world.pay(
                payer,
                stalls[int(place)],
                at(rng, days, "night"),
                rng.uniform(8, 50, len(days)),
                manner="chip",
                cause=_ADULT,
            )
