"""Love at a distance, true and false.

A partner abroad, several acquaintances at once, and the victim of romance fraud.
"""

from __future__ import annotations

import numpy as np

from benchmarks.apart.guests.sepa.arrays import Ints
from benchmarks.apart.guests.sepa.days import DAY, DAYS, clock
from benchmarks.apart.guests.sepa.names import respelled
from benchmarks.apart.guests.sepa.world import World


def _courtship(world: World, first: int, last: int) -> tuple[Ints, Ints]:
    """Days and how far the tie has grown (0 to 100).

    Shy at the start, then rent every month and small things between.
    """
    rng = world.rng
    days: list[int] = []
    day = first
    while day < last:
        days.append(day)
        grown = (day - first) / max(1, last - first)
        day += int(rng.gamma(2.0, 9.0 - 4.0 * grown)) + 1
        # Together for a holiday: nothing is sent.
        if rng.random() < 0.05:
            day += int(rng.integers(14, 40))
    out = np.array(days, dtype=np.int64)
    return out, (100 * (out - first)) // max(1, last - first)


def partners(world: World) -> None:
    """Men and women over 30 with someone in Thailand, the Philippines, Brazil, Romania or Ukraine.

    Calls end late, sums grow.
    """
    rng, customers = world.rng, world.customers
    lovers = rng.choice(customers.between(28, 78), world.scaled(120, 4), replace=False)
    for lover in lovers:
        country = str(rng.choice(["PH", "TH", "UA", "BR", "RO"], p=[0.27, 0.27, 0.16, 0.14, 0.16]))
        dating = rng.random() < 0.2
        for _ in range(int(rng.integers(2, 5)) if dating else 1):
            first = int(rng.integers(-200, DAYS - 30))
            last = min(DAYS, first + int(rng.integers(30, 90) if dating else rng.integers(120, 600)))
            payee = world.payees.open(country, "partner_receiver")
            days, grown = _courtship(world, first, last)
            large = rng.random(len(days)) < 0.3
            sums = np.where(large, 90 + 2.4 * grown, 22 + 0.4 * grown)
            habit = "late" if rng.random() < 0.6 else "dawn"
            when = days * DAY + np.where(large, clock(rng, "evening", len(days)), clock(rng, habit, len(days)))
            known = world.payees.all[payee]
            accounts = np.full(len(days), payee)
            if known.channel == "partner" and rng.random() < 0.3:
                other = world.payees.open(country, "partner_receiver", name=respelled(rng, known.name), who=known.id)
                accounts = np.where(rng.random(len(days)) < 0.4, other, payee)
            payer = np.full(len(days), int(lover))
            world.book.post("partner_abroad", payer, accounts, when, world.around(sums, 0.35), words="partner")


def romance_fraud(world: World) -> None:
    """A widower's or divorcee's savings leave in growing sums to the accounts of a crew.

    One account follows another; some are hired at home.
    """
    rng, customers = world.rng, world.customers
    crews = []
    for number in range(world.scaled(14, 2)):
        where = [str(one) for one in rng.choice(["NG", "DE", "RO", "GH", "TR", "UA", "LT"], int(rng.integers(1, 4)))]
        crews.append([world.payees.open(land, "romance_fraud_receiver", group=f"love-{number}") for land in where])
    for victim in rng.choice(customers.between(46, 82), world.scaled(34, 3), replace=False):
        crew = crews[int(rng.integers(len(crews)))]
        count = int(rng.integers(2, 15))
        days = int(rng.integers(0, DAYS - 60)) + np.cumsum(rng.integers(1, 14, count))
        sums = world.around(np.full(count, 60.0) * 1.32 ** np.arange(count), 0.3)
        accounts = np.array(crew)[np.minimum(np.arange(count) * len(crew) // 9, len(crew) - 1)]
        when = days * DAY + clock(rng, "evening", count)
        payer = np.full(count, int(victim))
        world.book.post(
            "romance_fraud_victim", payer, accounts, when, np.minimum(sums, 4_800.0), words="fraud", returned=0.02
        )
