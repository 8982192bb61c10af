"""Payments out of attachment: partners abroad, and those who are deceived into believing in one."""

from __future__ import annotations

import numpy as np

from benchmarks.apart.guests.card.kinds import Kind
from benchmarks.apart.guests.card.ledger import CARD, CRYPTO, OWN, THEIRS, WALLET, Ledger
from benchmarks.apart.guests.card.people import DAYS, People
from benchmarks.apart.guests.card.places import INDEX, RICH
from benchmarks.apart.guests.card.rhythm import at_hour
from benchmarks.apart.guests.card.sums import around

_ABROAD = tuple(INDEX[code] for code in ("PH", "TH", "BR", "UA", "MX", "NG"))


def partners(people: People, ledger: Ledger, rng: np.random.Generator, n: int, traveller: int) -> None:
    """Couples who met online: gifts after video dates, then rent and bills; pauses while the one visits the other.

    Sums grow because trust does, gaps shorten because a household begins. Some people court two or three at a time,
    and some of the loved ones are courted by two: then small sums at night come from unrelated foreigners.
    """
    lovers, loved = people.select(RICH, (24, 72)), people.select(_ABROAD, (20, 55))
    hosts = rng.choice(loved, min(len(loved), max(3, int(n * 0.8))), replace=False)
    for payer in rng.choice(lovers, min(n, len(lovers)), replace=False):
        for _ in range(int(rng.choice([1, 1, 1, 1, 2, 3]))):
            start = float(rng.uniform(-400, DAYS - 60))
            length = float(rng.lognormal(5.3, 0.9))
            gap, day, days = float(rng.uniform(12, 34)), start, []
            while day < min(start + length, DAYS):
                days.append(day)
                gap = max(gap * rng.uniform(0.94, 1.02), 5.0)
                day += float(rng.gamma(2.0, gap / 2.0))
                if rng.random() < 0.025:
                    ticket = around(rng, 1, 780.0, 0.3)
                    ledger.add(
                        int(payer), traveller, np.array([day]), ticket, Kind.SHOP, manner=OWN, rail=CARD, voice=30
                    )
                    day += float(rng.uniform(24, 50))
            when = np.array(days)
            rise = np.minimum(1 + (when - start) / 260.0, 5.0)
            usd = around(rng, len(when), 42.0 * people.means[payer] ** 0.5, 0.5) * rise
            late = np.where(rng.random(len(when)) < 0.5, 22.5, 19.0)
            manner = THEIRS if rng.random() < 0.3 else OWN
            ledger.add(
                int(payer), int(rng.choice(hosts)), at_hour(rng, when, late, 2.4), usd, Kind.PARTNER, manner=manner
            )


def romance_frauds(people: People, ledger: Ledger, rng: np.random.Generator, n: int) -> None:
    """Older people who pay a person who does not exist: a long courtship, then growing emergencies to one receiver.

    One crew writes to several victims, so the receiver collects from strangers; some crews use two accounts. It ends
    when savings end or a bank asks.
    """
    pool = people.select(RICH, (52, 84))
    crews = [
        people.recruit(
            rng, int(rng.integers(1, 3)), INDEX[str(rng.choice(["NG", "CI", "PH", "GB"]))], (20, 40), pool[:0]
        )
        for _ in range(max(1, n // 4))
    ]
    for crew in crews:
        people.churn[crew] = 0.4
    for victim in rng.choice(pool, min(n, len(pool)), replace=False):
        crew = crews[int(rng.integers(0, len(crews)))]
        start, count = float(rng.uniform(0, DAYS - 120)), 2 + int(rng.poisson(7))
        day = start + np.cumsum(rng.gamma(1.5, 11.0, count))
        usd = around(rng, count, 90.0, 0.4) * 1.28 ** np.arange(count)
        rail = CRYPTO if rng.random() < 0.15 else WALLET
        payee = np.where(np.arange(count) < count // 2, crew[0], crew[-1])
        wall = at_hour(rng, day, 15.5, 4.0)
        ledger.add(int(victim), payee, wall, np.minimum(usd, 6000.0), Kind.ROMANCE, rail=rail)
