"""The receiving side of live-streamed abuse: households in a few towns, and what else their numbers receive.

The adult who arranges things holds the first number; a relative's or neighbour's is used when hers is blocked, lost,
or when a payer is told to. Households of one town know each other and pass payers on. Their wallets are also ordinary
ones: an aunt abroad sends money, somebody orders a cake.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from benchmarks.apart.guests.union.chance import pick, scaled, weighted, yes
from benchmarks.apart.guests.union.clock import DAY, DAYS, every
from benchmarks.apart.guests.union.family import WORDS
from benchmarks.apart.guests.union.ledger import Manner
from benchmarks.apart.guests.union.receivers import Receiver
from benchmarks.apart.guests.union.world import World, a_stay, moments


@dataclass(frozen=True, slots=True)
class Household:
    """One household: its ring, its receivers, the days in which it answers, and how widely it is known."""

    ring: str
    receivers: tuple[Receiver, ...]
    begin: int
    end: int
    fame: float


def _one(world: World, rng: np.random.Generator, ring: str, country: str, city: str) -> Household:
    first = world.receivers.person(country, women=0.78, city=city, churn=0.3)
    members = [first]
    for _ in range(int(weighted(rng, {0: 0.48, 1: 0.34, 2: 0.13, 3: 0.05}))):
        surname = first.surname if yes(rng, 0.6) else ""
        members.append(world.receivers.person(country, women=0.6, surname=surname, city=city, churn=0.2))
    begin = int(rng.integers(-250, DAYS - 90))
    return Household(ring, tuple(members), begin, begin + int(rng.uniform(90, 620)), float(rng.lognormal(0, 0.8)))


def _ordinary_income(world: World, rng: np.random.Generator, household: Household) -> None:
    """Relatives abroad and small trade, on the same numbers and with the same words."""
    country = household.receivers[0].country
    emigrants = world.kin.get(country, [])
    helpers = [pick(rng, emigrants)[0] for _ in range(int(rng.poisson(0.7)))] if emigrants else []
    for helper in helpers:
        receiver = pick(rng, household.receivers)
        days = every(rng, *a_stay(rng, helper), float(rng.uniform(14, 60)), 0.7)
        sums = float(rng.lognormal(np.log(95), 0.4)) * rng.lognormal(0, 0.3, len(days))
        manner = Manner("family", WORDS, "send", 0.6, "family")
        world.ledger.pay(helper, receiver, moments(rng, helper, days), sums, manner)
    customers = [pick(rng, world.people) for _ in range(int(rng.poisson(0.6)))]
    for customer in customers:
        count = 1 + int(rng.integers(3))
        begin = int(rng.integers(DAYS - 30))
        at = begin * DAY + rng.integers(0, 30 * DAY, count)
        manner = Manner("hobby", ("order", "cake", "balance"), "get", 0.5, "goods")
        world.ledger.pay(customer, household.receivers[0], np.sort(at), rng.lognormal(np.log(25), 0.5, count), manner)


def facilitators(world: World, rng: np.random.Generator) -> list[Household]:
    """Rings of one to four households; about 15 households for 14,000 payers, so that most have several payers."""
    wanted = scaled(world.senders(), 15, 3)
    towns = {
        ("PH", "Iligan"): 20, ("PH", "Angeles"): 20, ("PH", "Cebu City"): 16, ("PH", "Bacoor"): 14, ("CO", "Cali"): 9,
        ("TH", "Udon Thani"): 7, ("RO", "Bacău"): 6, ("DO", "Sosúa"): 5, ("KE", "Mombasa"): 3,
    }  # fmt: skip
    households: list[Household] = []
    ring = 0
    while len(households) < wanted:
        country, city = weighted(rng, towns)
        ring += 1
        size = int(weighted(rng, {1: 0.4, 2: 0.3, 3: 0.2, 4: 0.1}))
        households.extend(_one(world, rng, f"ring-{ring:03d}", country, city) for _ in range(size))
    for household in households:
        _ordinary_income(world, rng, household)
    return households
