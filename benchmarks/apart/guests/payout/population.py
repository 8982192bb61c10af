"""Who pays, and why: each payer has one main reason and, like everybody, some others beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from benchmarks.apart.guests.payout import commons, extortion, gigs, hearts, hidden_trade, kin, livestream, pages, trade
from benchmarks.apart.guests.payout.accounts import Payer
from benchmarks.apart.guests.payout.dice import Crowd
from benchmarks.apart.guests.payout.places import HOME_OF_MIGRANTS, PAYING
from benchmarks.apart.guests.payout.seasons import CHRISTMAS, DAYS
from benchmarks.apart.guests.payout.world import World, grown

Habit = Callable[[World, Payer, float], None]

LIVES: Final[dict[str, tuple[float, tuple[Habit, ...]]]] = {
    "migrant": (21, (kin.support,)),
    "admirer": (11, (pages.admire,)),
    "listener": (6, (pages.applaud,)),
    "young": (11, (trade.play, commons.split_bills)),
    "employer": (10, (gigs.employ,)),
    "learner": (5, (gigs.learn,)),
    "collector": (11, (trade.collect,)),
    "donor": (5, (commons.donate,)),
    "parent": (4, (commons.keep_student,)),
    "tenant": (4, (commons.pay_office,)),
    "gambler": (2, (commons.chase,)),
    "lover": (3.5, (hearts.love,)),
    "deceived": (0.7, (hearts.be_deceived,)),
    "friend": (6, (commons.split_bills,)),
}
"""Share of payers (in parts) and the main habits of each life."""

BESIDE: Final[dict[Habit, float]] = {
    commons.split_bills: 22, trade.collect: 16, pages.applaud: 12, pages.admire: 9, commons.pay_office: 9,
    commons.donate: 8, gigs.employ: 6, gigs.learn: 5, trade.buy_ticket: 5, commons.give_pocket_money: 5,
    kin.save_together: 4, commons.keep_student: 3, trade.play: 3, commons.chase: 2, hearts.love: 1,
}  # fmt: skip
_FOR_ADULTS: Final = {
    commons.give_pocket_money,
    pages.admire,
    gigs.employ,
    commons.keep_student,
    hearts.love,
    commons.chase,
}


def beside(world: World, payer: Payer, mean: float) -> None:
    """Side habits, at half zeal."""
    for _ in range(world.dice.count(mean)):
        habit = world.dice.weigh(BESIDE)
        if payer.birth <= 2005 or habit not in _FOR_ADULTS:
            habit(world, payer, world.dice.between(0.2, 0.7))


def _travels(world: World, payer: Payer) -> Payer:
    """Migrants go home for some weeks; others take a holiday, and pay from where they are."""
    dice = world.dice
    if dice.chance(0.25 if payer.origin != payer.country else 0.09):
        where = (
            payer.origin
            if payer.origin != payer.country
            else dice.pick(("TH", "ES", "IT", "PH", "MX", "US", "VN", "GB"))
        )
        start = dice.whole(0, DAYS) if dice.chance(0.6) else CHRISTMAS[0] - dice.whole(0, 8)
        payer.away.append((start, start + dice.whole(6, 28), where))
    return payer


def _someone(world: World, life: str) -> Payer:
    dice = world.dice
    country = dice.weigh(PAYING)
    if life == "young":
        return world.registry.payer(country, dice.whole(1999, 2010))
    if life in {"lover", "deceived"}:
        return world.registry.payer(country, round(dice.around(1967, 10)))
    if life == "migrant":
        return world.registry.payer(
            country, round(min(2003, dice.around(1985, 10))), origin=dice.weigh(HOME_OF_MIGRANTS)
        )
    return grown(world, country)


def ordinary_lives(world: World, number: int) -> tuple[list[Payer], list[Payer]]:
    """Everybody else; returns the migrants and the admirers, who touch the crime's receivers without knowing."""
    dice = world.dice
    migrants: list[Payer] = []
    admirers: list[Payer] = []
    shares = {life: share for life, (share, _) in LIVES.items()}
    for _ in range(number):
        life = dice.weigh(shares)
        payer = _travels(world, _someone(world, life))
        if life == "migrant":
            migrants.append(payer)
        elif life == "admirer":
            admirers.append(payer)
        payers = [payer]
        if dice.chance(0.03):
            payers.append(world.registry.second_account(payer, dice.whole(payer.opened, DAYS - 1)))
        for habit in LIVES[life][1]:
            habit(world, dice.pick(payers), dice.between(0.6, 1.3))
        for one in payers:
            beside(world, one, 1.1)
    return migrants, admirers


def _older_man(world: World) -> Payer:
    """Mostly 37 to 70, sometimes younger or older; a third of them hide where they are."""
    dice = world.dice
    born = round(dice.around(1969, 10)) if dice.chance(0.85) else dice.whole(1985, 2002)
    hides = dice.between(0.4, 1) if dice.chance(0.24) else None
    return world.registry.payer(dice.weigh(PAYING | {"AU": 17.0, "SE": 7.0}), born, hides=hides)


def livestream_lives(world: World, number: int, migrants: list[Payer], admirers: list[Payer]) -> None:
    """Payers of live-streamed abuse with the lives they have beside it, and the households that receive."""
    dice = world.dice
    houses = livestream.households(world, number)
    lonely = max(1, len(houses) // 5)
    known = Crowd(houses[lonely:], 0.8)
    for place in range(number):
        payer = _travels(world, _older_man(world))
        beside(world, payer, 1.6)
        if dice.chance(0.2):
            pages.admire(world, payer, 0.5)
        livestream.follow(world, payer, known, alone=houses[place] if place < lonely else None)
    for house in houses:
        livestream.live_beside(world, house, migrants, admirers)


def extortion_lives(world: World, number: int) -> None:
    """Young victims, each in one campaign, with what young people pay for otherwise."""
    dice = world.dice
    under_way = extortion.campaigns(world, number)
    for _ in range(number):
        campaign = dice.pick(under_way)
        payer = extortion.victim(world, campaign)
        if dice.chance(0.6):
            trade.play(world, payer, 0.7)
        beside(world, payer, 0.8)
        extortion.pay_under_threat(world, payer, campaign, under_way)
    for campaign in under_way:
        extortion.cover(world, campaign)


def hidden_lives(world: World, number: int) -> None:
    """Buyers of material and buyers of minors."""
    sellers = hidden_trade.vendors(world, number)
    young = hidden_trade.minors(world, number)
    for place in range(2 * number):
        payer = _travels(world, _older_man(world))
        payer.opened = min(payer.opened, DAYS - 150)
        beside(world, payer, 1.5)
        if place % 2:
            hidden_trade.buy_material(world, payer, sellers)
        else:
            hidden_trade.buy_of_minors(world, payer, young)
