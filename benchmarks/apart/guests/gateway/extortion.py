"""Financial sexual extortion: crews with rotating handles, and the young who pay what they have until they stop."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from . import clock, sums, words
from .accounts import Account
from .ledger import Tie
from .places import LANDS
from .town import Town

_ABROAD: Final = ("NG", "NG", "NG", "CI", "CI", "PH", "PH", "GH")
CEILING: Final = 1_500 / 0.61
"""Total that one victim pays at most, in A$."""


@dataclass(slots=True)
class Crew:
    """One crew: handles with the days on which each works, abroad or lent by a young person at home."""

    group: str
    handles: list[tuple[float, float, Account]]

    def handle(self, rng: np.random.Generator, day: float, country: str) -> Account:
        """One that works on the day, rather one of the victim's own country: the payment then looks like any other."""
        alive = [a for start, end, a in self.handles if start <= day < end] or [a for *_, a in self.handles]
        near = [a for a in alive if a.country == country]
        pool = near if near and rng.random() < 0.7 else alive
        return pool[int(rng.integers(len(pool)))]


def recruit(town: Town, victims: int) -> list[Crew]:
    """Crews, their foreign handles, and the mules: students who lend an account that also sees their own friends."""
    rng = town.rng
    lenders = [a for a in town.customers if 17.5 <= a.age < 27]
    crews = []
    for _ in range(max(2, round(victims / 12))):
        home = str(rng.choice(_ABROAD))
        handles: list[tuple[float, float, Account]] = []
        day = float(rng.uniform(-40, 60))
        while day < clock.DAYS:
            # A handle lasts until the first complaints arrive.
            life = float(rng.gamma(2.5, 60.0))
            mule = rng.random() < 0.4 and bool(lenders)
            account = lenders.pop(int(rng.integers(len(lenders)))) if mule else town.registry.open(home, named=0.3)
            if not mule and handles and rng.random() < 0.3 and handles[-1][2].country == home:
                account = town.registry.reopen(handles[-1][2], day, same_phone=bool(rng.random() < 0.5))
            handles.append((day, day + life * float(rng.uniform(1.0, 1.6)), account))
            day += life
        crews.append(Crew(town.new_group("crew"), handles))
    return crews


def _demand(town: Town, victim: Account, paid: float, place: int, *, fresh: bool) -> float:
    """What is paid next, in A$: a round demand first, then what is left in the purse, to the cent.

    A new account may send A$150 at a time, so that a demand above it comes in pieces.
    """
    rng = town.rng
    if place == 0 or rng.random() < 0.45:
        value = float(rng.choice([50.0, 80.0, 100.0, 100.0, 150.0, 200.0, 250.0])) * float(rng.uniform(0.7, 1.2))
    else:
        value = float(rng.lognormal(np.log(55.0), 0.6))
    cap = 150.0 if fresh else 400.0
    return min(value * min(1.2, 0.6 + victim.means * 0.4), cap, max(8.0, CEILING - paid))


def _burst(town: Town, victim: Account, crew: Crew, day: float, size: int) -> None:
    """Hours of demands: the first at night, the next within minutes or after school, then silence."""
    rng = town.rng
    moment = float(clock.at(rng, np.asarray([day]), "night", 0.0)[0])
    fresh = victim.quiet
    receiver = crew.handle(rng, day, victim.country)
    paid = 0.0
    for place in range(size):
        if place:
            # Minutes while the chat is open; a night's sleep or a pocket-money day when the purse is empty.
            moment += float(rng.exponential(2_400.0) if rng.random() < 0.6 else rng.exponential(60_000.0))
            if rng.random() < 0.15:
                receiver = crew.handle(rng, day, victim.country)
        value = np.asarray([_demand(town, victim, paid, place, fresh=fresh)])
        paid += float(value[0])
        round_sum = place == 0 or rng.random() < 0.55
        amount = sums.said_here(victim, value) if round_sum else np.round(value * LANDS[victim.country].per_aud, 2)
        rail = town.payout(receiver)
        tie = Tie(victim, receiver, "extortion_victim", "extortion_collection", words.DEMAND, rail, 0.9, crew.group)
        tie.trouble = 0.09
        town.ledger.enter(tie, np.asarray([moment], dtype=np.int64), amount)


def extort(town: Town, victims: list[Account], crews: list[Crew]) -> None:
    """Each victim once; more than a quarter again some weeks later, when the crew or its buyers return."""
    rng = town.rng
    for victim in victims:
        crew = crews[int(rng.random() ** 1.5 * len(crews))]
        if victim.age >= 30:
            # A parent's account and card: nothing in the record says who held the phone.
            town.imitators.add(victim.index)
        day = float(rng.uniform(victim.opened, max(victim.opened + 1, min(victim.last, clock.DAYS) - 15)))
        if victim.age < 25 and rng.random() < 0.35:
            # Told to open an account for it: nothing happened on it before.
            victim.quiet, victim.opened = True, day - 0.2
        victim.last = max(victim.last, day + 3)
        _burst(town, victim, crew, day, 1 + int(rng.poisson(2.4)))
        if rng.random() < 0.27:
            again = day + float(rng.uniform(12, 80))
            victim.last = max(victim.last, again + 3)
            other = crew if rng.random() < 0.7 else crews[int(rng.integers(len(crews)))]
            _burst(town, victim, other, again, 1 + int(rng.poisson(1.0)))
