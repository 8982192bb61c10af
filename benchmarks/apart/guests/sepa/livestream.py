"""Buying live-streamed abuse of children: who pays, whom, and how the habit grows.

Payers meet a household through a contact or a site and are passed on; they pay before, and again when more is asked
within the hour. Some keep one tie for years that looks like a partner or a godchild; some try once. A few travel in
the end.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from benchmarks.apart.guests.sepa.arrays import Floats, Ints
from benchmarks.apart.guests.sepa.days import DAY, DAYS, HOUR, INSTANT_IS_FREE, WEEKDAY, clock
from benchmarks.apart.guests.sepa.households import Household, found
from benchmarks.apart.guests.sepa.world import World

_KIND: Final = "livestream_purchase"


def _pay(world: World, payer: int, payees: list[int], when: Ints, euro: Floats, *, words: str = "quiet") -> None:
    count = len(when)
    if not count:
        return
    accounts = np.full(count, payer)
    twin = int(world.customers.twin[payer])
    if twin >= 0:
        # The branch asked him about his transfers; from then on the other account pays.
        asked = int(world.rng.integers(count // 2, count + 1))
        accounts[asked:] = twin
    world.book.post(_KIND, accounts, np.array(payees), when, euro, words=words, hurry=bool(world.rng.random() < 0.75))


def _nights(world: World, count: int, first: int, gap: float, *, grows: bool) -> Ints:
    """Days of contact: a gap that shortens with habit, pauses of shame, of a wife at home, or of an empty account."""
    rng = world.rng
    days: list[int] = []
    day = first
    for _ in range(count):
        days.append(day)
        step = rng.gamma(1.6, gap / 1.6)
        if rng.random() < 0.07:
            step += rng.uniform(25, 70)
        day += max(1, int(step))
        if WEEKDAY[min(day, DAYS - 1)] < 3 and rng.random() < 0.3:
            day += 1
        if grows:
            gap = max(3.0, gap * 0.95)
    return np.array([one for one in days if one < DAYS], dtype=np.int64)


def _hours(world: World, count: int) -> Ints:
    """His hour: late when he lives alone, before the others wake when he does not, now and then any evening."""
    rng = world.rng
    habit = "dawn" if rng.random() < 0.3 else "late"
    return np.where(rng.random(count) < 0.8, clock(rng, habit, count), clock(rng, "evening", count))


def _habit(world: World, payer: int, houses: list[Household], count: int) -> None:
    """A payer of one or several households."""
    rng = world.rng
    grows = bool(rng.random() < 0.7)
    first = int(rng.integers(0, DAYS - (60 if count < 20 else 250)))
    days = _nights(
        world, count, first, float(rng.uniform(12, 30)) if count < 20 else float(rng.uniform(8, 15)), grows=grows
    )
    start = float(np.exp(rng.normal(3.15, 0.4)))
    sums = (
        start
        * (1.035 if grows and count < 20 else 1.012) ** np.arange(len(days))
        * np.exp(rng.normal(0, 0.4, len(days)))
    )
    when = days * DAY + _hours(world, len(days))
    again = np.nonzero(rng.random(len(days)) < 0.22)[0]
    sums_all = np.concatenate([sums, sums[again] * rng.uniform(0.3, 0.9, len(again))])
    when_all = np.concatenate([when, when[again] + rng.integers(600, 2 * HOUR, len(again))])
    order = np.argsort(when_all, kind="stable")
    when_all, sums_all = when_all[order], sums_all[order]
    met = np.minimum(np.arange(len(when_all)) * len(houses) * 2 // max(1, len(when_all)), len(houses) - 1)
    back = rng.random(len(when_all)) < 0.25
    met = np.where(back, rng.integers(0, met + 1), met)
    payees = [houses[int(house)].in_use(rng, int(at) // DAY) for house, at in zip(met, when_all, strict=True)]
    _pay(world, payer, payees, when_all, sums_all)


def _quiet_tie(world: World, payer: int, number: int) -> None:
    """One receiver, a sum each month after pay day, a word about school.

    The tie of a godfather, with a few nights beside it.
    """
    rng = world.rng
    country = str(rng.choice(["PH", "TH", "RO", "BR"], p=[0.6, 0.16, 0.14, 0.1]))
    payee = world.payees.open(country, "facilitation", group=f"tie-{number}", imitates=True)
    months = np.arange(int(rng.integers(0, 5)), int(rng.integers(8, 13)))
    usual = months * 30 + int(world.customers.pay_day[payer]) + rng.integers(0, 5, len(months))
    nights = rng.integers(int(usual[0]), DAYS, int(rng.integers(1, 7)))
    when = np.concatenate(
        [usual * DAY + clock(rng, "evening", len(usual)), nights * DAY + clock(rng, "late", len(nights))]
    )
    euro = np.concatenate(
        [world.around(np.full(len(usual), 70.0), 0.25), world.around(np.full(len(nights), 32.0), 0.3)]
    )
    order = np.argsort(when)
    world.book.imitators.add(payer)
    _pay(world, payer, [payee] * len(when), when[order], euro[order], words="support")


def _journey(world: World, payer: int, houses: list[Household], agents: list[int]) -> None:
    """Payments in two or three towns, then a flight, three weeks of silence, and sometimes a new beginning."""
    rng = world.rng
    leaves = int(rng.integers(110, DAYS - 50))
    days = leaves - 4 - np.cumsum(rng.integers(2, 15, int(rng.integers(6, 12))))[::-1]
    later = leaves + 24 + np.cumsum(rng.integers(4, 20, int(rng.integers(0, 5))))
    all_days = np.concatenate([days, later]).astype(np.int64)
    sums = np.full(len(all_days), 24.0) * 1.07 ** np.arange(len(all_days)) * np.exp(rng.normal(0, 0.35, len(all_days)))
    payees = [houses[int(rng.integers(len(houses)))].in_use(rng, int(day)) for day in all_days]
    _pay(world, payer, payees, all_days * DAY + _hours(world, len(all_days)), sums)
    fare, ticket = np.array([float(rng.uniform(620, 1_150))]), np.array([(leaves - 9) * DAY + 19 * HOUR])
    world.book.post("hub_payment", np.array([payer]), world.pick(agents, 1), ticket, fare, words="travel", price=True)


def _holidays(world: World, agents: list[int]) -> None:
    """Everybody else who flies: the travel agents' ordinary trade."""
    rng = world.rng
    travellers = world.some(world.customers.between(22, 80), 0.05)
    when = rng.integers(0, DAYS, len(travellers)) * DAY + clock(rng, "evening", len(travellers))
    fare = world.around(np.full(len(travellers), 780.0), 0.4)
    world.book.post(
        "hub_payment", travellers, world.pick(agents, len(travellers), 0.5), when, fare, words="travel", price=True
    )


def livestream(world: World) -> None:
    """All payers of the year.

    Half are regular at shared households, a few pay half of everything, and some look like family.
    """
    rng, customers = world.rng, world.customers
    adults = customers.between(27, 82)
    weight = np.exp(-(((customers.age[adults] - 55) / 12.0) ** 2) / 2) + 0.03
    # A second account is useful to him, so holders of two are over-represented.
    weight = weight * np.where(customers.twin[adults] >= 0, 2.0, 1.0)
    payers = customers.choose(rng, adults, world.scaled(42, 4), weight)
    houses = [found(world, number) for number in range(max(2, round(len(payers) / 6)))]
    agents = world.payees.many("DE", "hub", world.scaled(9, 2), ("Reisebüro Fernblick", "Flugkontor"))
    _holidays(world, agents)
    for number, payer in enumerate(payers):
        usual = houses[int(rng.integers(len(houses)))]
        world.book.rings[payer] = usual.name
        way = rng.random()
        introduced = [usual] + [houses[int(rng.integers(len(houses)))] for _ in range(int(rng.random() < 0.35))]
        if way < 0.16:
            _quiet_tie(world, payer, number)
            world.book.rings[payer] = f"tie-{number}"
        elif way < 0.34:
            days = int(rng.integers(0, INSTANT_IS_FREE + 140)) + np.sort(rng.integers(0, 40, int(rng.integers(1, 4))))
            payees = [usual.in_use(rng, int(day)) for day in days]
            euro = world.around(np.full(len(days), 26.0), 0.5)
            _pay(world, payer, payees, days * DAY + _hours(world, len(days)), euro)
        elif way < 0.45:
            _journey(world, payer, introduced, agents)
        else:
            prolific = rng.random() < 0.2
            _habit(world, payer, introduced, int(rng.integers(40, 140) if prolific else rng.integers(4, 18)))
