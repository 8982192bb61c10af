"""Card purchases: the categories kept in this extract, by age, taste, season and what the month leaves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from benchmarks.apart.guests.bank.almanac import DAYS, Floats, Ints, hours, months_of
from benchmarks.apart.guests.bank.names import pick
from benchmarks.apart.guests.bank.world import World


@dataclass(frozen=True, slots=True)
class Trade:
    """A merchant category: visits in two years of a lively person, price, ages, and the share bought at night."""

    code: str
    word: str
    visits: float
    price: float
    ages: tuple[int, int]
    night: float
    lands: tuple[str, ...] = ("NO",)
    taste: float = 0.6


TRADES: Final = (
    Trade("5411", "Dagligvare", 3.38, 260, (13, 90), 0.02),
    Trade("5812", "Spiseri", 1.43, 420, (18, 80), 0.2),
    Trade("5814", "Grill", 1.17, 140, (13, 40), 0.3),
    Trade("5499", "Kiosk", 0.78, 90, (13, 60), 0.15),
    Trade("4111", "Kollektiv", 1.04, 90, (13, 90), 0.1),
    Trade("5541", "Bensin", 0.91, 560, (20, 85), 0.08),
    Trade("5651", "Klaer", 0.65, 640, (15, 75), 0.2),
    Trade("5732", "Elektro", 0.33, 1400, (15, 70), 0.25),
    Trade("5912", "Apotek", 0.59, 210, (25, 90), 0.02),
    Trade("5816", "Spill", 0.39, 180, (13, 45), 0.6, ("US", "GB", "NO", "DE"), 1.4),
    Trade("5815", "Media", 0.65, 130, (14, 70), 0.4, ("US", "GB", "DE")),
    Trade("4899", "Strom TV", 0.78, 150, (18, 75), 0.1, ("NO", "US", "NO")),
    Trade("7995", "Odds", 0.26, 300, (19, 70), 0.5, ("NO", "GB", "NO"), 2.0),
    Trade("5967", "Voksen Media", 0.05, 240, (20, 75), 0.7, ("US", "GB", "DE"), 2.2),
    Trade("6051", "Exchange", 0.07, 1500, (19, 60), 0.4, ("NO", "GB"), 2.0),
    Trade("4816", "Nett VPN", 0.07, 110, (16, 65), 0.4, ("US", "RO", "GB"), 1.5),
    Trade("5734", "Programvare", 0.13, 320, (18, 65), 0.35, ("US", "GB", "DE"), 1.2),
    Trade("4722", "Reiser", 0.16, 4200, (22, 80), 0.25),
    Trade("5945", "Hobby", 0.26, 380, (13, 75), 0.25, ("NO", "GB", "DE", "CN"), 1.4),
    Trade("0742", "Dyreklinikk", 0.13, 1300, (25, 80), 0.0),
)
"""Fewer visits than a life has: the extract keeps about one card purchase in thirty and says nothing about which."""


def _merchants(world: World, trade: Trade, size: int) -> Ints:
    rng = world.rng
    names = [
        f"{pick(rng, ['Fjell', 'Fjord', 'By', 'Nord', 'Sol', 'Havne', 'Elve', 'Torg'])} {trade.word} {n}"
        for n in range(size)
    ]
    return np.array([world.receivers.shop(name, pick(rng, trade.lands)) for name in names], dtype=np.int64)


def _moments(rng: np.random.Generator, buyer: Ints, slack: Floats, night: float) -> tuple[Ints, Floats]:
    """Days drawn evenly, then kept by season and by what the purse of that month still holds."""
    at = rng.integers(0, DAYS, len(buyer)).astype(np.float64)
    months = months_of(at)
    season = np.array([0.85, 0.85, 0.9, 0.9, 0.95, 1.0, 1.0, 0.95, 0.9, 0.95, 1.0, 1.0])[months % 12]
    kept = rng.random(len(buyer)) < slack[buyer, months] * season
    buyer, at = buyer[kept], at[kept]
    clock = hours(rng, {"day": 0.62 * (1 - night), "evening": 0.38 * (1 - night), "night": night}, len(buyer))
    return buyer, at + clock


def shop_around(world: World) -> None:
    """All card purchases of ordinary days."""
    rng, people = world.rng, world.people
    slack, ages = world.slack(), people.ages()
    second = people.owner[people.count :]
    for trade in TRADES:
        stalls = _merchants(world, trade, world.number(14, 4))
        fame = 1 / np.arange(1, len(stalls) + 1) ** 0.9
        fits = (ages >= trade.ages[0]) & (ages <= trade.ages[1])
        means = trade.visits * people.lively * rng.lognormal(-(trade.taste**2) / 2, trade.taste, people.count) * fits
        buyer = np.repeat(np.arange(people.count), rng.poisson(means))
        buyer, at = _moments(rng, buyer, slack, trade.night)
        price = trade.price * rng.lognormal(-0.1, 0.6, len(buyer))
        whole = rng.random(len(buyer)) < 0.35
        price = np.maximum(9.0, np.where(whole, np.round(price), np.round(price, 2)))
        stall = stalls[rng.choice(len(stalls), len(buyer), p=fame / fame.sum())]
        account = buyer.copy()
        for place, owner in enumerate(second):
            mine = np.flatnonzero(buyer == owner)
            account[mine[rng.random(len(mine)) < 0.35]] = people.count + place
        world.ledger.add_block(
            at, price, account, stall, "ordinary", channel="card", category=[trade.code] * len(buyer)
        )
