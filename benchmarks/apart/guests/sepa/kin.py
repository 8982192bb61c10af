"""Families across borders.

Migrants who keep parents, siblings and children, and neighbours who collect for the minibus home.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from benchmarks.apart.guests.sepa.arrays import Ints
from benchmarks.apart.guests.sepa.days import DAY, clock
from benchmarks.apart.guests.sepa.names import person, respelled
from benchmarks.apart.guests.sepa.rhythms import festive, monthly, scattered
from benchmarks.apart.guests.sepa.world import World

_ROOTS: Final = ("RO", "UA", "PH", "TH", "BR", "TR", "PL", "NG", "GH")


def _relatives(world: World, country: str, senders: Ints) -> tuple[Ints, Ints]:
    """(sender, relative) ties.

    Brothers and sisters in Germany share a mother; wallets break, so one person has several ids.
    """
    rng, customers, payees = world.rng, world.customers, world.payees
    payer: list[int] = []
    payee: list[int] = []
    shared: list[int] = []
    for sender in senders:
        for _ in range(1 + int(rng.poisson(0.7))):
            if shared and rng.random() < 0.22:
                relative = shared[int(rng.integers(max(0, len(shared) - 6), len(shared)))]
            else:
                family = customers.family_name(int(sender)) if rng.random() < 0.55 else None
                relative = payees.open(country, "family_receiver", name=person(rng, country, family))
                shared.append(relative)
            payer.append(int(sender))
            payee.append(relative)
            known = payees.all[relative]
            if known.channel == "partner" and rng.random() < 0.15:
                twin = payees.open(country, "family_receiver", name=respelled(rng, known.name), who=known.id)
                payer.append(int(sender))
                payee.append(twin)
    return np.array(payer, dtype=np.int64), np.array(payee, dtype=np.int64)


def families(world: World) -> None:
    """Monthly after pay day, more at feasts, school openings and storms, and small emergencies at any hour."""
    rng, book = world.rng, world.book
    for country in _ROOTS:
        senders = world.some(world.customers.rooted(country), 0.72)
        payer, payee = _relatives(world, country, senders)
        typical = world.around(np.full(len(payer), 125.0 if country in {"PL", "TR"} else 105.0), 0.65)
        devoted = rng.random(len(payer)) < 0.6
        keep = np.where(devoted, rng.uniform(0.7, 1.0, len(payer)), rng.uniform(0.1, 0.5, len(payer)))
        tie, day = monthly(rng, world.customers.pay_day[payer], keep, 3)
        when = day * DAY + clock(rng, "evening", len(tie))
        book.post("family_support", payer[tie], payee[tie], when, world.around(typical[tie], 0.25), words="family")
        tie, day, size = festive(rng, np.arange(len(payer)), country, 0.3)
        when = day * DAY + clock(rng, "evening", len(tie))
        book.post("family_support", payer[tie], payee[tie], when, typical[tie] * size, words="family")
        # A fever, a school project, load for the telephone: small, at night after a call, twice in a day when the
        # first fell short.
        tie, day = scattered(rng, rng.negative_binomial(0.5, 0.2, len(payer)))
        when = day * DAY + clock(rng, "late", len(tie))
        book.post(
            "family_support", payer[tie], payee[tie], when, world.around(np.full(len(tie), 38.0), 0.6), words="family"
        )


def debts(world: World) -> None:
    """The passage, a roof, a hospital bill: money lent at home, paid back in equal parts to a creditor who is no kin.

    A village lender has several debtors abroad; a missed month is made good in two parts, often at night after
    a reminder.
    """
    rng = world.rng
    for country in _ROOTS:
        debtors = world.some(world.customers.rooted(country), 0.06)
        lenders = world.payees.many(country, "ordinary", max(1, len(debtors) // 2))
        lender = world.pick(lenders, len(debtors), 0.5)
        part = np.round(rng.uniform(3, 16, len(debtors))) * 10
        for habit, keep, size in (("evening", 0.75, 1.0), ("late", 0.2, 0.5), ("late", 0.2, 0.5)):
            tie, day = monthly(rng, world.customers.pay_day[debtors], np.full(len(debtors), keep), 9)
            when = day * DAY + clock(rng, habit, len(tie))
            world.book.post("ordinary", debtors[tie], lender[tie], when, part[tie] * size, words="debt")


def collectors(world: World) -> None:
    """Minibus drivers and savings circles.

    One compatriot takes parcels and cash for a village, many pay him, mostly monthly.
    """
    rng, customers = world.rng, world.customers
    for country, count in (("RO", 9), ("UA", 7), ("PH", 5), ("GH", 2)):
        people = customers.rooted(country)
        if not len(people):
            continue
        for _ in range(world.scaled(count)):
            at_home = rng.random() < 0.6
            driver = world.payees.open("DE" if at_home else country, "collector", name=person(rng, country))
            villagers = rng.choice(people, min(len(people), int(rng.integers(4, 26))), replace=False)
            tie, day = scattered(rng, rng.integers(1, 9, len(villagers)))
            sums = world.around(np.full(len(tie), 48.0), 0.55)
            when = day * DAY + clock(rng, "evening", len(tie))
            payee = np.full(len(tie), driver)
            world.book.post("family_support", villagers[tie], payee, when, sums, words="collector")
