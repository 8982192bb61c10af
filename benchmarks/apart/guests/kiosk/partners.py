"""Partners abroad and those who pretend to be one: what differs is how it began and how it ends."""

from __future__ import annotations

from typing import Final

import numpy as np

from benchmarks.apart.guests.kiosk import calendar, clock
from benchmarks.apart.guests.kiosk.people import Payer
from benchmarks.apart.guests.kiosk.receivers import Pool
from benchmarks.apart.guests.kiosk.world import Tie, World

_WORDS: Final = ("love you", "gift", "birthday", "treat", "for the ticket", "rent", "medical bills", "visa fee")


def _courtship(world: World, payer: Payer, first: int, last: int) -> None:
    """Small gifts after late calls, then a monthly share of the household; a visit is a gap, a quarrel an end."""
    rng = world.rng
    country = str(rng.choice(["PH", "TH", "CO", "RO", "KE", "MA"], p=[0.38, 0.22, 0.14, 0.12, 0.08, 0.06]))
    partner = world.book.add(country)
    gaps = np.maximum(1.0, np.linspace(rng.uniform(18, 40), rng.uniform(6, 25), 60) * rng.gamma(2.0, 0.5, 60))
    days = (first + np.cumsum(gaps)).astype(np.int64)
    days = days[days <= last]
    if rng.random() < 0.5 and len(days) > 4:  # the visit
        away = days[len(days) // 2]
        days = days[(days < away) | (days > away + rng.integers(14, 35))]
    growth = np.linspace(0, rng.uniform(0.1, 1.4), len(days))
    sums = rng.uniform(22, 90) * payer.means * np.exp(growth + rng.normal(0, 0.35, len(days)))
    part = "night" if rng.random() < 0.45 else "evening"
    tie = Tie("partner_abroad", "partner_receiver", words=_WORDS, wordy=float(rng.choice([0.0, 0.1, 0.4])))
    world.send(payer, partner, tie, clock.at(rng, days, part), sums)
    if rng.random() < 0.3:  # her mother, his brother: helped now and then
        kin = world.book.add(country, surname=partner.name.split()[-1] if partner.name else None)
        help_days = calendar.scattered(rng, int(rng.integers(1, 7)), first, last)
        amounts = rng.lognormal(np.log(60), 0.6, len(help_days))
        world.send(payer, kin, tie, clock.at(rng, help_days, "evening"), amounts)


def partners(world: World, payer: Payer) -> None:
    """One partner for most; some meet several people online before one of them stays."""
    rng, first = world.rng, payer.first
    for _ in range(int(rng.choice([0, 1, 2, 4], p=[0.68, 0.17, 0.1, 0.05]))):
        last = first + int(rng.integers(8, 60))
        _courtship(world, payer, first, min(last, payer.last))
        first = min(last - int(rng.integers(0, 15)), payer.last)
    _courtship(world, payer, first, payer.last)


def romance_fraud(world: World, payer: Payer, impostors: Pool) -> None:
    """A story that needs more and more: one receiver at a time, who changes when an account is closed."""
    rng = world.rng
    first = int(rng.integers(payer.first, max(payer.first + 1, payer.last - 60)))
    days = first + np.cumsum(rng.gamma(1.6, 5.0, int(rng.integers(4, 28)))).astype(np.int64)
    sums = rng.uniform(50, 160) * np.exp(
        np.linspace(0, rng.uniform(0.6, 2.2), len(days)) + rng.normal(0, 0.3, len(days))
    )
    words = (*_WORDS, "customs", "hospital", "loan")
    tie = Tie("romance_fraud_victim", "romance_fraud_receiver", words=words, wordy=0.08)
    cut = int(rng.integers(2, len(days) + 6))
    when = clock.at(rng, days, "errand" if rng.random() < 0.6 else "evening")
    world.send(payer, impostors.pick(rng), tie, when[:cut], sums[:cut])
    world.send(payer, impostors.pick(rng), tie, when[cut:], sums[cut:])
