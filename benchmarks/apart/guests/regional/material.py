"""Buyers of material who were told to pay through the firm: a rare route, small sums at night to a few vendors."""

from __future__ import annotations

from typing import Final

import numpy as np

from benchmarks.apart.guests.regional import clock
from benchmarks.apart.guests.regional.clock import DAYS
from benchmarks.apart.guests.regional.firm import Firm, Reason
from benchmarks.apart.guests.regional.people import Payer
from benchmarks.apart.guests.regional.sums import typical

BOUGHT: Final = Reason("material_purchase", "material_vendor", "plain")


def run(firm: Firm, buyers: list[Payer]) -> None:
    """Each vendor changes the named receiver when one account is closed; prices stand in a list and repeat."""
    rng = firm.rng
    prices = np.array([15.0, 20.0, 25.0, 35.0, 50.0])
    vendors = []
    for n in range(firm.scaled(2, 2)):
        row = [firm.meet("UA" if rng.random() < 0.6 else "RO") for _ in range(2)]
        for person in row:
            person.group = f"vendor-{n}"
        vendors.append((f"vendor-{n}", row, float(rng.uniform(150, 400))))
    for buyer in buyers:
        group, row, changed = vendors[int(rng.integers(len(vendors)))]
        buyer.group = group
        days = clock.scattered(rng, buyer.opened, min(DAYS, buyer.opened + float(rng.exponential(160)) + 20), 1.5)
        when = clock.moments(rng, days, "night")
        usd = rng.choice(prices, len(days)) if rng.random() < 0.7 else typical(rng, len(days), 26, 0.4)
        for person, part in ((row[0], days < changed), (row[1], days >= changed)):
            firm.pay(buyer, person, when[part], usd[part], BOUGHT, whole=0.05)
