"""Live-streamed abuse, the money only: households that are paid, brokers who link them, and those who pay.

A payer and a household find each other by chat, so the number is passed on there; numbers wear out, households have
several, and a payer who asks for more is handed to a neighbour. Payments fall where the payer's hours alone meet the
hours in which the household can answer, which is why they are not always at the payer's night.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from benchmarks.apart.guests.superapp.days import DAYS, Ints
from benchmarks.apart.guests.superapp.family import support
from benchmarks.apart.guests.superapp.names import family_name, full_name
from benchmarks.apart.guests.superapp.people import Payer, Receiver
from benchmarks.apart.guests.superapp.places import culture_of
from benchmarks.apart.guests.superapp.world import Cause, World

SESSION = Cause("livestream_purchase", "facilitation", "treat")
_HELP = Cause("livestream_purchase", "facilitation", "family")
_COUNTRIES = ("PH", "PH", "PH", "PH", "PH", "TH", "CO", "DO", "RO", "GH", "MX", "MG")


@dataclass(slots=True)
class Household:
    """Numbers of one household in the order of use, each with the day from which it is given out."""

    country: str
    price: float
    numbers: list[Receiver] = field(default_factory=list)
    since: list[int] = field(default_factory=list)
    neighbours: list[Household] = field(default_factory=list)

    def answering(self, rng: np.random.Generator, days: Ints) -> Ints:
        """The number given out on each day; now and then an older one that the payer had saved."""
        latest = np.searchsorted(np.array(self.since), days, side="right") - 1
        older = np.where(rng.random(len(days)) < 0.15, rng.integers(0, len(self.numbers), len(days)), latest)
        places: Ints = np.minimum(older, latest).astype(np.int64)
        return np.array([number.index for number in self.numbers], dtype=np.int64)[places]


def household(world: World, name: str, country: str) -> Household:
    """A household of one to four numbers: a mother, an aunt, a neighbour; one woman may hold two of them."""
    rng = world.rng
    home = Household(country, price=float(rng.choice((20.0, 26.0, 35.0, 35.0, 52.0))))
    family = family_name(rng, culture_of(country))
    count = int(rng.choice(4, p=(0.35, 0.35, 0.2, 0.1))) + 1
    for rank in range(count):
        kin = family if rng.random() < 0.6 else None
        number = world.number(country, full_name(rng, culture_of(country), kin), group=name)
        if rank and rng.random() < 0.35:
            holder = home.numbers[0]
            number.name, holder.person = holder.name, f"person-{name}"
            number.person = holder.person
        home.numbers.append(number)
        home.since.append(0 if rank == 0 else int(rng.integers(30, DAYS - 20)))
    home.since.sort()
    return home


def _hours_that_meet(world: World, payer: Payer, country: str, days: Ints, alone: str) -> Ints:
    """Minutes at which the payer is alone and the household awake and at home, drawn from twelve tries each."""
    rng = world.rng
    centres = {"night": 23.6, "dawn": 5.5, "noon": 12.6, "weekend": 16.0}
    tries = rng.normal(centres[alone], 1.7, (len(days), 12))
    there = (tries + world.hours_ahead(payer, country)) % 24
    # Children are at school in the morning and asleep late at night; neither is a law.
    ease = np.where((there >= 14) & (there < 23.5), 1.0, np.where((there >= 6) & (there < 14), 0.45, 0.12))
    chosen = (ease / ease.sum(axis=1, keepdims=True)).cumsum(axis=1) > rng.random((len(days), 1))
    hours = tries[np.arange(len(days)), chosen.argmax(axis=1)]
    minutes: Ints = (days * 1440 + np.round(hours * 60)).astype(np.int64)
    return minutes


def sessions(world: World, payer: Payer, home: Household, days: Ints, growth: float) -> None:
    """Pay the household on these days: a price, perhaps half before and half after, sometimes help by daylight."""
    rng = world.rng
    if not len(days):
        return
    alone = ("night", "dawn", "noon", "weekend")[int(rng.choice(4, p=(0.58, 0.14, 0.12, 0.16)))]
    minutes = _hours_that_meet(world, payer, home.country, days, alone)
    sums = home.price * rng.lognormal(0, 0.32, len(days)) * np.exp(growth * np.linspace(0, 1, len(days)))
    to = home.answering(rng, days)
    split = rng.random(len(days)) < (0.45 if rng.random() < 0.5 else 0.1)
    manner = "received" if rng.random() < 0.5 else "chip"
    world.pay(payer, to, minutes, np.where(split, sums / 2, sums), manner=manner, cause=SESSION)
    if split.any():
        later = minutes[split] + rng.integers(8, 55, int(split.sum()))
        world.pay(payer, to[split], later, sums[split] / 2, manner=manner, cause=SESSION)
    asked = days[rng.random(len(days)) < 0.1]
    if len(asked):
        # Medicine, a birthday, a flooded house: the household asks by day and the words are a family's.
        hours = asked * 1440 + rng.integers(8 * 60, 22 * 60, len(asked))
        world.pay(
            payer,
            home.answering(rng, asked),
            hours,
            rng.lognormal(np.log(45), 0.6, len(asked)),
            manner=manner,
            cause=_HELP,
        )


def found_households(world: World) -> list[Household]:
    """Households in the neighbourhoods of a few brokers, with true relatives abroad who know nothing."""
    rng = world.rng
    homes: list[Household] = []
    for ring in range(world.scaled(6, 2)):
        country = _COUNTRIES[int(rng.integers(len(_COUNTRIES)))] if ring else "PH"
        near = [household(world, f"household-{ring}-{place}", country) for place in range(int(rng.integers(1, 4)))]
        for home in near:
            home.neighbours = [other for other in near if other is not home]
        homes.extend(near)
    migrants: dict[str, list[Payer]] = {}
    for payer in world.free_of_crime(22, 60):
        if payer.origin:
            migrants.setdefault(payer.origin, []).append(payer)
    for home in homes:
        kin = migrants.get(home.country, [])
        if kin and rng.random() < 0.6:
            for relative in world.choose(kin, int(rng.integers(1, 3))):
                support(world, relative, home.numbers[0], 90 * relative.means, relative.payday)
    return homes
