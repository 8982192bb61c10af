"""The receiving side of live-streamed abuse: households, their wallets, and the neighbours to whom they pass payers on.

A household is a mother, an aunt, an older sibling, each with a handle; the money ends in one bank account or with one
cash agent. Handles wear out (a lost phone, a closed account) and the same person comes back under another one.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .accounts import Account
from .days import spread
from .families import support
from .kinds import ORDINARY
from .places import PLACES
from .world import World

_COUNTRIES = ("PH", "CO", "TH", "RO", "MX", "KE", "DO", "UA")
_SHARES = (0.58, 0.1, 0.08, 0.07, 0.06, 0.05, 0.03, 0.03)


@dataclass(slots=True)
class Household:
    """Those who are paid, as one address sees them."""

    members: list[Account]
    later: dict[int, Account]
    """The handle that replaces a member's first one, from the day `worn`."""
    worn: int
    outside: Account | None
    """A deposit address at another platform, for payers whose limits here are used up."""
    bank: Account

    def handle(self, rng: np.random.Generator, day: int) -> Account:
        """Where a payer is told to send on a day: mostly the first member, as things stand."""
        member = self.members[int(len(self.members) * rng.random() ** 1.8)]
        if self.outside is not None and rng.random() < 0.14:
            return self.outside
        return self.later.get(member.index, member) if day >= self.worn else member


def nets(world: World) -> list[list[Household]]:
    """Groups of one to four households that know of each other: kin and neighbours of one town."""
    rng = world.rng
    found: list[list[Household]] = []
    for number in range(world.count(13, 3)):
        country = str(rng.choice(_COUNTRIES, p=_SHARES))
        city = str(rng.choice(PLACES[country].cities))
        net = [_household(world, country, city) for _ in range(int(rng.choice([1, 2, 3, 4], p=[0.5, 0.25, 0.15, 0.1])))]
        for household in net:
            for account in (*household.members, *household.later.values(), household.outside):
                if account is not None:
                    account.groups["facilitation"] = f"net-{number}"
        found.append(net)
    return found


def _household(world: World, country: str, city: str) -> Household:
    rng = world.rng
    surname = str(rng.choice(PLACES[country].family()))
    members: list[Account] = []
    for place in range(int(rng.choice([1, 2, 3], p=[0.5, 0.35, 0.15]))):
        # The third is often a daughter or a son whose own wallet is used.
        age = int(rng.integers(15, 18)) if place == 2 or rng.random() < 0.1 else int(rng.integers(19, 52))
        kin = surname if rng.random() < 0.7 else None
        member = world.book.wallet(country, age, family=kin, city=city, verified=0.3)
        if members and rng.random() < 0.6:
            member.device = members[0].device
        members.append(member)
    later = {member.index: world.book.second_wallet(member) for member in members if rng.random() < 0.28}
    outside = world.book.other("address", country, owner=members[0]) if rng.random() < 0.3 else None
    household = Household(
        members, later, int(rng.integers(90, 280)), outside, world.book.other("bank", country, owner=members[0])
    )
    _ordinary_money(world, household, country)
    return household


def _ordinary_money(world: World, household: Household, country: str) -> None:
    """They have an uncle on a ship too, and friends who return what they borrowed."""
    rng = world.rng
    abroad = [payer for payer in world.payers if payer.origin == country != payer.country]
    if abroad and rng.random() < 0.5:
        uncle = abroad[int(rng.integers(len(abroad)))]
        support(world, uncle, household.members[0], spread(rng, int(rng.integers(3, 14))), 90, part="waking")
    for member in household.members:
        if rng.random() < 0.5:
            friend = world.someone(country)
            support(world, friend, member, spread(rng, int(rng.integers(1, 6))), 20, part="evening", kind=ORDINARY)
