"""Buying from abroad through a remittance counter: goods, games, tips, lessons, hired work.

The company forbids some of it and knows of none: there is no field for it. Sellers, tutors and performers have many
unrelated foreign payers, small round prices and odd hours; performers here are adults who are tipped by adults.
"""

from __future__ import annotations

from dataclasses import dataclass

from .days import DAYS
from .places import LEISURE
from .world import Payer, Receiver, World


@dataclass(frozen=True, slots=True)
class Trade:
    """What is sold, where, at what price in dollars, how often the same buyer returns, and when buyers sit down."""

    share: int
    countries: tuple[str, ...]
    prices: tuple[int, ...]
    gap: float
    stays: float
    hour: float
    spread: float
    haul: float


TRADES = {
    "orchids_and_fish": Trade(14, ("TH", "PH", "CO"), (35, 60, 85, 120, 180), 55, 0.8, 19.5, 3, 0.1),
    "crafts": Trade(18, ("GH", "KE", "MX", "IN", "RO", "PH"), (20, 30, 45, 70, 110, 240), 70, 0.7, 17, 4, 0.15),
    "game_items": Trade(22, ("PH", "RO", "CO", "TH"), (10, 15, 20, 25, 30, 50, 100), 9, 0.85, 23, 2.6, 0.45),
    "reading_cards": Trade(8, ("JM", "RO", "GH", "IN"), (20, 25, 40, 60, 99), 16, 0.8, 22, 3, 0.2),
    "tips": Trade(26, ("CO", "RO", "PH", "TH", "DO"), (10, 20, 20, 30, 50, 50, 100), 11, 0.85, 23.4, 2.1, 0.35),
    "betting_credit": Trade(12, ("PH", "KE", "JM", "DO", "IN"), (10, 20, 20, 40, 50, 100), 6, 0.88, 22.3, 3.5, 0.6),
}


def bought(world: World, payers: list[Payer]) -> None:
    """Let payers buy: few sellers are known to many buyers, most to a handful; some nights run to several payments."""
    dice = world.dice
    sellers: dict[str, list[Receiver]] = {}
    for payer in payers:
        name = dice.choices(list(TRADES), [trade.share for trade in TRADES.values()])[0]
        trade = TRADES[name]
        known = sellers.setdefault(name, [])
        payer.shy |= trade.hour > 22 and dice.random() < 0.5
        favourites: list[Receiver] = []
        for _ in range(dice.choices((1, 2, 3, 5), (52, 25, 15, 8))[0]):
            if known and dice.random() < 0.62:
                # Fame feeds itself: the older half of the list is met more often.
                favourites.append(known[int(len(known) * dice.random() ** 2)])
            else:
                made = world.receiver(dice.choice(trade.countries), banked=0.5)
                if dice.random() < 0.3:
                    made.mates.append(world.receiver(made.country, made.city, family=made.family).index)
                known.append(made)
                favourites.append(made)
        day, gap = dice.uniform(-60, DAYS - 15), trade.gap * dice.lognormvariate(0, 0.7)
        keen = dice.choice((1.0, 1.0, 0.96, 0.93))
        while day < DAYS:
            seller = favourites[0] if dice.random() < 0.6 else dice.choice(favourites)
            hour = dice.gauss(trade.hour, trade.spread)
            world.want(payer, seller, day, dice.choice(trade.prices), "hobby", hour=hour % 24)
            while dice.random() < trade.haul:
                hour += dice.uniform(0.1, 1.2)
                world.want(payer, seller, day, dice.choice(trade.prices), "hobby", hour=hour % 24)
            if dice.random() > trade.stays + 0.07:
                break
            gap = max(gap * keen, 2.5)
            day += dice.expovariate(1 / gap) + 0.5


def hired(world: World, payers: list[Payer]) -> None:
    """Let payers hire: assistants by fortnight, coders by invoice, language teachers by the lesson.

    A good worker is recommended from one employer to the next, name as written and all.
    """
    dice = world.dice
    workers: list[tuple[Receiver, Payer]] = []
    for payer in payers:
        way = dice.choices(("fortnight", "invoice", "lesson"), (38, 30, 32))[0]
        for _ in range(dice.choices((1, 2, 4), (68, 22, 10))[0]):
            if workers and dice.random() < 0.35:
                worker, friend = dice.choice(workers[-40:])
                world.told[payer.index, worker.index] = friend.index
            else:
                country = dice.choices(("PH", "IN", "RO", "KE", "CO", "MX"), (40, 20, 10, 12, 10, 8))[0]
                worker = world.receiver(country, banked=0.6)
                workers.append((worker, payer))
            rate = {"fortnight": dice.lognormvariate(5.3, 0.5), "invoice": dice.lognormvariate(5, 0.9)}.get(way, 0)
            lesson = dice.choice((10, 12, 15, 18, 20, 25))
            hour = dice.choice((8.5, 13.0, 17.0, 20.5, 21.5))
            day = dice.uniform(-120, DAYS - 20)
            ends = day + dice.expovariate(1 / 220) + 10
            while day < min(ends, DAYS):
                sum_ = lesson * dice.choice((1, 1, 2, 4)) if way == "lesson" else rate * dice.lognormvariate(0, 0.1)
                if way == "invoice":
                    sum_ = rate * dice.lognormvariate(0, 0.6)
                world.want(payer, worker, day, sum_, "work", hour=dice.gauss(hour, 1.2) % 24)
                step = {"fortnight": 14.0, "lesson": 7.0}.get(way, dice.expovariate(1 / 24) + 2)
                day += step + dice.choice((-1, 0, 0, 0, 1, 2))


def countries_of_leisure(world: World) -> str:
    """Draw where somebody without roots abroad knows people."""
    return world.dice.choices(list(LEISURE), list(LEISURE.values()))[0]
