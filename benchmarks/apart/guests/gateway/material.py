"""Material bought from vendors who pose as sellers of files: small clustered prices, after midnight, again."""

from __future__ import annotations

import numpy as np

from . import clock, sums, words
from .accounts import Account
from .ledger import Tie
from .places import rate
from .town import Town


def trade(town: Town, payers: list[Account]) -> None:
    """A few vendors, each with a price list in euro and the same merchant code as honest sellers of files."""
    rng = town.rng
    vendors = []
    for _ in range(max(2, len(payers) // 5)):
        vendor = town.registry.open(str(rng.choice(["UA", "RO", "US", "PL", "BR"])), trade=bool(rng.random() < 0.5))
        code = "5818" if rng.random() < 0.7 else None
        vendors.append((vendor, float(rng.choice([15.0, 20.0, 25.0, 35.0])), code, town.new_group("vendor")))
    for payer in payers:
        start = float(rng.uniform(payer.opened, max(payer.opened + 1, payer.last - 20)))
        known = [vendors[int(rng.integers(len(vendors)))] for _ in range(1 + int(rng.random() < 0.35))]
        for day in clock.shrinking(rng, (start, payer.last), 35.0, 12.0, 1 + int(rng.gamma(1.0, 7.0))):
            vendor, price, code, group = known[int(rng.integers(len(known)))]
            count = int(rng.geometric(0.75))
            values = price * rng.choice([0.5, 1.0, 1.0, 1.0, 2.0], count)
            begin = clock.at(rng, np.asarray([day]), "night", payer.owl + 1.5)[0]
            when = begin + np.cumsum(rng.exponential(1200.0, count)).astype(np.int64)
            tie = Tie(payer, vendor, "material_purchase", "material_vendor", words.FILES,
                      town.checkout(payer), 0.5, group, code=code)  # fmt: skip
            # The price stands in euro; the day's conversion leaves odd cents for all but the Irish.
            euro = float((rate(payer.country, np.asarray([day])) / rate("IE", np.asarray([day])))[0])
            town.ledger.enter(tie, when, np.round(values * euro, 2))


def pay_minors(town: Town, payers: list[Account], minors: list[Account]) -> None:
    """Adults who pay teenagers of their own country, met in a game or an app; one teenager tells a friend."""
    rng = town.rng
    for payer in payers:
        near = [m for m in minors if m.country == payer.country] or minors
        start = float(rng.uniform(payer.opened, max(payer.opened + 1, payer.last - 20)))
        for _ in range(1 + int(rng.poisson(0.8))):
            minor = near[int(rng.random() ** 1.4 * len(near))]
            days = clock.shrinking(rng, (start, payer.last), 20.0, 6.0, int(rng.geometric(0.2)))
            growth = np.exp(np.linspace(0.0, rng.uniform(0.0, 0.8), len(days)))
            values = sums.spread(rng, 32.0, 0.45, len(days)) * growth
            tie = Tie(payer, minor, "minor_purchase", "minor_recipient", words.POCKET, "wallet", 0.6, veil=0.08)
            # After school until late: when a teenager answers.
            habit = "night" if rng.random() < 0.6 else "evening"
            town.ledger.enter(tie, clock.at(rng, days, habit, payer.owl / 2), sums.said_here(payer, values))
            start += float(rng.exponential(40.0))
