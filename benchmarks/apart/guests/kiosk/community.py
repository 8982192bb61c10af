"""Paying institutions and neighbours: donors, students, landlords, lenders, treasurers, betting agents, friends."""

from __future__ import annotations

from typing import Final

import numpy as np

from benchmarks.apart.guests.kiosk import calendar, clock
from benchmarks.apart.guests.kiosk.people import Payer
from benchmarks.apart.guests.kiosk.receivers import Pool
from benchmarks.apart.guests.kiosk.world import Tie, World

_DUE_WORDS: Final = ("rent", "tuition", "instalment", "clinic", "school fees", "accommodation")


def donation(world: World, payer: Payer, charities: Pool) -> None:
    """A sponsored child or a parish: a fixed monthly sum, and more when a storm is in the news."""
    rng, charity = world.rng, charities.pick(world.rng)
    tie = Tie("donation", "charity", words=("donation", "sponsor", "education"), wordy=0.3)
    if rng.random() < 0.6:
        days = calendar.paydays(payer.payday, payer.first, payer.last, twice=False)
        world.send(
            payer, charity, tie, clock.at(rng, days, payer.part), np.full(len(days), rng.choice([12.0, 25.0, 40.0]))
        )
    storm = np.array([d for d in calendar.STORMS.get(charity.country, (350,)) if rng.random() < 0.6], dtype=np.int64)
    days = storm + rng.integers(0, 7, len(storm))
    world.send(payer, charity, tie, clock.at(rng, days, "evening"), rng.choice([20.0, 50.0, 100.0], len(days)))


def student(world: World, payer: Payer) -> None:
    """A niece or a godchild at college: a weekly or monthly allowance, the fee in two months, an odd emergency."""
    rng, child = world.rng, world.book.add(payer.home)
    tie = Tie("student_support", "student", words=("tuition", "allowance", "books", "uniform"), wordy=0.2)
    due = calendar.paydays(payer.payday, payer.first, payer.last, twice=False)
    if rng.random() < 0.35:
        due = calendar.weekly(6, payer.first, payer.last)
    due = due[~np.isin(calendar.MONTH[due], (4, 5))]
    usual = rng.uniform(20, 90) * np.exp(rng.normal(0, 0.12, len(due)))
    world.send(payer, child, tie, clock.at(rng, due, payer.part), usual)
    fees = due[np.isin(calendar.MONTH[due], (1, 8))][:2]
    world.send(payer, child, tie, clock.at(rng, fees, "errand"), rng.uniform(250, 700, len(fees)))
    urgent = calendar.scattered(rng, int(rng.poisson(1.0)), payer.first, payer.last)
    world.send(payer, child, tie, clock.at(rng, urgent, "night"), rng.uniform(15, 60, len(urgent)))


def due(world: World, payer: Payer, hubs: Pool) -> None:
    """A landlord, school, clinic or lender whom many pay: equal sums on a fixed day until it is done."""
    rng = world.rng
    begin = int(rng.integers(payer.first, payer.last + 1))
    days = calendar.paydays(payer.payday, begin, payer.last, twice=False)[: int(rng.integers(1, 16))]
    tie = Tie("hub_payment", "hub", words=_DUE_WORDS, wordy=0.35)
    world.send(
        payer, hubs.pick(rng), tie, clock.at(rng, days, payer.part), np.full(len(days), rng.lognormal(np.log(85), 0.6))
    )


def treasurer(world: World, payer: Payer, collectors: Pool) -> None:
    """A savings circle or burial fund whose treasurer has one phone; dues each month, more after a death."""
    rng, collector = world.rng, collectors.pick(world.rng)
    days = calendar.paydays(payer.payday, payer.first, payer.last, twice=False)
    days = days[rng.random(len(days)) < 0.6]
    extra = calendar.scattered(rng, int(rng.poisson(0.8)), payer.first, payer.last)
    tie = Tie("family_support", "collector", words=("contribution", "association"), wordy=0.25)
    both = np.concatenate([days, extra])
    world.send(
        payer, collector, tie, clock.at(rng, both, payer.part), np.full(len(both), rng.choice([10.0, 20.0, 30.0, 50.0]))
    )


def betting(world: World, payer: Payer, agents: Pool) -> None:
    """Top-ups at an agent of a betting or gaming site: a losing streak is a burst, then nothing for weeks."""
    rng, agent = world.rng, agents.pick(world.rng)
    tie = Tie("hub_payment", "hub")
    for _ in range(int(rng.integers(1, 6))):
        streak = int(rng.integers(1, 8))
        start = clock.at(rng, rng.integers(payer.first, payer.last + 1, 1), "night" if rng.random() < 0.5 else "school")
        when = start + np.cumsum(rng.exponential(4200, streak))
        world.send(payer, agent, tie, when, rng.choice([10.0, 20.0, 50.0, 100.0], streak, p=[0.4, 0.35, 0.18, 0.07]))


def friends(world: World, payer: Payer) -> None:
    """A shared holiday, a debt, a second-hand phone: one to four payments to somebody whom no one else pays."""
    rng = world.rng
    country = payer.host if rng.random() < 0.5 else payer.home
    days = calendar.scattered(rng, int(rng.integers(1, 5)), payer.first, payer.last)
    sums = rng.lognormal(np.log(45), 0.8, len(days))
    tie = Tie("ordinary", "ordinary", words=("thanks", "trip", "tickets"), wordy=0.15)
    world.send(payer, world.book.add(country), tie, clock.at(rng, days, payer.part), sums)
