"""People who met online: partners who grow close, quarrel and visit; and those deceived by somebody who never was."""

from __future__ import annotations

from .clock import Life
from .paying import World, pay
from .people import Person
from .settling import settle


def partnership(world: World, payer: Person) -> Life:
    """A partner abroad: small gifts after evening calls, then help with bills, a visit, an allowance; some part."""
    random, clock, registry = world.random, world.clock, world.registry
    yield max(0.0, random.uniform(-250, 330))
    while True:
        partner = registry.somebody(registry.region(), known=0.25)
        world.ties.append((payer, partner, "partner"))
        usd = random.lognormvariate(3.7, 0.5)
        every = random.uniform(9, 26)
        warmth = random.uniform(1.0, 1.12)
        relative = registry.resident(partner.home.country, random.uniform(20, 66), city=partner.home)
        patience = random.expovariate(1 / 26) + 2
        step = 0
        while step < patience:
            step += 1
            yield clock.local(payer, world.now + clock.gap(every), random.choice((None, 21.5, 23.0, 0.5)))
            whom = relative if step > 4 and random.random() < 0.1 else partner
            yield from settle(world, payer, whom, usd * random.lognormvariate(0, 0.45), "partner")
            usd, every = min(usd * warmth, 400), max(every * 0.985, 4)
            if random.random() < 0.07:
                # a birthday, a broken phone, a mother in hospital
                yield clock.local(payer, world.now + 1)
                pay(world, payer, partner, usd * random.uniform(0.6, 2.5), "partner")
            if payer.trip is None and step > 8 and random.random() < 0.05:
                arrival = world.now + random.uniform(8, 30)
                payer.trip = (arrival, arrival + random.uniform(9, 30), partner.home)
        yield world.now + random.expovariate(1 / 60) + 6


def deception(world: World, payer: Person, swindlers: list[Person]) -> Life:
    """Romance fraud: weeks of talk, an emergency, then sums that grow while there are savings; new names."""
    random, clock = world.random, world.clock
    payer.purse.balance += random.lognormvariate(8.6, 0.7)
    yield random.uniform(0, 300)
    whom = random.choice(swindlers)
    usd = random.lognormvariate(4.9, 0.5)
    for _ in range(random.randrange(3, 26)):
        yield clock.local(payer, world.now + clock.gap(8.0), random.choice((None, 10.0, 20.0)))
        if not pay(world, payer, whom, usd, "romance") and not pay(world, payer, whom, usd / 3, "romance"):
            if random.random() < 0.3:
                return
            yield payer.purse.next_pay_day(world.now) + 0.4
        usd = min(usd * random.uniform(1.0, 1.4), 2500)
        if random.random() < 0.08:
            whom = random.choice(swindlers)
