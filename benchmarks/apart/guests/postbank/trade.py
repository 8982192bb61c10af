"""Work and trade across borders: freelancers, tutors, sellers, and performers whom adults tip at night."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np

from benchmarks.apart.guests.postbank.ledger import Story
from benchmarks.apart.guests.postbank.money import lognormal
from benchmarks.apart.guests.postbank.people import Payer, Person
from benchmarks.apart.guests.postbank.seasons import (
    DAYS,
    EVENING,
    NIGHT,
    OFFICE,
    WAKING,
    WEEKDAY,
    hours,
    minutes,
    some,
    spaced,
    wage_days,
)
from benchmarks.apart.guests.postbank.world import World

EMPLOYED: Final = Story("freelancer_employer", "freelancer", texts=("invoice", "salary", "hours", "fees"), even=0.6)
LESSONS: Final = Story("freelancer_employer", "freelancer", texts=("lessons", "english", "class", "fees"))
BOUGHT: Final = Story(
    "hobby_purchase", "seller", texts=("order", "shipping", "deposit", "invoice", "payment"), even=0.55
)
TIPPED: Final = Story("hobby_purchase", "seller", texts=("gift", "treat", "thank you", "birthday", "stream"), pesos=0.4)


def _named(rng: np.random.Generator, story: Story, person: Person) -> Story:
    """The same, with the name of the stream or shop among the words of one payer in three."""
    return replace(story, texts=(*story.texts, person.handle, person.handle)) if rng.random() < 0.33 else story


def _buyer(world: World, known: list[Payer], age: tuple[float, float]) -> Payer:
    """Somebody who already pays somebody at home for another reason, or (mostly) somebody new."""
    return world.pick(known) if known and world.rng.random() < 0.3 else world.foreigner(age, male=0.75)


def employers(world: World, number: int) -> None:
    """One to six freelancers each: by the fortnight for the steady, by the job and late at night for the rest."""
    rng = world.rng
    young = [person for person in world.people.adults if person.age < 45]
    for _ in range(number):
        payer = world.foreigner((43, 10), male=0.7)
        for worker in world.draw(young, int(rng.choice(6, p=(0.5, 0.22, 0.12, 0.08, 0.05, 0.03))) + 1):
            start = int(rng.integers(-150, 380))
            stop = min(DAYS, start + int(rng.exponential(260)) + 10)
            if rng.random() < 0.5:
                days = wage_days(rng, "fortnight")
                days = days[(days >= start) & (days < stop)]
            else:
                days = spaced(rng, float(rng.uniform(5, 40)), start, stop)
            usd = lognormal(rng, float(lognormal(rng, 120, 0.7, 1)[0]), 0.3, days.size)
            clock = EVENING if rng.random() < 0.4 else OFFICE
            world.send(payer, worker, days, minutes(rng, clock, days.size), usd, story=EMPLOYED)


def tutors(world: World) -> None:
    """Teachers of English to families in Japan, Korea and Taiwan: small even sums each week, after class."""
    rng = world.rng
    for tutor in world.draw([p for p in world.people.adults if p.age < 50], world.count(14, 2)):
        fee = float(rng.uniform(12, 45))
        for _ in range(int(rng.integers(3, 13))):
            pupil = world.foreigner((41, 5), country=world.pick(("JP", "KR", "TW", "JP", "IT", "FR")))
            start = int(rng.integers(-100, 380))
            days = spaced(
                rng, float(rng.choice((7, 7, 14, 28))), start, start + int(rng.exponential(200)) + 14, shape=40
            )
            usd = fee * rng.choice((1.0, 1.0, 1.0, 2.0), days.size)
            world.send(pupil, tutor, days, minutes(rng, EVENING, days.size), usd, story=LESSONS)


def sellers(world: World, number: int) -> list[Person]:
    """Sellers with buyers abroad: crafts and orchids by day, game items, card sets and drawings by night.

    Buyers of a scene find several sellers in it, and tell each other; some come once, a few collect for years.
    """
    rng = world.rng
    shops = world.draw([person for person in world.people.adults if person.age < 60], world.count(70, 6))
    scenes = [shops[i::5] for i in range(5)]
    for _ in range(number):
        scene = int(rng.integers(0, 5))
        payer = _buyer(world, world.abroad, (36, 13) if scene < 3 else (54, 12))
        keen = rng.random() < 0.15
        for seller in world.draw(scenes[scene], int(rng.integers(2, 8)) if keen else int(rng.choice((1, 1, 1, 2)))):
            days = some(rng, int(rng.geometric(0.07 if keen else 0.4)))
            usd = lognormal(rng, (18, 35, 60, 45, 110)[scene], 0.8, days.size)
            clock = NIGHT if scene < 2 and rng.random() < 0.6 else WAKING
            world.send(payer, seller, days, minutes(rng, clock, days.size), usd, story=_named(rng, BOUGHT, seller))
    return shops


def performers(world: World) -> None:
    """Adults who sing, play or entertain on live streams, tipped by adults: at the performer's hours, in small sums.

    She goes live on her own nights, so tips of many strangers fall together; most tip once or twice, a few are regulars
    whose sums grow, and regulars of one performer follow her friend's stream too.
    """
    rng = world.rng
    cast = world.draw([person for person in world.people.adults if 19 <= person.age < 36], world.count(16, 3))
    for place, performer in enumerate(cast):
        nights = np.flatnonzero(np.isin(WEEKDAY, rng.choice(7, 3, replace=False)))
        first = int(rng.integers(0, 200))
        nights = nights[(nights >= first) & (nights < first + int(rng.integers(60, 400)))]
        for _ in range(int(rng.integers(6, 26))):
            payer = _buyer(world, world.abroad, (47, 13))
            regular = rng.random() < 0.25
            n = min(nights.size, int(rng.integers(8, 45)) if regular else int(rng.geometric(0.5)))
            days = np.sort(rng.choice(nights, n, replace=False))
            usd = lognormal(rng, 22, 0.6, n) * np.linspace(1.0, 1.8 if regular else 1.0, n)
            # Her evening, 20 to 24 o'clock at home, is the payer's morning in America and midday in Europe.
            hour = (20 - 8 + payer.city.offset) % 24
            clock = minutes(rng, hours((20, 24, 1.0)), n) + (hour - 20) * 60
            world.send(payer, performer, days, clock % 1440, usd, story=_named(rng, TIPPED, performer))
            if regular and rng.random() < 0.4:
                _tip(world, payer, cast[place - 1], int(rng.integers(1, 6)))
    _ticket_sales(world)


def _tip(world: World, payer: Payer, performer: Person, n: int) -> None:
    usd = lognormal(world.rng, 20, 0.5, n)
    world.send(payer, performer, some(world.rng, n), minutes(world.rng, NIGHT, n), usd, story=TIPPED)


def _ticket_sales(world: World) -> None:
    """Resellers of concert tickets and game accounts at home: in a week, dozens of young people pay one wallet.

    Deposit first, the rest hours later; afterwards the account is quiet until the next concert.
    """
    rng = world.rng
    story = Story("hobby_purchase", "seller", texts=("ticket", "dp", "balance", "account", "slot"), talk=0.4)
    young = [person for person in world.people.adults if person.age < 27 and person.wallet_like] + world.people.minors
    for seller in world.draw([p for p in world.people.adults if p.age < 30], world.count(12, 2)):
        for week in some(rng, int(rng.integers(1, 4))).tolist():
            for person in world.draw(young, int(rng.integers(8, 30))):
                price = float(rng.uniform(8, 110))
                days = some(rng, int(rng.choice((1, 2, 2, 3))), week, week + 6)
                usd = price * rng.uniform(0.3, 0.7, days.size)
                world.send(world.at_home(person), seller, days, minutes(rng, EVENING, days.size), usd, story=story)
