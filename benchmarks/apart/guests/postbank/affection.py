"""Partners at a distance, true and feigned."""

from __future__ import annotations

from typing import Final

import numpy as np

from benchmarks.apart.guests.postbank.ledger import Story
from benchmarks.apart.guests.postbank.money import lognormal
from benchmarks.apart.guests.postbank.seasons import AFTER_SHIFT, DAYS, EVENING, WAKING, minutes, some, spaced, within
from benchmarks.apart.guests.postbank.world import World

WORDS: Final = (
    "love",
    "for you",
    "rent",
    "allowance",
    "birthday",
    "visa fee",
    "phone",
    "gift",
    "flight",
    "house",
    "family",
)


def partners_abroad(world: World, number: int) -> None:
    """A foreigner and somebody at home: irregular and late, growing with trust, a ticket, then a rhythm.

    Some know two people at once in the first months; some help her sister or her child as well; some end.
    """
    rng = world.rng
    story = Story("partner_abroad", "partner_receiver", texts=WORDS)
    adults = [person for person in world.people.adults if person.age < 50]
    for _ in range(number):
        payer = world.foreigner((52, 13), male=0.85)
        loved = world.pick(adults)
        start = int(rng.integers(-200, 330))
        stop = min(DAYS, start + int(rng.exponential(420)) + 20)
        days = spaced(rng, float(rng.uniform(6, 24)), start, stop)
        trust = np.minimum((days - start) / 200.0, 1.5)
        usd = lognormal(rng, float(rng.uniform(35, 130)), 0.6, days.size) * (0.6 + trust)
        clock = EVENING if rng.random() < 0.55 else WAKING
        world.send(payer, loved, days, minutes(rng, clock, days.size), usd, story=story)
        if days.size > 6 and rng.random() < 0.5:
            trip = within([int(days[days.size // 2])])
            world.send(payer, loved, trip, minutes(rng, WAKING, 1), lognormal(rng, 520, 0.3, 1), story=story)
        kin = [p for p in world.people.homes[loved.household] if p is not loved and p.accounts and p.age >= 13]
        if kin and rng.random() < 0.3:
            gifts = some(rng, int(rng.integers(1, 9)), start, stop)
            usd = lognormal(rng, 45, 0.6, gifts.size)
            world.send(payer, world.pick(kin), gifts, minutes(rng, clock, gifts.size), usd, story=story)
        if rng.random() < 0.25:
            early = some(rng, int(rng.integers(1, 7)), start, start + 120)
            usd = lognormal(rng, 40, 0.5, early.size)
            world.send(payer, world.pick(adults), early, minutes(rng, EVENING, early.size), usd, story=story)


def romance_fraud(world: World) -> None:
    """Feigned love: older payers, one receiver each, sums that grow with each emergency until savings end.

    One crew runs several victims into two or three accounts, some of them held by somebody who lent a passbook.
    """
    rng = world.rng
    for number in range(world.count(7, 1)):
        crew = f"romance-{number}"
        story = Story("romance_fraud_victim", "romance_fraud_receiver", crew, texts=WORDS, even=0.7)
        holders = world.draw(world.people.adults, int(rng.integers(1, 4)))
        for _ in range(int(rng.integers(2, 8))):
            payer = world.foreigner((63, 8), male=0.5)
            start = int(rng.integers(0, 330))
            days = spaced(rng, float(rng.uniform(5, 16)), start, start + int(rng.integers(30, 200)))
            usd = lognormal(rng, 90, 0.4, days.size) * np.exp(np.arange(days.size) * rng.uniform(0.05, 0.25))
            usd = np.minimum(usd, 4_000)
            clock = AFTER_SHIFT if rng.random() < 0.3 else WAKING
            world.send(payer, world.pick(holders), days, minutes(rng, clock, days.size), usd, story=story)
