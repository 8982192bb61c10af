"""Payers of live-streamed abuse: an urge, a free evening, a bargain over chat, and a wallet in another country."""

from __future__ import annotations

from dataclasses import dataclass

from . import clock
from .households import CRIME, Household, households
from .ledger import rounded
from .people import Customer, Receiver, Trip
from .words import COVER, said
from .world import World


@dataclass(slots=True)
class Habit:
    """How one payer behaves; he keeps to it for the year, save that urge and price climb."""

    urge: float
    hour: float
    price: float
    climb: float
    wander: float
    words: float
    free_weeks: int
    free_days: tuple[int, ...]


def purchases(world: World) -> None:
    """Forty payers per 14,000, most with a few payments, a few with the greater part of all."""
    dice = world.dice
    homes = households(world)
    # Rooms are where payers and households meet; payers of one room share receivers, the others never see them.
    rooms = [homes[place : place + 5] for place in range(0, len(homes), 5)]
    payers = world.claim(world.times(40, 4), lambda one: 27 <= one.age <= 76 and _likely(world, one))
    airline = world.registry.shop("Pacific Wings", "4511")
    for payer in payers:
        room = dice.favour(rooms, 1.3)
        draw = dice.unit()
        if draw < 0.13:
            _sponsor(world, payer, dice.pick(room))
        elif draw < 0.3:
            _curious(world, payer, room)
        else:
            _habitual(world, payer, room, airline)


def _likely(world: World, customer: Customer) -> bool:
    """Ages lean to the fifties and sixties, with the rest of adult life present."""
    return world.dice.chance(1.0 if 42 <= customer.age <= 68 else 0.3)


def _pay(  # noqa: PLR0917 -- as the ledger's own
    world: World, payer: Customer, receiver: Receiver, day: float, hour: float, amount: float, words: float
) -> bool:
    """One payment of this kind; the app shows both currencies, so either may be round."""
    sum_ = rounded(world.dice, amount, receiver.country, 0.5)
    return world.ledger.pay(payer, receiver, clock.at(day, hour), sum_, *CRIME, said(world.dice, COVER, words))


def _reach(world: World, home: Household, day: float) -> Receiver | None:
    """The account the household names that day."""
    accounts = home.open_accounts(day)
    return world.dice.favour(accounts, 1.8) if accounts else None


def _sponsor(world: World, payer: Customer, home: Household) -> None:
    """Poses as a sponsor or a fiancé: monthly sums on payday with a family's words, all to one relative."""
    dice = world.dice
    payer.imitates = True
    account = home.accounts[0][2] if dice.chance(0.4) else world.registry.abroad(home.country, group=home.group)
    base, faith = dice.about(120, 0.4), dice.between(0.3, 0.8)
    for payday in payer.paydays():
        if dice.chance(faith if payer.pay_every == 30 else faith / 2.5):
            _pay(world, payer, account, payday, clock.waking(dice, payer.shift), base * dice.about(1, 0.25), 0.8)


def _curious(world: World, payer: Customer, room: list[Household]) -> None:
    """Tries once or twice and stops from fear, or because he was cheated."""
    dice = world.dice
    for _ in range(8):
        home, day = dice.pick(room), dice.between(max(0, payer.joined), 364)
        account = _reach(world, home, day)
        if account and _pay(world, payer, account, day, clock.late(dice), home.price * dice.about(0.8, 0.4), 0.3):
            if dice.chance(0.6):
                _pay(world, payer, account, day + dice.gap(5), clock.late(dice), home.price * dice.about(1, 0.4), 0.3)
            return


def _habitual(world: World, payer: Customer, room: list[Household], airline: Receiver) -> None:
    """Week by week: is he alone, is there money, how strong is the urge, who answers."""
    dice = world.dice
    habit = Habit(
        urge=min(4.0, dice.about(0.21, 1.4)),
        hour=dice.weigh({22.9: 0.62, 20.8: 0.18, 5.6: 0.11, 14.5: 0.09}) + dice.normal(0, 0.7),
        price=dice.about(1.15, 0.3),
        climb=dice.between(1.0, 1.035),
        wander=dice.weigh({0.05: 0.45, 0.2: 0.35, 0.5: 0.2}),
        words=dice.weigh({0.0: 0.35, 0.3: 0.4, 0.8: 0.25}),
        # A father has every other week to himself; a husband has the nights his wife works.
        free_weeks=dice.weigh({1: 0.7, 2: 0.3}),
        free_days=tuple(dice.some(range(7), dice.whole(3, 7))),
    )
    home, sessions, pause, away = dice.pick(room), 0, -1.0, dice.chance(0.25)
    paydays = set(payer.paydays())
    for day in range(max(dice.whole(-120, 270), payer.joined, 0), clock.DAYS):
        if day < pause or clock.weekday(day) not in habit.free_days or (day // 7) % habit.free_weeks:
            continue
        flush = 1.5 if {day, day - 1, day - 2} & paydays else 0.85
        if not dice.chance(min(0.75, habit.urge * flush * habit.free_weeks / len(habit.free_days))):
            continue
        if dice.chance(habit.wander) or not home.open_accounts(day):
            home = _search(world, payer, room, day, habit) or home
        if _session(world, payer, home, day, habit):
            sessions += 1
            habit.price = min(4.0, habit.price * habit.climb)
            habit.urge = min(5.0, habit.urge * 1.012)
        if dice.chance(0.015):
            # A refused payment or an arrest in the news.
            pause = day + dice.about(55, 0.5)
        if away and sessions == 14 and day < clock.DAYS - 50:
            pause, away = _travel(world, payer, home, day, airline), False


def _search(world: World, payer: Customer, room: list[Household], day: int, habit: Habit) -> Household | None:
    """New contacts want a little first; of those paid tonight, one is kept."""
    dice = world.dice
    tried = dice.some([home for home in room if home.open_accounts(day)], dice.whole(1, 3))
    for home in tried[1:]:
        account = _reach(world, home, day)
        if account:
            _pay(world, payer, account, day, dice.normal(habit.hour, 0.8) % 24, dice.between(10, 28), habit.words)
    return tried[0] if tried else None


def _session(world: World, payer: Customer, home: Household, day: int, habit: Habit) -> bool:
    """Paid whole, or half before and half after, or with a supplement; later come pleas for rice and medicine."""
    dice = world.dice
    account = _reach(world, home, day)
    if account is None:
        return False
    price, hour = home.price * habit.price * dice.about(1, 0.4), dice.normal(habit.hour, 1.2) % 24
    halves = dice.chance(0.27)
    _pay(world, payer, account, day, hour, price * (0.5 if halves else 1), habit.words)
    if halves:
        _pay(world, payer, account, day, hour + dice.between(0.3, 1.8), price * 0.5, habit.words)
    elif dice.chance(0.12):
        _pay(world, payer, account, day, hour + dice.between(0.2, 1.2), price * dice.between(0.3, 0.8), habit.words)
    if dice.chance(home.asks):
        _pay(world, payer, account, day + dice.gap(4), clock.waking(dice, payer.shift), dice.about(62, 0.6), 0.7)
    return True


def _travel(world: World, payer: Customer, home: Household, day: int, airline: Receiver) -> float:
    """A ticket, a silence, a few pickups at the destination; returns the day on which life at home resumes."""
    dice = world.dice
    world.ledger.pay(payer, airline, clock.at(day, clock.evening(dice)), dice.about(1350, 0.2), "ordinary", "ordinary")
    first = day + dice.whole(8, 30)
    stay = Trip(first, first + dice.whole(7, 20), home.country)
    payer.trips.append(stay)
    account = _reach(world, home, first)
    if account:
        for _ in range(dice.whole(0, 3)):
            moment = dice.between(stay.first, stay.last)
            _pay(world, payer, account, moment, clock.waking(dice, 0), dice.about(110, 0.5), 0.15)
    return stay.last + dice.gap(9)
