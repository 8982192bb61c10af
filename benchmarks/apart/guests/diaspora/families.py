"""Migrants and those they support: one family at home, several of its members paying from several countries.

Relatives share the load by custom, not by plan: each payer has a parent or spouse who is paid on paydays, students
whose fees come with the terms, brothers and cousins who ask when something breaks, and godchildren at Christmas.
A brother-in-law has another surname, so kin cannot always be told from names.
"""

from __future__ import annotations

from benchmarks.apart.guests.diaspora.days import CHRISTMAS, DAYS, SCHOOL_FEES, paydays
from benchmarks.apart.guests.diaspora.people import Payer, Receiver
from benchmarks.apart.guests.diaspora.places import ABROAD, MIGRANTS_LIVE, NG, PH
from benchmarks.apart.guests.diaspora.world import Family, World

ROLES = ("parent", "spouse", "student", "sibling", "cousin")


def settle(world: World, migrants: int) -> None:
    """Founds families until that many migrants are customers."""
    left = migrants
    while left > 0:
        family = _found(world)
        payers = min(left, world.dice.weighted((1, 2, 3, 4, 6), (0.44, 0.28, 0.15, 0.09, 0.04)))
        main = world.live_abroad(MIGRANTS_LIVE)
        for _ in range(payers):
            _join(world, family, main.code)
        left -= payers
        world.families.append(family)
        world.by_town[family.town].append(family)


def _found(world: World) -> Family:
    dice = world.dice
    home = PH if dice.chance(0.84) else NG
    town = dice.choice(home.towns)
    surnames = (world.surname(home.code), world.surname(home.code))
    kin: list[tuple[str, Receiver]] = []
    for place in range(dice.weighted((2, 3, 4, 5, 7), (0.2, 0.27, 0.25, 0.18, 0.1))):
        role = "parent" if place == 0 else dice.weighted(ROLES, (0.18, 0.14, 0.24, 0.26, 0.18))
        surname = surnames[0] if dice.chance(0.62) else surnames[1] if dice.chance(0.6) else world.surname(home.code)
        receiver = world.register.receiver(home, town, surname)
        kin.append((role, receiver))
        # Grandmother's pickup name and grandmother's new wallet are two receivers to the app.
        if dice.chance(0.07):
            kin.append((role, world.register.second_account(receiver)))
    return Family(f"family-{len(world.families):05d}", home, town, surnames, kin)


def _join(world: World, family: Family, main: str) -> None:
    dice = world.dice
    # One leaves first and calls the others over: half of a family lives in one country.
    by_code = {abroad.code: abroad for abroad in ABROAD}
    abroad = by_code[main] if dice.chance(0.6) else world.live_abroad(MIGRANTS_LIVE)
    surname = dice.choice(family.surnames) if dice.chance(0.8) else world.surname(family.home.code)
    stock = "PH" if family.home is PH else "NG"
    payer = world.register.payer(stock, surname, min(70, max(19, int(dice.gauss(38, 10)))), abroad)
    # Couples and sisters who live together pay from one tablet.
    if family.payers and family.payers[-1].abroad is abroad and dice.chance(0.22):
        payer.city, payer.timezone = family.payers[-1].city, family.payers[-1].timezone
        if dice.chance(0.5):
            payer.accounts[0].device = family.payers[-1].accounts[0].device
        payer.accounts[0].address = family.payers[-1].accounts[0].address
    family.payers.append(payer)


def support(world: World, family: Family) -> None:
    """Everything that a family's members abroad pay to it."""
    for payer in family.payers:
        wanted = world.dice.weighted((1, 2, 3, 5), (0.34, 0.34, 0.2, 0.12))
        own = family.kin if len(family.kin) <= wanted else world.dice.sample(family.kin, wanted)
        spouse = 0
        for role, receiver in own:
            if role == "spouse":
                spouse += 1
                # Only one of them is this payer's; to the rest he is a brother-in-law.
                if spouse == 1 and world.dice.chance(0.5):
                    _wages(world, payer, receiver, 190, 0.9)
                else:
                    _asks(world, payer, receiver, 50)
            elif role == "parent":
                _wages(world, payer, receiver, 115, world.dice.choice((0.95, 0.8, 0.5)))
            elif role == "student":
                _studies(world, payer, receiver)
            else:
                _asks(world, payer, receiver, 55 if role == "sibling" else 28)
        _small_asks(world, payer, family)
        _christmas(world, payer, family)


def _wages(world: World, payer: Payer, receiver: Receiver, euros: float, faithful: float) -> None:
    """Paid when wages come: a scheduled transfer at nine sharp, or within two days as life allows."""
    dice = world.dice
    usual = euros * payer.purse * dice.about(1.0, 0.4) * (0.45 if payer.rhythm in {"fortnight", "weekly"} else 1.0)
    scheduled = dice.chance(0.2)
    for day in paydays(payer.rhythm, payer.anchor):
        if scheduled:
            world.ledger.pay(payer, receiver, day, usual, "family", hour=9.0, again=1.0)
        elif dice.chance(faithful):
            world.ledger.pay(payer, receiver, day + dice.choice((0, 0, 1, 2)), usual * dice.about(1, 0.12), "family")


def _studies(world: World, payer: Payer, receiver: Receiver) -> None:
    """Fees at the start of a term, and pocket money that is asked for by message."""
    dice = world.dice
    fee = 220 * payer.purse * dice.about(1.0, 0.5)
    for day in SCHOOL_FEES:
        if dice.chance(0.75):
            world.ledger.pay(payer, receiver, day + dice.randrange(-9, 14), fee, "family", asked_home=True)
    day = dice.randrange(20)
    every = dice.choice((7, 14, 14, 30))
    while day < DAYS:
        if dice.chance(0.6):
            world.ledger.pay(payer, receiver, day, 26 * payer.purse, "family")
        day += every + dice.randrange(-2, 3)


def _asks(world: World, payer: Payer, receiver: Receiver, euros: float) -> None:
    """A roof, a fever, a motorbike part: sums are named by the one who asks, and a big one is paid in parts."""
    dice = world.dice
    for _ in range(dice.count(dice.about(4.5, 0.8))):
        day, sum_asked = dice.randrange(DAYS), euros * payer.purse * dice.about(1.0, 0.7)
        world.ledger.pay(payer, receiver, day, sum_asked, "family", asked_home=dice.chance(0.7))
        if dice.chance(0.15):
            world.ledger.pay(payer, receiver, day + dice.randrange(1, 6), sum_asked, "family")


def _small_asks(world: World, payer: Payer, family: Family) -> None:
    """Airtime, gas, a snack for the children: tiny, at any hour at which somebody at home writes and is answered."""
    dice = world.dice
    favourites = dice.sample(family.kin, min(2, len(family.kin)))
    for _ in range(dice.count(dice.choice((0.0, 1.0, 3.0, 9.0)))):
        _, receiver = dice.choice(favourites)
        hour = dice.choice((None, 6.5, 21.0, 22.5, 23.8)) if dice.chance(0.5) else None
        late = hour + dice.random() if hour is not None else None
        world.ledger.pay(
            payer, receiver, dice.randrange(DAYS), dice.about(16, 0.6), "family", hour=late, asked_home=True
        )


def _christmas(world: World, payer: Payer, family: Family) -> None:
    """In December everybody at home is remembered, those too whom one never pays otherwise."""
    dice = world.dice
    for _, receiver in family.kin:
        if dice.chance(0.4):
            day = CHRISTMAS - dice.randrange(0, 16)
            world.ledger.pay(payer, receiver, day, dice.about(42, 0.6) * payer.purse, "family")
