"""Households that receive for live-streamed abuse, and the ordinary life around them.

A household asks each payer for what its accounts can still take: the app lets an account that has not shown papers
receive little a month, so a cousin's or a neighbour's account steps in. A few households pass
a payer on to one they know.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from . import clock, notes
from .book import Account
from .ledger import FOREIGN, spread
from .places import COUNTRIES
from .world import World

_LANDS = {"PH": 0.76, "TH": 0.06, "CO": 0.08, "RO": 0.05, "DO": 0.05}
_CAP_UNVERIFIED = 260.0
_CAP = 900.0


@dataclass(slots=True)
class Household:
    """A few accounts under one roof or next door; `drawn` weighs how many payers find it."""

    name: str
    land: str
    accounts: list[Account]
    opens: int
    drawn: float
    friends: list[Household] = field(default_factory=list)
    received: dict[tuple[int, int], float] = field(default_factory=dict)

    def account_for(self, world: World, day: int, dollars: float, usual: Account) -> Account:
        """The usual account if it may still receive this month, else another; now and then another for no reason."""
        month = day // 30
        order = [usual, *(other for other in self.accounts if other is not usual)]
        if len(order) > 1 and world.chance(0.07):
            order = order[1:]
        for account in order:
            cap = _CAP if account.verified else _CAP_UNVERIFIED
            taken = self.received.get((account.index, month), 0.0)
            if taken + dollars <= cap:
                break
        self.received[account.index, month] = self.received.get((account.index, month), 0.0) + dollars
        return account


def found(world: World, count: int) -> list[Household]:
    """Open the households; about half know one or two others in their town."""
    rng = world.rng
    houses: list[Household] = []
    for number in range(count):
        land = world.choose(_LANDS)
        near = [house for house in houses if house.land == land]
        friend = near[rng.integers(len(near))] if near and world.chance(0.4) else None
        city = friend.accounts[0].city if friend else int(rng.integers(len(COUNTRIES[land].cities)))
        house = _household(world, f"household-{number}", land, city)
        if friend:
            house.friends.append(friend)
            friend.friends.append(house)
        houses.append(house)
        _everyday(world, house)
    return houses


def _household(world: World, name: str, land: str, city: int) -> Household:
    """A mother, aunt or sister first; sometimes a young person's own account, sometimes a neighbour's."""
    rng = world.rng
    head = world.book.open(land, float(rng.integers(19, 52)), woman=world.chance(0.74), city=city)
    accounts = [head]
    for _ in range(int(rng.choice([0, 0, 1, 1, 2, 3]))):
        kin = world.chance(0.65)
        age = float(rng.integers(14, 20)) if world.chance(0.22) else float(rng.integers(18, 58))
        accounts.append(
            world.book.open(land, age, woman=world.chance(0.6), family=head.family if kin else None, city=city)
        )
    if len(accounts) > 1 and world.chance(0.45):
        # One phone serves the house.
        accounts[1].devices, accounts[1].device_day = head.devices, head.device_day
    for account in accounts:
        account.ring = name
        account.verified = world.chance(0.55)
    opens = int(rng.integers(-150, 230))
    # Most are known to few; the best known draw several times as many.
    return Household(name, land, accounts, opens, float(min(rng.pareto(1.4) + 0.4, 3.2)))


def _everyday(world: World, house: Household) -> None:
    """Neighbours pay for rice and repay loans, a real relative abroad helps, and the head pays bills and kin."""
    rng = world.rng
    head = house.accounts[0]
    for account in house.accounts:
        for _ in range(int(rng.poisson(1.6))):
            neighbour = world.book.open(house.land, float(rng.integers(18, 65)), city=account.city)
            days = clock.some_days(rng, 1 + int(rng.poisson(2.5)))
            sums = spread(rng, days.size, 6, 0.8)
            said = notes.pick(rng, "split", days.size)
            world.ledger.pay(neighbour.index, account.index, clock.at(rng, days, "social"), sums, "ordinary", said)
            if world.chance(0.6):
                back = days + 2
                world.ledger.pay(account.index, neighbour.index, clock.at(rng, back, "social"), sums, "ordinary", said)
    if world.chance(0.45):
        migrants = [member for member in world.members if member.origin == house.land != member.country]
        if migrants:
            kin = migrants[rng.integers(len(migrants))]
            days = clock.after_payday(rng, kin.country)
            days = days[rng.random(days.size) < rng.uniform(0.2, 0.8)]
            world.ledger.pay(
                kin.index, head.index, clock.at(rng, days, "evening", kin.shift), spread(rng, days.size, 95, 0.5),
                "family_support", notes.pick(rng, "family", days.size), style=FOREIGN,
            )  # fmt: skip


def awake(land: str, payer_country: str, minutes: clock.Floats) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Whether it is between seven in the morning and half past midnight where the household lives."""
    there = (minutes / 60 + COUNTRIES[land].utc - COUNTRIES[payer_country].utc) % 24
    return (there >= 7) | (there <= 0.5)
