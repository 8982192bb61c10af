"""Gifts, students and houses of business abroad that many pay."""

from __future__ import annotations

import numpy as np

from benchmarks.apart.guests.sepa.days import DAY, DAYS, clock, feasts
from benchmarks.apart.guests.sepa.rhythms import monthly, scattered
from benchmarks.apart.guests.sepa.world import World


def donations(world: World) -> None:
    """Standing orders for a sponsored child and single gifts.

    Waves come after storms, floods and nights of bombing.
    """
    rng = world.rng
    names = ("Hilfswerk Brücke", "Tierheim", "Patenkinder e.V.", "Freundeskreis")
    pool = world.payees.many("DE", "charity", world.scaled(24, 2), names) + world.payees.many(
        "AT", "charity", world.scaled(9), names
    )
    givers = world.some(world.customers.between(22, 86), 0.09)
    charity = world.pick(pool, len(givers), 0.9)
    faithful = rng.random(len(givers)) < 0.3
    sums = rng.choice([5.0, 10.0, 15.0, 20.0, 31.0, 35.0, 50.0], len(givers))
    tie, day = monthly(rng, rng.choice([1, 5, 15], len(givers)), np.where(faithful, 0.99, 0.0), 0)
    world.book.post("donation", givers[tie], charity[tie], day * DAY, sums[tie], words="gift", standing=True)
    tie, day = scattered(rng, rng.geometric(0.5, len(givers)))
    when = day * DAY + clock(rng, "evening", len(tie))
    world.book.post("donation", givers[tie], charity[tie], when, world.around(sums[tie] * 2, 0.5), words="gift")
    for land, count in (("UA", 7), ("PH", 6), ("RO", 6), ("BR", 3), ("TH", 3)):
        # A parish priest, a nurse, a soldier's sister: private accounts that strangers pay because a friend posted
        # them.
        small = world.payees.many(land, "charity", world.scaled(count))
        moved = world.some(world.customers.between(20, 82), 0.006)
        towards = world.pick(small, len(moved), 0.7)
        tie, day = scattered(rng, rng.geometric(0.4, len(moved)))
        wave = rng.random(len(tie)) < 0.5
        occasions = np.array([one for one, _ in feasts(land)])
        day = np.where(wave, np.clip(rng.choice(occasions, len(tie)) + rng.integers(0, 12, len(tie)), 0, DAYS - 1), day)
        when = day * DAY + clock(rng, "evening", len(tie))
        world.book.post(
            "donation", moved[tie], towards[tie], when, world.around(np.full(len(tie), 34.0), 0.6), words="gift"
        )


def students(world: World) -> None:
    """Medical students in Cluj, exchange years, and children in the next town.

    A sum each month and something before exams.
    """
    rng = world.rng
    parents = world.some(world.customers.between(42, 66), 0.06)
    land = rng.choice(["DE", "AT", "RO", "ES", "PL", "BR"], len(parents), p=[0.58, 0.2, 0.11, 0.06, 0.03, 0.02])
    child = np.array([world.payees.open(str(one), "student", name=None) for one in land], dtype=np.int64)
    sums = np.round(rng.uniform(10, 34, len(parents))) * 20
    tie, day = monthly(rng, rng.choice([1, 1, 28], len(parents)), rng.uniform(0.8, 1, len(parents)), 0)
    book = world.book
    book.post("student_support", parents[tie], child[tie], day * DAY, sums[tie], words="study", standing=True)
    tie, day = scattered(rng, rng.geometric(0.4, len(parents)))
    when = day * DAY + clock(rng, "late", len(tie))
    book.post(
        "student_support", parents[tie], child[tie], when, world.around(np.full(len(tie), 45.0), 0.6), words="study"
    )


def houses_abroad(world: World) -> None:
    """Dentists in Romania, flats in Thailand, visa agents, language schools.

    Many payers, each once or twice, large against the rest.
    """
    rng = world.rng
    for land, count, share in (
        ("RO", 12, 0.014),
        ("TH", 12, 0.012),
        ("PH", 7, 0.006),
        ("BR", 6, 0.006),
        ("UA", 5, 0.005),
        ("ES", 14, 0.02),
    ):
        guests = world.some(world.customers.between(22, 80), share)
        pool = world.payees.many(
            land, "hub", world.scaled(count), ("Dental Studio", "Apartments", "Visa Desk", "Language House")
        )
        house = world.pick(pool, len(guests), 0.5)
        tie, day = scattered(rng, rng.geometric(0.6, len(guests)), within=60)
        sums = world.around(np.full(len(tie), 190.0), 0.8)
        when = day * DAY + clock(rng, "evening", len(tie))
        world.book.post("hub_payment", guests[tie], house[tie], when, sums, words="hub", price=True)
