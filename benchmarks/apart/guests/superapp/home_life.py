"""What the app is mostly for: friends at home who split a bill, pay back a ride, share rent, send a present."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from benchmarks.apart.guests.superapp.days import CHRISTMAS, DAYS, LUNAR_NEW_YEAR, at, monthly, weekendish
from benchmarks.apart.guests.superapp.people import Payer
from benchmarks.apart.guests.superapp.world import Cause, World


class Occasion(NamedTuple):
    """A reason to pay a friend: how usual, the middling sum in dollars, its spread, how typed, when."""

    topic: str
    share: float
    usd: float
    spread: float
    manner: str
    habit: str


_OCCASIONS: Final = (
    Occasion("meal", 0.44, 16, 0.55, "exact", "table"),
    Occasion("ride", 0.16, 9, 0.5, "exact", "night"),
    Occasion("outing", 0.16, 28, 0.6, "exact", "waking"),
    Occasion("favour", 0.16, 22, 0.8, "chip", "waking"),
    Occasion("present", 0.08, 32, 0.5, "chip", "evening"),
)
_ORDINARY = "ordinary"


def _among_friends(world: World, payer: Payer, friends: list[int]) -> None:
    rng = world.rng
    occasions = rng.poisson(8.5 * payer.busy)
    # The young split small bills often; the old pay seldom.
    occasions = int(occasions * (1.3 if payer.age < 35 else 0.8))
    weights = 1.0 / np.arange(1, len(friends) + 1)
    numbers = np.array([world.payers[friend].own for friend in friends])
    for occasion in _OCCASIONS:
        count = int(rng.binomial(occasions, occasion.share))
        if not count:
            continue
        to = rng.choice(numbers, size=count, p=weights / weights.sum())
        usd = occasion.usd * payer.means * rng.lognormal(0, occasion.spread, count)
        usd = usd * (0.6 if payer.age < 18 else 1.0)
        cause = Cause(_ORDINARY, _ORDINARY, occasion.topic)
        world.pay(payer, to, at(rng, weekendish(rng, count), occasion.habit), usd, manner=occasion.manner, cause=cause)


def _flat_share(world: World, payer: Payer, friends: list[int]) -> None:
    keeper = world.receivers[world.payers[friends[0]].own]
    days = monthly(world.rng, 1, 2.0, 0.06)
    rent = float(world.rng.uniform(280, 780))
    cause = Cause(_ORDINARY, _ORDINARY, "rent")
    world.pay(payer, keeper, at(world.rng, days, "waking"), np.full(len(days), rent), manner="round", cause=cause)
    bills = monthly(world.rng, 12, 5.0, 0.3)
    usd = world.rng.uniform(15, 60, len(bills))
    world.pay(
        payer, keeper, at(world.rng, bills, "evening"), usd, manner="exact", cause=Cause(_ORDINARY, _ORDINARY, "bills")
    )


def _pocket_money(world: World, parent: Payer, children: list[Payer]) -> None:
    """Parents of the app's teenagers give weekly money and something on birthdays; aunts give at the new year."""
    rng = world.rng
    for child in children:
        number = world.receivers[child.own]
        days = np.arange(int(rng.integers(0, 7)), DAYS, 7 if rng.random() < 0.6 else 14)
        days = days[rng.random(len(days)) < 0.7]
        usd = np.full(len(days), float(rng.uniform(8, 30)))
        cause = Cause(_ORDINARY, _ORDINARY, "pocket")
        world.pay(parent, number, at(rng, days, "waking"), usd, manner="chip", cause=cause)


def _feast_presents(world: World, payer: Payer, friends: list[int]) -> None:
    """Sealed envelopes at the lunar new year in Korea, presents by phone at Christmas elsewhere: one evening, many."""
    rng = world.rng
    day = LUNAR_NEW_YEAR if payer.home == "KR" else CHRISTMAS
    count = int(rng.integers(1, 5))
    to = rng.choice([world.payers[friend].own for friend in friends], size=count)
    days = day + rng.integers(0, 4, count)
    usd = rng.choice((10.0, 20.0, 30.0, 50.0, 100.0), size=count)
    world.pay(payer, to, at(rng, days, "waking"), usd, manner="chip", cause=Cause(_ORDINARY, _ORDINARY, "present"))


def live_at_home(world: World) -> None:
    """Give every payer their payments among friends; those who are not busy at home have none."""
    rng = world.rng
    teenagers: dict[str, list[Payer]] = {}
    for payer in world.payers:
        if payer.age < 18:
            teenagers.setdefault(payer.city, []).append(payer)
    for payer in world.payers:
        friends = world.circles[payer.index]
        if not payer.busy or not friends:
            continue
        _among_friends(world, payer, friends)
        if payer.age < 36 and rng.random() < 0.07:
            _flat_share(world, payer, friends)
        if rng.random() < 0.22:
            _feast_presents(world, payer, friends)
        near = teenagers.get(payer.city, [])
        if 35 <= payer.age <= 58 and near and rng.random() < 0.13:
            _pocket_money(world, payer, [near[int(rng.integers(len(near)))] for _ in range(int(rng.integers(1, 3)))])
