"""Adults who pay minors at home for pictures of themselves: the sums of pocket money, from people who are no kin."""

from __future__ import annotations

import numpy as np

from benchmarks.apart.guests.sepa.days import DAY, DAYS, clock
from benchmarks.apart.guests.sepa.world import World


def minors(world: World) -> None:
    """Each payer writes to several minors and pays those who answer; a minor who has agreed once is found by others.

    The minors keep their ordinary life: the same youth accounts get pocket money and pay for babysitting. Some bank
    elsewhere.
    """
    rng, customers, payees = world.rng, world.customers, world.payees
    payers = customers.choose(rng, customers.between(22, 66), world.scaled(11, 2))
    children = customers.choose(rng, customers.between(14, 17), max(2, round(len(payers) * 0.9)))
    receivers = [
        payees.ours(customers.account[child], customers.name[child], customers.country[child], "minor_recipient")
        for child in children
    ]
    receivers += [payees.open("DE", "minor_recipient") for _ in range(max(1, len(payers) // 2))]
    for payer in payers:
        for receiver in rng.choice(receivers, min(len(receivers), int(rng.integers(1, 5))), replace=False):
            count = int(rng.geometric(0.22))
            days = int(rng.integers(0, DAYS - 60)) + np.cumsum(rng.geometric(0.14, count))
            habit = "late" if rng.random() < 0.5 else "school"
            when = days * DAY + clock(rng, habit, count)
            sums = world.around(np.full(count, 24.0) * 1.05 ** np.arange(count), 0.45)
            rows = np.full(count, payer)
            world.book.post("minor_purchase", rows, np.full(count, int(receiver)), when, sums, words="coax", hurry=True)
