"""Buyers of material, and vendors who hide as creators on a platform or take a wallet.

The issuer sees a descriptor like any other creator's. Prices stand in a list, so one vendor's sums repeat; buyers come
back at night.
"""

from __future__ import annotations

from dataclasses import dataclass

from .payees import Payee
from .people import Person
from .scene import Scene
from .season import at

_KINDS = ("material_purchase", "material_vendor")


@dataclass(slots=True)
class Vendor:
    """A vendor's account and price list, in dollars."""

    key: str
    payee: Payee
    prices: tuple[float, ...]


def trade(scene: Scene, also: list[Person]) -> None:
    """About 18 buyers and 6 vendors in 14,000 payers; one or two buyers are among `also`, who pay for live streams."""
    chance = scene.chance
    vendors = [_vendor(scene, place) for place in range(scene.scaled(6, 2))]
    buyers = scene.choose(scene.scaled(17, 6), lambda one: 1.0 if 21 <= one.age <= 68 and one.life > 45 else 0.0)
    for buyer in buyers + chance.some(also, len(also) // 25):
        for vendor in chance.some(vendors, chance.weighted(((1, 6), (2, 3), (3, 1)))):
            _buy(scene, buyer, vendor)


def _vendor(scene: Scene, place: int) -> Vendor:
    chance = scene.chance
    if chance.yes(0.65):
        payee = scene.payees.shop(chance.pick(("US", "NL", "GB", "RO")), "creator")
    else:
        payee = scene.payees.abroad(chance.pick(("RO", "ID", "BR", "TH")))
    low = chance.pick((8.0, 10.0, 12.0, 15.0))
    return Vendor(f"vendor-{place}", payee, (low, low * 2, low * 3))


def _buy(scene: Scene, buyer: Person, vendor: Vendor) -> None:
    chance = scene.chance
    day = float(chance.between(buyer.since, max(buyer.since, buyer.until - 30)))
    for _ in range(1 + chance.count(4.5)):
        price = chance.weighted(tuple(zip(vendor.prices, (2, 4, 1), strict=True)))
        minute = at(chance, int(day), "late", 1.2)
        scene.ledger.pay(buyer, vendor.payee, minute, price, _KINDS, manner="own", group=vendor.key)
        day += 0.3 + chance.wait(17.0)
