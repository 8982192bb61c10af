"""Financial extortion of young people: crews, the mules whose numbers they use, and one terrible night.

The victim pays what there is, within hours, in sums that shrink as the account empties; a quarter are called again
weeks later. Some are below the age at which a remitter takes customers and pay from a parent's account. A mule's number
lasts some weeks. Some mules are students who lent their account and still receive from an uncle.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from benchmarks.apart.guests.union.chance import Floats, Ints, pick, popular, scaled, weighted, yes
from benchmarks.apart.guests.union.clock import DAY, DAYS, every
from benchmarks.apart.guests.union.family import WORDS
from benchmarks.apart.guests.union.ledger import Manner
from benchmarks.apart.guests.union.people import Person
from benchmarks.apart.guests.union.receivers import Receiver
from benchmarks.apart.guests.union.world import World, moments

DEMAND_WORDS = ("gift", "loan", "pay back", "game", "help", "friend", "payment", "expenses")


@dataclass(frozen=True, slots=True)
class Mule:
    """One number of a crew and the days in which it is used."""

    crew: str
    receiver: Receiver
    begin: int
    end: int


def _crews(world: World, rng: np.random.Generator) -> list[Mule]:
    """Crews with a chain of mules; where a card payment is easier to explain at home, the mule lives next door."""
    mules: list[Mule] = []
    for number in range(scaled(world.senders(), 6, 2)):
        country = weighted(rng, {"NG": 44, "CI": 22, "PH": 18, "GB": 9, "US": 7})
        day = int(rng.integers(-20, DAYS // 2))
        for _ in range(2 + int(rng.poisson(0.9))):
            until = day + int(rng.uniform(25, 110))
            receiver = world.receivers.person(country, women=0.35, churn=0.15)
            mules.append(Mule(f"crew-{number:02d}", receiver, day, until))
            # The next one is used before the last one is blocked.
            day = until - int(rng.integers(-5, 60))
    return [mule for mule in mules if mule.end > 3 and mule.begin < DAYS - 3]


def _other_income(world: World, rng: np.random.Generator, mules: list[Mule]) -> None:
    """A third of the mules receive ordinary money too: they were recruited, tricked or forced, and have an uncle."""
    for mule in mules:
        emigrants = world.kin.get(mule.receiver.country, [])
        if emigrants and yes(rng, 0.35):
            uncle = pick(rng, emigrants)[0]
            days = every(rng, uncle.first_day(), uncle.last_day(), float(rng.uniform(20, 60)), 0.8)
            sums = rng.lognormal(np.log(85), 0.4, len(days))
            manner = Manner("family", WORDS, silent=0.6, purpose="education")
            world.ledger.pay(uncle, mule.receiver, moments(rng, uncle, days), sums, manner)


def _reaches(mule: Mule, person: Person) -> bool:
    """Whether the person could have paid this number while it was used."""
    return person.unbroken() and max(person.first_day(), mule.begin, 1) < min(person.last_day(), mule.end, DAYS - 3)


def _night(rng: np.random.Generator, day: int, means: float) -> tuple[Ints, Floats]:
    """Demands within hours to two days: the first is met, the next with what is left, until nothing is."""
    count = min(1 + int(rng.geometric(0.31)) - int(rng.random() < 0.35), 9)
    start = day * DAY + int(rng.choice([16, 19, 20, 21, 22, 23, 24, 25])) * 3600 + int(rng.integers(3600))
    steps = rng.exponential(1, count - 1) * rng.choice([900, 3600, 30_000], count - 1, p=[0.45, 0.35, 0.2])
    at = start + np.concatenate([[0], np.cumsum(steps)])
    first = float(np.clip(rng.lognormal(np.log(66), 0.6), 15, 260))
    sums = [first]
    left = means - first
    while len(sums) < count and left > 5:
        # They press for more than before; half of the time there is less than they ask.
        wanted = first * float(rng.uniform(0.5, 2.2))
        sums.append(min(wanted, left))
        left -= sums[-1]
    return at[: len(sums)].astype(np.int64), np.array(sums)


def _victim(world: World, rng: np.random.Generator, person: Person, mules: list[Mule], fame: Floats) -> None:
    """Reached by one crew on one evening; paid again by those who are called again."""
    weights = fame * [_reaches(mule, person) for mule in mules]
    mule = mules[int(rng.choice(len(mules), p=weights / weights.sum()))]
    earliest = max(mule.begin, 1, person.first_day())
    day = int(rng.integers(earliest, max(min(mule.end, DAYS - 3, person.last_day()), earliest + 1)))
    if person.role == "youth" and yes(rng, 0.62):
        # Told which app to use, and opened the account while they waited.
        for account in person.accounts:
            account.opened = day
            account.closed = day + int(rng.choice([2, 60, DAYS]))
    means = float(np.clip(rng.lognormal(np.log(330), 0.8), 30, 1_450))
    at, sums = _night(rng, day, means)
    crew = mule.crew
    manner = Manner("extortion", DEMAND_WORDS, "send", 0.6, pick(rng, ("gift", "other", "goods")), 0.1, group=crew)
    others = [m for m in mules if m.crew == crew and m.begin <= day + 3 and m.end >= day and m is not mule] or [mule]
    split = int(rng.integers(1, len(at) + 1)) if yes(rng, 0.3) else len(at)
    world.ledger.pay(person, mule.receiver, at[:split], sums[:split], manner)
    if split < len(at):
        world.ledger.pay(person, pick(rng, others).receiver, at[split:], sums[split:], manner)
    if yes(rng, 0.27):
        again = day + int(rng.integers(5, 45))
        later = [m for m in mules if m.crew == crew and m.begin <= again < m.end and m is not mule] or [mule]
        at, sums = _night(rng, again, max(1_450 - means, 40) * 0.4)
        world.ledger.pay(person, pick(rng, later).receiver, at, sums * 0.8, manner)


def extortions(world: World, rng: np.random.Generator) -> None:
    """About 44 victims for 14,000 payers: most of them young, some behind a parent's account."""
    mules = _crews(world, rng)
    _other_income(world, rng, mules)
    fame = popular(rng, len(mules), 0.5)
    reached = [person for person in world.people if any(_reaches(mule, person) for mule in mules)]
    young = [person for person in reached if person.role == "youth"]
    parents = [person for person in reached if person.role == "local" and 39 <= person.age <= 56]
    # Nine in ten are boys.
    young.sort(key=lambda person: (person.sex == "m") + float(rng.random()) * 1.25)
    for place in range(scaled(world.senders(), 44, 4)):
        behind_parent = place % 7 == 6 or not young
        _victim(world, rng, parents.pop(int(rng.integers(len(parents)))) if behind_parent else young.pop(), mules, fame)
