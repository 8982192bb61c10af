"""Two smaller trades in images, as payments: vendors of material, and adults who pay minors near home for their own.

A vendor sells access to many at fixed prices and renews it by the month; a minor is paid by a handful of adults, little
and often at first, and the words are load and gifts.
"""

from __future__ import annotations

from .clock import Life
from .notes import handle
from .paying import World, pay
from .people import Person


def vendors(world: World, buyers: int) -> list[Person]:
    """Return the vendors: few, each with the wallets of people who lend their names."""
    random, registry = world.random, world.registry
    found = []
    for number in range(max(2, buyers // 4)):
        vendor = registry.resident(random.choice(("PH", "PH", "ID", "VN")), random.uniform(18, 40))
        vendor.group = f"vendor-{number}"
        found.append(vendor)
    return found


def buying(world: World, buyer: Person, sellers: list[Person]) -> Life:
    """A buyer: a trial, then the dearer list, renewals each month, a second vendor when one disappears."""
    random, clock = world.random, world.clock
    yield random.uniform(0, 280)
    vendor = random.choice(sellers)
    prices = random.choice(((5, 10, 20), (8, 15, 30), (10, 25, 50)))
    for turn in range(random.choice((1, 2, 2, 3, 4, 6, 9, 14))):
        yield clock.local(buyer, world.now + clock.gap(random.choice((2, 9, 30))), 1.0, 2.2)
        pay(world, buyer, vendor, prices[min(turn, 2)] if random.random() < 0.8 else prices[0], "material")
        if random.random() < 0.1:
            vendor = random.choice(sellers)


def buyers_of_material(world: World, count: int) -> list[Person]:
    """Return the buyers, abroad and at home."""
    random, registry = world.random, world.registry
    sellers = vendors(world, count)
    buyers = []
    for _ in range(count):
        age = min(max(random.gauss(36, 11), 19), 70)
        if random.random() < 0.5:
            buyer = registry.abroad(age)
        else:
            buyer = registry.person(registry.region(), age, share=0.35)
            registry.wallet(buyer)
        buyer.purse.balance += 40
        world.clock.start(buying(world, buyer, sellers))
        buyers.append(buyer)
    return buyers


def approaching(world: World, adult: Person, minors: list[Person]) -> Life:
    """An adult near home: load as a gift, then a little more each time, at night; one minor after another."""
    random, clock = world.random, world.clock
    yield random.uniform(0, 250)
    while True:
        minor = random.choice(minors)
        tag = handle(random)
        usd = random.choice((1.8, 3.5, 5, 9))
        for _ in range(random.choice((1, 2, 3, 5, 8, 12))):
            yield clock.local(adult, world.now + clock.gap(random.choice((3, 6, 12))), 22.5, 2.5)
            pay(world, adult, minor, usd * random.lognormvariate(0, 0.3), "minor", tag=tag)
            usd = min(usd * random.uniform(1.0, 1.35), 30)
        if random.random() < 0.4:
            return
        yield world.now + random.expovariate(1 / 20)


def adults_who_pay_minors(world: World, count: int) -> list[Person]:
    """Return the adults; the minors have wallets of their own or an older sister's, and buy lunch with them."""
    random, registry = world.random, world.registry
    adults = []
    for number in range(max(1, count // 4)):
        country = registry.region()
        minors = []
        for _ in range(random.randrange(3, 8)):
            age = random.uniform(13, 17.4) if random.random() < 0.8 else random.uniform(19, 24)
            minor = registry.resident(country, age)
            minor.group = f"school-{number}"
            registry.residents[country].append(minor)
            minors.append(minor)
        for _ in range(4):
            adult = registry.person(country, min(max(random.gauss(38, 11), 20), 68), share=0.35)
            registry.wallet(adult)
            world.clock.start(approaching(world, adult, minors))
            adults.append(adult)
    return adults
