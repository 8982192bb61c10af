"""Migrants and their kin; students away from home; what happens to all of them when a storm strikes."""

from __future__ import annotations

from .clock import Life
from .paying import World, pay
from .people import Person
from .places import CITIES
from .seasons import feast, storms
from .settling import settle


def remitting(world: World, payer: Person, kin: Person, sum_usd: float, every: float, *, kind: str = "family") -> Life:
    """Money sent home: soon after pay day when it is monthly, on a free day otherwise; more at feasts, in illness."""
    random, clock = world.random, world.clock
    yield random.uniform(0, every)
    while True:
        day = payer.purse.next_pay_day(world.now + every * 0.45) if every >= 13 else world.now + clock.gap(every)
        yield clock.local(payer, day + random.choice((0, 0, 0, 1, 1, 2, 3)))
        usd = sum_usd * feast(kin.home.country, world.now) * random.lognormvariate(0, 0.18)
        yield from settle(world, payer, kin, usd, kind, finely=random.random() < 0.3)
        if random.random() < 0.05:
            # somebody is ill: several sums within days, at whatever hour the call comes
            for _ in range(random.randrange(1, 5)):
                yield clock.local(payer, world.now + random.choice((0, 0, 1, 2)), random.uniform(0, 24))
                pay(world, payer, kin, sum_usd * random.uniform(0.2, 1.1), kind)


def _household(world: World) -> list[Person]:
    """Return the receiving members of one family: mother, perhaps a sister, a brother, a child at school."""
    random, registry = world.random, world.registry
    country = registry.region()
    city = random.choice(CITIES[country])
    mother = registry.resident(country, random.triangular(38, 75, 55), city=city)
    members = [mother]
    while len(members) < 5 and random.random() < 0.45:
        # a married sister carries another name, a cousin may live in another town
        name = mother.family if random.random() < 0.6 else None
        elsewhere = city if random.random() < 0.75 else None
        members.append(registry.resident(country, random.triangular(14, 50, 27), city=elsewhere, family=name))
    for member in members:
        member.group = f"family-{mother.number}"
        if random.random() < 0.45:
            registry.residents[country].append(member)
    return members


def family_abroad(world: World) -> list[Person]:
    """Return one or more migrants of one family, often in several countries, who pay the same household."""
    random, registry, clock = world.random, world.registry, world.clock
    members = _household(world)
    city = members[0].home
    migrants: list[Person] = []
    while not migrants or (len(migrants) < 8 and random.random() < 0.28):
        payer = registry.abroad(random.triangular(22, 62, 36), roots=members[0].roots)
        payer.purse.wage *= 1.7
        if random.random() < 0.55:
            payer.family = members[0].family
        migrants.append(payer)
        if random.random() < 0.12:
            # leave at home, most often over Christmas; the telephone pays from there meanwhile
            leave = random.choice((random.uniform(335, 350), random.uniform(20, 330)))
            payer.trip = (leave, leave + random.uniform(10, 28), city)
        chosen = random.sample(members, min(len(members), random.choice((1, 1, 1, 2, 2, 3))))
        every = random.choice((7.0, 10.0, 15.0, 15.0, 30.0, 30.0, 30.0, 45.0))
        monthly = payer.purse.wage * len(payer.purse.days) / 12
        for turn, kin in enumerate(chosen):
            usd = monthly * random.uniform(0.25, 0.7) / len(chosen) * every / 30
            world.ties.append((payer, kin, "family"))
            if turn and random.random() < 0.4:
                every *= 2
            student = kin.age < 24 and random.random() < 0.7
            clock.start(remitting(world, payer, kin, max(usd, 8.0), every, kind="study" if student else "family"))
    return migrants


def weather(world: World) -> Life:
    """Each storm: everybody with a tie to a stricken town may send something, within days and at any hour."""
    for day, towns in storms(world.random):
        yield day
        for payer, kin, kind in world.ties:
            if kin.home.name in towns and world.random.random() < 0.5:
                world.clock.start(_helping(world, payer, kin, kind))


def _helping(world: World, payer: Person, kin: Person, kind: str) -> Life:
    random = world.random
    for _ in range(random.choice((1, 1, 2, 3))):
        yield world.clock.local(payer, world.now + random.expovariate(0.5), random.uniform(6, 25))
        pay(world, payer, kin, random.choice((20, 30, 50, 80, 100, 150)), kind)
