"""Domestic transfers in the two phone wallets: pocket money, shared bills, small trade, and payments to minors."""

from __future__ import annotations

from typing import Final

import numpy as np

from benchmarks.apart.guests.desk import clock
from benchmarks.apart.guests.desk.clock import DAYS
from benchmarks.apart.guests.desk.ledger import Ledger
from benchmarks.apart.guests.desk.people import LOCAL, Receiver
from benchmarks.apart.guests.desk.sources import BUZUNAR, CIRIPIT, LEI, PHONE_WALLETS

CHAT: Final = (
    "pizza",
    "bilet",
    "mersi",
    "curent",
    "bere",
    "cadou",
    "rest",
    "meditatie",
    "taxi",
    "bro",
    "casa",
    "",
    "",
    "",
)


def pocket_money(ledger: Ledger) -> Receiver:
    """A schoolchild with a junior wallet: parents weekly, grandparents on name days, a godfather abroad by app."""
    crowd, rng = ledger.crowd, ledger.crowd.rng
    child = crowd.house((BUZUNAR, CIRIPIT, LEI), (11, 18), 0.5)
    for _ in range(1 + int(rng.poisson(0.8))):
        parent = (
            crowd.recruit(LOCAL, (32, 66), 0.45, last=child.last)
            if not crowd.full(LOCAL)
            else crowd.find(LOCAL, (32, 66))
        )
        days = clock.poisson_days(rng, 0, DAYS, float(rng.choice(np.array([7.0, 10.0, 30.0]))))
        ledger.pay(
            parent,
            child,
            "family",
            clock.leisure(rng, parent, days),
            rng.lognormal(2.2, 0.5, len(days)),
            words=("mancare", "bani", "la multi ani", "", ""),
        )
    return child


def young_trade(ledger: Ledger, child: Receiver) -> None:
    """A teenager who sells shoes, cards and game items to other teenagers and to grown collectors, mostly late."""
    crowd, rng = ledger.crowd, ledger.crowd.rng
    for _ in range(int(rng.integers(3, 22))):
        buyer = crowd.find(LOCAL, (14, 45), 0.7, new=0.4)
        days = clock.poisson_days(rng, 0, DAYS, 160)
        ledger.pay(
            buyer,
            child,
            "purchase",
            clock.leisure(rng, buyer, days),
            rng.lognormal(2.9, 0.7, len(days)),
            words=("adidasi", "carti", "skin", "", "rest"),
        )


def acquaintance(ledger: Ledger) -> None:
    """Friends, flatmates, landlords and hairdressers: a handful of payers each, small sums, any evening."""
    crowd, rng = ledger.crowd, ledger.crowd.rng
    person = crowd.house(PHONE_WALLETS if rng.random() < 0.7 else (BUZUNAR, CIRIPIT), (17, 68), 0.5)
    for _ in range(1 + int(rng.lognormal(0.7, 0.8))):
        payer = crowd.find(LOCAL, (16, 70), new=0.55)
        days = clock.poisson_days(rng, 0, DAYS, float(rng.lognormal(4.0, 0.8)) + 4)
        base = float(rng.lognormal(2.8, 0.9))
        ledger.pay(
            payer, person, "daily", clock.leisure(rng, payer, days), base * rng.lognormal(0, 0.5, len(days)), words=CHAT
        )


def market_stall(ledger: Ledger) -> None:
    """A stall, a taxi or a hairdresser paid by telephone number: many payers, few payments each."""
    crowd, rng = ledger.crowd, ledger.crowd.rng
    stall = crowd.house(PHONE_WALLETS, (25, 66), 0.5)
    for _ in range(int(rng.integers(10, 60))):
        payer = crowd.find(LOCAL, (16, 70), new=0.3)
        days = clock.poisson_days(rng, 0, DAYS, 120)
        ledger.pay(
            payer,
            stall,
            "bill",
            clock.errand(rng, payer, days),
            rng.lognormal(2.4, 0.7, len(days)),
            words=("", "", "comanda", "taxi"),
        )


def seek_minors(ledger: Ledger, children: list[Receiver], n: int) -> None:
    """Adults who pay minors met online: small sums, several children, evenings after school, each child for some weeks.

    The children have pocket money and small trade like everybody, so that the account alone tells little. Some are
    passed on from one adult to the next.
    """
    crowd, rng = ledger.crowd, ledger.crowd.rng
    minors = [child for child in children if 13 <= 2025 - child.born <= 17]
    circle = minors[: 2 * n]
    for number in range(n):
        adult = crowd.find(LOCAL, (24, 58), 0.95, new=0.5)
        for _ in range(1 + int(rng.poisson(2.2))):
            child = (
                circle[int(rng.integers(len(circle)))] if rng.random() < 0.6 else minors[int(rng.integers(len(minors)))]
            )
            start = float(rng.uniform(0, 330))
            days = np.concatenate(
                [[np.floor(start)], clock.poisson_days(rng, start, start + float(rng.exponential(40)), 8)]
            )
            sums = float(rng.lognormal(2.6, 0.4)) * (1 + 0.08 * np.arange(len(days), dtype=np.float64))
            ledger.pay(
                adult,
                child,
                "minor",
                clock.leisure(rng, adult, days),
                sums,
                words=CHAT,
            )
            ledger.group(f"seeker-{number}", [adult], [child])


def run_wallets(ledger: Ledger, seekers: int) -> None:
    """Everyday life at home until all locals are known, then the few who seek out minors."""
    crowd, rng = ledger.crowd, ledger.crowd.rng
    children: list[Receiver] = []
    while not crowd.full(LOCAL) or len(children) < 12:
        draw = rng.random()
        if draw < 0.3:
            children.append(pocket_money(ledger))
            if rng.random() < 0.25:
                young_trade(ledger, children[-1])
        elif draw < 0.93:
            acquaintance(ledger)
        else:
            market_stall(ledger)
    seek_minors(ledger, children, seekers)
