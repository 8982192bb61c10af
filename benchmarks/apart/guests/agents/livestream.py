"""Paying side of live-streamed abuse: how payers come to houses, agree a sum, return, and how some hide."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from benchmarks.apart.guests.agents.community import book, donate, kindness
from benchmarks.apart.guests.agents.hearts import courtship
from benchmarks.apart.guests.agents.houses import House, open_house
from benchmarks.apart.guests.agents.ledger import Story
from benchmarks.apart.guests.agents.people import Payer
from benchmarks.apart.guests.agents.places import CORRIDORS, DAYS, Floats, offsets
from benchmarks.apart.guests.agents.rhythm import hours, salary_days
from benchmarks.apart.guests.agents.trades import collect_things, employ, tip
from benchmarks.apart.guests.agents.world import World


@dataclass(frozen=True, slots=True)
class Session:
    """One agreed payment, before it is known to whose name it goes."""

    when: float
    payer: Payer
    house: House
    asked: float


def purchase(world: World) -> int:
    """All payers and houses of the crime; returns how many payers there are."""
    rng = world.rng
    wanted = max(4, round(40 * world.senders / 14_000))
    houses = [open_house(world, f"house-{n}") for n in range(max(2, round(wanted / 3.6)))]
    # Word passes within circles; most of a payer's houses come from his circle, a few from open dating sites.
    circles = [[house for house in houses if rng.random() < 0.45] or houses for _ in range(max(1, wanted // 12))]
    sessions: list[Session] = []
    for number in range(wanted):
        payer = _payer(world)
        if world.chance(0.15):
            _stipend(world, payer, number)
        else:
            circle = circles[int(rng.integers(len(circles)))]
            sessions += _career(world, payer, [circle, houses])
        _other_life(world, payer)
    sessions += _joined(world, sessions)
    for session in sorted(sessions, key=lambda item: (item.when, item.payer.person)):
        _settle(world, session)
    return wanted


def _payer(world: World) -> Payer:
    """Mostly men of middle age, some compatriots of the house, rarely a woman; often with several partners."""
    partners = int(world.rng.choice([1, 2, 3], p=[0.55, 0.3, 0.15]))
    if world.chance(0.1):
        return world.register.payer("US", "PH", world.born(30, 66), woman=False, partners=partners)
    return world.foreigner(*((37, 70) if world.chance(0.85) else (24, 82)), men=0.95, partners=partners)


def _career(world: World, payer: Payer, pools: list[list[House]]) -> list[Session]:
    """First a trial, then more often and for more; a few go on for years, most stop after a handful."""
    rng = world.rng
    count = int(np.clip(np.round(np.exp(rng.normal(1.6, 1.25))), 1, 130))
    houses = []
    for _ in range(int(rng.choice([1, 2, 3, 5], p=[0.56, 0.26, 0.12, 0.06]))):
        pool = pools[0] if world.chance(0.75) else pools[1]
        houses.append(pool[int(len(pool) * rng.random() ** 1.4)])
    gap = min(24.0, 420.0 / count) * np.exp(-0.5 * np.arange(count) / max(count, 8))
    start = float(rng.uniform(0, max(30.0, DAYS - 1.2 * gap.sum())))
    days = np.floor(start + np.concatenate([[0.0], np.cumsum(rng.gamma(1.1, gap / 1.1))[:-1]]))
    if count > 8 and world.chance(0.3):
        _journey(world, payer, days)
    local = days + _hours(world, payer, count)
    rise = (0.7 if count > 1 else 1.0) + 0.9 * np.arange(count) / max(count, 6)
    turns = np.minimum(rng.integers(0, len(houses), count), np.arange(count) // 2)
    sessions = []
    for when, lift, turn in zip(local, rise, turns, strict=True):
        house = houses[int(turn)]
        asked = house.price * lift * float(world.around(1.0, 0.4, 1)[0])
        if world.chance(0.07):
            # Under the word of a hospital or of fees, a larger sum.
            asked *= float(rng.uniform(4, 18))
        step = CORRIDORS[house.country].step * (5 if world.chance(0.75) else 1)
        asked = max(step, float(np.round(asked / step) * step))
        if world.chance(0.22):
            # Half to begin, the rest within the hour or two.
            half = max(step, float(np.floor(asked / 2 / step) * step))
            sessions.append(Session(float(when), payer, house, half))
            sessions.append(Session(float(when) + float(rng.uniform(0.02, 0.09)), payer, house, half))
        else:
            sessions.append(Session(float(when), payer, house, asked))
    return sessions


def _joined(world: World, sessions: list[Session]) -> list[Session]:
    """Now and then a second payer of the same house joins within the hour and pays a lesser share."""
    more = []
    for session in sessions:
        if world.chance(0.07):
            others = [
                item.payer for item in sessions if item.house is session.house and item.payer is not session.payer
            ]
            if others:
                payer = others[int(world.rng.integers(len(others)))]
                step = CORRIDORS[session.house.country].step
                share = max(step, float(np.round(session.asked * 0.6 / step) * step))
                ahead = offsets(payer.zone)[0] - offsets(session.payer.zone)[0]
                when = session.when + ahead / 24 + float(world.rng.uniform(0.0, 0.035))
                more.append(Session(when, payer, session.house, share))
    return more


def _hours(world: World, payer: Payer, count: int) -> Floats:
    """Mostly the payer's own night; some at the house's evening; some paid ahead by day."""
    rng = world.rng
    night = hours(rng, "night", count)
    theirs = ((rng.uniform(11.5, 16.5, count) + offsets(payer.zone)[0]) % 24) / 24
    ahead = hours(rng, "any", count)
    draw = rng.random(count)
    return np.asarray(np.where(draw < 0.62, night, np.where(draw < 0.8, theirs, ahead)))


def _journey(world: World, payer: Payer, days: Floats) -> None:
    """Late in the career he travels: a room is booked and nothing is sent for three weeks."""
    turn = float(days[int(len(days) * 0.7)])
    days[days > turn] += float(world.rng.uniform(14, 28))
    hub = world.known("hub", "PH")
    world.pay(
        payer,
        hub,
        np.array([turn + 1.0]),
        world.around(190.0, 0.4, 1),
        Story("hub_payment", "hub", "booking"),
        profile="evening",
    )


def _settle(world: World, session: Session) -> None:
    card = session.house.card(world, session.payer)
    asked = np.array([session.asked])
    story = Story("livestream_purchase", "facilitation", "session", session.house.name)
    usd = asked / CORRIDORS[card.country].per_usd
    world.ledger.pay(session.payer, card, np.array([session.when]), usd, story, fixed=asked)


def _stipend(world: World, payer: Payer, number: int) -> None:
    """Hidden as support: one household of his own, paid after his salary, with small extras at night."""
    rng = world.rng
    house = open_house(world, f"lone-{number}", lone=True)
    story = Story("livestream_purchase", "facilitation", "session", house.name, quiet=True)
    first = float(rng.uniform(0, DAYS - 120))
    last = min(float(DAYS), first + float(rng.uniform(70, 400)))
    days = salary_days(rng, first, last, "month")
    world.pay(payer, house.cards[0], days, world.around(75.0, 0.25, len(days)), story, profile="evening")
    extra = np.floor(np.sort(rng.uniform(first, last, int(rng.integers(1, 9)))))
    world.pay(payer, house.cards[0], extra, world.around(26.0, 0.4, len(extra)), story, profile="night")


def _other_life(world: World, payer: Payer) -> None:
    """The rest of what such a payer does through this network, like anyone of his age."""
    for odds, habit in (
        (0.24, collect_things),
        (0.25, tip),
        (0.1, donate),
        (0.14, book),
        (0.2, kindness),
        (0.05, employ),
    ):
        if world.chance(odds):
            habit(world, payer)
    if world.chance(0.22):
        courtship(world, payer)
