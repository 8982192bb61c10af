"""What a journey leaves on a card."""

from __future__ import annotations

import numpy as np

from benchmarks.apart.guests.bank.names import CITIES, pick
from benchmarks.apart.guests.bank.world import World

CARRIERS = ("Nordvinge Air", "Polaris Reiser", "Sydvind Travel")


def travel(world: World, payer: int, at: float, land: str) -> None:
    """The ticket weeks ahead, then a hotel, meals and taxis in the country; holiday-makers leave the same."""
    rng = world.rng
    ticket = world.receivers.shop(pick(rng, CARRIERS), "NO")
    price = round(float(rng.uniform(5_500, 13_000)), 2)
    world.ledger.add(at - float(rng.uniform(6, 40)), price, payer, ticket, "ordinary", channel="card", category="4511")
    city = pick(rng, CITIES[land])
    for _ in range(int(rng.integers(2, 8))):
        place, category = (("Hotel", "7011"), ("Kitchen", "5812"), ("Market", "5411"), ("Taxi", "4121"))[
            int(rng.integers(4))
        ]
        shop = world.receivers.shop(f"{city} {place}", land)
        moment, paid = at + float(rng.uniform(0, 12)), float(np.round(rng.lognormal(6.0, 0.8), 2))
        world.ledger.add(moment, paid, payer, shop, "ordinary", channel="card", category=category)


def holidays_abroad(world: World) -> None:
    """Ordinary holidays, mostly in winter to Thailand, in summer to Britain and Germany."""
    rng = world.rng
    lands = ["TH", "GB", "DE", "US", "PH", "RO", "ID", "VN", "CO", "DO", "KE"]
    weights = [0.3, 0.2, 0.15, 0.1, 0.06, 0.04, 0.04, 0.04, 0.02, 0.03, 0.02]
    for payer in world.choose(world.people.ages() > 21, world.number(420, 8)):
        travel(world, payer, float(rng.uniform(20, 715)), str(rng.choice(lands, p=weights)))
