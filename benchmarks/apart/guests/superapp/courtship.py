"""Partners abroad, true and false: growing sums to one person, many of them late, with the words of a family."""

from __future__ import annotations

import numpy as np

from benchmarks.apart.guests.superapp.days import DAYS, at, monthly
from benchmarks.apart.guests.superapp.people import Payer, Receiver
from benchmarks.apart.guests.superapp.places import ABROAD, HOMES
from benchmarks.apart.guests.superapp.world import Cause, World

_LOVE = Cause("partner_abroad", "partner_receiver", "love")
_LOVE_KEEP = Cause("partner_abroad", "partner_receiver", "family")
_SWINDLE = Cause("romance_fraud_victim", "romance_fraud_receiver", "swindle")


def _court(world: World, payer: Payer, partner: Receiver) -> None:
    """Small presents while they only talk, then help with rent, then a monthly sum; a visit; sometimes an end."""
    rng = world.rng
    met = int(rng.integers(-200, DAYS - 40))
    end = int(rng.integers(met + 60, met + 700))
    talk = met + np.cumsum(rng.exponential(rng.uniform(6, 18), 30)).astype(np.int64)
    talk = talk[(talk >= 0) & (talk < min(end, met + 260))]
    if len(talk):
        sums = rng.lognormal(np.log(32), 0.6, len(talk)) * np.linspace(0.8, 1.8, len(talk)) * payer.means
        minutes = at(rng, talk, "night" if rng.random() < 0.6 else "evening")
        world.pay(payer, partner, minutes, sums, manner="chip" if rng.random() < 0.6 else "received", cause=_LOVE)
    months = monthly(rng, payer.payday, 3.0, 0.15)
    months = months[(months >= met + 60) & (months < end)]
    if len(months):
        level = 130 * payer.means * float(rng.lognormal(0, 0.4))
        world.pay(payer, partner, at(rng, months, "payday"), level, manner="round", cause=_LOVE_KEEP)
    if payer.trip is None and rng.random() < 0.4:
        start = int(np.clip(met + rng.integers(90, 300), 5, DAYS - 25))
        payer.trip = (start, start + int(rng.integers(8, 24)), ABROAD[partner.country].zone)


def love_abroad(world: World) -> None:
    """About one payer in fifty has someone abroad; a few write to several, some receive from several."""
    rng = world.rng
    admired: list[Receiver] = []
    for payer in world.payers:
        if payer.age < 22 or rng.random() >= 0.019:
            continue
        lanes = [code for code in HOMES[payer.home].corridors if code not in {"PK", "IN"}]
        for _ in range(1 if rng.random() < 0.8 else int(rng.integers(2, 5))):
            if admired and rng.random() < 0.14:
                partner = admired[int(rng.integers(len(admired)))]
            else:
                partner = world.number(lanes[int(rng.integers(len(lanes)))])
                admired.append(partner)
            _court(world, payer, partner)


def swindled_hearts(world: World) -> None:
    """Romance fraud: weeks of trust, one reason after another, sums that grow until the money or the trust is gone."""
    rng = world.rng
    crews = [
        [world.number(country) for _ in range(int(rng.integers(1, 4)))]
        for country in rng.choice(("NG", "GH", "CI", "GB", "US"), size=world.scaled(22, 2))
    ]
    for payer in world.choose(world.free_of_crime(42, 80), world.scaled(60, 4)):
        crew = crews[int(rng.integers(len(crews)))]
        count = int(rng.integers(4, 26))
        gaps = rng.exponential(rng.uniform(3, 14), count)
        days = int(rng.integers(payer.joined, DAYS - 15)) + np.cumsum(gaps).astype(np.int64)
        growth = np.linspace(0, float(rng.uniform(0.5, 2.4)), count)
        sums = rng.uniform(40, 160) * np.exp(growth) * rng.lognormal(0, 0.35, count)
        # The number changes when the app blocks one; the story explains why.
        holders = np.sort(rng.integers(0, len(crew), count))
        to = np.array([crew[holder].index for holder in holders])
        habit = "waking" if rng.random() < 0.6 else "evening"
        world.pay(payer, to, at(rng, days, habit), np.minimum(sums, 2400), manner="chip", cause=_SWINDLE)
