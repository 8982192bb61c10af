"""Trade between private people: hired hands, teachers, makers of things, sellers in games, grown performers."""

from __future__ import annotations

from typing import Final

import numpy as np

from benchmarks.apart.guests.bureau import words
from benchmarks.apart.guests.bureau.moments import clock, every, mixed, season, some
from benchmarks.apart.guests.bureau.people import Person
from benchmarks.apart.guests.bureau.stage import Kind, Stage
from benchmarks.apart.guests.bureau.sums import asked, chosen, priced, sent, spread
from benchmarks.apart.guests.bureau.year import DAYS

_EMPLOYER: Final = Kind("freelancer_employer", "freelancer")
HOBBY: Final = Kind("hobby_purchase", "seller")


def _popular(rng: np.random.Generator, pool: list[int], steep: float = 2.2) -> int:
    """Choose from a pool whose first are the best known."""
    return pool[int(len(pool) * rng.random() ** steep)]


def _pool(
    stage: Stage, rng: np.random.Generator, places: dict[str, float], *, count: int, male: float, age: tuple[int, int]
) -> list[int]:
    names = list(places)
    weights = np.array(list(places.values()))
    drawn = rng.choice(len(names), count, p=weights / weights.sum())
    return [stage.private(rng, names[int(i)], male=male, age=age) for i in drawn]


def employers(stage: Stage, rng: np.random.Generator) -> None:
    """Let small firms and self-employed people hire by the week, the month or the piece; a good hand is passed on."""
    hands = _pool(
        stage, rng, {"PH": 5, "IN": 4, "UA": 3, "PK": 2, "RO": 2, "PL": 2, "KE": 1, "ID": 1, "CO": 1, "NG": 1},
        count=stage.many(900, 8), male=0.5, age=(19, 50),
    )  # fmt: skip
    for person in stage.people:
        if not 21 <= person.age <= 68 or rng.random() > (0.055 if person.native else 0.02):
            continue
        for _ in range(1 + int(rng.poisson(0.7))):
            hand = _popular(rng, hands, 1.4)
            first, last = season(rng, 30)
            gap = float(rng.choice([7, 14, 30.4, 45]))
            days = every(rng, gap, first, last, 40 if gap < 45 else 1.2)
            amounts = spread(rng, {7: 900.0, 14: 1900.0}.get(int(gap), 3600.0) * person.purse, 0.2, days.size)
            # Rates are agreed in dollars; hours differ, so that the week's sum is not always round.
            sums = priced(amounts, "USD") if rng.random() < 0.5 else chosen(rng, amounts, "US", 0.8)
            channel = ("platform", "bank", "online")[int(rng.choice(3, p=[0.65, 0.2, 0.15]))]
            if days.size:
                minutes = mixed(rng, days, "office", person.owl, 0.35)
                stage.order(person.number, hand, minutes, sums, kind=_EMPLOYER, channel=channel, words=words.WORK)


def learners(stage: Stage, rng: np.random.Generator) -> None:
    """Let people take lessons over the net: one teacher, many pupils in the evening, the same small fee."""
    teachers = _pool(
        stage,
        rng,
        {"PH": 5, "CO": 2, "UA": 2, "GB": 1, "ES": 1, "IN": 1, "KE": 1},
        count=stage.many(70, 3),
        male=0.35,
        age=(21, 60),
    )
    fees = {teacher: float(rng.uniform(110, 380)) for teacher in teachers}
    for person in stage.people:
        if rng.random() > (0.035 if person.native else 0.012):
            continue
        teacher = _popular(rng, teachers, 1.8)
        first, last = season(rng, 30)
        last = min(last, first + int(rng.integers(20, 300)))
        days = every(rng, float(rng.choice([3.5, 7, 7, 14])), first, last, 12)
        if days.size:
            lessons = rng.choice([1, 1, 1, 2, 4], days.size)
            sums = asked(fees[teacher] * lessons, stage.receivers[teacher].country)
            channel = "platform" if rng.random() < 0.7 else "online"
            minutes = mixed(rng, days, "evening", person.owl, 0.3)
            stage.order(person.number, teacher, minutes, sums, kind=_EMPLOYER, channel=channel, words=words.LESSON)


def collectors_of_things(stage: Stage, rng: np.random.Generator) -> None:
    """Let people buy from makers and breeders abroad: prices as listed, auctions that end at night."""
    sellers = _pool(
        stage, rng, {"PL": 2, "GB": 3, "US": 3, "TH": 2, "ID": 2, "PH": 2, "UA": 2, "VN": 1, "DE": 2, "IN": 1},
        count=stage.many(1000, 10), male=0.5, age=(20, 65),
    )  # fmt: skip
    for person in stage.people:
        if rng.random() > (0.17 if person.native else 0.06):
            continue
        keen = rng.random() < 0.25
        for _ in range(int(rng.integers(3, 10)) if keen else int(rng.integers(1, 4))):
            seller = _popular(rng, sellers, 1.7)
            days = some(rng, 1 + int(rng.poisson(2.2 if keen else 0.6)), *season(rng))
            sums = priced(spread(rng, 380 * person.purse, 0.7, days.size), "USD" if rng.random() < 0.7 else "EUR")
            minutes = mixed(rng, days, "late" if keen else "evening", person.owl, 0.35)
            stage.order(person.number, seller, minutes, sums, kind=HOBBY, channel="platform", words=words.HOBBY)


def gamers(stage: Stage, rng: np.random.Generator) -> None:
    """Let the young buy skins, boosts and accounts: tens of kroner, several in a night, then a bored month."""
    sellers = _pool(
        stage,
        rng,
        {"PH": 4, "UA": 2, "ID": 3, "BR": 2, "VN": 2, "NG": 1, "PL": 1, "TR": 1},
        count=stage.many(260, 6),
        male=0.8,
        age=(15, 34),
    )
    for person in stage.people:
        if rng.random() > (0.5 if person.age < 21 else 0.16 if person.age < 35 else 0.02):
            continue
        for _ in range(int(rng.integers(1, 5))):
            start = int(rng.integers(0, DAYS - 3))
            seller = _popular(rng, sellers, 2.0)
            days = start + rng.exponential(0.8, int(rng.integers(1, 6))).astype(np.int64)
            # A whole account costs a month's work and is paid in parts, as the seller hands over parts of it.
            middle = 800 if rng.random() < 0.12 else 170
            sums = chosen(rng, spread(rng, middle * person.purse, 0.7, days.size), "US", 0.5)
            channel = "platform" if rng.random() < 0.75 else "online"
            minutes = mixed(rng, days, "night", person.owl, 0.35)
            stage.order(person.number, seller, minutes, sums, kind=HOBBY, channel=channel, words=words.HOBBY)


def cheated_buyers(stage: Stage, rng: np.random.Generator) -> None:
    """Let fake shops take one or two payments each from young bargain hunters: tickets, shoes, consoles."""
    mules = _pool(
        stage, rng, {"NG": 3, "RO": 2, "CI": 2, "GB": 2, "PH": 2}, count=stage.many(28, 2), male=0.7, age=(18, 40)
    )
    for person in stage.people:
        if rng.random() > (0.05 if person.age < 27 else 0.008):
            continue
        day = int(rng.integers(0, DAYS - 3))
        # "The parcel is held by customs": a second payment on the same day or the next.
        days = np.array([day] + [day + int(rng.integers(0, 3)) for _ in range(int(rng.integers(0, 3)))])
        sums = sent(spread(rng, 900, 0.5, days.size))
        channel = "platform" if rng.random() < 0.6 else "online"
        minutes = mixed(rng, days, "evening", person.owl, 0.4)
        stage.order(person.number, _popular(rng, mules), minutes, sums, kind=HOBBY, channel=channel, words=words.HOBBY)


def watchers(stage: Stage, rng: np.random.Generator) -> list[tuple[Person, list[int]]]:
    """Let adults tip grown performers: at night, several receivers, sums of the mood; give who does.

    Performers are paid by many strangers of many ages, take part of their pay outside the site that found them,
    and live where wages are low: on a register of transfers this is the nearest neighbour of the crime.
    """
    performers = _pool(
        stage,
        rng,
        {"CO": 4, "RO": 4, "PH": 3, "UA": 2, "TH": 1, "DO": 1, "BR": 1},
        count=stage.many(150, 6),
        male=0.15,
        age=(19, 42),
    )
    found = []
    for person in stage.people:
        if person.age < 19 or rng.random() > (0.03 if person.male else 0.005):
            continue
        liked = [_popular(rng, performers, 1.6) for _ in range(int(rng.integers(1, 6)))]
        first, last = season(rng)
        tips(stage, rng, person, liked, first=first, last=last)
        found.append((person, liked))
    return found


def tips(stage: Stage, rng: np.random.Generator, person: Person, liked: list[int], *, first: int, last: int) -> None:
    """Pay performers on free nights, more on the nights that go well."""
    nights = every(rng, float(rng.uniform(6, 40)), first, last, 0.8)
    channel = ("platform", "online", "agent")[int(rng.choice(3, p=[0.55, 0.4, 0.05]))]
    for night in nights:
        performer = liked[int(len(liked) * rng.random() ** 1.5)]
        days = np.full(int(rng.choice([1, 1, 1, 2, 3])), night)
        country = stage.receivers[performer].country
        sums = chosen(rng, spread(rng, 330 * person.purse, 0.6, days.size), country, 0.3)
        minutes = clock(rng, days, "late" if rng.random() < 0.6 else "night", person.owl)
        stage.order(person.number, performer, np.sort(minutes), sums, kind=HOBBY, channel=channel, words=words.TIP)
