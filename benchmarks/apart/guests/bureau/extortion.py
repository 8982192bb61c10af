"""Financial extortion of the young: one bad night, whatever money there is, accounts that change under the hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from benchmarks.apart.guests.bureau import words
from benchmarks.apart.guests.bureau.moments import mixed, some
from benchmarks.apart.guests.bureau.people import Person
from benchmarks.apart.guests.bureau.stage import Kind, Stage
from benchmarks.apart.guests.bureau.sums import chosen, sent, spread
from benchmarks.apart.guests.bureau.year import DAY_MINUTES, DAYS

CRIME: Final = Kind("extortion_victim", "extortion_collection")
_TRADE: Final = Kind("ordinary", "seller")
_MOST: Final = 16_500.0
"""Kroner that any one victim pays in all: about 1,500 euro."""


@dataclass(slots=True)
class Ring:
    """One crew: the accounts it hires and the day on which each is used up."""

    name: str
    country: str
    mules: list[int]
    ends: list[int]
    reach: float
    campaigns: list[int]
    """Days around which the crew works through the contacts of a school or a team."""

    def start(self, rng: np.random.Generator) -> int:
        """Draw the day of a first demand: two in three fall into a campaign."""
        if rng.random() > 0.66:
            return int(rng.integers(0, DAYS - 20))
        near = self.campaigns[int(rng.integers(len(self.campaigns)))] + rng.normal(0, 9)
        return int(np.clip(near, 0, DAYS - 20))

    def mule(self, rng: np.random.Generator, day: int) -> int:
        """Name an account that still works, most often the one in use now."""
        open_now = [m for m, end in zip(self.mules, self.ends, strict=True) if end >= day] or self.mules[-1:]
        return open_now[0] if rng.random() < 0.55 else open_now[int(rng.integers(min(3, len(open_now))))]


def extortion(stage: Stage, rng: np.random.Generator, hired: list[int]) -> None:
    """Add victims and crews; some crews use accounts that also collect for romance frauds."""
    rings = _rings(stage, rng, hired)
    reach = np.array([ring.reach for ring in rings])
    youth = [p for p in stage.people if p.age < 18]
    grown = [p for p in stage.people if 18 <= p.age < 26]
    parents = [p for p in stage.people if 37 <= p.age < 58]
    taken: set[int] = set()
    while len(taken) < stage.many(44, 5):
        draw = rng.random()
        # A child without an account of its own pays with what the family tablet has stored.
        pool = youth if draw < 0.5 and youth else grown if draw < 0.87 else parents
        boys = [p for p in pool if p.male]
        # Nine in ten children extorted for money are boys; the tablet's owner is either parent.
        asked = boys if boys and pool is not parents and rng.random() < 0.9 else pool
        person = asked[int(rng.integers(len(asked)))]
        if person.number in taken:
            continue
        taken.add(person.number)
        if pool is parents:
            stage.quiet.add(("originator", person.number))
        ring = rings[int(rng.choice(len(rings), p=reach / reach.sum()))]
        stage.groups["originator", person.number] = ring.name
        start = ring.start(rng)
        demand = float(spread(rng, 1700 if pool is parents else 1150, 0.55, 1)[0])
        paid = _night(stage, rng, person, ring, start=start, demand=demand, room=_MOST)
        if rng.random() < 0.27:
            again = ring if rng.random() < 0.6 else rings[int(rng.integers(len(rings)))]
            later = start + int(rng.integers(12, 90))
            _night(stage, rng, person, again, start=later, demand=demand, room=_MOST - paid)


def _rings(stage: Stage, rng: np.random.Generator, hired: list[int]) -> list[Ring]:
    rings = []
    for number in range(stage.many(10, 2)):
        country = str(rng.choice(["NG", "CI", "PH", "GH", "GB", "PL"], p=[0.4, 0.2, 0.18, 0.08, 0.08, 0.06]))
        mules, ends, day = [], [], 0
        while day < DAYS:
            same = [mule for mule in hired if stage.receivers[mule].country == country]
            if same and rng.random() < 0.15:
                mule = same[int(rng.integers(len(same)))]
                stage.quiet.add(("beneficiary", mule))
            else:
                mule = stage.private(rng, country, male=0.7, age=(17, 40))
            day += int(rng.integers(14, 110))
            mules.append(mule)
            ends.append(day)
            stage.groups["beneficiary", mule] = f"ring-{number}"
            if rng.random() < 0.2:
                _sells_coins(stage, rng, mule, day)
        campaigns = some(rng, int(rng.integers(1, 5)), 10, DAYS - 25).tolist()
        rings.append(Ring(f"ring-{number}", country, mules, ends, float(np.exp(rng.normal(0, 0.7))), campaigns))
    return rings


def _night(
    stage: Stage, rng: np.random.Generator, person: Person, ring: Ring, *, start: int, demand: float, room: float
) -> float:
    """Pay under threat: first what is at hand, then on demand within minutes, until broke, told or blocked.

    The first demand often goes to a domestic account that this register never sees: a third of victims show here
    only the one payment that was ordered abroad after that. Gives the kroner paid, at most `room`.
    """
    seen = 1 if rng.random() < 0.3 else int(min(2 + rng.poisson(2.6), 12))
    minute = start * DAY_MINUTES + int(rng.normal(21.8 * 60, 130))
    paid = 0.0
    channel = ("platform", "online", "crypto", "bank")[int(rng.choice(4, p=[0.52, 0.33, 0.06, 0.09]))]
    mule = ring.mule(rng, start)
    named_in_dollars = 0.6 if channel == "platform" else 0.2
    for _ in range(seen):
        # "Send what you have": the sum is that of the account, later that of a friend's loan.
        amount = min(demand * float(rng.choice([0.3, 0.5, 0.7, 1.0, 1.4])), room - paid)
        if amount < 40:
            break
        moment = np.array([minute], dtype=np.int64)
        sums = chosen(rng, np.array([amount]), "US", named_in_dollars)
        stage.order(person.number, mule, moment, sums, kind=CRIME, channel=channel, words=words.PRESSED)
        paid += amount
        minute += int(rng.exponential(35)) + 3 if rng.random() < 0.72 else int(rng.uniform(400, 2600))
        if rng.random() < 0.3:
            mule = ring.mule(rng, start)
        if rng.random() < 0.18:
            channel = "online" if channel == "platform" else "platform"
    return paid


def _sells_coins(stage: Stage, rng: np.random.Generator, mule: int, until: int) -> None:
    """Let a hired account also sell coins person to person, to buyers who know nothing of its other use."""
    buyers = [p for p in stage.people if 18 < p.age < 45]
    for _ in range(int(rng.integers(1, 6))):
        buyer = buyers[int(rng.integers(len(buyers)))]
        days = some(rng, int(rng.integers(1, 4)), max(0, until - 150), min(until, DAYS))
        sums = sent(spread(rng, 900 * buyer.purse, 0.6, days.size))
        minutes = mixed(rng, days, "late", buyer.owl, 0.4)
        stage.order(buyer.number, mule, minutes, sums, kind=_TRADE, channel="platform", words=words.HOBBY)
