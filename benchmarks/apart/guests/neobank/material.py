"""Buying material: small sums to a few addresses and shop fronts, among crowds who pay such places for other things."""

from __future__ import annotations

from random import Random

from benchmarks.apart.guests.neobank.days import DAYS, at, count
from benchmarks.apart.guests.neobank.words import reference
from benchmarks.apart.guests.neobank.world import World


def write(world: World) -> None:
    """Vendors behind a shop front or a crypto address, their buyers, and innocent users of the same means."""
    rng = world.stream("material")
    fronts = [
        world.forge.receiver(country, "merchant", name=name, category=code)
        for country, name, code in (("NL", "Brightfile Pass", "7399"), ("RO", "Mediapoint Access", "5815"))
    ]
    addresses = [world.forge.receiver("NL", "crypto", name="withdrawal") for _ in range(world.some(4, 2))]
    for address in addresses:
        # The vendor changes addresses; the bank does not know that they are one person's.
        address.person = addresses[0].person if rng.random() < 0.5 else address.subject
    pool = [c for c in world.adults(19, 70) if (c.man or c.age % 9 == 0) and c.joined < 250]
    for buyer in rng.sample(pool, world.some(26, 6)):
        vendor = rng.choice((*fronts, *addresses, *addresses))
        day = max(buyer.joined, 0) + rng.randrange(DAYS - 20 - max(buyer.joined, 0))
        for _ in range(rng.choice((1, 1, 2, 3, 5, 8, 14))):
            minute = at(rng, day, "night", buyer.shift)
            euros = rng.choice((8, 10, 15, 15, 20, 25, 30, 35, 50))
            world.send(rng, buyer, vendor, minute, euros, "material", payer=buyer.party)
            if rng.random() < 0.15:
                vendor = rng.choice((*fronts, *addresses))
            day += rng.choice((1, 2, 6, 12, 25, 40))
    _honest_crypto(world, rng)


def _honest_crypto(world: World, rng: Random) -> None:
    """Withdrawals to one's own wallet, to a podcaster's tip jar, to a shop for game keys: also small, also at night."""
    jars = [world.forge.receiver(rng.choice(("NL", "DE", "GB")), "crypto", name="withdrawal") for _ in range(24)]
    for holder in rng.sample(world.adults(18, 60), world.some(420)):
        address = rng.choice(jars)
        if rng.random() < 0.55:
            address = world.forge.receiver(holder.home, "crypto", name="withdrawal")
        kind = "hobby" if address in jars else "resale"
        for _ in range(1 + count(rng, 2.5)):
            minute = at(rng, rng.randrange(DAYS), rng.choice(("night", "evening", "night")), holder.shift)
            euros = min(4000, rng.lognormvariate(3.4, 1.0))
            text = reference(rng, "hobby")
            world.send(rng, holder, address, minute, euros, kind, reference=text)
