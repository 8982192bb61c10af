"""Buying material: small fixed prices at night to an e-money account that is replaced every few months."""

from __future__ import annotations

from .days import LENGTH
from .kinds import HOBBY, MATERIAL
from .town import Town

_PRICES = (15.0, 19.99, 20.0, 25.0, 29.99, 35.0)


def material(town: Town) -> None:
    """Vendors take a renewal each month or single orders under a number; lawful sites collect through like accounts."""
    c, desk = town.chance, town.desk
    vendors = [
        [town.register.outsider(c.choice(("LT", "LT", "DE", "FR"))) for _ in range(3)] for _ in range(town.scaled(3, 1))
    ]
    sites = [town.register.outsider("LT", name=f"UAB Mokejimai {i + 1}") for i in range(town.scaled(5, 2))]
    grown = town.grown()
    for buyer in c.sample(grown, k=town.scaled(20, 3)):
        which = c.randrange(len(vendors))
        day, price, renews = c.randrange(-30, 300), c.choice(_PRICES), c.hit(0.4)
        for _ in range(1 + int(c.expovariate(0.16))):
            account = vendors[which][min(2, max(0, day) * 3 // LENGTH)]
            desk.pay(
                buyer,
                account,
                day,
                c.gauss(25.0, 1.8),
                price if renews else c.choice(_PRICES),
                MATERIAL,
                words=(f"order {c.randrange(10**5, 10**6)}", "invoice"),
                group=f"vendor-{which + 1}",
                instant=0.95,
            )
            day += 30 if renews else c.randint(2, 40)
    for viewer in c.sample(grown, k=town.scaled(160, 6)):
        site, day, price = c.choice(sites), c.randrange(LENGTH), c.choice(_PRICES)
        for _ in range(1 + int(c.expovariate(0.2))):
            desk.pay(
                viewer,
                site,
                day,
                c.gauss(23.6, 2.2),
                price,
                HOBBY,
                words=(f"order {c.randrange(10**5, 10**6)}", "subscription"),
                instant=0.95,
            )
            day += c.choice((30, 30, 31, 9))
