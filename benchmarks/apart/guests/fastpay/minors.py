"""Adults who buy from minors of their own country, over the instant payment that every teenager has."""

from __future__ import annotations

from . import clock
from .people import Customer
from .words import POCKET, said
from .world import World

CRIME: tuple[str, str] = ("minor_purchase", "minor_recipient")


def purchases(world: World) -> None:
    """A few teenagers, each found by some adults through one app; some adults approach several."""
    dice = world.dice
    teens = world.claim(world.times(9, 2), lambda one: one.age <= 17)
    adults = world.claim(world.times(19, 3), lambda one: 22 <= one.age <= 66)
    for teen in teens:
        _pocket_money(world, teen)
    for adult in adults:
        for teen in dice.some(teens, dice.weigh({1: 0.68, 2: 0.22, 3: 0.1})):
            account = world.registry.as_receiver(teen)
            day, ask = dice.between(0, 340), dice.pick((15, 20, 20, 30, 40, 50))
            for _ in range(1 + dice.count(dice.about(2.0, 0.8))):
                # After school and after bedtime, when the teenager's phone is not watched.
                hour = dice.normal(16.5, 0.9) if dice.chance(0.3) else dice.normal(22.3, 1.4)
                world.ledger.pay(adult, account, clock.at(day, hour), ask, *CRIME, said(dice, POCKET, 0.4))
                ask = min(200, ask + dice.pick((0, 0, 5, 10, 20, -5)))
                day += dice.gap(9)


def _pocket_money(world: World, teen: Customer) -> None:
    """A parent's weekly money goes to the same account."""
    dice = world.dice
    for parent in world.find(1, lambda one: 24 <= one.age - teen.age <= 42 and one.origin == teen.origin):
        part = dice.pick((10, 15, 20, 25))
        for week in range(52):
            if dice.chance(0.6):
                world.ledger.pay(
                    parent,
                    world.registry.as_receiver(teen),
                    clock.at(week * 7 + 5, clock.waking(dice, 0)),
                    part,
                    "family_support",
                    "family_receiver",
                    "pocket money" if dice.chance(0.5) else None,
                )


def allowances(world: World) -> None:
    """Other teenagers have parents, grandparents and part-time pay from a corner shop too."""
    dice = world.dice
    for teen in world.find(world.times(330), lambda one: one.age <= 19):
        _pocket_money(world, teen)
        account = world.registry.as_receiver(teen)
        for elder in world.find(dice.weigh({0: 0.4, 1: 0.4, 2: 0.2}), lambda one: one.age >= 58):
            for _ in range(1 + dice.count(1.5)):
                world.ledger.pay(
                    elder,
                    account,
                    clock.at(dice.whole(0, 364), clock.waking(dice, elder.shift)),
                    dice.pick((20, 20, 50, 100)),
                    "family_support",
                    "family_receiver",
                    said(dice, ("birthday", "treat", "for you", "well done"), 0.7),
                )
