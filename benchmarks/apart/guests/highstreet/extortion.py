"""Children and young adults who are threatened and pay what they have, and what they can borrow."""

from __future__ import annotations

from . import days
from .casting import Casting
from .collectors import Ring, pass_on
from .hubs import Hubs
from .people import Payer, person
from .world import World

KIND = "extortion_victim"
_CEILING = 16_500.0
_YOUTH_LIMIT = 1500.0


def extortion(world: World, casting: Casting, hubs: Hubs, made: list[Ring]) -> None:
    """Customers, and customers of other banks whose payment reaches a mule here (known by name and number only)."""
    chance = world.chance
    for _ in range(world.quota(38, 4)):
        minor = chance.odds(0.62)
        victim = casting.one(14, 17, men=0.9) if minor else casting.one(18, 25, men=0.85)
        ring, day = chance.pick(made), chance.whole(3, days.DAYS - 5)
        if minor and chance.odds(0.08):
            # No account of his own with money: he orders it from his father's telephone at night.
            victim = casting.one(40, 54, men=0.5)
        _first(world, hubs, ring, victim, day)
        if chance.odds(0.27):
            again = ring if chance.odds(0.7) else chance.pick(made)
            _burst(world, hubs, again, victim, day + chance.whole(5, 55), demand=chance.about(500, 0.6), more=0.65)
    for _ in range(world.quota(12, 1)):
        _stranger(world, hubs, made)


def _first(world: World, hubs: Hubs, ring: Ring, victim: Payer, day: int) -> None:
    """The first demand tries what he can pay; some have nothing more and stop there."""
    chance = world.chance
    demand = min(chance.about(950, 0.6), 2700)
    more = 0.0 if chance.odds(0.28) else 0.8
    _burst(world, hubs, ring, victim, day, demand=demand, more=more)


def _burst(world: World, hubs: Hubs, ring: Ring, victim: Payer, day: int, *, demand: float, more: float) -> None:
    """Paid in parts, minutes to hours apart: youth accounts have a limit, and the purse is soon empty."""
    chance = world.chance
    at = world.hour(victim, days.LATE)
    purse = chance.about(1300, 0.6) if victim.age < 18 else chance.about(5200, 0.6)
    limit = _YOUTH_LIMIT if victim.age < 18 else _CEILING
    paid, today, borrowed = 0.0, 0.0, False
    mule = ring.receiver(world, day)
    while paid < _CEILING:
        part = min(demand, purse, limit - today)
        if part < 60:
            if borrowed or not victim.friends or not chance.odds(0.45):
                return
            borrowed = True
            loan = chance.about(600, 0.5)
            _borrow(world, victim, day, at, loan)
            purse += loan
            day, today = (day + 1, 0.0) if limit - today < 60 else (day, today)
            at += chance.between(0.4, 3)
            continue
        emptied = part == purse
        if chance.odds(0.1):
            # Codes of gift cards are read out in the chat: the bank sees a shop.
            world.ledger.pay(victim, hubs.gift_cards, day, at, part, kind=KIND)
        else:
            world.ledger.pay(
                victim,
                mule.receiver,
                day,
                at,
                part,
                kind=KIND,
                exact=emptied and chance.odds(0.5),
                reference=chance.pick(("", "", "", "tack", "lån", "present")),
            )
            pass_on(world, hubs, ring, mule, day=day, at=at, kronor=part)
        paid, today, purse = paid + part, today + part, purse - part
        if not chance.odds(more):
            return
        demand = max(100.0, demand * chance.between(0.5, 1.4))
        at += chance.about(0.8, 1.1)
        if at > 30:
            day, at, today = day + 1, at - 24 + chance.between(0, 6), 0.0
        if chance.odds(0.2):
            mule = ring.receiver(world, day, avoid=mule.receiver.subject)


def _borrow(world: World, victim: Payer, day: int, at: float, loan: float) -> None:
    """A friend lends without knowing for what."""
    friend = world.people[world.chance.pick(victim.friends)]
    if friend is not victim:
        world.ledger.pay(
            friend,
            world.book.customer(victim),
            day,
            at + world.chance.between(0.05, 0.4),
            loan,
            kind="ordinary",
            reference=world.chance.pick(("lån", "", "betala tbx")),
        )


def _stranger(world: World, hubs: Hubs, made: list[Ring]) -> None:
    chance = world.chance
    ring = chance.pick(made)
    ours = [mule for mule in ring.mules if mule.holder is not None and mule.closes > 0]
    if not ours:
        return
    victim = person(chance, world.numbers, ages=(14, 24), ours=False)
    mule = chance.pick(ours)
    day, at = chance.whole(max(mule.opens, 0), max(min(mule.closes, days.DAYS - 1), 0)), days.hour(chance, days.LATE)
    for _ in range(chance.whole(1, 4)):
        part = min(chance.about(700, 0.5), 2500)
        world.ledger.pay(victim, mule.receiver, day, at, part, kind=KIND)
        pass_on(world, hubs, ring, mule, day=day, at=at, kronor=part)
        at += chance.about(0.7, 0.9)
