"""Households on the receiving side: who in them holds the account that is paid, and when it changes hands."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from benchmarks.apart.guests.creditunion import money, names
from benchmarks.apart.guests.creditunion.clock import DAYS, kept, paydays
from benchmarks.apart.guests.creditunion.families import WORDS
from benchmarks.apart.guests.creditunion.people import Receiver
from benchmarks.apart.guests.creditunion.places import ABROAD
from benchmarks.apart.guests.creditunion.world import World

_LANDS = (("PH", 0.66), ("TH", 0.07), ("CO", 0.09), ("DO", 0.06), ("MX", 0.07), ("RO", 0.05))


@dataclass(slots=True)
class Household:
    """Payee records of one household, with the day from which each is the one that is given out."""

    name: str
    land: str
    family: str
    records: list[Receiver]
    turns: list[int]

    def current(self, day: int) -> Receiver:
        """The record given out on a day."""
        held = int(np.searchsorted(self.turns, day, side="right")) - 1
        return self.records[max(held, 0) % len(self.records)]


def household(world: World, name: str, *, small: bool = False) -> Household:
    """A mother, aunt or elder cousin, and those whose accounts she borrows.

    The partner blocks a payee whom too many unrelated people pay, and wallets without papers have a monthly limit: the
    household then gives out a sister's or a neighbour's account, of another surname as often as not. A household with
    one payer never meets either limit and keeps one account.
    """
    rng = world.rng
    shares = np.array([share for _, share in _LANDS])
    land = _LANDS[int(rng.choice(len(_LANDS), p=shares / shares.sum()))][0]
    family, city = names.surname(rng, land), world.one(ABROAD[land].cities)
    people = 1 if small else int(rng.choice([1, 2, 3, 4], p=[0.2, 0.35, 0.3, 0.15]))
    records: list[Receiver] = []
    for person in range(people):
        rail = ("wallet" if world.chance(0.6) else "cash_pickup") if land == "PH" else None
        kin = family if person == 0 or world.chance(0.5) else None
        records.append(world.payee(land, man=world.chance(0.25), family=kin, city=city, rail=rail))
        if world.chance(0.3 if not small else 0.1):
            records.append(world.again(records[-1], 1.0))
    turns = [0]
    while turns[-1] < DAYS:
        turns.append(turns[-1] + int(rng.uniform(60, 330)))
    for record in records:
        world.mark("beneficiary", record.id, name)
    return Household(name, land, family, records, turns)


def kin_abroad(world: World, house: Household) -> None:
    """Many such households also have a daughter or brother abroad who sends honest money and knows nothing."""
    migrants = [member for member in world.members if member.origin == house.land and member.migrant]
    for member in world.some(migrants, 1, lambda person: 6.0 if person.surname == house.family else 1.0):
        days = kept(world.rng, paydays(member.rule, member.phase), 0.45)
        usd = money.spread(world.rng, float(world.rng.uniform(90, 230)), 0.15, len(days))
        world.give(member, house.records[0], days, usd, ("family_support", "family_receiver"), words=WORDS)
