# ruff: noqa: E501 -- a table reads better unbroken
"""People who sell through the app, at home and abroad, by day and by night."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from . import clock, notes
from .book import Account
from .ledger import PRICE, ROUND, spread
from .places import HOMES
from .world import World


class Trade(NamedTuple):
    """One sort of selling: how many such sellers, what buyers are like, what they pay and when."""

    sellers: float
    buyers: float
    youngest: int
    oldest: int
    men: float
    abroad: float
    price: float
    again: float
    habit: str
    theme: str
    lands: dict[str, float]


_ANYWHERE: Final = dict(HOMES)
_POORER: Final = {"PH": 0.5, "CO": 0.18, "RO": 0.14, "TH": 0.1, "MX": 0.08}

TRADES: Final = (
    Trade(260, 14, 16, 55, 0.4, 0.2, 24, 1.5, "social", "shop", _ANYWHERE),  # second hand, crafts, bakers
    Trade(40, 45, 14, 45, 0.5, 0.55, 32, 2.0, "night", "shop", {"PH": 0.3} | _ANYWHERE),  # cards, shoes: drops at night
    Trade(60, 22, 13, 24, 0.82, 0.5, 9, 4.0, "teen", "game", {"PH": 0.3, "VN": 0.1, "NG": 0.05} | _ANYWHERE),  # game items
    Trade(25, 24, 20, 60, 0.8, 0.4, 18, 7.0, "night", "game", _POORER),  # coins for dice and slots
    Trade(70, 16, 18, 62, 0.7, 0.5, 9, 5.0, "night", "tip", {"PH": 0.15} | _ANYWHERE),  # streamers, musicians
    Trade(60, 12, 24, 68, 0.96, 0.75, 28, 5.0, "night", "tip", {"RO": 0.2, "CO": 0.2, "PH": 0.15} | _ANYWHERE),  # adult performers
    Trade(40, 12, 22, 60, 0.6, 0.5, 48, 1.6, "evening", "shop", _ANYWHERE),  # commissions: artists, luthiers
    Trade(20, 26, 20, 65, 0.75, 0.6, 17, 2.2, "night", "business", {"RO": 0.1, "VN": 0.1} | _ANYWHERE),  # downloads, courses, keys
)  # fmt: skip


def write(world: World) -> None:
    """Each trade finds its buyers; one fond buyer in ten buys far more than the rest."""
    for trade in TRADES:
        for _ in range(world.scale(trade.sellers)):
            _sell(world, trade)


def _sell(world: World, trade: Trade) -> None:
    rng = world.rng
    land = world.choose(trade.lands)
    local = [m for m in world.some(world.members, 40) if m.country == land and m.age >= 15]
    seller = local[0] if local and world.chance(0.5) else world.book.open(land, float(rng.integers(18, 55)))
    other = world.book.second(seller, same_device=True) if world.chance(0.08) else seller
    first = int(rng.integers(0, 300)) if world.chance(0.4) else 0
    count = max(1, int(rng.gamma(0.9, trade.buyers / 0.9)))
    drops = clock.some_days(rng, 8, first)
    for buyer in _buyers(world, trade, seller, count):
        fond = world.chance(0.1)
        visits = 1 + int(rng.gamma(0.8, trade.again * (3 if fond else 1)))
        if trade.habit == "night" and trade.theme == "shop":
            days = np.sort(rng.choice(drops, size=min(visits, 6)))
        else:
            start = int(rng.integers(first, clock.DAYS))
            days = clock.some_days(rng, visits, start, start + int(rng.integers(1, 200)))
        _purchases(world, trade, buyer, (seller, other), days, fond=fond)


def _buyers(world: World, trade: Trade, seller: Account, count: int) -> list[Account]:
    """Members of the trade's age and taste, from home or abroad."""
    found: list[Account] = []
    for member in world.some(world.members, count * 14):
        near = member.country == seller.country
        if not trade.youngest <= member.age <= trade.oldest:
            continue
        if world.chance(trade.men) == member.woman or (near == world.chance(trade.abroad)):
            continue
        found.append(member)
        if len(found) == count:
            break
    return found


def _purchases(
    world: World, trade: Trade, buyer: Account, shops: tuple[Account, Account], days: clock.Ints, *, fond: bool
) -> None:
    rng = world.rng
    minutes = clock.at(rng, days, trade.habit, buyer.shift)
    dollars = spread(rng, days.size, trade.price, 0.6)
    if fond:
        # The fond buyer spends more as time goes by, and comes back within the hour.
        dollars = dollars * np.linspace(1, float(rng.uniform(1, 3)), days.size)
        again = rng.random(days.size) < 0.3
        minutes = np.concatenate([minutes, minutes[again] + rng.integers(3, 70, size=int(again.sum()))])
        dollars = np.concatenate([dollars, dollars[again]])
    said = notes.pick(rng, trade.theme, minutes.size)
    if world.chance(0.12):
        said = [f"{note} @{buyer.handle}".strip() for note in said]
    shop = np.array([shops[int(late)].index for late in (minutes > 200 * clock.MINUTES).tolist()])
    style = PRICE if trade.theme in {"shop", "business", "game"} else ROUND
    world.ledger.pay(buyer.index, shop, minutes, dollars, "hobby_purchase", said, style=style)
