"""Migrants and those they keep: parents, siblings, a village collector, a child at university, and visits home."""

from __future__ import annotations

import numpy as np

from benchmarks.apart.guests.superapp.days import DAYS, at, monthly, occasions
from benchmarks.apart.guests.superapp.names import full_name
from benchmarks.apart.guests.superapp.people import Payer, Receiver
from benchmarks.apart.guests.superapp.places import ABROAD
from benchmarks.apart.guests.superapp.world import Cause, World

KEEP = Cause("family_support", "family_receiver", "family")
_URGENT = Cause("family_support", "family_receiver", "urgent")
_STUDY = Cause("student_support", "student", "study")
_VILLAGE = Cause("family_support", "collector", "village")
_HABITS = ("payday", "waking", "evening", "shift", "break")


def support(world: World, payer: Payer, to: Receiver, usd: float, payday: int, *, cause: Cause = KEEP) -> None:
    """Monthly help after payday, more at feasts and school terms, small extras when somebody asks by chat."""
    rng = world.rng
    habit = _HABITS[int(rng.choice(5, p=(0.4, 0.25, 0.15, 0.12, 0.08)))]
    manner = ("chip", "received", "round")[int(rng.choice(3, p=(0.35, 0.4, 0.25)))]
    days = monthly(rng, payday, 2.5, rng.beta(1.3, 4))
    if payer.trip:
        days = days[(days < payer.trip[0]) | (days > payer.trip[1])]
    sums = usd * rng.lognormal(0, 0.18, len(days))
    world.pay(payer, to, at(rng, days, habit), sums, manner=manner, cause=cause)
    feasts = np.array([day for day in occasions(to.country) if rng.random() < 0.45], dtype=np.int64)
    if len(feasts):
        feasts = feasts + rng.integers(-4, 3, len(feasts))
        world.pay(
            payer, to, at(rng, np.maximum(feasts, 0), habit), usd * rng.uniform(0.5, 1.6), manner=manner, cause=cause
        )
    asked = int(rng.poisson(2.2 * rng.gamma(0.8, 1.0)))
    if asked:
        # Load for the phone, medicine, a broken roof: small, at whatever hour the message comes in.
        extras = rng.lognormal(np.log(30), 0.7, asked)
        to_hand = at(rng, rng.integers(0, DAYS, asked), "evening" if rng.random() < 0.6 else "night")
        world.pay(payer, to, to_hand, extras, manner=manner, cause=_URGENT)


def _relatives(world: World, payer: Payer, country: str) -> list[Receiver]:
    """Whom a migrant keeps: some already kept by a brother or sister who lives in another of the app's countries."""
    rng = world.rng
    count = 1 + int(rng.poisson(0.9)) + (int(rng.integers(2, 6)) if rng.random() < 0.08 else 0)
    family = payer.name.partition(" ")[2]
    kin = []
    for _ in range(count):
        same = family if rng.random() < 0.55 else None
        kin.append(world.number(country, full_name(rng, ABROAD[country].culture, same)))
    return kin


def _visit(world: World, payer: Payer, country: str) -> None:
    start = int(world.rng.integers(20, DAYS - 30))
    payer.trip = (start, start + int(world.rng.integers(10, 32)), ABROAD[country].zone)


def keep_families(world: World) -> dict[str, list[Receiver]]:
    """Give migrants their families; returns the relatives by country, since siblings and strangers may pay them too."""
    rng = world.rng
    kept: dict[str, list[Receiver]] = {}
    collectors: dict[str, list[Receiver]] = {}
    for payer in world.payers:
        # Locals married into a family abroad send as well, if less often.
        country = payer.origin
        if country is None and payer.age > 24 and rng.random() < 0.012:
            lanes = sorted(ABROAD)
            country = lanes[int(rng.integers(len(lanes)))]
        if country is None or rng.random() < 0.12:
            continue
        if payer.trip is None and rng.random() < 0.18:
            _visit(world, payer, country)
        pool = kept.setdefault(country, [])
        kin = _relatives(world, payer, country)
        if pool and rng.random() < 0.2:
            kin[0] = pool[int(rng.integers(len(pool)))]
        pool.extend(kin[:1])
        base = 180 * payer.means * float(rng.lognormal(0, 0.5))
        for rank, relative in enumerate(kin):
            if rng.random() < (0.05 if rank else 0.02):
                support(world, payer, relative, base, 3, cause=_STUDY)
            else:
                support(world, payer, relative, base / (1 + 0.6 * rank), payer.payday)
        if rng.random() < 0.07:
            stands = collectors.setdefault(country, [])
            if len(stands) < world.scaled(5, 1):
                stands.append(world.number(country))
            stand = stands[int(rng.integers(len(stands)))]
            days = monthly(rng, payer.payday, 4.0, 0.5)
            world.pay(payer, stand, at(rng, days, "evening"), rng.uniform(15, 60), manner="round", cause=_VILLAGE)
    return kept
