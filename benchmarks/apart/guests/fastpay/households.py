"""Households abroad that arrange live-streamed abuse, and the ordinary money they also receive."""

from __future__ import annotations

from dataclasses import dataclass

from . import clock, names
from .ledger import rounded
from .people import Receiver
from .places import COUNTRIES
from .words import FAMILY, TRADE, said
from .world import World

CRIME: tuple[str, str] = ("livestream_purchase", "facilitation")


@dataclass(slots=True)
class Household:
    """Who is paid and when: accounts come and go as limits are hit, phones are lost and wallets are closed."""

    group: str
    country: str
    accounts: list[tuple[int, int, Receiver]]
    price: float
    asks: float
    opens: int
    closes: int

    def open_accounts(self, day: float) -> list[Receiver]:
        """Accounts in use on a day, the main one first."""
        return [account for first, last, account in self.accounts if first <= day <= last]


def households(world: World) -> list[Household]:
    """About fourteen for 14,000 customers; most are known to a handful of this bank's payers, some to one only."""
    dice = world.dice
    made = []
    for number in range(world.times(15, 3)):
        country = dice.weigh({"PH": 0.72, "TH": 0.07, "CO": 0.09, "RO": 0.05, "KE": 0.07})
        opens = dice.whole(-200, 200)
        closes = min(clock.DAYS, opens + round(dice.about(330, 0.5)))
        household = Household(
            f"household-{number:03d}", country, [], dice.about(56, 0.3), dice.between(0.02, 0.2), opens, closes
        )
        _staff(world, household)
        _cover(world, household)
        made.append(household)
    return made


def _staff(world: World, household: Household) -> None:
    """A woman and her kin: a main wallet, a cousin who has the papers for cash pickup, a replacement after a block."""
    dice, registry = world.dice, world.registry
    surname = dice.pick(names.FAMILY_LISTS[COUNTRIES[household.country].names])
    main = registry.abroad(household.country, surname=surname, group=household.group)
    spells = [(household.opens, household.closes, main)]
    if dice.chance(0.5):
        broken = dice.whole(max(0, household.opens + 20), max(40, household.closes))
        spells = [(household.opens, broken, main), (broken - 5, household.closes, registry.second(main))]
    for _ in range(dice.weigh({0: 0.35, 1: 0.33, 2: 0.22, 4: 0.1})):
        kin = registry.abroad(household.country, surname=surname if dice.chance(0.55) else None, group=household.group)
        kin.city = main.city
        first = dice.whole(household.opens, max(household.opens, household.closes - 30))
        spells.append((first, min(household.closes, first + round(dice.about(150, 0.7))), kin))
    household.accounts = spells


def _cover(world: World, household: Household) -> None:
    """True relatives here send to the same account, and some households also sell load or crafts to strangers."""
    dice = world.dice
    account = household.accounts[0][2]
    if dice.chance(0.45):
        for sister in world.find(1 + dice.chance(0.3), lambda one: one.origin == household.country and one.age >= 20):
            for payday in sister.paydays():
                if dice.chance(0.3):
                    moment = clock.at(payday, clock.waking(dice, sister.shift))
                    amount = rounded(dice, dice.about(170, 0.5), household.country)
                    world.ledger.pay(
                        sister, account, moment, amount, "family_support", "family_receiver", said(dice, FAMILY, 0.5)
                    )
    if dice.chance(0.22):
        for buyer in world.find(dice.whole(2, 9), lambda one: one.age >= 18):
            for _ in range(1 + dice.count(0.7)):
                moment = clock.at(dice.between(0, 364), clock.waking(dice, buyer.shift))
                world.ledger.pay(
                    buyer,
                    account,
                    moment,
                    rounded(dice, dice.about(38, 0.6), household.country),
                    "hobby_purchase",
                    "seller",
                    said(dice, TRADE, 0.5),
                )
