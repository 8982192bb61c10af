"""Buyers of material, and the adult sites and coin desks among which their payments hide."""

from __future__ import annotations

from . import clock
from .ledger import rounded
from .people import Customer, Receiver
from .words import said
from .world import World

CRIME: tuple[str, str] = ("material_purchase", "material_vendor")


def purchases(world: World) -> None:
    """Vendors sit behind resellers' wallets and dull card acceptors; access is sold by the month or the pack."""
    dice, registry = world.dice, world.registry
    vendors: list[Receiver] = []
    for number in range(world.times(6, 2)):
        vendor = (
            registry.shop(f"Cloudbox {number + 1}", "5815", dice.pick(("US", "RO", "UA")))
            if dice.chance(0.4)
            else registry.abroad(dice.pick(("UA", "RO", "BR", "ID")), rail="crypto")
        )
        vendors.append(vendor)
    for payer in world.claim(world.times(22, 3), lambda one: 19 <= one.age <= 68):
        price, vendor = dice.pick((8, 15, 20, 25, 30, 50)), dice.favour(vendors, 1.4)
        day, hour = dice.between(0, 320), dice.normal(25.2, 1.8)
        for _ in range(1 + dice.count(dice.about(3, 0.8))):
            amount = rounded(dice, price * dice.about(1, 0.15), vendor.country, 0.6)
            world.ledger.pay(
                payer,
                vendor,
                clock.at(day, hour + dice.normal(0, 0.7)),
                amount,
                *CRIME,
                said(dice, ("order {n}", "coins", "thanks"), 0.2) if vendor.rail == "crypto" else None,
            )
            day += 30 if dice.chance(0.3) else dice.gap(11)
            if dice.chance(0.15):
                vendor = dice.pick(vendors)


def adult_sites(world: World) -> None:
    """Lawful subscriptions, tokens and coins, bought at the same hours for the same sums by far more people."""
    dice, registry = world.dice, world.registry
    sites = [
        registry.shop(f"Velvet {number + 1}", "5967", dice.pick(("US", "GB", "RO")))
        for number in range(world.times(8, 2))
    ]
    drives = [
        registry.shop(f"Filenest {number + 1}", "5815", dice.pick(("US", "UA"))) for number in range(world.times(7, 2))
    ]
    desks = [registry.abroad(dice.pick(("US", "GB", "UA", "BR")), rail="crypto") for _ in range(world.times(12, 2))]
    for payer in world.find(world.times(620, 4), lambda one: one.age >= 18):
        site = dice.weigh({dice.pick(sites): 0.5, dice.pick(drives): 0.25, dice.pick(desks): 0.25})
        _subscribe(world, payer, site)


def _subscribe(world: World, payer: Customer, site: Receiver) -> None:
    """By the month, or in runs of tokens."""
    dice = world.dice
    price, day, monthly = dice.pick((10, 15, 20, 25, 30, 50)), dice.between(-60, 330), dice.chance(0.5)
    hour = dice.normal(24.4, 2.6)
    for _ in range(1 + dice.count(4)):
        world.ledger.pay(
            payer,
            site,
            clock.at(day, hour + dice.normal(0, 1)),
            price * dice.about(1, 0.05 if monthly else 0.3),
            "hobby_purchase",
            "seller",
            said(dice, ("order {n}", "coins", "wallet"), 0.25) if site.rail == "crypto" else None,
        )
        day += 30 if monthly else dice.gap(12)
