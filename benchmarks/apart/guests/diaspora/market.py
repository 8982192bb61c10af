"""Sellers, singers, tutors and game traders at home with many unrelated buyers abroad, mostly at night.

Life's nearest look-alike of facilitation: tiny sums from strangers of several countries to one wallet, in the evening.
What differs is small: they are paid by more people, each of them less often, and prices are a shop's.
"""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.apart.guests.diaspora.days import DAYS
from benchmarks.apart.guests.diaspora.people import Payer, Receiver
from benchmarks.apart.guests.diaspora.places import NG, PH
from benchmarks.apart.guests.diaspora.world import World


@dataclass(frozen=True, slots=True)
class Stall:
    """One who earns from afar: usual price in euros and the hours (payer's local) at which buyers come."""

    receiver: Receiver
    price: float
    opens: float
    closes: float


def stalls(world: World, number: int, price: float, opens: float, closes: float) -> list[Stall]:
    """So many who earn the same way; a fifth of them are somebody's sister, whom a family abroad supports as well."""
    dice, found = world.dice, []
    for _ in range(number):
        receiver = world.stranger(dice.choice((PH, PH, PH, NG)))
        if dice.chance(0.2):
            receiver = dice.choice(dice.choice(world.families).kin)[1]
        found.append(Stall(receiver, price * dice.about(1, 0.3), opens, closes))
    return found


def trade(world: World) -> None:
    """All buying from people at home."""
    dice = world.dice
    migrants = [payer for family in world.families for payer in family.payers]
    size = max(1, len(migrants) // 1500)
    live_sellers = stalls(world, 4 * size, 24, 19, 25)
    singers = stalls(world, 3 * size, 9, 20, 26.5)
    tutors = stalls(world, 4 * size, 38, 8, 22)
    traders = stalls(world, 3 * size, 17, 17, 27)
    for payer in migrants:
        if dice.chance(0.06):
            _shop(world, payer, live_sellers, dice.about(4, 0.7))
        if dice.chance(0.006):
            _shop(world, payer, singers, dice.about(8, 0.8))
    for payer in world.locals:
        if dice.chance(0.09):
            _shop(world, payer, singers, dice.about(9, 0.9))
        if dice.chance(0.1):
            _lessons(world, payer, dice.choice(tutors))
        if dice.chance(0.06):
            _shop(world, payer, live_sellers, dice.about(3, 0.6))
    for payer in world.young:
        if dice.chance(0.3):
            _binge(world, payer, traders)


def _shop(world: World, payer: Payer, choice: list[Stall], visits: float) -> None:
    """A habit with favourites: it begins, has its good months, and is forgotten."""
    dice = world.dice
    favourites = dice.sample(choice, min(len(choice), dice.choice((1, 1, 2, 3))))
    start, length = payer.joined + dice.randrange(200), dice.about(110, 0.6)
    for _ in range(1 + int(visits)):
        stall = dice.choice(favourites)
        day, hour = start + int(dice.random() * length), dice.uniform(stall.opens, stall.closes)
        world.ledger.pay(payer, stall.receiver, day, stall.price * dice.about(1, 0.5), "hobby", hour=hour)
        if dice.chance(0.14):
            world.ledger.pay(payer, stall.receiver, day, stall.price * dice.about(0.7, 0.4), "hobby", hour=hour + 0.4)


def _lessons(world: World, payer: Payer, tutor: Stall) -> None:
    """A tutor or assistant paid by the week or month; hours and therefore sums grow when it goes well."""
    dice = world.dice
    day, every, growth = max(payer.joined, dice.randrange(DAYS)), dice.choice((7, 14, 30)), dice.uniform(0.99, 1.05)
    price, hour = tutor.price * every / 10, dice.uniform(tutor.opens, tutor.closes)
    for _ in range(1 + int(dice.about(7, 0.8))):
        price *= growth
        world.ledger.pay(payer, tutor.receiver, day, price, "freelance", hour=hour + dice.uniform(0, 1.5))
        day += every + dice.choice((-1, 0, 0, 1, 3))


def _binge(world: World, payer: Payer, traders: list[Stall]) -> None:
    """A youngster buys game items or rank boosting in two or three feverish evenings, and may come back."""
    dice = world.dice
    for _ in range(dice.choice((1, 1, 2))):
        day, stall = payer.joined + dice.randrange(200), dice.choice(traders)
        for _ in range(dice.randrange(1, 7)):
            hour = dice.uniform(stall.opens, stall.closes)
            world.ledger.pay(payer, stall.receiver, day, stall.price * dice.about(1, 0.8), "hobby", hour=hour)
            day += dice.choice((0, 0, 0, 1, 2))
