"""Bought from strangers: night drops, crafts, game credit, files, performers' tips, bets through agents, resale."""

from __future__ import annotations

import numpy as np

from . import clock, sums, words
from .accounts import Account
from .ledger import Tie
from .town import Stall, Town


def _buy(town: Town, payer: Account, stall: Stall, pool: tuple[str, ...], code: str | None) -> Tie:
    kind = "hobby_purchase" if stall.kind == "seller" else "ordinary"
    return Tie(payer, stall.account, kind, stall.kind, pool, town.checkout(payer), 1.0, code=code)


def drops(town: Town, payer: Account) -> None:
    """A collector of cards or parts: the seller lists at her fixed hour and a hundred buyers pay within minutes."""
    rng = town.rng
    for _ in range(1 + int(rng.poisson(0.6))):
        stall = town.stall("drop")
        weekly = float(stall.account.index % 7)
        hour = 9.0 + stall.account.index % 5  # UTC: evening in Australia, afternoon in Asia, morning in Ireland
        days = clock.recurring(rng, weekly, clock.DAYS, 7.0, wobble=0.0, kept=float(rng.beta(1.2, 9.0)))
        when = np.asarray(
            clock.START + days * clock.DAY + (hour + rng.exponential(0.25, len(days))) * 3600, dtype=np.int64
        )
        tie = _buy(town, payer, stall, words.ORDER, "5945")
        tie.zone = "UTC"
        town.ledger.enter(tie, when, sums.priced(rng, payer, sums.spread(rng, stall.median, 0.6, len(days))))


def crafts(town: Town, payer: Account) -> None:
    """Yarn, vinyl, miniatures: several sellers of one taste, bought on free evenings."""
    rng = town.rng
    for _ in range(1 + int(rng.poisson(1.2))):
        stall = town.stall("craft")
        days = clock.scattered(rng, payer.opened, payer.last, float(rng.gamma(1.2, 2.6)))
        tie = _buy(town, payer, stall, words.ORDER, "5970")
        values = sums.spread(rng, stall.median, 0.55, len(days))
        town.ledger.enter(tie, clock.at(rng, days, "evening", payer.owl), sums.priced(rng, payer, values))


def games(town: Town, payer: Account) -> None:
    """Game credit from resellers: the young, round packs, a burst on the night of an event, then weeks of nothing."""
    rng = town.rng
    stall = town.stall("game")
    seasons = clock.scattered(rng, payer.opened, payer.last, float(rng.gamma(1.3, 2.6)))
    for day in seasons:
        if rng.random() < 0.15:
            stall = town.stall("game")
        count = 1 + int(rng.geometric(0.4)) if rng.random() < 0.4 else 1
        days = np.full(count, day)
        begin = clock.at(rng, days[:1], "night", payer.owl)[0]
        when = begin + np.cumsum(rng.exponential(2400.0, count)).astype(np.int64)
        values = sums.spread(rng, stall.median, 0.25, count) * np.exp(rng.normal(0.1, 0.3) * np.arange(count))
        tie = _buy(town, payer, stall, words.GAME, "5816")
        town.ledger.enter(tie, when, sums.said(rng, payer, stall.account, values, days))


def chance(town: Town, payer: Account) -> None:
    """An agent who sells credit for bets: late, in chains, doubling after a loss, with weeks of good intentions."""
    rng = town.rng
    stall = town.stall("agent")
    for day in clock.scattered(rng, payer.opened, payer.last, float(rng.gamma(1.5, 9.0))):
        count = int(rng.geometric(0.45))
        begin = clock.at(rng, np.asarray([day]), "night", payer.owl)[0]
        when = begin + np.cumsum(rng.exponential(1500.0, count)).astype(np.int64)
        values = float(rng.lognormal(np.log(30.0), 0.4)) * np.exp(rng.uniform(0.0, 0.6) * np.arange(count))
        tie = Tie(payer, stall.account, "ordinary", stall.kind, words.GAME, "wallet", 0.3)
        town.ledger.enter(tie, when, sums.said_here(payer, values))


def files(town: Town, payer: Account) -> None:
    """Brushes, patterns, music, memberships of a creator: small prices, at night, again each month."""
    rng = town.rng
    for _ in range(1 + int(rng.poisson(0.5))):
        stall = town.stall("creator")
        if rng.random() < 0.4:
            start = float(rng.uniform(payer.opened, payer.last))
            days = clock.recurring(rng, start, start + rng.gamma(1.5, 110.0), 30.4, wobble=0.1, kept=0.98)
        else:
            days = clock.scattered(rng, payer.opened, payer.last, 4.0)
        tie = _buy(town, payer, stall, words.FILES, "5818")
        values = np.full(len(days), stall.median) * rng.choice([1.0, 1.0, 1.5, 2.0], len(days))
        town.ledger.enter(tie, clock.at(rng, days, "night", payer.owl), sums.priced(rng, payer, values))


def tips(town: Town, payer: Account) -> None:
    """Adult performers tipped outside their site: several of them, at night, round, in sessions that tend to grow."""
    rng = town.rng
    sessions = 2 + int(rng.gamma(1.1, 7.0))
    start = float(rng.uniform(payer.opened - 60, payer.last))
    nights = clock.shrinking(rng, (start, payer.last), 28.0, 9.0, sessions)
    favourites = [town.stall("performer") for _ in range(1 + int(rng.poisson(1.6)))]
    growth = np.exp(np.linspace(0.0, rng.uniform(-0.2, 0.9), len(nights)))
    veil = 0.6 if rng.random() < 0.25 else 0.02
    for night, factor in zip(nights, growth, strict=True):
        stall = favourites[int(rng.integers(len(favourites)))]
        count = int(rng.geometric(0.62))
        begin = clock.at(rng, np.asarray([night]), "night", payer.owl)[0]
        when = begin + np.cumsum(rng.exponential(1300.0, count)).astype(np.int64)
        values = sums.spread(rng, stall.median * float(factor), 0.5, count)
        tie = Tie(payer, stall.account, "hobby_purchase", stall.kind, words.TIP, "wallet", 0.8, veil=veil)
        town.ledger.enter(tie, when, sums.said(rng, payer, stall.account, values, np.full(count, night)))


def resale(town: Town, payer: Account) -> None:
    """Tickets and trainers from a reseller at home: young buyers, some instalments on one night, never again."""
    rng = town.rng
    stall = town.stall(f"resale:{payer.country}")
    for day in clock.scattered(rng, payer.opened, payer.last, 1.6):
        count = 1 if rng.random() < 0.6 else 2 + int(rng.poisson(0.4))
        begin = clock.at(rng, np.asarray([day]), "evening", payer.owl)[0]
        when = begin + np.cumsum(rng.exponential(5000.0, count)).astype(np.int64)
        values = sums.spread(rng, stall.median, 0.4, count) / count**0.5
        tie = _buy(town, payer, stall, words.ORDER, None)
        town.ledger.enter(tie, when, sums.said_here(payer, values))
