"""Work done from afar: assistants, designers, tutors, and grown-up performers whom grown-ups tip."""

from __future__ import annotations

from typing import Final

import numpy as np

from benchmarks.apart.guests.creditunion import money
from benchmarks.apart.guests.creditunion.clock import DAYS, hours, kept, paydays, renewals
from benchmarks.apart.guests.creditunion.people import Member, Receiver
from benchmarks.apart.guests.creditunion.world import World, moment

_WORK: Final = ("freelancer_employer", "freelancer")
_INVOICES: Final = ("invoice", "week 3", "hours", "logo", "edits", "bookkeeping", "website", "bonus", "may hours")
_LESSONS: Final = ("lesson", "4 lessons", "class", "spanish", "tutorial", "violin", "english")
_STUDIOS: Final = (("CO", "Medellín"), ("CO", "Cali"), ("RO", "Bucharest"), ("PH", "Angeles"), ("PH", "Quezon City"),
                   ("UA", "Odesa"), ("DO", "Sosúa"), ("TH", "Pattaya"))  # fmt: skip
_TIPS: Final = ("tip", "gift", "thanks", "birthday", "treat")


def _labour(world: World) -> list[Receiver]:
    lands = ("PH", "PH", "PH", "IN", "PK", "CO", "UA", "KE", "RO", "ID", "VN", "MX")
    return [world.payee(world.one(lands), man=world.chance(0.5)) for _ in range(world.number(330, 8))]


def employer(world: World, member: Member, pool: list[Receiver]) -> None:
    """A shop or blog keeper pays hours worked, each fortnight or when the work is done, after the day's job."""
    for _ in range(1 + int(world.rng.poisson(1.3))):
        worker = world.again(world.one(pool), 0.08)
        first = moment(world.rng)
        last = min(float(DAYS), first + float(world.rng.exponential(200)) + 10)
        if world.chance(0.55):
            days = kept(world.rng, np.arange(int(first), int(last), 14, dtype=np.int64), 0.95, 1.0)
        else:
            days = renewals(world.rng, float(world.rng.uniform(8, 45)), first, last, 0.8)
        usd = money.spread(world.rng, float(world.rng.lognormal(4.3, 0.7)), 0.35, len(days))
        way = world.one((money.SENT, money.EXACT, money.EXACT))
        local = hours(world.rng, len(days), min(0.9, member.night + 0.2))
        world.give(member, worker, days, usd, _WORK, local=local, words=_INVOICES, way=way)


def pupils(world: World, members: list[Member]) -> None:
    """Tutors with pupils in all three countries: ten to twenty dollars a lesson, evenings, the same weekday."""
    tutors = [world.payee(world.one(("PH", "CO", "PH", "MX", "UA", "IN")), man=world.chance(0.25))
              for _ in range(world.number(55, 3))]  # fmt: skip
    for member in members:
        if member.age < 24 or not world.chance(0.014):
            continue
        first = moment(world.rng)
        gap = int(world.one((7, 7, 14, 28)))
        last = min(float(DAYS), first + float(world.rng.exponential(150)) + 14)
        days = kept(world.rng, np.arange(int(first), int(last), gap, dtype=np.int64), 0.85, 0.4)
        usd = np.full(len(days), float(world.one((9.0, 12.0, 15.0, 20.0))) * max(1, gap // 7))
        local = world.rng.normal(float(world.rng.uniform(18, 22.5)), 0.6, len(days))
        world.give(member, world.again(world.one(tutors), 0.1), days, usd, _WORK, local=local, words=_LESSONS)


def tips(world: World, members: list[Member]) -> None:
    """Adults who tip adult performers off the site that takes half: men, nights, small sums, several receivers.

    Nothing here is a crime, and no single payment differs from one that is. Performers share a studio's city, work for
    years under their own names and are paid by many; an admirer's sums grow in a contest week and fall back.
    """
    rng = world.rng
    performers: list[Receiver] = []
    for _ in range(world.number(12, 2)):
        land, city = world.one(_STUDIOS)
        performers += [world.payee(land, city=city, man=world.chance(0.1)) for _ in range(int(rng.integers(3, 9)))]
    weights = rng.pareto(1.3, len(performers)) + 0.3
    for member in members:
        if not (member.man and 23 < member.age < 76 and world.chance(0.034)):
            continue
        span = float(rng.exponential(160)) + 20
        first = moment(rng)
        liked = rng.choice(len(performers), size=min(len(performers), 1 + int(rng.poisson(1.6))), replace=False,
                           p=weights / weights.sum())  # fmt: skip
        level = float(rng.lognormal(3.45, 0.5))
        for place in liked:
            nights = renewals(rng, float(rng.lognormal(2.9, 0.7)), first, min(DAYS, first + span), 0.6)
            twice = nights[rng.random(len(nights)) < 0.18]
            days = np.concatenate([nights, twice])
            contest = np.where(days % 91 < 7, 1.8, 1.0)
            local = np.concatenate([rng.normal(22.9, 2.2, len(nights)), rng.normal(24.3, 1.2, len(twice))])
            usd = money.spread(rng, level, 0.55, len(days)) * contest
            payee = world.again(performers[int(place)], 0.1)
            world.give(member, payee, days, usd, ("hobby_purchase", "seller"), local=local, words=_TIPS)


def agency(world: World, members: list[Member]) -> None:
    """Small firms run from a member's account that pay a whole crew abroad on the same evening each month."""
    for boss in world.some([member for member in members if member.app and 25 < member.age < 65], world.number(18, 1)):
        land = world.one(("PH", "PH", "IN", "CO", "PK"))
        crew = [world.payee(land, man=world.chance(0.5)) for _ in range(int(world.rng.integers(4, 11)))]
        for worker in crew:
            days = kept(world.rng, paydays(boss.rule, boss.phase), 0.6, 0.3)
            usd = money.spread(world.rng, float(world.rng.lognormal(4.9, 0.4)), 0.2, len(days))
            local = world.rng.normal(21.5, 0.9, len(days))
            world.give(boss, worker, days, usd, _WORK, local=local, words=_INVOICES, way=money.EXACT)


def live(world: World) -> None:
    """Everybody who is paid for work from afar."""
    pool = _labour(world)
    for member in world.members:
        if 22 < member.age < 72 and world.chance(0.022):
            employer(world, member, pool)
    pupils(world, world.members)
    tips(world, world.members)
    agency(world, world.members)
