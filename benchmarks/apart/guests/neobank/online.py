"""Work and things bought over the net from persons: tutors, coders, makers, game traders, performers."""

from __future__ import annotations

from random import Random

from benchmarks.apart.guests.neobank.days import DAYS, at, count
from benchmarks.apart.guests.neobank.parties import Customer, Party
from benchmarks.apart.guests.neobank.words import reference
from benchmarks.apart.guests.neobank.world import World

_WORKERS = {"PH": 8, "UA": 6, "PK": 6, "IN": 8, "NG": 3, "KE": 4, "RO": 4, "PL": 3, "CO": 3, "BR": 3, "VN": 2}
_STAGES = {"RO": 6, "CO": 6, "PH": 4, "UA": 3, "TH": 2, "ES": 2, "GB": 3}


def write(world: World) -> None:
    """Freelancers, tutors, sellers, performers."""
    rng = world.stream("online")
    for customer in rng.sample(world.adults(24, 62), world.some(150)):
        _employ(world, rng, customer)
    _tutors(world, rng)
    _sellers(world, rng)
    _performers(world, rng)


def _abroad(world: World, rng: Random, weights: dict[str, int]) -> Party:
    country = rng.choices(list(weights), list(weights.values()))[0]
    return world.forge.receiver(country, world.forge.means(country))


def _employ(world: World, rng: Random, customer: Customer) -> None:
    """A small firm run from a private account: an assistant paid fortnightly, a job now and then, an advance."""
    for worker in [_abroad(world, rng, _WORKERS) for _ in range(rng.choice((1, 1, 2, 4)))]:
        day, wage = rng.randrange(DAYS - 30), rng.lognormvariate(4.5, 0.9)
        gap = rng.choice((7, 14, 15, 30, 30))
        profile = rng.choice(("office", "office", "evening", "night"))
        for _ in range(rng.choice((1, 2, 4, 8, 16))):
            minute = at(rng, day, profile, customer.shift)
            style = rng.choice(("exact", "typed", "payout"))
            euros = wage * rng.choice((0.5, 1, 1, 1, 1.2))
            text = reference(rng, "work", handle=0.02)
            world.send(rng, customer, worker, minute, euros, "work", style=style, reference=text)
            day += gap + rng.choice((0, 0, 1, -1))


def _tutors(world: World, rng: Random) -> None:
    """Language and chess tutors whom fifteen strangers pay by the lesson, in the evening, a round sum each week.

    Recommendations travel from pupil to pupil, so the pupils share two or three tutors of one town.
    """
    for _ in range(world.some(17, 2)):
        tutor = _abroad(world, rng, _WORKERS)
        colleague = world.forge.receiver(tutor.country, world.forge.means(tutor.country), city=tutor.city)
        price = rng.choice((8, 10, 12, 15, 18, 25))
        for pupil in rng.sample(world.adults(15, 70), rng.randrange(3, 18)):
            day = rng.randrange(DAYS - 20)
            profile = rng.choice(("evening", "evening", "night", "dawn"))
            for _ in range(1 + count(rng, 7)):
                teacher = colleague if rng.random() < 0.08 else tutor
                minute = at(rng, day, profile, pupil.shift)
                text = reference(rng, "work", handle=0.03)
                lessons = rng.choice((1, 1, 1, 2, 5))
                world.send(rng, pupil, teacher, minute, price * lessons, "work", reference=text)
                day += rng.choice((3, 7, 7, 7, 14))


def _sellers(world: World, rng: Random) -> None:
    """Makers and traders: drops at their own evening, which is the buyers' night; deposit first, the rest later."""
    buyers = rng.sample(world.customers, world.some(1500))
    for _ in range(world.some(110)):
        here = rng.random() < 0.35
        seller = rng.choice(world.adults(16, 50)).party if here else _abroad(world, rng, _WORKERS | {"TH": 4, "GB": 6})
        price = rng.lognormvariate(3.1, 0.6)
        clients = rng.sample(buyers, min(len(buyers), 1 + count(rng, rng.choice((3, 8, 14, 40)))))
        drops = [rng.randrange(DAYS) for _ in range(rng.randrange(1, 7))]
        profile = rng.choice(("night", "evening", "dawn"))
        for client in clients:
            for day in rng.sample(drops, rng.randrange(1, len(drops) + 1)):
                minute = at(rng, day, profile, client.shift)
                euros = price * rng.choice((0.5, 1, 1, 1.5, 3))
                style = rng.choice(("typed", "exact"))
                text = reference(rng, "hobby", handle=0.06)
                world.send(rng, client, seller, minute, euros, "hobby", style=style, reference=text)
                if rng.random() < 0.15:
                    later = minute + rng.choice((30, 200, 8 * 1440, 20 * 1440))
                    world.send(rng, client, seller, later, euros, "hobby", style=style, reference="rest of order")


def _performers(world: World, rng: Random) -> None:
    """Grown-up streamers, dancers and singers tipped by grown-ups: nights, round sums, favourites, a binge at times.

    Some tip through merchants only; these took the person's own wallet to save the site's cut.
    """
    for _ in range(world.some(26, 3)):
        performer = _abroad(world, rng, _STAGES)
        fans = rng.sample(world.adults(20, 72), 1 + count(rng, rng.choice((2, 5, 12))))
        for fan in fans:
            day, tip = rng.randrange(DAYS), float(rng.choice((5, 10, 20, 25, 50)))
            for _ in range(1 + count(rng, rng.choice((1, 3, 10)))):
                minute = at(rng, day, "night", fan.shift)
                for _ in range(rng.choice((1, 1, 1, 2, 4))):
                    text = reference(rng, "tip", handle=0.12)
                    world.send(rng, fan, performer, minute, tip, "hobby", reference=text)
                    minute += rng.randrange(5, 90)
                    tip = min(150, tip * rng.choice((1, 1, 1.1, 1.5)))
                day += rng.choice((1, 3, 7, 7, 20))
