"""The paying side of live-streamed abuse: contact, a price, habit, arrears, quarrels, referrals.

What drives a payer here is habit: each night served makes the next come sooner and cost more, until money, a quarrel,
fear or the household's end breaks it off. Most stop early; a few go on for years.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from .clock import Life
from .hosts import Household
from .paying import World, pay
from .people import Person
from .settling import settle


@dataclass(slots=True)
class ChatRoom:
    """Where payers who do not know one another pass contacts on."""

    name: str
    tips: list[Household] = field(default_factory=list)


@dataclass(slots=True)
class Habit:
    """What one payer brings to every contact: the pull, how fast it costs more, at what hour, how cautious."""

    pull: float
    growth: float
    hour: float
    room: ChatRoom | None
    careful: bool
    served: int = 0
    beside: int = 0
    """Contacts taken up beside another; few people keep more than three going."""


def _find(world: World, payer: Person, habit: Habit, hosts: list[Household]) -> Household:
    """Return the next contact: a tip from the chat room, else somebody met by chance; the much-sought are met more."""
    random = world.random
    if habit.room and habit.room.tips and random.random() < 0.6:
        host = random.choice(habit.room.tips)
        if world.now < host.closed_from:
            return host
    open_ones = [host for host in hosts if world.now < host.closed_from and not (host.alone and host.known_to)] or hosts
    host = random.choices(open_ones, [one.reach for one in open_ones])[0]
    host.known_to.add(payer.number)
    return host


def _night(world: World, payer: Person, habit: Habit, wait: float) -> float:
    """Return when the next contact happens: mostly late in the payer's evening, sometimes on a free day's morning."""
    if world.random.random() < 0.22:
        return world.clock.local(payer, world.now + wait, world.random.uniform(7, 20), 1.0)
    return world.clock.local(payer, world.now + wait, habit.hour, 1.9)


def dealings(world: World, payer: Person, habit: Habit, host: Household, hosts: list[Household]) -> Life:
    """All that passes between one payer and one household."""
    random = world.random
    price = host.price * random.lognormvariate(0, 0.25)
    wait = max(min(26 / habit.pull, 60) * 0.99**habit.served, 2)
    stamina = random.expovariate(1 / (3.2 * habit.pull)) + 0.7
    nights = 0
    # a first, smaller payment shows good faith before anything is agreed
    yield _night(world, payer, habit, 0.1)
    pay(world, payer, host.receiver(world.now), price * 0.6, "livestream", tag=host.handle)
    while nights < stamina:
        yield _night(world, payer, habit, world.clock.gap(wait))
        if world.now > host.closed_from:
            return
        nights += 1
        habit.served += 1
        usd = price * min(habit.growth**habit.served, 7) * random.lognormvariate(0, 0.3)
        deposit = random.random() < 0.2
        paid = yield from settle(
            world, payer, host.receiver(world.now), usd * (0.5 if deposit else 1), "livestream", tag=host.handle
        )
        if deposit and paid:
            yield world.now + random.uniform(0.01, 0.1)
            paid = pay(world, payer, host.receiver(world.now), usd * 0.5, "livestream", tag=host.handle)
        if not paid and random.random() < 0.4:
            # arrears: part on pay day, and no more until then
            yield world.clock.local(payer, payer.purse.next_pay_day(world.now), habit.hour)
            pay(world, payer, host.receiver(world.now), usd * 0.6, "livestream", tag=host.handle)
        if random.random() < 0.13:
            # the household asks for help, with the words a family would use, and by day
            yield world.clock.local(payer, world.now + random.choice((1, 1, 2)))
            pay(world, payer, host.receiver(world.now), price * random.choice((0.3, 0.5, 1, 2)), "livestream")
        if habit.room and random.random() < 0.08 and host not in habit.room.tips and not host.alone:
            habit.room.tips.append(host)
        tempted = habit.served > 5 and habit.beside < 3 and not habit.careful
        if tempted and random.random() < 0.06 * min(habit.pull, 3):
            habit.beside += 1
            world.clock.start(dealings(world, payer, habit, _find(world, payer, habit, hosts), hosts))
        if payer.trip is None and habit.served > 12 and random.random() < 0.04:
            start = world.now + random.uniform(10, 40)
            payer.trip = (start, start + random.uniform(6, 20), host.members[0].home)
        wait = max(wait * (1 - 0.04 * random.random()), 1.5)


def pursuit(world: World, payer: Person, habit: Habit, hosts: list[Household]) -> Life:
    """One payer's year: contacts one after another, with cooler weeks between, until it is given up."""
    random = world.random
    yield 0.0 if random.random() < 0.45 else random.uniform(0, 300)
    while True:
        host = _find(world, payer, habit, hosts)
        if random.random() < 0.4:
            world.ties.append((payer, host.members[0], "livestream"))
        yield from dealings(world, payer, habit, host, hosts)
        if random.random() < 0.35 / max(habit.pull, 0.5):
            return
        yield world.now + random.expovariate(1 / (30 / habit.pull)) + 0.5


def posing(world: World, payer: Person, habit: Habit, hosts: list[Household]) -> Life:
    """A payer who imitates a sponsor: one household, a steady sum after pay day, by daylight, year in year out."""
    random = world.random
    host = _find(world, payer, habit, hosts)
    usd = random.choice((40, 60, 80, 100))
    day = random.uniform(0, 60)
    while world.now < host.closed_from:
        yield world.clock.local(payer, payer.purse.next_pay_day(day + random.uniform(8, 16)) + random.choice((0, 1, 2)))
        yield from settle(world, payer, host.receiver(world.now), usd * random.choice((1, 1, 1, 1.5)), "livestream")
        day = world.now


def payers_of_livestream(world: World, count: int, hosts: list[Household]) -> list[Person]:
    """Return the payers, their lives started; their ordinary lives are started with everybody else's."""
    random, registry = world.random, world.registry
    rooms = [ChatRoom(f"room-{number}") for number in range(max(2, count // 9))]
    western = (
        "US",
        "CA",
        "GB",
        "AU",
        "NZ",
        "DE",
        "NL",
        "FR",
        "SE",
        "NO",
        "DK",
        "CH",
        "IE",
        "JP",
        "KR",
        "SG",
        "HK",
        "IT",
    )
    payers = []
    for _ in range(count):
        payer = registry.abroad(min(max(random.gauss(51, 12), 24), 79), countries=western)
        if random.random() < 0.22:
            registry.sender(payer, 2)
        payer.purse.wage *= random.uniform(0.7, 1.6)
        pull = min(random.lognormvariate(-0.25, 0.85), 7.0)
        room = random.choice(rooms) if random.random() < 0.6 else None
        payer.group = room.name if room else None
        habit = Habit(
            pull,
            1 + 0.05 * random.random() / max(pull, 0.8),
            random.choice((21.5, 22.5, 23.5, 0.5, 2.0, 5.0)),
            room,
            random.random() < 0.4,
        )
        payer.imitates = random.random() < 0.12
        world.clock.start((posing if payer.imitates else pursuit)(world, payer, habit, hosts))
        payers.append(payer)
    return payers
