"""Everyday life at home: friends, shops, rent, club fees, saving circles, debts, and the occasional swindle."""

from __future__ import annotations

import numpy as np

from . import clock, sums, words
from .accounts import Account
from .ledger import Tie
from .town import Town


class Friends:
    """Who splits bills with whom: people of one city and about one age."""

    def __init__(self, customers: list[Account]) -> None:
        self.order = sorted(customers, key=lambda a: (a.city.name if a.city else "", a.age))
        self.place = {account.index: spot for spot, account in enumerate(self.order)}

    def near(self, rng: np.random.Generator, account: Account) -> Account:
        """Somebody close in age and city, rarely a stranger from elsewhere."""
        reach = 25 if rng.random() < 0.9 else len(self.order) - 1
        # Under the full length, so that nobody is his own friend.
        step = int(rng.integers(1, reach + 1)) * (1 if rng.random() < 0.5 else -1)
        return self.order[(self.place[account.index] + step) % len(self.order)]


def split(town: Town, payer: Account, friends: Friends) -> None:
    """Pizza, petrol, presents: a few friends who are customers themselves, small sums, late after a night out."""
    rng = town.rng
    for _ in range(1 + int(rng.poisson(1.7))):
        friend = friends.near(rng, payer)
        if friend is payer:
            continue
        days = clock.scattered(rng, payer.opened, payer.last, float(rng.gamma(0.9, 3.6)))
        values = sums.spread(rng, 21.0 if payer.age < 25 else 32.0, 0.75, len(days))
        exact = rng.random() < 0.5
        amounts = sums.priced(rng, payer, values) if exact else sums.said_here(payer, values)
        habit = "night" if payer.age < 30 and rng.random() < 0.5 else "evening"
        tie = Tie(payer, friend, "ordinary", "ordinary", words.FRIENDS, "wallet", 1.6)
        town.ledger.enter(tie, clock.at(rng, days, habit, payer.owl), amounts)


def shops(town: Town, payer: Account) -> None:
    """Small merchants of the country by card, and now and then a plumber."""
    rng = town.rng
    for _ in range(1 + int(rng.poisson(1.4))):
        craft = rng.random() < 0.2
        stall = town.stall(f"{'trade' if craft else 'shop'}:{payer.country}")
        days = clock.scattered(rng, payer.opened, payer.last, 1.2 if craft else float(rng.gamma(0.8, 5.0)))
        values = sums.spread(rng, stall.median, 0.5, len(days))
        tie = Tie(payer, stall.account, "ordinary", stall.kind, words.BILL if craft else words.ORDER,
                  town.checkout(payer), 0.35, code="1711" if craft else "5814")  # fmt: skip
        town.ledger.enter(tie, clock.at(rng, days, "day", payer.owl / 2), sums.priced(rng, payer, values))


def rent(town: Town, payer: Account) -> None:
    """A room in a shared house: the landlord or the head tenant, every payday."""
    rng = town.rng
    stall = town.stall(f"landlord:{payer.country}")
    start = float(rng.uniform(payer.opened, payer.last))
    days = clock.recurring(rng, start, start + rng.uniform(60, 400), payer.pay_every, wobble=0.4, kept=0.97)
    values = np.full(len(days), stall.median)
    tie = Tie(payer, stall.account, "hub_payment", stall.kind, words.BILL, "bank", 1.2)
    town.ledger.enter(tie, clock.at(rng, days, "payday", payer.owl), sums.said_here(payer, values))


def club(town: Town, payer: Account) -> None:
    """Team fees, a class trip, tickets for a school dance: one parent or student collects from fifty in a few days."""
    rng = town.rng
    stall = town.stall(f"club:{payer.country}")
    # The collector's calls fall on the same days for everybody.
    calls = (np.arange(3) * 173 + stall.account.index * 37 % 173).astype(np.float64)
    days = calls[rng.random(3) < 0.6]
    days = np.asarray(days + rng.exponential(2.0, len(days)), dtype=np.float64)
    values = np.full(len(days), stall.median * float(rng.choice([1.0, 1.0, 2.0])))
    tie = Tie(payer, stall.account, "ordinary", stall.kind, words.CIRCLE, "wallet", 1.5)
    town.ledger.enter(tie, clock.at(rng, days, "evening", payer.owl), sums.said_here(payer, values))


def circle(town: Town, payer: Account) -> None:
    """A saving circle of countrymen: the same share each fortnight to the one who keeps the list, here or at home."""
    rng = town.rng
    keepers = town.neighbours.setdefault(f"circle:{payer.origin}", [])
    if not keepers or rng.random() < 0.12:
        keepers.append(town.registry.open(payer.country if rng.random() < 0.5 else payer.origin, origin=payer.origin))
    keeper = keepers[int(rng.integers(len(keepers)))]
    start = float(rng.uniform(payer.opened, payer.last))
    days = clock.recurring(rng, start, start + rng.uniform(80, 300), 14.0, wobble=0.8, kept=0.96)
    values = np.full(len(days), float(rng.choice([25.0, 50.0, 100.0])))
    tie = Tie(payer, keeper, "ordinary", "collector", words.CIRCLE, town.payout(keeper), 1.2)
    town.ledger.enter(tie, clock.at(rng, days, "payday", payer.owl), sums.said_here(payer, values))


def debt(town: Town, payer: Account, friends: Friends) -> None:
    """A loan paid back to a friend or a cousin abroad in equal parts."""
    rng = town.rng
    abroad = not payer.at_home() and rng.random() < 0.5
    lender = town.registry.open(payer.origin) if abroad else friends.near(rng, payer)
    start = float(rng.uniform(payer.opened, payer.last))
    days = np.asarray(start + np.arange(int(rng.integers(4, 14))) * payer.pay_every, dtype=np.float64)
    values = np.full(len(days), float(rng.lognormal(np.log(80.0), 0.6)))
    tie = Tie(payer, lender, "ordinary", "ordinary", words.LOAN, town.payout(lender), 1.2)
    town.ledger.enter(tie, clock.at(rng, days, "payday", payer.owl), sums.said_here(payer, values))


def fly(town: Town, payer: Account, day: float) -> None:
    """A flight or a package from a small agency at home, in one payment or a deposit and the balance."""
    rng = town.rng
    agency = town.stall(f"trade:{payer.country}")
    days = np.asarray([day] if rng.random() < 0.6 else [day - float(rng.uniform(10, 60)), day])
    values = sums.spread(rng, 760.0 / len(days), 0.4, len(days))
    tie = Tie(payer, agency.account, "ordinary", agency.kind, words.BILL, "card", 0.6, code="4722")
    town.ledger.enter(tie, clock.at(rng, days, "evening", payer.owl), sums.priced(rng, payer, values))


def holiday(town: Town, payer: Account) -> None:
    """Once or twice somewhere warm."""
    for day in clock.scattered(town.rng, payer.opened, payer.last, 1.3):
        fly(town, payer, float(day))


def swindle(town: Town, payer: Account) -> None:
    """A listing that did not exist: a deposit, sometimes the balance an hour later, then a complaint."""
    rng = town.rng
    stall = town.stall(f"rogue:{payer.country}")
    # The handle lives three weeks before it is closed.
    day = stall.account.index * 53 % (clock.DAYS - 25) + float(rng.uniform(0, 21))
    count = 1 if rng.random() < 0.6 else 2
    begin = clock.at(rng, np.asarray([day]), "evening", payer.owl)[0]
    when = begin + np.cumsum(rng.exponential(4000.0, count)).astype(np.int64)
    values = sums.spread(rng, stall.median, 0.5, count)
    tie = Tie(payer, stall.account, "ordinary", stall.kind, words.BILL, "wallet", 0.9, trouble=0.3)
    town.ledger.enter(tie, when, sums.said_here(payer, values))


def chores(town: Town, payer: Account, teens: list[Account]) -> None:
    """A babysitter or the boy who mows: a neighbour's teenager paid in the evening, round, by several houses."""
    rng = town.rng
    near = [teen for teen in teens if teen.city is payer.city]
    if not near:
        return
    teen = near[int(rng.random() ** 2 * len(near))]
    days = clock.scattered(rng, payer.opened, payer.last, float(rng.gamma(1.5, 5.0)))
    values = sums.spread(rng, 38.0, 0.35, len(days))
    tie = Tie(payer, teen, "ordinary", "ordinary", words.POCKET if rng.random() < 0.4 else words.FRIENDS, "wallet", 1.2)
    town.ledger.enter(tie, clock.at(rng, days, "evening", payer.owl), sums.said_here(payer, values))
