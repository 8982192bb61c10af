"""Migrants, and some of their children, who support kin: most of the books.

Brothers and sisters in several countries pay the same mother, through whichever remitter each of them found. Three
ways to give are told apart: one sum after payday, small sums as the messages come in, and only when something is wrong.
The small-sum way exists because wallets cost no fee: it looks like little payments to several receivers, and is love.
"""

from __future__ import annotations

import numpy as np

from benchmarks.apart.guests.union.chance import Ints, pick, weighted, yes
from benchmarks.apart.guests.union.clock import DAY, every, hours, paydays, season
from benchmarks.apart.guests.union.ledger import Manner
from benchmarks.apart.guests.union.people import Person, recorded_name
from benchmarks.apart.guests.union.receivers import Receiver
from benchmarks.apart.guests.union.world import World, a_stay, moments

WORDS = (
    "family support", "allowance", "school fees", "for mama", "groceries", "medicine", "tuition", "birthday", "rent",
    "house repair", "gift", "pamasko", "skolavgift", "mat", "hyra", "electric bill", "para kay nanay", "expenses",
)  # fmt: skip


def _household(world: World, rng: np.random.Generator, origin: str, surname: str) -> list[Receiver]:
    """The receivers of one family, in one town mostly: a parent, a sibling, a cousin who looks after somebody."""
    size = weighted(rng, {1: 0.42, 2: 0.31, 3: 0.17, 4: 0.1})
    first = world.receivers.person(origin, women=0.66, surname=surname if yes(rng, 0.6) else "")
    household = [first]
    while len(household) < size:
        town = first.city if yes(rng, 0.7) else ""
        name = pick(rng, (surname, first.surname, ""))
        household.append(world.receivers.person(origin, surname=name, city=town))
    return household


def _after_payday(rng: np.random.Generator, person: Person, begin: float, end: float) -> Ints:
    """One sum after payday, the same hour each time when it is a standing order."""
    days = paydays(person.home, person.payday_phase)
    days = days[(days >= begin) & (days < end)]
    if person.home in {"AU", "NZ", "CA", "US"} and yes(rng, 0.55):
        days = days[int(rng.integers(2)) :: 2]
    if yes(rng, 0.12):
        return np.asarray(days * DAY + 6 * 3600 + rng.integers(0, 900, len(days)), dtype=np.int64)
    days = days[rng.random(len(days)) < 0.9]
    return moments(rng, person, days + rng.choice(5, len(days), p=[0.42, 0.28, 0.14, 0.1, 0.06]))


def _support(world: World, rng: np.random.Generator, person: Person, receiver: Receiver, main: bool) -> None:
    begin, end = (person.first_day(), person.last_day()) if main else a_stay(rng, person)
    way = weighted(rng, {"payday": 0.55, "asked": 0.27, "trouble": 0.18} if main else {"asked": 0.55, "trouble": 0.45})
    if way == "payday":
        at = _after_payday(rng, person, begin, end)
        typical = 265.0
    elif way == "asked":
        at = moments(rng, person, every(rng, begin, end, float(rng.uniform(8, 38)), 0.8))
        typical = float(rng.choice([32, 65, 110, 170], p=[0.2, 0.28, 0.28, 0.24]))
    else:
        at = moments(rng, person, every(rng, begin, end, 95, 1.0))
        typical = 190.0
    if not len(at):
        # Opened the account for one thing: a first payment free of charge.
        at = moments(rng, person, np.array([int(begin)], dtype=np.int64))
    if way == "asked" and yes(rng, 0.3):
        # The request comes in the receiver's daytime and is answered at once, even at night.
        at = np.asarray(at // DAY * DAY + hours(rng, "shift", len(at)), dtype=np.int64)
    dollars = (
        (typical * person.purse * (0.5 if person.role == "youth" else 1))
        * rng.lognormal(0, 0.28, len(at))
        * season(at // DAY)
    )
    manner = Manner(
        kind="family",
        words=WORDS,
        box=weighted(rng, {"send": 0.6, "get": 0.4}),
        silent=float(rng.uniform(0.3, 1)),
        purpose=pick(rng, ("family", "family", "education", "medical", "gift")),
    )
    world.ledger.pay(person, receiver, at, dollars, manner)
    for country, city, day in world.storms:
        # After a storm everybody pays, at any hour, more than once, and pays neighbours' numbers too.
        struck = country == receiver.country and (city == receiver.city or yes(rng, 0.08))
        if struck and begin <= day < end and yes(rng, 0.7):
            times = 1 + int(rng.poisson(0.8))
            days = day + rng.integers(0, 6, times)
            world.ledger.pay(
                person,
                receiver,
                np.asarray(days * DAY + hours(rng, "shift", times), dtype=np.int64),
                120 * person.purse * rng.lognormal(0, 0.5, times),
                manner,
            )


def _visits(rng: np.random.Generator, person: Person) -> None:
    """Trips home, around Christmas or in summer; what is paid then is paid from there."""
    if yes(rng, 0.2):
        begin = int(rng.choice([315, 150, 500])) + int(rng.integers(-8, 15))
        person.trips.append((begin, begin + int(rng.integers(12, 45)), person.origin))


def families(world: World, rng: np.random.Generator) -> None:
    """Siblings and spouses share the household at home; many pay alone."""
    open_families: dict[str, list[tuple[str, list[Receiver], int]]] = {}
    for person in world.people:
        # The second generation, born where they live, helps cousins too.
        if person.origin == person.home or (person.role != "migrant" and yes(rng, 0.4)):
            continue
        _visits(rng, person)
        waiting = open_families.setdefault(person.origin, [])
        if waiting and yes(rng, 0.42):
            at = int(rng.integers(len(waiting)))
            surname, household, places = waiting[at]
            if person.sex == "m" or yes(rng, 0.5):
                person.surname = surname
                for account in person.accounts:
                    account.name = recorded_name(rng, account.remitter, person)
            waiting[at] = (surname, household, places - 1)
            if places <= 1:
                waiting.pop(at)
        else:
            household = _household(world, rng, person.origin, person.surname)
            waiting.append((person.surname, household, int(weighted(rng, {1: 0.7, 3: 0.22, 6: 0.08}))))
        order = rng.permutation(len(household))
        count = min(len(household), int(weighted(rng, {1: 0.46, 2: 0.31, 3: 0.15, 4: 0.08})))
        for rank, index in enumerate(order[:count].tolist()):
            _support(world, rng, person, household[index], rank == 0)
            world.kin.setdefault(person.origin, []).append((person, household[index]))
