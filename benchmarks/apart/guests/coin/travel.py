"""Journeys: a ticket bought weeks before, then cards and small payments from the other country."""

from __future__ import annotations

import numpy as np

from .accounts import Account
from .days import moments, spread
from .everyday import card_spree
from .kinds import Kind
from .places import PLACES
from .sums import around
from .world import World


def visit(
    world: World, payer: Account, *, country: str, day: int, host: Account | None = None, kind: Kind | None = None
) -> None:
    """A flight to `country`, weeks of cards there, and, when somebody is visited, money handed over by handle."""
    rng = world.rng
    airline = world.shop("airline tickets", "US")
    when = moments(rng, np.array([day - int(rng.integers(6, 60))]), "evening", payer.shift)
    card_spree(world, payer, airline, when, around(rng, 780, 0.35, 1), mcc="4511")
    stay = spread(rng, int(rng.integers(4, 14)), day, day + int(rng.integers(7, 25)))
    hotel = world.shop(f"rooms {rng.choice(PLACES[country].cities)}", country)
    when = moments(rng, stay, "waking")
    card_spree(world, payer, hotel, when, around(rng, 38, 0.6, len(stay)), mcc="7011", where=country)
    if host is not None and kind is not None:
        handed = stay[:: int(rng.integers(2, 6))]
        world.ledger.pay(
            payer, host, moments(rng, handed, "waking"), around(rng, 40, 0.4, len(handed)), kind,
            agreed="theirs", where=country,
        )  # fmt: skip


def journeys(world: World) -> None:
    """Migrants go home, others on holiday."""
    rng = world.rng
    for payer in world.payers:
        if payer.origin != payer.country and rng.random() < 0.16:
            visit(world, payer, country=payer.origin, day=int(rng.choice([95, 165, 205, 345])) + int(rng.integers(9)))
        elif payer.age > 20 and rng.random() < 0.04:
            visit(world, payer, country=world.homeland(), day=int(rng.integers(20, 350)))
