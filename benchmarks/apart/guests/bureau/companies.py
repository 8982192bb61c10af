"""Receivers that are no private persons: charities, schools, landlords, clinics, betting houses, shops."""

from __future__ import annotations

from typing import Final

import numpy as np

from benchmarks.apart.guests.bureau import words
from benchmarks.apart.guests.bureau.moments import clock, every, mixed, monthly, season, some
from benchmarks.apart.guests.bureau.stage import Kind, Stage
from benchmarks.apart.guests.bureau.sums import chosen, priced, sent, spread
from benchmarks.apart.guests.bureau.year import DAYS, DISASTERS, day_of

_GIFT: Final = Kind("donation", "charity")
_HUB: Final = Kind("hub_payment", "hub")
_STUDENT: Final = Kind("student_support", "student")
_PLAIN: Final = Kind("ordinary", "ordinary")
_CAUSES: Final = ("Children's Home", "Parish Fund", "School Project", "Relief Trust", "Clinic Friends", "Dyrehjem")
_HUBS: Final = ("Comunidad", "Language School", "Dental Clinic", "Dive Resort", "Property Agency", "Manpower Agency")


def donors(stage: Stage, rng: np.random.Generator) -> None:
    """Let people sponsor by standing order or answer an appeal; a few small homes are run by one person."""
    places = ("PH", "KE", "ET", "IN", "UA", "TH", "RO", "GH")
    charities = [stage.company(rng, places[int(rng.integers(8))], _CAUSES) for _ in range(stage.many(60, 3))]
    helpers = [stage.private(rng, places[int(rng.integers(8))], age=(35, 70)) for _ in range(stage.many(25, 2))]
    for person in stage.people:
        if rng.random() > (0.1 if person.native else 0.03):
            continue
        pool = charities if rng.random() < 0.8 else helpers
        charity = pool[int(len(pool) * rng.random() ** 1.6)]
        country = stage.receivers[charity].country
        if rng.random() < 0.6:
            days = monthly(rng, int(rng.choice([1, 15, 20])), 0.3, 0.03, season(rng))
            amounts = np.full(days.size, float(rng.choice([100, 150, 200, 250, 300, 500])))
            channel = "bank" if rng.random() < 0.7 else "platform"
        else:
            appeals = [d for d in DISASTERS.get(country, ()) if rng.random() < 0.6] + [day_of(2024, 12, 12)]
            days = np.array(appeals, dtype=np.int64) + rng.integers(0, 9, len(appeals))
            amounts = spread(rng, 380 * person.purse, 0.6, days.size)
            channel = "platform" if rng.random() < 0.6 else "online"
        if days.size:
            minutes = mixed(rng, days, "evening", person.owl, 0.3)
            stage.order(person.number, charity, minutes, sent(amounts), kind=_GIFT, channel=channel, words=words.GIVING)


def students(stage: Stage, rng: np.random.Generator) -> None:
    """Let parents keep a child who studies abroad: rent by the month, food money at bad hours, little in summer."""
    for person in stage.people:
        if not 40 <= person.age <= 66 or rng.random() > 0.075:
            continue
        country = ("DK", "GB", "HU", "PL", "US", "SE", "NL", "ES")[int(rng.integers(8))]
        child = stage.private(rng, country, family=person.family, male=0.5, age=(18, 27))
        first, last = season(rng, 120)
        rent = monthly(rng, person.payday, 1.5, 0.08, (first, last))
        rent = rent[(rent % 366 < 165) | (rent % 366 > 220)]
        channel = "bank" if rng.random() < 0.6 else "online"
        if rent.size:
            sums = sent(np.full(rent.size, float(spread(rng, 4200, 0.3, 1)[0])))
            stage.order(
                person.number,
                child,
                clock(rng, rent, "evening"),
                sums,
                kind=_STUDENT,
                channel=channel,
                words=words.STUDENT,
            )
        pleas = every(rng, float(rng.uniform(10, 40)), first, last, 0.8)
        sums = chosen(rng, spread(rng, 420 * person.purse, 0.5, pleas.size), country, 0.2)
        quick = "platform" if rng.random() < 0.5 else channel
        stage.order(
            person.number,
            child,
            mixed(rng, pleas, "late", person.owl, 0.4),
            sums,
            kind=_STUDENT,
            channel=quick,
            words=words.STUDENT,
        )


def hubs(stage: Stage, rng: np.random.Generator) -> None:
    """Let many pay the same school, agency, clinic or owners' association."""
    places = ("ES", "ES", "PL", "HU", "TH", "PH", "TR", "DE", "GB", "SE")
    found = [stage.company(rng, places[int(rng.integers(10))], _HUBS) for _ in range(stage.many(220, 5))]
    for person in stage.people:
        if person.age < 20 or rng.random() > (0.16 if person.native else 0.07):
            continue
        hub = found[int(len(found) * rng.random() ** 1.7)]
        country = stage.receivers[hub].country
        if rng.random() < 0.35:
            days = monthly(rng, 1, 2, 0.05, season(rng))
            amounts = np.full(days.size, float(spread(rng, 1500, 0.6, 1)[0]))
        else:
            days = some(rng, int(rng.integers(1, 4)), *season(rng))
            amounts = spread(rng, 3200 * person.purse, 0.9, days.size)
        if days.size:
            channel = "bank" if rng.random() < 0.75 else "online"
            sums = priced(amounts, "EUR") if rng.random() < 0.6 else chosen(rng, amounts, country, 0.4)
            stage.order(
                person.number, hub, clock(rng, days, "office"), sums, kind=_HUB, channel=channel, words=words.HUB
            )


def players(stage: Stage, rng: np.random.Generator) -> None:
    """Let some stake money with houses abroad: small top-ups within the hour, until the money is gone."""
    houses = [stage.company(rng, "MT", ("Lykkespill", "Kingfisher Bets", "Spinland")) for _ in range(stage.many(9, 2))]
    for person in stage.people:
        if person.age < 18 or rng.random() > (0.045 if person.male else 0.015):
            continue
        house = houses[int(rng.integers(len(houses)))]
        channel = "platform" if rng.random() < 0.7 else "bank"
        for night in every(rng, float(rng.uniform(8, 50)), *season(rng), 0.7):
            stakes = int(min(1 + rng.poisson(1.4), 8))
            start = clock(rng, [night], "late", person.owl)[0]
            minutes = start + np.cumsum(rng.exponential(22, stakes)).astype(np.int64)
            amounts = np.asarray(rng.choice([100, 200, 200, 300, 500, 1000], stakes), dtype=np.float64)
            stage.order(person.number, house, minutes, sent(amounts), kind=_HUB, channel=channel, words=words.TOP_UP)


def subscribers(stage: Stage, rng: np.random.Generator) -> None:
    """Let people pay in coins for networks, keys, clips of adults and coins themselves: small sums, at night too."""
    shops = [
        stage.company(rng, place, ("Keyhost", "Tunnelnet", "Clipstore", "Streamgate"))
        for place in rng.choice(["SC", "NL", "US", "MT"], stage.many(26, 3))
    ]
    for person in stage.people:
        if rng.random() > (0.045 if 17 < person.age < 45 else 0.008):
            continue
        for _ in range(int(rng.integers(1, 4))):
            shop = shops[int(len(shops) * rng.random() ** 1.5)]
            days = every(rng, float(rng.choice([30, 30, 90, 12])), *season(rng), 3)
            sums = priced(np.maximum(spread(rng, 190, 0.6, days.size), 20), "USD")
            stage.order(
                person.number,
                shop,
                mixed(rng, days, "night", person.owl, 0.35),
                sums,
                kind=_PLAIN,
                channel="crypto",
                words=words.PRODUCT,
            )


def one_offs(stage: Stage, rng: np.random.Generator) -> None:
    """Let everybody pay for this and that once in a while: a cottage, a spare part, a share of a holiday."""
    places = ("SE", "DK", "DE", "GB", "ES", "US", "PL", "TH", "NL", "TR")
    shared = [
        stage.company(rng, places[int(rng.integers(10))], ("Feriehus", "Parts", "Reiser"))
        for _ in range(stage.many(300, 8))
    ]
    seen = {entry.payer for entry in stage.orders}
    for person in stage.people:
        if person.number in seen and rng.random() > 0.4:
            continue
        for _ in range(int(rng.integers(1, 5))):
            if rng.random() < 0.6:
                receiver = shared[int(len(shared) * rng.random() ** 1.5)]
            else:
                receiver = stage.private(rng, places[int(rng.integers(10))])
            days = some(rng, 1 + int(rng.poisson(0.5)), 0, DAYS)
            amounts = spread(rng, 1100 * person.purse, 1.0, days.size)
            sums = chosen(rng, amounts, stage.receivers[receiver].country, 0.3)
            channel = ("bank", "online", "platform")[int(rng.choice(3, p=[0.45, 0.25, 0.3]))]
            minutes = mixed(rng, days, "evening", person.owl, 0.5)
            stage.order(person.number, receiver, minutes, sums, kind=_PLAIN, channel=channel, words=words.ONE_OFF)
