"""Practice world `coin`: a hosted wallet for a dollar stablecoin and a few currencies, with a card.

People pay each other by handle across borders, send to outside addresses, pay creators, shops and freelancers, and cash
out in their own country. All people, payments and figures are invented; mechanisms follow published guidance.
"""

from __future__ import annotations

from pathlib import Path

from .cashout import cashouts
from .everyday import everyday
from .extortion import extortion
from .families import families
from .hearts import hearts
from .hidden import material, minors
from .hubs import hubs
from .livestream import livestream
from .table import payments
from .trades import trades
from .travel import journeys
from .truth import truth
from .world import populate

__all__ = ["build"]


def build(out: Path, seed: int, senders: int) -> dict[str, int]:
    """Write `payments.parquet` and `truth.parquet` into `out`; return how many payments there are."""
    world = populate(seed, senders)
    shops = everyday(world)
    families(world)
    trades(world)
    hubs(world)
    journeys(world)
    hearts(world)
    households = livestream(world)
    extortion(world, shops)
    material(world)
    minors(world)
    cashouts(world, households)
    table = payments(world)
    out.mkdir(parents=True, exist_ok=True)
    table.write_parquet(out / "payments.parquet")
    truth(world).write_parquet(out / "truth.parquet")
    return {"payments": len(table)}
