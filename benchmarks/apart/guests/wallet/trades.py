"""Work and things bought across borders: freelancers, tutors, sellers, game traders, performers for adults."""

from __future__ import annotations

from dataclasses import dataclass

from .clock import Life
from .paying import World, pay
from .people import Person
from .settling import settle


@dataclass(slots=True)
class Stall:
    """Somebody who offers something online, at what price, at what hour customers come, and how often."""

    owner: Person
    price: float
    hour: float | None
    every: float
    handle: str | None
    kind: str
    fame: float


def _stall(world: World, line: str) -> Stall:
    random, registry = world.random, world.registry
    owner = registry.somebody(registry.region(), known=0.5)
    tag = f"@{owner.given.lower()}{owner.number % 997}" if random.random() < 0.5 else None
    fame = random.paretovariate(1.3)
    if line == "freelance":
        return Stall(owner, random.lognormvariate(4.8, 0.7), random.choice((9.0, 15.0, None)), 14, None, "work", fame)
    if line == "tutor":
        price = random.choice((8, 10, 12, 15, 20, 25, 30))
        return Stall(
            owner, price, random.choice((17.0, 20.0, 21.5)), random.choice((3.5, 7, 7, 14)), None, "work", fame
        )
    if line == "performer":
        # adults who sing, chat or dance for adults: small tips at night from many regulars, who spend more as they stay
        return Stall(owner, random.lognormvariate(3.0, 0.6), random.choice((22.0, 23.5, 1.0)), 9, tag, "trade", fame)
    if line == "game":
        return Stall(
            owner, random.choice((3, 5, 10, 10, 20, 25)), random.choice((21.0, 23.0, 1.0)), 12, tag, "trade", fame
        )
    return Stall(owner, random.lognormvariate(3.2, 0.8), random.choice((None, 20.0, 22.0)), 35, tag, "trade", fame)


_LINES = {"freelance": 0.022, "tutor": 0.012, "performer": 0.006, "game": 0.009, "seller": 0.022}


def market(world: World, payers: int) -> dict[str, list[Stall]]:
    """Return the stalls of each line of trade, in proportion to the payers there are."""
    return {line: [_stall(world, line) for _ in range(max(4, round(payers * part)))] for line, part in _LINES.items()}


def custom(world: World, payer: Person, stalls: list[Stall]) -> Life:
    """A customer's habit: finds a stall, comes back, spends a little more or tires, tries another."""
    random, clock = world.random, world.clock
    yield max(0.0, random.uniform(-150, 320))
    eager = random.lognormvariate(0, 0.6)
    weights = [stall.fame for stall in stalls]
    while True:
        stall = random.choices(stalls, weights)[0]
        grows = random.uniform(0.99, 1.06)
        usd = stall.price * random.lognormvariate(0, 0.25)
        loyalty = random.expovariate(1 / 7)
        visits = 0
        while visits <= loyalty:
            visits += 1
            yield clock.local(payer, world.now + clock.gap(stall.every / eager), stall.hour)
            varied = 0.08 if stall.kind == "work" else 0.4
            yield from settle(
                world, payer, stall.owner, usd * random.lognormvariate(0, varied), stall.kind,
                finely=random.random() < 0.4, tag=stall.handle,
            )  # fmt: skip
            usd = min(usd * grows, stall.price * 6)
            if stall.kind == "trade" and random.random() < 0.12:
                # a second item the same night, or the balance after the deposit
                yield world.now + random.uniform(0.005, 0.12)
                pay(world, payer, stall.owner, usd * random.uniform(0.3, 1.2), stall.kind, tag=stall.handle)
        if random.random() < 0.3:
            return
        yield world.now + random.expovariate(1 / 25)


def spree(world: World, payer: Person, stalls: list[Stall], most: float) -> Life:
    """The young in haste: a player's account in instalments, a tournament, tickets; some nights, then no more."""
    random = world.random
    stall = random.choice(stalls)
    yield world.clock.local(payer, random.uniform(0, 350), stall.hour)
    usd = most * random.uniform(0.2, 1.0)
    payer.purse.balance += usd * 2
    for _ in range(random.choice((1, 2, 2, 3, 4, 6))):
        pay(world, payer, stall.owner, usd * random.lognormvariate(0, 0.5), "trade", finely=random.random() < 0.3)
        yield world.now + random.choice((0.01, 0.05, 0.3, 0.9, 1.5)) * random.lognormvariate(0, 0.4)
        if random.random() < 0.1:
            # months later there is a new season, or another event
            yield world.clock.local(payer, world.now + random.uniform(10, 90), stall.hour)
