"""Financial sexual extortion of young people: crews of young men and the collecting accounts of their neighbours.

The crew writes to many foreign teenagers; the few who are caught pay within hours until nothing is left. An account is
lent by a neighbour for a cut and is used until a bank or a mother complains, then the next one is named.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from benchmarks.apart.guests.desk import clock
from benchmarks.apart.guests.desk.households import NEEDS, stipend
from benchmarks.apart.guests.desk.ledger import Ledger
from benchmarks.apart.guests.desk.people import LOCAL, STRANGER, WORKER, Payer, Receiver
from benchmarks.apart.guests.desk.places import LANDS
from benchmarks.apart.guests.desk.sources import CIRIPIT, FIRUL, PHONE_WALLETS, PLAZA, ROUNDEL

TOLD: Final = ("gift", "for bro", "thanks", "game", "shoes", "", "", "", "please", "birthday")


@dataclass(slots=True)
class Crew:
    """A crew: its accounts in the order of use, the sums of its script in dollars, and the day it began."""

    name: str
    accounts: list[Receiver]
    script: float
    began: float
    in_use: int = 0
    since: int = 0

    def account(self, rng: np.random.Generator) -> Receiver:
        """The account named to a victim; after a few payments the crew moves on, and sometimes back to an old one."""
        self.since += 1
        if self.since > 3 and rng.random() < 0.3:
            self.in_use, self.since = (self.in_use + 1) % len(self.accounts), 0
        if rng.random() < 0.12:
            return self.accounts[int(rng.integers(len(self.accounts)))]
        return self.accounts[self.in_use]


def gather(ledger: Ledger, number: int, n_accounts: int) -> Crew:
    """Young men of one town and the accounts of friends, cousins and neighbours; the first one is a member's own."""
    crowd, rng = ledger.crowd, ledger.crowd.rng
    first = crowd.house((CIRIPIT, PLAZA, *PHONE_WALLETS), (18, 26), 0.0)
    accounts = [first]
    for _ in range(n_accounts - 1):
        more = (FIRUL,) if rng.random() < 0.3 else (ROUNDEL,) if rng.random() < 0.2 else ()
        accounts.append(crowd.house((CIRIPIT, PLAZA, *more, *PHONE_WALLETS), (17, 55), 0.45, town=first.town))
    return Crew(
        f"crew-{number}", accounts, float(rng.choice(np.array([50.0, 80.0, 100.0, 150.0]))), float(rng.uniform(0, 150))
    )


def burst(rng: np.random.Generator, script: float, first_hour: float) -> tuple[list[float], list[float]]:
    """Hours and dollars of one siege: a demand, a second after the promise was broken, then whatever can be begged.

    Sums follow the victim's purse, not the demand: they grow while savings last, then fall to pocket money. The end is
    abrupt: told a parent, blocked the profile, or has nothing.
    """
    purse = min(float(rng.lognormal(5.45, 0.75)), 1300.0)
    hour, demand = first_hour, script * float(rng.choice(np.array([0.5, 1.0, 1.0, 2.0])))
    hours: list[float] = []
    sums: list[float] = []
    while purse > 8 and len(hours) < 14:
        paid = min(demand, purse * float(rng.uniform(0.35, 1.0)))
        if paid > 60:
            paid = round(paid / 10) * 10.0
        hours.append(hour)
        sums.append(max(paid, 8.0))
        purse -= paid
        if rng.random() < 0.11:
            break
        demand *= float(rng.choice(np.array([0.5, 1.0, 1.5, 2.0])))
        hour += float(rng.exponential(1.3)) if rng.random() < 0.6 else float(rng.exponential(22))
    return hours, sums


def besiege(ledger: Ledger, crew: Crew, victim: Payer, day: float) -> None:
    """All payments of one victim; a quarter are found again weeks later by the same crew under a new name."""
    rng = ledger.crowd.rng
    sieges = [day] + ([day + float(rng.uniform(12, 70))] if rng.random() < 0.27 else [])
    for begins in sieges:
        start = float(clock.when_home_is_up(rng, victim, np.array([np.floor(min(begins, 350.0))]))[0]) * 24
        hours, sums = burst(rng, crew.script, start)
        account = crew.account(rng)
        for hour, paid in zip(hours, sums, strict=True):
            ledger.pay(victim, account, "extortion", np.array([hour / 24]), np.array([paid]), words=TOLD)
            if rng.random() < 0.22:
                account = crew.account(rng)
    ledger.group(crew.name, [victim], [])


def caught(ledger: Ledger) -> Payer:
    """A victim: mostly a boy of 14 to 17 abroad; some are young adults, live at home or use a parent's account."""
    crowd, rng = ledger.crowd, ledger.crowd.rng
    draw = rng.random()
    if draw < 0.14:
        return crowd.recruit(LOCAL, (14, 20), 0.85)
    if draw < 0.24:
        return crowd.recruit(STRANGER, (38, 52), 0.4)
    players = [p for p in crowd.those(STRANGER) if 2025 - p.born <= 19]
    if players and rng.random() < 0.35:
        return players[int(rng.integers(len(players)))]
    victim = crowd.recruit(STRANGER, (14, 17) if draw < 0.8 else (18, 24), 0.9)
    if rng.random() < 0.4:
        victim.land = next(land for land in LANDS if land.code == "US")
        victim.city, victim.timezone = victim.land.cities[int(rng.integers(len(victim.land.cities)))]
    return victim


def lend(ledger: Ledger, crew: Crew) -> None:
    """What else the accounts show: an aunt's honest money, a neighbour's odd job, and the takings passed on at home."""
    crowd, rng = ledger.crowd, ledger.crowd.rng
    leader = crew.accounts[0]
    for account in crew.accounts:
        if rng.random() < 0.4:
            aunt = crowd.find(WORKER, (22, 60), new=0.4)
            days, sums = stipend(rng, aunt, 0, 365, float(rng.lognormal(4.4, 0.5)))
            ledger.pay(aunt, account, "family", clock.errand(rng, aunt, days), sums, words=NEEDS)
        if account is not leader and rng.random() < 0.7:
            lender = crowd.recruit(LOCAL, (17, 55), 0.5)
            lender.first, lender.last, lender.born = account.first, account.last, account.born
            lender.city = account.town
            days = clock.poisson_days(rng, crew.began, crew.began + 160, 22)
            ledger.pay(
                lender,
                leader,
                "daily",
                clock.leisure(rng, lender, days),
                rng.lognormal(4.2, 0.6, len(days)),
                words=("", "bro", "rest"),
            )


def run_crews(ledger: Ledger, n_victims: int) -> None:
    """A few crews; each catches its victims in waves, after a new list of names or a new trick."""
    rng = ledger.crowd.rng
    n_crews = max(1, round(n_victims / 13))
    crews = [gather(ledger, number, max(3, round(n_victims / n_crews * 0.8))) for number in range(n_crews)]
    waves = [rng.uniform(crew.began, 345, 4) for crew in crews]
    taken: set[int] = set()
    while len(taken) < n_victims:
        at = int(rng.integers(n_crews))
        victim = caught(ledger)
        if victim.index in taken:
            continue
        taken.add(victim.index)
        besiege(ledger, crews[at], victim, float(rng.choice(waves[at]) + rng.exponential(6)))
    for crew in crews:
        ledger.group(crew.name, [], crew.accounts)
        lend(ledger, crew)
