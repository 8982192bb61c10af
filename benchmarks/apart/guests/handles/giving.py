"""Gifts, pools and institutions: charities, collectors, landlords, schools, clinics."""

from __future__ import annotations

import numpy as np

from . import clock, notes
from .book import Account
from .daily import by_town
from .ledger import EXACT, ROUND, spread
from .world import World

_CAUSES = ("Hope", "Bright", "Open Hands", "Little Paws", "San Roque", "Harbour")
_FORMS = ("Fund", "Shelter", "Parish", "School", "Relief")


def write(world: World) -> None:
    """Causes near and far, neighbours who collect, and accounts that a whole town pays."""
    _charities(world)
    _collectors(world)
    _hubs(world)


def _charities(world: World) -> None:
    """A large one, and many small: shelters, parishes, a school far away; after a storm gifts come in a wave."""
    rng = world.rng
    lands = {"PH": 0.3, "KE": 0.12, "GH": 0.08, "US": 0.25, "GB": 0.1, "RO": 0.08, "MX": 0.07}
    for rank in range(world.scale(70, 3)):
        land = world.choose(lands)
        cause = world.book.open(land, float(rng.integers(28, 66)))
        cause.display = f"{rng.choice(_CAUSES)} {rng.choice(_FORMS)}"
        gifts = int(rng.gamma(0.8, 14)) + 2 if rank else world.scale(300, 10)
        for giver in world.some(world.members, gifts):
            if world.chance(0.3):
                days = clock.every(rng, 30.4, 1.0, int(rng.integers(0, 200)))
            else:
                peak = clock.TYPHOONS[int(rng.integers(2))] if land == "PH" else clock.CHRISTMAS
                near = rng.exponential(9, 1).astype(np.int64) + peak
                days = near if world.chance(0.5) else clock.some_days(rng, 1 + int(rng.poisson(0.7)))
            world.ledger.pay(
                giver.index, cause.index, clock.at(rng, days, "evening", giver.shift),
                float(spread(rng, 1, 25, 0.7)[0]), "donation", notes.pick(rng, "giving", days.size),
            )  # fmt: skip


def _collectors(world: World) -> None:
    """Team treasurers, gift pools, savings circles: one account, many small equal payments in a few days."""
    rng = world.rng
    for town in by_town(world, 17, 75):
        for holder in world.some(town, max(1, round(len(town) * 0.022))):
            others = world.some(town, int(rng.integers(5, 26)))
            share = float(spread(rng, 1, 22, 0.6)[0])
            rounds = 1 if world.chance(0.4) else int(rng.integers(3, 12))
            for day in clock.some_days(rng, rounds).tolist():
                paid = [other.index for other in others if world.chance(0.75)]
                days = day + rng.exponential(2.0, len(paid)).astype(np.int64)
                world.ledger.pay(
                    np.array(paid, dtype=np.int64), holder.index, clock.at(rng, days, "social"), share, "collecting",
                    notes.pick(rng, "pool", len(paid)),
                )  # fmt: skip


def _hubs(world: World) -> None:
    """A landlord, a school or a clinic in town, paid monthly or at term; a travel agent paid once or twice."""
    rng = world.rng
    for town in by_town(world, 19, 80):
        for _ in range(max(1, len(town) // 190)):
            hub = world.book.open(town[0].country, float(rng.integers(35, 66)), city=town[0].city)
            hub.display = f"{hub.family} {rng.choice(['Lettings', 'Clinic', 'Academy', 'Travel', 'Dental', 'Storage'])}"
            monthly = world.chance(0.5)
            price = 380.0 if monthly else 85.0
            for payer in world.some(town, int(rng.integers(8, 40))):
                _standing(world, payer, hub, price, monthly)


def _standing(world: World, payer: Account, hub: Account, price: float, monthly: bool) -> None:
    rng = world.rng
    if monthly:
        days = clock.every(rng, 30.4, 1.5, int(rng.integers(0, 220)))
    else:
        days = clock.some_days(rng, 1 + int(rng.poisson(1.0)))
    world.ledger.pay(
        payer.index, hub.index, clock.at(rng, days, "office", payer.shift), float(spread(rng, 1, price, 0.5)[0]),
        "hub_payment", notes.pick(rng, "hub", days.size), style=ROUND if monthly else EXACT,
    )  # fmt: skip
