"""Adults who pay teenagers for pictures of themselves: domestic, by handle, small, with no tie between the two."""

from __future__ import annotations

from random import Random

from benchmarks.apart.guests.neobank.cards import Shops
from benchmarks.apart.guests.neobank.days import DAYS, at
from benchmarks.apart.guests.neobank.parties import Customer
from benchmarks.apart.guests.neobank.words import reference
from benchmarks.apart.guests.neobank.world import World


def write(world: World, shops: Shops) -> None:
    """Some adults seek many teenagers, others return to one; a teenager is often passed on by word in a chat."""
    rng = world.stream("minors")
    teens = [c for c in world.adults(13, 17) if (not c.man or c.age % 3 == 0) and c.joined < 250]
    reached = rng.sample(teens, min(len(teens), world.some(15, 8)))
    adults = [c for c in world.adults(20, 60) if (c.man or c.age % 11 == 0) and c.joined < 250]
    for adult in rng.sample(adults, world.some(20, 8)):
        chats = rng.sample(reached, min(len(reached), rng.choice((1, 1, 1, 2, 3, 5))))
        for teen in chats:
            _payments(world, rng, adult, teen, shops)


def _payments(world: World, rng: Random, adult: Customer, teen: Customer, shops: Shops) -> None:
    """Late on school nights, round, mostly without words; what is asked costs more each time until contact ends.

    The child spends it the same week, on games, vouchers, food.
    """
    day = max(teen.joined, adult.joined, 0) + rng.randrange(5, 250)
    euros = float(rng.choice((10, 10, 15, 20, 20, 25, 30)))
    for _ in range(rng.choice((1, 1, 2, 3, 4, 7, 12))):
        minute = at(rng, day, rng.choices(("night", "evening", "teen"), (5, 4, 1))[0], adult.shift)
        text = reference(rng, "quiet", handle=0.03)
        world.send(rng, adult, teen.party, minute, euros, "minor", reference=text, payer=adult.party)
        if rng.random() < 0.4 and day < DAYS - 4:
            shops.buy(rng, teen, rng.choice(("games", "vouchers", "meals")), at(rng, day + 2, "teen"))
        euros = min(100, euros * rng.choice((1, 1, 1.25, 1.5)))
        day += rng.choice((1, 2, 4, 7, 12, 30))
