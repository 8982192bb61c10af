"""Domestic life by wallet: lunch and load, friends who split bills, lending circles, group orders, games, debts."""

from __future__ import annotations

from dataclasses import dataclass

from .clock import Life
from .paying import World, pay
from .people import Person
from .settling import settle


@dataclass(slots=True)
class Street:
    """Whom a resident deals with: friends, and the stalls near by."""

    friends: list[Person]
    shops: list[Person]


def everyday(world: World, payer: Person, street: Street) -> Life:
    """One errand after another, as often as this person reaches for the telephone and as long as the purse lasts."""
    random, clock = world.random, world.clock
    every = 1 / random.gammavariate(1.1, 0.038) if random.random() < 0.9 else 400.0
    while True:
        yield clock.local(payer, world.now + clock.gap(min(max(every, 2.0), 250)))
        draw = random.random()
        if draw < 0.45:
            pay(world, payer, random.choice(street.shops), random.lognormvariate(0.9, 0.6), "errand", finely=True)
        elif draw < 0.85:
            pay(world, payer, random.choice(street.friends), random.lognormvariate(1.6, 0.8), "everyday")
        elif draw < 0.93:
            # a debt to a friend, paid back in parts
            friend, parts = random.choice(street.friends), random.randrange(2, 5)
            for _ in range(parts):
                yield from settle(world, payer, friend, random.lognormvariate(2.2, 0.5), "everyday")
                yield clock.local(payer, world.now + clock.gap(7))
        else:
            pay(world, payer, random.choice(street.friends), random.lognormvariate(3.0, 0.7), "everyday")


def lending_circle(world: World, members: list[Person], collector: Person) -> Life:
    """Paluwagan: each week every member pays the collector, who pays the pot to whoever's turn it is; some are late."""
    random, clock = world.random, world.clock
    stake = random.choice((4, 5, 9, 9, 18))
    yield random.uniform(0, 120)
    for turn in list(members):
        evening = world.now
        for member in members:
            clock.start(_stake(world, member, collector, stake, evening))
        yield clock.local(collector, evening + 3)
        # the pot is money that passed through the collector's hands, not out of the collector's wages
        collector.purse.balance += stake * len(members)
        pay(world, collector, turn, stake * len(members) * 0.95, "everyday")
        yield evening + 7 + random.choice((0, 0, 0, 1))


def _stake(world: World, member: Person, collector: Person, stake: float, evening: float) -> Life:
    yield world.clock.local(member, evening + world.random.choice((0, 0, 1, 2)))
    yield from settle(world, member, collector, stake, "circle")


def group_order(world: World, young: list[Person], collector: Person) -> Life:
    """Concert tickets, fan kits, class funds: dozens of young people pay one of them within hours, then the balance."""
    random, clock = world.random, world.clock
    yield clock.local(collector, random.uniform(0, 330), 19.5)
    price = random.choice((4, 8, 12, 20, 35, 60, 110))
    for part in random.choice(((1.0,), (0.5, 0.5), (0.3, 0.7))):
        opening = world.now
        for buyer in young:
            if random.random() < 0.85:
                clock.start(_share(world, buyer, collector, price * part, opening))
        yield opening + random.uniform(6, 25)


def _share(world: World, buyer: Person, collector: Person, usd: float, opening: float) -> Life:
    yield opening + world.random.expovariate(3.0)
    yield from settle(world, buyer, collector, usd, "circle", finely=True)


def gaming(world: World, player: Person, resellers: list[Person]) -> Life:
    """Top-ups and wagers: evenings of several small sums, until the purse is empty, then nothing until pay day."""
    random, clock = world.random, world.clock
    yield max(0.0, random.uniform(-100, 250))
    reseller = random.choice(resellers)
    mood = random.uniform(8, 40)
    while True:
        yield clock.local(player, world.now + clock.gap(mood), random.choice((20.0, 22.5, 0.5)))
        for _ in range(random.choice((1, 1, 2, 3, 5))):
            if not pay(world, player, reseller, random.choice((0.9, 1.8, 3.5, 5, 9, 18)), "trade"):
                yield player.purse.next_pay_day(world.now)
                break
            yield world.now + random.expovariate(40.0)
        if random.random() < 0.07:
            reseller = random.choice(resellers)
