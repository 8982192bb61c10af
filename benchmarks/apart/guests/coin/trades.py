"""People who sell to strangers: game items, pictures, lessons, performances, code; and those who buy from them."""

from __future__ import annotations

import numpy as np

from .accounts import Account
from .days import YEAR, ordered_gaps, spread
from .kinds import HOBBY, WORK
from .places import RECEIVING, SENDING
from .sums import around
from .world import World

_GOODS = {"game": 95, "art": 110, "tips": 70}
"""Sellers of each good among 14,000 payers."""


def trades(world: World) -> None:
    """Sellers, performers, tutors and freelancers, each with a public of their own."""
    rng = world.rng
    stalls = {good: [_seller(world) for _ in range(world.count(per, 3))] for good, per in _GOODS.items()}
    for payer in world.payers:
        if rng.random() < (0.45 if payer.age < 30 else 0.22):
            _collects(world, payer, "game" if payer.age < 30 and rng.random() < 0.7 else "art", stalls)
        if payer.age >= 18 and rng.random() < 0.05:
            _tips(world, payer, stalls["tips"])
    _freelancers(world)
    _tutors(world)
    _digital_shops(world)


def _seller(world: World) -> Account:
    # Creators live everywhere; many live where a few dollars are a day's pay.
    rng = world.rng
    country = world.homeland() if rng.random() < 0.6 else str(rng.choice(SENDING))
    seller = world.book.wallet(country, int(np.clip(rng.gamma(4, 3) + 15, 15, 60)), verified=0.4)
    return _where_paid(world, seller)


def _where_paid(world: World, worker: Account) -> Account:
    """Some ask for an address at a platform of their own country, where coins are changed more cheaply."""
    return world.book.other("address", worker.country, owner=worker) if world.rng.random() < 0.1 else worker


def _favourite(world: World, sellers: list[Account]) -> Account:
    """A few have most of the public: the first of the list are the famous ones."""
    return sellers[int(len(sellers) * world.rng.random() ** 2.2)]


def _collects(world: World, payer: Account, good: str, stalls: dict[str, list[Account]]) -> None:
    rng = world.rng
    for _ in range(int(rng.geometric(0.45))):
        seller = _favourite(world, stalls[good])
        count = int(np.ceil(rng.gamma(0.8, 4.0)))
        days = spread(rng, count)
        if rng.random() < 0.4:
            # A new season of the game, a drop: several buys in one week, some of them in one night.
            days = np.sort(int(rng.integers(0, YEAR - 9)) + rng.integers(0, 8, count))
        part = str(rng.choice(["evening", "late", "night"]))
        world.send(
            payer, seller, days, around(rng, 16 if good == "game" else 27, 0.75, count), HOBBY, part=part,
            agreed=str(rng.choice(["own", "theirs", "exact"], p=[0.6, 0.2, 0.2])), about=good, filled=0.35,
        )  # fmt: skip


def _tips(world: World, payer: Account, performers: list[Account]) -> None:
    """Adults who tip adults that perform: late, small, round, to several, on evenings spent alone."""
    rng = world.rng
    drawn = float(rng.pareto(1.4) + 1)
    for _ in range(int(rng.integers(1, 6))):
        performer = _favourite(world, performers)
        performer.age = max(performer.age, 19)
        count = int(np.ceil(min(drawn * rng.gamma(0.9, 3.0), 40)))
        days = ordered_gaps(rng, count, float(rng.choice([3, 9, 20])), float(rng.uniform(0, 0.6)))
        days += int(rng.integers(0, 300))
        growth = 1 + rng.uniform(0, 0.9) * np.linspace(0, 1, count)
        world.send(
            payer, performer, days, around(rng, 24, 0.65, count) * growth, HOBBY, part="alone",
            agreed=str(rng.choice(["own", "theirs"], p=[0.8, 0.2])), about="tips", filled=0.25,
        )  # fmt: skip


def _freelancers(world: World) -> None:
    rng = world.rng
    for _ in range(world.count(190)):
        worker = _where_paid(world, world.receiver(world.homeland(), int(rng.integers(20, 50))))
        part = str(rng.choice(["day", "evening", "waking"], p=[0.5, 0.2, 0.3]))
        wage = float(rng.choice([25, 60, 140, 320]))
        for _ in range(1 + int(rng.poisson(2.5))):
            client = world.someone(str(rng.choice(SENDING)), 22)
            first = int(rng.integers(0, 320))
            count = 1 + int(rng.gamma(1.0, 7))
            days = first + 7 * int(rng.choice([1, 2, 4])) * np.arange(count) + rng.integers(0, 3, count)
            if rng.random() < 0.4:
                days = spread(rng, count, first)  # by the milestone, as the work is done
            # A retainer grows as trust does.
            sums = around(rng, wage, 0.3, count) * (1 + rng.uniform(0, 0.5) * np.linspace(0, 1, count))
            world.send(
                client, worker, days, sums, WORK, part=part,
                agreed=str(rng.choice(["own", "theirs"], p=[0.7, 0.3])), about="work", filled=0.5,
            )  # fmt: skip


def _tutors(world: World) -> None:
    """Lessons on a screen: after the pupil's school, which for the tutor is dawn; US$8-25, week after week."""
    rng = world.rng
    for _ in range(world.count(70)):
        tutor = world.receiver(str(rng.choice(RECEIVING)), int(rng.integers(21, 55)))
        price = float(rng.choice([8, 12, 15, 20, 25]))
        for _ in range(int(rng.integers(2, 14))):
            pupil = world.someone(str(rng.choice(SENDING)), 20)
            days = ordered_gaps(rng, 1 + int(rng.gamma(1.2, 7)), 8, 0.0) + int(rng.integers(0, 300))
            lessons = rng.choice([1, 1, 1, 2, 4], len(days))
            world.send(pupil, tutor, days, price * lessons, WORK, part="evening", about="tutor", filled=0.4)


def _digital_shops(world: World) -> None:
    """Keys, privacy subscriptions, fonts, adult sites: an address outside, the same prices, bought at night too."""
    rng = world.rng
    for _ in range(world.count(34)):
        country = str(rng.choice(SENDING))
        address = world.book.other("address", country)
        prices = rng.choice([4.99, 7.5, 9.99, 15, 19.99, 25, 30, 49], size=3)
        for _ in range(int(rng.gamma(1.3, 14)) + 3):
            buyer = world.someone(str(rng.choice(SENDING)), 16)
            days = spread(rng, 1 + int(rng.geometric(0.4)), int(rng.integers(0, 250)))
            part = str(rng.choice(["evening", "night", "waking"]))
            world.send(buyer, address, days, rng.choice(prices, len(days)), HOBBY, part=part, agreed="exact")
