"""Households that are paid for live-streamed abuse: who holds the accounts, and what else they live on.

About half are families that a relative abroad supports in good faith through this same app, so honest remittances and
the crime meet in one wallet; the relative knows nothing. Some have an adult partner abroad who knows nothing either.
"""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.apart.guests.diaspora.days import DAYS
from benchmarks.apart.guests.diaspora.people import Receiver
from benchmarks.apart.guests.diaspora.places import PH
from benchmarks.apart.guests.diaspora.world import World


@dataclass(slots=True)
class Household:
    """A receiving household: accounts in the order of their use, usual price in euros, and how known it is."""

    name: str
    accounts: list[Receiver]
    changes: list[int]
    price: float
    renown: float

    def account_on(self, day: int, draw: float) -> Receiver:
        """The account given out that day; now and then an older one, or the neighbour's, is named instead."""
        current = sum(change <= day for change in self.changes)
        if draw < 0.16:
            current = int(draw / 0.16 * len(self.accounts))
        return self.accounts[min(current, len(self.accounts) - 1)]


def settle_households(world: World, number: int) -> list[Household]:
    """So many receiving households; a few towns have more than one, since neighbours see that it pays."""
    dice, found = world.dice, []
    poor_towns = dice.sample(PH.towns, 5)
    families = [family for family in world.families if family.home is PH]
    for index in range(number):
        name = f"household-{index:03d}"
        wanted = dice.weighted((1, 2, 3, 4), (0.3, 0.34, 0.22, 0.14))
        if dice.chance(0.5):
            family = dice.choice(families)
            accounts = [receiver for role, receiver in family.kin if role != "student"][:wanted]
            town, surname = family.town, family.surnames[0]
        else:
            town = dice.choice(poor_towns) if dice.chance(0.6) else dice.choice(PH.towns)
            accounts, surname = [], world.surname("PH")
        while len(accounts) < wanted:
            if accounts and dice.chance(0.35):
                accounts.append(world.register.second_account(accounts[0]))
            else:
                # The neighbour with a verified wallet lends it and keeps a tenth.
                kin_name = surname if dice.chance(0.6) else world.surname("PH")
                accounts.append(world.register.receiver(PH, town, kin_name))
        household = Household(
            name,
            accounts,
            sorted(dice.randrange(30, DAYS) for _ in accounts[1:]),
            dice.about(28, 0.35),
            dice.about(1.0, 1.0),
        )
        _innocent_income(world, household)
        found.append(household)
    return found


def _innocent_income(world: World, household: Household) -> None:
    """An adult partner abroad who believes in a future, or a friend who helped once: most wallets hold such."""
    dice = world.dice
    if dice.chance(0.25):
        payer, day = dice.choice(world.locals), dice.randrange(DAYS)
        for _ in range(dice.randrange(3, 16)):
            world.ledger.pay(payer, household.accounts[0], day, dice.about(60, 0.5), "partner")
            day += dice.randrange(4, 30)
    for _ in range(dice.count(0.8)):
        payer = dice.choice(world.locals)
        world.ledger.pay(payer, dice.choice(household.accounts), dice.randrange(DAYS), dice.about(30, 0.6), "other")
