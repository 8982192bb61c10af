"""Bursts of the young that are only bursts: prize boxes bought from a trader, and sellers who never deliver."""

from __future__ import annotations

import numpy as np

from benchmarks.apart.guests.card.kinds import Kind
from benchmarks.apart.guests.card.ledger import CARD, CENTS, OWN, WALLET, Ledger
from benchmarks.apart.guests.card.people import DAYS, People
from benchmarks.apart.guests.card.places import INDEX, RICH
from benchmarks.apart.guests.card.rhythm import at_hour, scatter
from benchmarks.apart.guests.card.sums import around


def box_sprees(people: People, ledger: Ledger, rng: np.random.Generator, n: int) -> None:
    """A teenager spends the birthday money in an evening: payment after payment to a trader of skins, then nothing.

    The traders live anywhere and are paid by many young strangers; some teenagers do it again after the next feast.
    """
    young = people.select(RICH, (13, 24))
    traders = rng.choice(people.select(None, (17, 35)), max(2, n // 10), replace=False)
    for payer in rng.choice(young, min(n, len(young)), replace=False):
        for start in rng.uniform(0, DAYS, int(rng.choice([1, 1, 1, 2, 3]))):
            count = 1 + int(rng.geometric(0.28))
            first = at_hour(rng, np.array([start]), 20.5, 2.5)
            wall = first + np.concatenate([[0.0], np.cumsum(rng.exponential(0.06, count - 1))])
            usd = np.minimum(around(rng, count, 26.0, 0.8), 250.0)
            rail = CARD if rng.random() < 0.3 else WALLET
            ledger.add(int(payer), int(rng.choice(traders)), wall, usd, Kind.HOBBY, rail=rail, voice=24)


def empty_parcels(people: People, ledger: Ledger, rng: np.random.Generator, n: int) -> None:
    """Sellers of concert tickets, consoles and rooms who take a deposit, ask for the rest, and close the account.

    Their buyers are young and pay once to four times within days; the receiver is on file as a seller, which is what
    the buyers believed.
    """
    young = people.select(RICH, (16, 30))
    places = tuple(INDEX[code] for code in ("GB", "US", "DE", "NG", "CI", "PH"))
    for seller in people.recruit(rng, n, places, (19, 36), people.select(places)):
        people.churn[seller], people.lull[seller] = 0.6, 3.0
        for start in scatter(rng, 9.0):
            parts = int(rng.choice([1, 2, 2, 3, 4]))
            wall = at_hour(rng, start + np.cumsum(rng.exponential(0.7, parts)), 19.5, 3.0)
            usd = around(rng, parts, 95.0, 0.6)
            manner = CENTS if rng.random() < 0.3 else OWN
            ledger.add(int(rng.choice(young)), int(seller), wall, usd, Kind.HOBBY, manner=manner)
