"""Payers of live-streamed abuse: how one contact leads to the next, when they pay, and what they are asked for.

A payer meets a household through a chat, bargains, pays part before and part after, and comes back sooner each time
unless something holds him back. When the household falls silent he goes to a neighbour he was told of. He pays when
nobody at home sees it and somebody there answers. Around it he leads an ordinary life, which other files wrote.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from benchmarks.apart.guests.union.chance import pick, scaled, weighted, yes
from benchmarks.apart.guests.union.clock import DAY, DAYS, HOURS, hours, offsets
from benchmarks.apart.guests.union.households import Household, facilitators
from benchmarks.apart.guests.union.ledger import Manner
from benchmarks.apart.guests.union.people import Person, hidden, open_account
from benchmarks.apart.guests.union.receivers import Receiver
from benchmarks.apart.guests.union.remitters import REMITTERS
from benchmarks.apart.guests.union.world import World

WORDS = (
    "school fees", "family support", "gift", "medical bills", "birthday", "uniform", "accommodation", "treat",
    "expenses", "education",
)  # fmt: skip

# When people there are awake and the house is theirs, by their own clock.
_AWAKE = np.array([5, 3, 2, 1, 1, 2, 4, 6, 7, 7, 7, 7, 6, 6, 6, 6, 6, 6, 7, 8, 9, 9, 8, 7], dtype=np.float64)


@dataclass(frozen=True, slots=True)
class Persona:
    """How far somebody goes: share of payers, encounters at most, first gap in days, factor on each next gap."""

    share: float
    encounters: int
    gap: float
    haste: float
    guise: bool = False


PERSONAS = (
    Persona(0.15, 85, 14.0, 0.95),
    Persona(0.43, 17, 25.0, 0.94),
    Persona(0.29, 3, 24.0, 1.0),
    # Pays one household monthly, by day, larger sums under the words of a family.
    Persona(0.13, 14, 30.0, 1.0, guise=True),
)


@dataclass(slots=True)
class Career:
    """What one payer carries from one encounter to the next."""

    person: Person
    persona: Persona
    alone: bool
    price: float
    box: str
    household: Household
    receiver: Receiver


def _second(rng: np.random.Generator, career: Career, day: int) -> int:
    """Second of the payer's day: late, later still if he does not live alone, when somebody there answers."""
    if career.persona.guise:
        return int(hours(rng, "office", 1)[0])
    private = np.asarray(HOURS["night"], dtype=np.float64) ** (0.8 if career.alone else 1.5)
    shift = int(offsets(career.receiver.zone)[day] - offsets(career.person.zone)[day]) // 3600
    weights = private * _AWAKE[(np.arange(24) + shift) % 24]
    return int(rng.choice(24, p=weights / weights.sum())) * 3600 + int(rng.integers(3600))


def _answering(rng: np.random.Generator, households: list[Household], day: int, last: Household | None) -> Household:
    """A household that answers on this day: a neighbour of the last one if there is, otherwise one that is known."""
    choice = [house for house in households if house.begin <= day < house.end] or households
    if last is not None and yes(rng, 0.6):
        choice = [house for house in choice if house.ring == last.ring] or choice
    fame = np.array([house.fame for house in choice])
    return choice[int(rng.choice(len(choice), p=fame / fame.sum()))]


def _pay(world: World, career: Career, seconds: list[int], dollars: list[float], silent: float) -> None:
    group = career.household.ring
    manner = Manner(
        kind="livestream",
        words=(*WORDS, career.receiver.sims[0][1]) if not career.persona.guise else WORDS,
        box=career.box,
        silent=silent,
        purpose="gift" if career.alone else "family",
        failing=0.03,
        mobile=0.98,
        group=group,
        guise=career.persona.guise,
    )
    at = np.array(seconds, dtype=np.int64)
    world.ledger.pay(career.person, career.receiver, at, np.array(dollars), manner)


def _encounter(world: World, rng: np.random.Generator, career: Career, day: int) -> None:
    """A deposit; often the balance within the hour or two; sometimes a request for help a few days later."""
    second = day * DAY + _second(rng, career, day)
    sum_now = career.price * float(rng.lognormal(0, 0.3))
    silent = 0.45 if career.persona.guise else 0.68
    if not career.persona.guise and yes(rng, 0.32):
        part = float(rng.choice([0.3, 0.5, 0.5, 0.6]))
        later = second + int(rng.uniform(12, 110) * 60)
        _pay(world, career, [second, later], [sum_now * part, sum_now * (1 - part)], silent)
    else:
        _pay(world, career, [second], [sum_now], silent)
    if yes(rng, 0.12):
        # The household asks for rice or medicine in its own daytime, and he answers when he reads it.
        asked = second + int(rng.uniform(1, 6) * DAY)
        asked += int(hours(rng, career.person.habit, 1)[0]) - asked % DAY
        _pay(world, career, [asked], [float(rng.uniform(8, 45))], 0.3)


def _refused(rng: np.random.Generator, person: Person, day: int) -> None:
    """A member asked what the payments are for; he opens an account with another member instead of an answer."""
    known = {account.remitter for account in person.accounts}
    other = pick(rng, [key for key in REMITTERS if key not in known])
    person.split = weighted(rng, {"moved": 0.4, "fees": 0.4, "circles": 0.2})
    open_account(rng, person, other, day, DAYS + 1)


def _journey(world: World, rng: np.random.Generator, career: Career, day: int) -> int:
    """A ticket's worth of money ahead, then some weeks there; the day of his return."""
    _pay(world, career, [day * DAY + 20 * 3600], [float(rng.uniform(180, 520))], 0.3)
    leaves = day + int(rng.integers(6, 30))
    returns = leaves + int(rng.integers(8, 25))
    career.person.trips.append((leaves, returns, career.receiver.country))
    return returns + int(rng.integers(5, 40))


def _live(world: World, rng: np.random.Generator, person: Person, persona: Persona, houses: list[Household]) -> None:
    first, last = person.first_day(), person.last_day()
    # A long career can only be seen where it began early enough.
    latest = last - min(persona.encounters * 6.0, 0.7 * (last - first))
    day = float(rng.uniform(first, max(latest, first + 1)))
    house = _answering(rng, houses, int(day), None)
    career = Career(
        person=person,
        persona=persona,
        alone=yes(rng, 0.4),
        price=float(rng.lognormal(np.log(105 if persona.guise else 48), 0.5)),
        box=weighted(rng, {"send": 0.6, "get": 0.4}),
        household=house,
        receiver=pick(rng, house.receivers),
    )
    if yes(rng, 0.3):
        for account in person.accounts:
            account.network = hidden(rng)
    gap = persona.gap * float(rng.lognormal(0, 0.35))
    stop = max(1, int(persona.encounters * float(rng.beta(2, 1.6)) + 0.5))
    for turn in range(stop):
        if day >= last:
            break
        if not career.household.begin <= day < career.household.end or yes(rng, 0.0 if persona.guise else 0.2):
            career.household = _answering(rng, houses, int(day), career.household)
            career.receiver = pick(rng, career.household.receivers)
        elif not persona.guise and yes(rng, 0.22):
            career.receiver = pick(rng, career.household.receivers)
        _encounter(world, rng, career, int(day))
        career.price *= float(rng.uniform(0.98, 1.06)) if career.price < 160 else 1.0
        if turn == 7 and len(person.accounts) == 1 and yes(rng, 0.4):
            _refused(rng, person, int(day) + 1)
        if turn > 9 and yes(rng, 0.03):
            day = float(_journey(world, rng, career, int(day) + 2))
        # Guilt, family at home or an empty purse hold him back for a while.
        held = float(rng.uniform(25, 80)) if yes(rng, 0.08) else 0.0
        day += held + gap * float(rng.gamma(20, 1 / 20) if persona.guise else rng.gamma(1.6, 1 / 1.6))
        gap = max(gap * persona.haste, 3.0)


def _payers(world: World, rng: np.random.Generator, count: int) -> list[Person]:
    """Adults of all kinds, mostly men of 37 to 70, a quarter of them migrants with a family of their own there."""
    weights = np.array(
        [
            (person.role != "youth" and person.unbroken() and person.last_day() - person.first_day() > 10)
            * (1.0 if person.sex == "m" else 0.05)
            * (1.0 if 37 <= person.age <= 70 else 0.22)
            * (1.0 if person.role == "local" else 0.13)
            * min((person.last_day() - person.first_day()) / 250, 1.0)
            for person in world.people
        ]
    )
    chosen = rng.choice(len(world.people), count, replace=False, p=weights / weights.sum())
    return [world.people[index] for index in chosen.tolist()]


def livestreams(world: World, rng: np.random.Generator) -> None:
    """About 40 payers for 14,000, and the households that they pay."""
    houses = facilitators(world, rng)
    payers = _payers(world, rng, scaled(world.senders(), 40, 4))
    # In turn, not by chance, so that a small world has one of each.
    ladder = np.cumsum([persona.share for persona in PERSONAS])
    for place, person in enumerate(payers):
        position = ((place * 0.618034) + 0.05) % 1.0
        _live(world, rng, person, PERSONAS[int(np.searchsorted(ladder, position * ladder[-1]))], houses)
