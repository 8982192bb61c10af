"""A practice world: a mobile-money operator whose wallets are paid from many countries and pay each other.

Numbers of telephones are the ids. The operator knows its own wallets well and foreign senders only as far as the
partner that sent the money passes them on. Everything in it is invented.
"""

from __future__ import annotations

from pathlib import Path

from benchmarks.apart.guests.momo.accounts import Directory
from benchmarks.apart.guests.momo.causes import causes
from benchmarks.apart.guests.momo.dice import Dice
from benchmarks.apart.guests.momo.export import payments
from benchmarks.apart.guests.momo.extortion import extortion
from benchmarks.apart.guests.momo.families import migrants, support, trusted_neighbours
from benchmarks.apart.guests.momo.ledger import Ledger
from benchmarks.apart.guests.momo.livestream import livestream
from benchmarks.apart.guests.momo.material import material, minors
from benchmarks.apart.guests.momo.neighbourhood import home_life
from benchmarks.apart.guests.momo.strangers import assemble, foreign_life, outward_life
from benchmarks.apart.guests.momo.trade import club_orders, trades
from benchmarks.apart.guests.momo.truth import truth
from benchmarks.apart.guests.momo.world import World, settle


def build(out: Path, seed: int, senders: int) -> dict[str, int]:
    """Writes `payments.parquet` and `truth.parquet` into `out`; about `senders` ids pay."""
    dice = Dice(seed)
    world = World(dice, senders, Directory(dice), Ledger(dice))
    settle(world)
    shop, known = trades(world), causes(world)
    abroad = migrants(world)
    for migrant in abroad:
        support(world, migrant)
    trusted_neighbours(world, abroad)
    cast = assemble(world, shop, known)
    foreign_life(world, cast)
    home_payers = home_life(world, shop, known)
    west = outward_life(world, home_payers)
    youth = [a for a in [*world.foreigners, *home_payers] if a.age < 27]
    club_orders(world, youth, shop)
    livestream(world, home_payers, cast)
    extortion(world, home_payers, west, shop)
    material(world, home_payers)
    minors(world, home_payers)
    table = payments(world.ledger, dice)
    out.mkdir(parents=True, exist_ok=True)
    table.write_parquet(out / "payments.parquet")
    truth(world.ledger.entries).write_parquet(out / "truth.parquet")
    return {"payments": table.height}
