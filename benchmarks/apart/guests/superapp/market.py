"""Buyers meet the trades: each picks a few stalls, famous ones first, and pays in the trade's rhythm."""

from __future__ import annotations

from typing import Final

import numpy as np

from benchmarks.apart.guests.superapp.days import DAYS, STORMS, Floats, Ints, at, monthly, weekendish
from benchmarks.apart.guests.superapp.names import trading_name
from benchmarks.apart.guests.superapp.people import Payer, Receiver
from benchmarks.apart.guests.superapp.places import HOMES
from benchmarks.apart.guests.superapp.trades import TRADES, Trade
from benchmarks.apart.guests.superapp.world import World

_NAMED: Final = {"hub": 0.9, "charity": 0.8, "freelancer": 0.25}
"""Share of those abroad who show a trading name; sellers on chat often go by their own."""


def _open_stalls(world: World, trade: Trade) -> dict[str, list[Receiver]]:
    """Stalls by the home country of those who reach them: abroad anyone does, at home one's own countrymen."""
    rng = world.rng
    count = world.scaled(trade.stalls, 2)
    if trade.where:
        lanes = rng.choice(len(trade.where), size=count)
        stalls = [world.number(trade.where[int(lane)]) for lane in lanes]
        for stall in stalls:
            stall.firm = rng.random() < _NAMED.get(trade.cause.receiver, 0.35)
            if stall.firm:
                stall.name = trading_name(rng, trade.cause.topic, stall.name)
        # The same numbers in another order for each country: fame does not cross every border.
        return {home: [stalls[int(place)] for place in rng.permutation(count)] for home in HOMES}
    opened: dict[str, list[Receiver]] = {}
    for home in HOMES:
        grown = [payer for payer in world.payers if payer.home == home and trade.ages[0] <= payer.age <= 55]
        size = max(1, count // len(HOMES))
        # Half of those who sell at home are users themselves, paid on their own number; teenagers sit and sell too.
        users = [world.receivers[payer.own] for payer in world.choose(grown, (size + 1) // 2)] if grown else []
        opened[home] = users + [world.number(home) for _ in range(size - len(users))]
        world.rng.shuffle(opened[home])
    return opened


def _days(world: World, trade: Trade, stall: Receiver, count: int) -> Ints:
    rng = world.rng
    match trade.rhythm:
        case "weekly":
            start = int(rng.integers(-40, DAYS - 30))
            days = start + 7 * np.arange(count * 2)
            days = days[rng.random(len(days)) < 0.8]
        case "monthly":
            days = monthly(rng, int(rng.integers(1, 27)), 1.5, 0.08)
            first = int(rng.integers(0, max(1, len(days) - 2)))
            days = days[first : first + count]
        case "parts":
            first_days = weekendish(rng, count)
            days = np.concatenate((first_days, first_days + rng.integers(0, 12, count)))
            days = days[: count + int(rng.binomial(count, 0.55))]
        case "burst":
            nights = rng.integers(0, DAYS, max(1, count // 4))
            days = rng.choice(nights, size=count)
        case "pieces":
            days = np.full(count, int(rng.integers(0, DAYS)))
        case "storm":
            days = rng.choice(np.array(STORMS), size=count) + rng.integers(0, 9, count)
        case "rising":
            gaps = rng.exponential(rng.uniform(4, 25), count) * np.linspace(1.25, 0.75, count)
            days = int(rng.integers(0, DAYS - 20)) + np.cumsum(gaps).astype(np.int64)
        case "drop":
            # A seller's lots come out on days known to all their followers.
            lots = (stall.index * 7 + 19 * np.arange(18)) % DAYS
            days = rng.choice(lots, size=count)
        case _:
            days = weekendish(rng, count)
    return days[days >= 0]


def _sums(world: World, trade: Trade, payer: Payer, count: int) -> Floats:
    rng = world.rng
    if trade.prices:
        return np.array(trade.prices)[rng.integers(0, len(trade.prices), count)]
    own_level = trade.usd * float(rng.lognormal(0, trade.spread * 0.7)) * payer.means**0.5
    sums: Floats = own_level * rng.lognormal(0, trade.spread * 0.6, count)
    if trade.rhythm == "rising":
        sums = sums * np.linspace(0.8, float(rng.uniform(0.9, 2.2)), count)
    if trade.rhythm == "weekly" or (trade.rhythm == "monthly" and rng.random() < 0.6):
        # A lesson, an instalment, a rent is the same every time.
        sums = np.full(count, own_level)
    return sums


def _visit(world: World, trade: Trade, payer: Payer, stall: Receiver) -> None:
    rng = world.rng
    count = 1 + int(rng.poisson(trade.visits * rng.gamma(0.9, 1.1)))
    days = _days(world, trade, stall, count)
    if not len(days) or stall.owner == payer.index:
        return
    minutes = at(rng, days, trade.habit)
    if trade.rhythm == "drop":
        # 21:00 on the seller's clock, whatever hour that is for the buyer.
        ahead = world.hours_ahead(payer, stall.country)
        minutes = (days * 1440 + (21 - ahead) * 60 + rng.exponential(25, len(days))).astype(np.int64)
    if trade.rhythm == "pieces":
        minutes = minutes[0] + np.cumsum(rng.exponential(9, len(minutes))).astype(np.int64)
        if len(minutes) > 1 and rng.random() < 0.3:
            # The last piece when it is handed over, a day or two later.
            minutes[-1] += int(rng.integers(10, 50)) * 60
    manner = trade.manner if rng.random() < 0.75 else ("chip", "exact", "received", "round")[int(rng.integers(4))]
    world.pay(payer, stall, minutes, _sums(world, trade, payer, len(days)), manner=manner, cause=trade.cause)


def trade_by_chat(world: World) -> dict[str, list[Receiver]]:
    """Let everybody buy, hire, give and club together; returns the stalls by topic."""
    rng = world.rng
    by_topic: dict[str, list[Receiver]] = {}
    for trade in TRADES:
        stalls = _open_stalls(world, trade)
        known = by_topic.setdefault(trade.cause.topic, [])
        known.extend({stall.index: stall for own in stalls.values() for stall in own}.values())
        for payer in world.payers:
            if not trade.ages[0] <= payer.age <= trade.ages[1] or rng.random() >= trade.share:
                continue
            if trade.homes and payer.home not in trade.homes:
                continue
            near = stalls[payer.home]
            fame = 1.0 / np.arange(1, len(near) + 1) ** 0.7
            wanted = min(len(near), 1 + int(rng.poisson(trade.trail - 1)))
            for place in rng.choice(len(near), size=wanted, replace=False, p=fame / fame.sum()):
                _visit(world, trade, payer, near[int(place)])
    return by_topic
