"""Live-streamed abuse as a household business, seen only through its payments.

It begins with one foreign 'friend'; payers speak of it in a closed chat group and others try it; the receiving name
moves between relatives when a clerk asks questions; it stops with an arrest, and payers look for another household.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np

from benchmarks.apart.guests.desk import clock
from benchmarks.apart.guests.desk.clock import DAYS
from benchmarks.apart.guests.desk.households import NEEDS, courtship, stipend
from benchmarks.apart.guests.desk.ledger import Ledger
from benchmarks.apart.guests.desk.people import LOCAL, STRANGER, WORKER, Payer, Receiver
from benchmarks.apart.guests.desk.sources import APPS, BALCAN, CIRIPIT, GIRO, PHONE_WALLETS, PLAZA, ROUNDEL

PRETEXTS: Final = ("gift", "school fees", "medical bills", "family support", "birthday", "uniform", "expenses",
                   "accommodation", "thanks", "", "", "", "", "")  # fmt: skip
STYLES: Final = ("regular", "sponsor", "suitor", "careful")


@dataclass(slots=True)
class Household:
    """A household: the names it receives under, its tariff in dollars, when it began and when it was stopped."""

    name: str
    kin: list[Receiver]
    tariff: float
    began: float
    stopped: float
    turns: list[float] = field(default_factory=list)
    """The days on which the receiving name moved on to the next relative."""

    def receiving(self, day: float) -> Receiver:
        """Who receives on a day."""
        return self.kin[int(np.searchsorted(np.array(self.turns), day)) % len(self.kin)]


@dataclass(slots=True)
class Buyer:
    """A payer in the crime: how much drive, how he disguises it, and which household he holds to."""

    payer: Payer
    style: str
    drive: float
    first_day: float = 0.0


def found(ledger: Ledger, number: int) -> Household:
    """A household with two to five receiving names; some use the husband's surname or a neighbour's card."""
    crowd, rng = ledger.crowd, ledger.crowd.rng
    accepts = (GIRO, BALCAN, CIRIPIT) if rng.random() < 0.6 else (GIRO, ROUNDEL, PLAZA, CIRIPIT)
    head = crowd.house(accepts, (24, 46), 0.85)
    kin = [head]
    for _ in range(int(rng.integers(1, 5))):
        last = head.last if rng.random() < 0.5 else ""
        kin.append(crowd.house(accepts, (19, 66), 0.65, last=last, town=head.town))
    began = float(rng.uniform(-300, 200))
    stopped = max(began + float(rng.uniform(120, 420)), 60.0) if rng.random() < 0.45 else 1e9
    home = Household(f"household-{number}", kin, float(rng.lognormal(3.12, 0.32)), began, stopped)
    day = max(began, 0.0)
    while day < DAYS:
        day += rng.lognormal(4.1, 0.6)
        home.turns.append(day)
    return home


def wants(
    rng: np.random.Generator, buyer: Buyer, home: Household, start: float, end: float
) -> tuple[list[float], list[float]]:
    """The days and dollars of one buyer with one household.

    A trial, then a habit: gaps shorten and sums rise with what was paid so far, toward a limit of his drive. Guilt, an
    empty account or a holiday with the family make silences; some haggle the tariff down.
    """
    days: list[float] = []
    sums: list[float] = []
    day, bargain = start, float(rng.uniform(0.7, 1.15))
    while day < min(end, home.stopped, DAYS):
        habit = 1 - np.exp(-len(days) / 9)
        steps = float(rng.choice(np.array([0.5, 1.0, 1.0, 1.5, 2.0, 3.0])))
        days.append(float(np.floor(day)))
        sums.append(home.tariff * bargain * steps * (0.8 + 0.9 * habit) * buyer.payer.means**0.3)
        if rng.random() < 0.16:
            days.append(days[-1])
            sums.append(home.tariff * bargain * 0.5)
        quiet = rng.uniform(25, 70) if rng.random() < 0.06 else 0.0
        day += rng.exponential(max(2.2, (25 - 14 * habit) / buyer.drive)) + quiet
        if len(days) < 4 and rng.random() < 0.22 / max(buyer.drive, 0.8):
            break
    return days, sums


def spend(ledger: Ledger, buyer: Buyer, home: Household, start: float, end: float) -> None:
    """Pay one household between two days in the buyer's own disguise."""
    rng, payer = ledger.crowd.rng, buyer.payer
    stop = min(end, home.stopped, float(DAYS))
    if buyer.style == "sponsor":
        days, sums = stipend(rng, payer, start, stop, home.tariff * float(rng.uniform(1.2, 2.5)))
        ledger.pay(
            payer, home.receiving(start), "livestream", clock.errand(rng, payer, days), sums, words=NEEDS, mimic=True
        )
        return
    if buyer.style == "suitor":
        courtship(ledger, payer, home.receiving(start), "livestream", start=start, hold=stop - start)
        return
    days_made, sums_made = wants(rng, buyer, home, start, stop)
    for person in {home.receiving(day).index: home.receiving(day) for day in days_made}.values():
        mine = [i for i, day in enumerate(days_made) if home.receiving(day).index == person.index]
        days, sums = np.array(days_made)[mine], np.array(sums_made)[mine]
        if buyer.style == "careful":
            hours = np.where(
                rng.random(len(days)) < 0.5, clock.errand(rng, payer, days), clock.leisure(rng, payer, days)
            )
        else:
            hours = clock.when_home_is_up(rng, payer, days)
        ledger.pay(payer, person, "livestream", hours, sums, words=PRETEXTS)


def recruit_buyers(ledger: Ledger, n: int) -> list[Buyer]:
    """Mostly men of 37 to 70 with the ordinary payments they already had; few are new to the desk."""
    crowd, rng = ledger.crowd, ledger.crowd.rng
    buyers: list[Buyer] = []
    taken: set[int] = set()
    while len(buyers) < n:
        origin = STRANGER if rng.random() < 0.86 else WORKER
        ages = (37, 70) if rng.random() < 0.82 else (24, 76)
        known = [p for p in crowd.those(origin) if p.index not in taken and ages[0] <= 2025 - p.born <= ages[1]]
        if known and rng.random() < 0.72:
            payer = known[int(rng.integers(len(known)))]
        else:
            payer = crowd.recruit(origin, ages, 0.95)
        taken.add(payer.index)
        style = str(rng.choice(np.array(STYLES), p=np.array([0.66, 0.1, 0.08, 0.16])))
        if style == "careful" and APPS[1] not in payer.routes:
            payer.routes.append(APPS[1])
            payer.loyalty = min(payer.loyalty, 0.55)
        buyers.append(Buyer(payer, style, float(rng.lognormal(-0.6, 1.2))))
    return buyers


def share_out(ledger: Ledger, home: Household) -> None:
    """The head of the household sends part of the takings to relatives' phone wallets."""
    crowd, rng = ledger.crowd, ledger.crowd.rng
    head = crowd.recruit(LOCAL, (24, 46), 0.2, last=home.kin[0].last)
    head.first, head.city, head.born = home.kin[0].first, home.kin[0].town, home.kin[0].born
    for relative in home.kin[1:3]:
        relative.accepts = (*relative.accepts, *PHONE_WALLETS)
        days = clock.poisson_days(rng, home.began, min(home.stopped, DAYS), 24)
        ledger.pay(
            head,
            relative,
            "daily",
            clock.errand(rng, head, days),
            rng.lognormal(3.1, 0.5, len(days)),
            words=("casa", "", "mancare"),
        )


def _join(ledger: Ledger, buyer: Buyer, known: list[Household]) -> None:
    """One buyer's year among the households that his group knows; an arrest sends him to the next one."""
    rng = ledger.crowd.rng
    tries = 1 + int(rng.poisson(0.6 + 0.7 * min(buyer.drive, 3.0)))
    if buyer.style in {"sponsor", "suitor"}:
        tries = 1
    free_from, seen, before = buyer.first_day, 0, len(ledger.sizes)
    first = int(rng.integers(len(known)))
    for turn in range(len(known)):
        home = known[(first + turn) % len(known)]
        start = max(free_from, home.began)
        if seen == tries:
            break
        if start >= min(home.stopped, DAYS) - 5:
            continue
        end = max(start + float(rng.lognormal(5.0, 0.8)) * max(1.0, buyer.drive**0.5), 12.0)
        spend(ledger, buyer, home, start, end)
        ledger.group(home.name, [buyer.payer], [])
        seen += 1
        free_from = start + float(rng.exponential(60))
        if home.stopped < min(end, DAYS):
            tries, free_from = tries + 1, home.stopped + float(rng.exponential(20))
    if len(ledger.sizes) == before:
        home = max(known, key=lambda open_home: open_home.stopped)
        spend(ledger, Buyer(buyer.payer, "regular", buyer.drive, 0), home, max(home.began, 1.0), DAYS)
        ledger.group(home.name, [buyer.payer], [])


def run_households(ledger: Ledger, n_buyers: int) -> None:
    """Chat groups of buyers, each knowing a few households; a word in the group brings the next buyer, ever sooner.

    A few buyers belong to no group and found their household alone.
    """
    rng = ledger.crowd.rng
    homes = [found(ledger, number) for number in range(max(2, round(n_buyers / 3.6)))]
    n_groups = max(1, n_buyers // 9)
    clocks = rng.uniform(-220, 60, n_groups)
    for position, buyer in enumerate(recruit_buyers(ledger, n_buyers)):
        group = position % n_groups
        clocks[group] += rng.exponential(50 / np.sqrt(1 + position // n_groups))
        buyer.first_day = float(clocks[group]) if clocks[group] < 340 else float(rng.uniform(150, 340))
        known = [home for i, home in enumerate(homes) if i % n_groups == group]
        if rng.random() < 0.12:
            known = [homes[int(rng.integers(len(homes)))]]
            buyer.first_day = float(rng.uniform(-100, 300))
        _join(ledger, buyer, known)
    for home in homes:
        ledger.group(home.name, [], home.kin)
        if rng.random() < 0.6:
            share_out(ledger, home)
        aunt_abroad(ledger, home)


def aunt_abroad(ledger: Ledger, home: Household) -> None:
    """Some of the receiving names also get honest money from kin who work abroad, who know nothing."""
    crowd, rng = ledger.crowd, ledger.crowd.rng
    for person in home.kin:
        if rng.random() < 0.3:
            aunt = crowd.find(WORKER, (24, 60), new=0.4)
            days, sums = stipend(rng, aunt, 0, DAYS, float(rng.lognormal(4.8, 0.5)))
            ledger.pay(aunt, person, "family", clock.errand(rng, aunt, days), sums, words=NEEDS)
