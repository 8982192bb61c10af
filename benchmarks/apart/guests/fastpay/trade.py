"""Sellers with many buyers: collectors' shops, artists, game traders, and performers whom adults tip at night."""

from __future__ import annotations

from . import clock
from .ledger import rounded
from .people import Customer, Receiver
from .words import TIP, TRADE, said
from .world import World


def sellers(world: World) -> None:
    """Orders come after the children are asleep, when an auction closes, or when the seller posts new stock."""
    dice, registry = world.dice, world.registry
    stalls = []
    for _ in range(world.times(95, 2)):
        country = dice.weigh(
            {"JP": 0.2, "CN": 0.2, "US": 0.14, "PH": 0.14, "AU": 0.1, "ID": 0.08, "TH": 0.08, "GB": 0.06}
        )
        stall = registry.abroad(country)
        stalls.append((stall, dice.about(42, 0.5), [dice.whole(0, 364) for _ in range(dice.whole(3, 20))]))
    for payer in world.find(world.times(1500, 3), lambda one: one.age >= 14):
        for _ in range(dice.weigh({1: 0.7, 2: 0.2, 4: 0.1})):
            stall, price, drops = dice.favour(stalls, 1.8)
            for _ in range(1 + dice.count(dice.about(1.2, 0.9))):
                night = dice.chance(0.5)
                moment = clock.at(
                    dice.pick(drops) + dice.gap(1.5), clock.late(dice) if night else clock.waking(dice, payer.shift)
                )
                world.ledger.pay(
                    payer,
                    stall,
                    moment,
                    rounded(dice, price * dice.about(1, 0.5), stall.country, 0.3),
                    "hobby_purchase",
                    "seller",
                    said(dice, TRADE, 0.55),
                )


def market(world: World) -> None:
    """Second-hand trade at home: a customer's own account, strangers, one payment each."""
    dice, registry = world.dice, world.registry
    traders = [registry.as_receiver(one) for one in world.find(world.times(420, 3), lambda one: one.age >= 16)]
    for payer in world.customers:
        for _ in range(dice.count(0.7)):
            moment = clock.at(dice.whole(0, 364), clock.waking(dice, payer.shift))
            amount = dice.about(48, 0.9)
            world.ledger.pay(
                payer,
                dice.favour(traders),
                moment,
                round(amount) + 1,
                "hobby_purchase",
                "seller",
                said(dice, ("trade {n}", "listing {n}", "bike", "couch", "sneakers", "thanks"), 0.75),
            )


def performers(world: World) -> None:
    """Grown performers who stream music, talk or dance are tipped by regulars; a few admirers spend like addicts."""
    dice, registry = world.dice, world.registry
    acts: list[Receiver] = []
    for _ in range(world.times(46, 2)):
        act = registry.abroad(dice.weigh({"PH": 0.34, "CO": 0.22, "RO": 0.12, "TH": 0.12, "US": 0.1, "BR": 0.1}))
        acts.append(act)
        if dice.chance(0.2):
            acts.append(registry.second(act))
    for fan in world.find(world.times(260, 3), lambda one: one.age >= 18):
        _tips(world, fan, dice.some(acts, dice.weigh({1: 0.5, 2: 0.25, 3: 0.15, 6: 0.1})))


def _tips(world: World, fan: Customer, acts: list[Receiver]) -> None:
    """Evenings of two or three tips; taste wanders, sums grow while the admirer is noticed."""
    dice = world.dice
    day, end = dice.between(-60, 340), dice.about(90, 0.9)
    end += day
    tip, gap = dice.about(24, 0.5), dice.about(13, 0.8)
    while day < min(end, clock.DAYS):
        act, hour = dice.favour(acts, 1.6), clock.late(dice)
        for _ in range(1 + dice.count(0.5)):
            amount = rounded(dice, tip * dice.about(1, 0.4), act.country, 0.6)
            world.ledger.pay(fan, act, clock.at(day, hour), amount, "hobby_purchase", "seller", said(dice, TIP, 0.4))
            hour += dice.gap(0.7)
        day += dice.gap(gap) + 0.3
        tip, gap = min(260.0, tip * dice.about(1.03, 0.06)), max(1.5, gap * dice.about(0.98, 0.04))


def game_traders(world: World) -> None:
    """Young people buy skins and accounts from strangers: a burst in one evening, pocket money gone, a long silence."""
    dice, registry = world.dice, world.registry
    traders = [
        registry.abroad(dice.weigh({"PH": 0.4, "NG": 0.1, "CN": 0.2, "BR": 0.15, "ID": 0.15}))
        for _ in range(world.times(24, 1))
    ]
    traders += [registry.as_receiver(one) for one in world.find(world.times(14, 1), lambda one: 15 <= one.age <= 24)]
    for player in world.find(world.times(330, 2), lambda one: 14 <= one.age <= 27):
        for _ in range(dice.weigh({1: 0.6, 2: 0.25, 4: 0.15})):
            trader, day, hour = dice.favour(traders, 1.5), dice.whole(0, 364), dice.normal(21.5, 2.2)
            for _ in range(1 + dice.count(1.1)):
                amount = rounded(dice, dice.about(28, 0.7), trader.country, 0.5)
                world.ledger.pay(
                    player,
                    trader,
                    clock.at(day, hour),
                    amount,
                    "hobby_purchase",
                    "seller",
                    said(dice, ("skins", "game", "acc", "thanks", "bro", "coins"), 0.5),
                )
                hour += dice.gap(1.2)
