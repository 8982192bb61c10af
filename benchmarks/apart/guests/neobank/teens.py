"""Teenagers' accounts: pocket money in, friends and games out, first earnings from adults who are harmless."""

from __future__ import annotations

from random import Random

from benchmarks.apart.guests.neobank import sums
from benchmarks.apart.guests.neobank.days import DAY, DAYS, at, count
from benchmarks.apart.guests.neobank.parties import Customer
from benchmarks.apart.guests.neobank.words import reference
from benchmarks.apart.guests.neobank.world import World


def write(world: World) -> None:
    """Pocket money, relatives, chores, small trade, game items."""
    rng = world.stream("teens")
    teens = world.adults(13, 17)
    for teen in teens:
        _pocket_money(world, rng, teen)
        if rng.random() < 0.3:
            _grandparent(world, rng, teen)
        if rng.random() < 0.16:
            _chores(world, rng, teen)
    for teen in rng.sample(teens, world.some(26, 2)):
        _young_maker(world, rng, teen)
    _item_traders(world, rng, world.adults(13, 21))


def _pocket_money(world: World, rng: Random, teen: Customer) -> None:
    """Weekly by standing order on Friday or Sunday, or when asked for; extra for trips and good marks."""
    parent = teen.parent
    if parent is None:
        return
    euros = rng.choice((5, 8, 10, 10, 15, 20))
    if rng.random() < 0.5:
        first, batch = max(teen.joined, 0) + rng.randrange(7), 5 * 60 + rng.randrange(40)
        for day in range(first, DAYS, rng.choice((7, 7, 14, 30))):
            text = reference(rng, "teen") if rng.random() < 0.2 else "pocket money"
            minute = day * DAY + batch
            world.send(rng, parent, teen.party, minute, euros, "family", reference=text, auto=True)
    for _ in range(count(rng, 9)):
        minute = at(rng, rng.randrange(DAYS), "teen")
        extra = rng.choice((5, 10, 15, 20, 30, 50))
        world.send(rng, parent, teen.party, minute, extra, "family", reference=reference(rng, "teen"))


def _grandparent(world: World, rng: Random, teen: Customer) -> None:
    """Birthday and Christmas money from another bank, under another family name and from another city."""
    elder = world.forge.receiver(teen.home, "outside")
    for day in (rng.randrange(DAYS), 146, rng.randrange(DAYS)):
        minute, euros = at(rng, day, "day"), rng.choice((20, 25, 50, 100))
        minor, text = sums.typed(rng, euros, elder.currency), reference(rng, "teen")
        world.ledger.post(elder, teen.party, minute, minor, elder.currency, "family", reference=text)


def _chores(world: World, rng: Random, teen: Customer) -> None:
    """Babysitting, dogs, lawns: neighbours, men and women, pay late in the evening when they come home."""
    near = [c for c in world.adults(26, 60) if c.party.city == teen.party.city]
    for neighbour in rng.sample(near, min(len(near), rng.choice((1, 2, 3, 5)))):
        euros = rng.choice((10, 15, 20, 25, 30, 40))
        for _ in range(1 + count(rng, rng.choice((0.5, 3, 7)))):
            minute = at(rng, rng.randrange(DAYS), rng.choice(("evening", "night", "evening")), neighbour.shift)
            text = rng.choice((None, None, "thanks!", "babysitting", "Lola 🐕", "gräs", "Saturday"))
            world.send(rng, neighbour, teen.party, minute, euros, "chores", reference=text)


def _young_maker(world: World, rng: Random, teen: Customer) -> None:
    """A teenager who draws commissions, mixes beats or thrifts clothes: buyers are adults from everywhere, at night."""
    price = rng.choice((8, 10, 15, 20, 30))
    for client in rng.sample(world.adults(15, 45), rng.randrange(3, 22)):
        for _ in range(rng.choice((1, 1, 1, 2, 4))):
            minute = at(rng, rng.randrange(DAYS), rng.choice(("night", "evening")), client.shift)
            text = reference(rng, "hobby", handle=0.1)
            world.send(rng, client, teen.party, minute, price, "hobby", reference=text)


def _item_traders(world: World, rng: Random, young: list[Customer]) -> None:
    """Game items from traders here and abroad: a boy buys three things in one evening for all he has, then no more."""
    for _ in range(world.some(16, 2)):
        if rng.random() < 0.5:
            trader = rng.choice(world.adults(16, 26)).party
        else:
            country = rng.choice(("PH", "TR", "BR", "PL", "NG", "VN"))
            trader = world.forge.receiver(country, world.forge.means(country))
        for player in rng.sample(young, min(len(young), rng.randrange(4, 30))):
            minute = at(rng, rng.randrange(DAYS), rng.choice(("teen", "evening", "night")), player.shift)
            for _ in range(rng.choice((1, 1, 1, 2, 3, 5))):
                euros = rng.choice((5, 10, 15, 20, 25, 35, 50, 80, 120))
                text = reference(rng, "hobby", handle=0.08)
                world.send(rng, player, trader, minute, euros, "hobby", reference=text)
                minute += rng.choice((4, 15, 40, 90, 1440))
