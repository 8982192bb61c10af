"""Practice world `fastpay`: a year of an instant-payment bank on an island, at home and abroad."""

from __future__ import annotations

from pathlib import Path

from . import extortion, giving, hearts, home_life, kin_abroad, livestream, material, minors, trade, work
from .dice import Dice
from .ledger import Ledger
from .people import Registry
from .table import payments
from .truth import truth
from .world import World


def build(out: Path, seed: int, senders: int) -> dict[str, int]:
    """Write `payments.parquet` and `truth.parquet` in `out`; the same seed and size give the same tables."""
    dice = Dice(seed)
    registry = Registry(dice)
    customers = [registry.customer() for _ in range(senders)]
    world = World(dice, registry, Ledger(dice), customers, senders / 14_000)
    # Families come first: kin share a surname, and a surname once recorded stays.
    kin_abroad.families(world)
    kin_abroad.students(world)
    home_life.holidays(world)
    home_life.bills(world)
    home_life.shops(world)
    home_life.friends(world)
    home_life.collectors(world)
    hearts.partners(world)
    work.freelancers(world)
    work.tutors(world)
    work.babysitters(world)
    giving.donors(world)
    trade.sellers(world)
    trade.market(world)
    trade.performers(world)
    trade.game_traders(world)
    minors.allowances(world)
    material.adult_sites(world)
    livestream.purchases(world)
    extortion.extortion(world)
    minors.purchases(world)
    material.purchases(world)
    hearts.romance_fraud(world)
    out.mkdir(parents=True, exist_ok=True)
    entries = world.ledger.entries
    table = payments(entries, dice)
    table.write_parquet(out / "payments.parquet")
    truth(entries).write_parquet(out / "truth.parquet")
    return {"payments": table.height}
