"""Strangers who are paid for work and wares.

Freelancers, tutors, sellers with many buyers at night, performers who are tipped.
"""

from __future__ import annotations

import numpy as np

from benchmarks.apart.guests.sepa.days import DAY, clock, weekend_heavy
from benchmarks.apart.guests.sepa.rhythms import monthly, scattered
from benchmarks.apart.guests.sepa.world import World


def freelancers(world: World) -> None:
    """One-person firms that pay a designer, a developer or an assistant by the month, on invoice and in the daytime."""
    rng = world.rng
    firms = world.some(world.customers.between(26, 64), 0.012)
    pool = [one for land, share in (("RO", 24), ("UA", 24), ("PH", 22), ("BR", 14), ("TH", 4))
            for one in world.payees.many(land, "freelancer", world.scaled(share))]  # fmt: skip
    tie_firm = np.repeat(firms, rng.integers(1, 4, len(firms)))
    worker = world.pick(pool, len(tie_firm))
    fee = world.around(np.full(len(tie_firm), 210.0), 0.8)
    tie, day = monthly(rng, rng.choice([1, 5, 10, 28], len(tie_firm)), rng.uniform(0.5, 1, len(tie_firm)), 5)
    when = day * DAY + clock(rng, "day", len(tie))
    world.book.post(
        "freelancer_employer",
        tie_firm[tie],
        worker[tie],
        when,
        world.around(fee[tie], 0.2),
        words="invoice",
        price=True,
    )


def tutors(world: World) -> None:
    """Language, music and yoga by video: lesson by lesson after work, and a few packs of ten.

    A good tutor has twenty pupils.
    """
    rng = world.rng
    pupils = world.some(world.customers.between(20, 76), 0.014)
    pool = [one for land, share in (("UA", 8), ("BR", 9), ("PH", 9), ("RO", 6), ("TH", 5))
            for one in world.payees.many(land, "freelancer", world.scaled(share))]  # fmt: skip
    world.rng.shuffle(pool)
    tutor = world.pick(pool, len(pupils), 0.6)
    price = np.round(rng.uniform(11, 34, len(pupils)))
    tie, day = scattered(rng, rng.geometric(0.09, len(pupils)))
    pack = np.where(rng.random(len(tie)) < 0.2, 5, 1)
    when = day * DAY + clock(rng, "evening", len(tie))
    world.book.post("freelancer_employer", pupils[tie], tutor[tie], when, price[tie] * pack, words="lesson")


def collectors_of_things(world: World) -> None:
    """Lenses, orchids, amulets, model kits.

    Men and women past 35 buy at night from one seller whom a whole forum knows.
    """
    rng = world.rng
    fans = world.some(world.customers.between(24, 78), 0.045)
    pool = [one for land, share in (("UA", 26), ("TH", 16), ("PH", 12), ("BR", 14), ("RO", 22), ("PL", 16), ("ES", 8))
            for one in world.payees.many(land, "seller", world.scaled(share))]  # fmt: skip
    world.rng.shuffle(pool)
    tastes = np.repeat(fans, rng.integers(1, 4, len(fans)))
    seller = world.pick(pool, len(tastes), 0.8)
    tie, day = scattered(rng, rng.geometric(0.3, len(tastes)), weekend_heavy(1.3))
    sums = world.around(np.full(len(tie), 41.0), 0.75)
    when = day * DAY + clock(rng, "late", len(tie))
    bargained = rng.random(len(tie)) < 0.5
    for chosen, price in ((bargained, False), (~bargained, True)):
        world.book.post(
            "hobby_purchase",
            tastes[tie][chosen],
            seller[tie][chosen],
            when[chosen],
            sums[chosen],
            words="hobby",
            price=price,
        )


def performers(world: World) -> None:
    """Grown-up musicians, streamers and cam performers whom strangers tip.

    Small, round, at night, several a week while it lasts.

    Fans follow three or four at once, come back the same night, and give more with time: everything but the secrecy.
    """
    rng = world.rng
    fans = world.some(world.customers.between(19, 72), 0.015)
    pool = [one for land, share in (("RO", 14), ("UA", 10), ("BR", 8), ("TH", 7), ("PH", 8), ("DE", 12))
            for one in world.payees.many(land, "seller", world.scaled(share))]  # fmt: skip
    world.rng.shuffle(pool)
    follows = np.repeat(fans, rng.integers(1, 5, len(fans)))
    performer = world.pick(pool, len(follows), 0.6)
    nights, day = scattered(rng, rng.geometric(0.28, len(follows)), within=150)
    tips = rng.geometric(0.7, len(nights))
    tip = np.repeat(np.arange(len(nights)), tips)
    when = (day * DAY + clock(rng, "late", len(nights)))[tip] + rng.integers(0, 4_000, len(tip))
    sums = world.around(np.full(len(tip), 20.0), 0.65) * (1 + day[tip] / 700)
    world.book.post("hobby_purchase", follows[nights][tip], performer[nights][tip], when, sums, words="tips")
