"""Charities small and smaller, and the hubs that many pay: landlords, schools, clinics, lenders."""

from __future__ import annotations

from dataclasses import dataclass

from .clock import Life
from .paying import World, pay
from .people import Person
from .settling import settle


@dataclass(slots=True)
class Cause:
    """A charity: an office, or one woman with a feeding kitchen and a wallet."""

    account_holder: Person
    fame: float


def causes(world: World, payers: int) -> list[Cause]:
    """Return the charities foreigners hear of."""
    registry, random = world.registry, world.random
    holders = (registry.somebody(registry.region(), known=0.3) for _ in range(max(3, payers // 450)))
    return [Cause(holder, random.paretovariate(1.1)) for holder in holders]


def sponsoring(world: World, payer: Person, heard_of: list[Cause]) -> Life:
    """A donor: a monthly sum for years, or now and then; some also pay a sponsored child's household at birthdays."""
    random, clock = world.random, world.clock
    yield clock.local(payer, max(0.0, random.uniform(-300, 300)) + random.uniform(0, 30))
    cause = random.choices(heard_of, [one.fame for one in heard_of])[0]
    usd, every = random.choice((10, 20, 25, 30, 50, 50, 100)), random.choice((30.4, 30.4, 30.4, 60, 90))
    world.ties.append((payer, cause.account_holder, "gift"))
    while True:
        yield from settle(world, payer, cause.account_holder, usd, "gift")
        if random.random() < 0.06:
            cause = random.choices(heard_of, [one.fame for one in heard_of])[0]
        yield clock.local(payer, world.now + every * random.uniform(0.93, 1.07))


def hubs(world: World, payers: int) -> dict[str, list[Person]]:
    """Return, by country, the landlords, agents, schools, clinics and lenders that many people pay."""
    registry, random = world.registry, world.random
    found: dict[str, list[Person]] = {code: [] for code in registry.residents}
    for code, local in found.items():
        for _ in range(2):
            local.append(registry.resident(code, random.uniform(30, 65)))
    for _ in range(payers // 220):
        code = registry.region()
        found[code].append(registry.resident(code, random.uniform(30, 65)))
    return found


def dues(world: World, payer: Person, hub: Person, usd: float) -> Life:
    """Rent, instalments or fees: the same sum each month, late or in part when the purse is empty."""
    random, clock = world.random, world.clock
    day = random.uniform(0, 30)
    for _ in range(random.randrange(2, 13)):
        yield clock.local(payer, max(day, world.now))
        paid = pay(world, payer, hub, usd, "hub", finely=True)
        while not paid and random.random() < 0.7:
            yield clock.local(payer, payer.purse.next_pay_day(world.now))
            paid = pay(world, payer, hub, usd * random.choice((1, 0.5)), "hub", finely=True)
        day += 30.4
