"""People who work abroad and carry a household, often two; the largest and most varied part of foreign money."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.apart.guests.momo import names
from benchmarks.apart.guests.momo.accounts import Account, young_and_old
from benchmarks.apart.guests.momo.calendars import DAYS, STORMS, paydays, season
from benchmarks.apart.guests.momo.ledger import FAMILY, Kind
from benchmarks.apart.guests.momo.places import COUNTRIES
from benchmarks.apart.guests.momo.world import Household, World

STORM = Kind("family_support", "family_receiver", "storm")
HELD = Kind("family_support", "collector", "family")
DEBT = Kind("ordinary", "ordinary", "debt")


@dataclass(slots=True, eq=False)
class Migrant:
    """One who sends home."""

    account: Account
    home: Household
    works_nights: bool


def migrants(world: World) -> list[Migrant]:
    """Gives a third of the senders a household to carry; big families share the load, so some have many payers."""
    dice, found = world.dice, []
    weights = {c.code: c.migrants for c in COUNTRIES.values()}
    for _ in range(world.scaled(4_200, 50)):
        home = dice.popular(world.households, 1.25)
        code, woman = dice.weighted(weights), dice.chance(0.55)
        # After marriage abroad a name no longer tells kinship.
        family = (
            home.surname if dice.chance(0.66) else names.surname(dice, "english" if dice.chance(0.3) else "filipino")
        )
        account = world.directory.sender(code, "filipino", woman, young_and_old(dice, 22, 61), family)
        found.append(Migrant(account, home, dice.chance(0.3)))
    return found


def support(world: World, migrant: Migrant) -> None:
    """Payday money, plus the messages that begin with 'may I ask'."""
    dice, ledger, payer, home = world.dice, world.ledger, migrant.account, migrant.home
    mood = "night" if migrant.works_nights else dice.pick(("break", "evening", "any"))
    accounts = [payer]
    if dice.chance(0.1):
        accounts.append(world.directory.other_partner(payer))
    main = dice.pick(home.members)
    others = [m for m in home.members if m is not main]
    if dice.chance(0.35):
        others += dice.some(dice.pick(world.neighbours[home.town]).members, 2)
    start = dice.whole(-300, DAYS - 60)
    end = DAYS if dice.chance(0.7) else start + dice.whole(120, 500)
    base, faithful = dice.around(150, 0.65), dice.between(0.35, 0.98)
    every = {"weekly": 0.45, "biweekly": 0.65}.get(payer.country.payday, 1.0)
    for payday in paydays(payer.country.payday):
        if not start <= payday < end or not dice.chance(faithful * every):
            continue
        day = payday + abs(dice.normal()) * 1.3
        used = dice.pick(accounts)
        ledger.pay(used, main, FAMILY, day, base * season(payday) * dice.around(1, 0.22), mood)
        for other in others:
            # Siblings and in-laws get a little of the same payday, in the same sitting.
            if dice.chance(0.22):
                ledger.pay(used, other, FAMILY, day, base * 0.25 * season(payday) * dice.around(1, 0.5), mood)
    # Small requests arrive on any day, are paid at once, and are how a wallet differs from a bank.
    for _ in range(dice.count(6 * faithful)):
        receiver = dice.pick([main, *others])
        ledger.pay(dice.pick(accounts), receiver, FAMILY, dice.between(max(start, 0), end), dice.around(24, 0.7), "any")
    storms(world, migrant)
    if dice.chance(0.12):
        repay(world, migrant)


def storms(world: World, migrant: Migrant) -> None:
    """A typhoon: the same week, the same region, sums out of rhythm."""
    dice = world.dice
    for day, region, share in STORMS:
        if region == migrant.home.region and dice.chance(share * 0.6):
            for member in dice.some(migrant.home.members, 2):
                when = day + dice.around(2, 0.8)
                world.ledger.pay(migrant.account, member, STORM, when, dice.around(95, 0.6))


def repay(world: World, migrant: Migrant) -> None:
    """The placement fee was lent by a neighbour, who is repaid in even parts."""
    dice = world.dice
    lender = dice.popular(dice.pick(world.neighbours[migrant.home.town]).members)
    part, first = dice.around(70, 0.4), dice.between(0, 200)
    for number in range(dice.whole(4, 11)):
        world.ledger.pay(migrant.account, lender, DEBT, first + 30.4 * number + dice.normal() * 2, part)


def trusted_neighbours(world: World, abroad: list[Migrant]) -> None:
    """Where a row of houses has one telephone that works, its owner receives for all and walks the money round."""
    dice = world.dice
    by_town: dict[str, list[Migrant]] = {}
    for migrant in abroad:
        by_town.setdefault(migrant.home.town, []).append(migrant)
    for _ in range(world.scaled(45, 2)):
        town = dice.pick(list(by_town))
        holder = dice.pick(dice.pick(world.neighbours[town]).members)
        for migrant in dice.some(by_town[town], dice.whole(3, 11)):
            base, first = dice.around(85, 0.6), dice.between(0, DAYS - 60)
            for number in range(dice.whole(1, 9)):
                day = first + 30.4 * number + dice.normal() * 3
                world.ledger.pay(migrant.account, holder, HELD, day, base * dice.around(1, 0.3))
