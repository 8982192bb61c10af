"""Practice world *diaspora*: an app remitter whose customers mostly support families in one or two countries.

Nearly everybody pays the same corridor, several relatives each, several payers a family; a minority of others came for
reasons of their own. Everything is invented; no row describes a real person.
"""

from __future__ import annotations

from pathlib import Path

from benchmarks.apart.guests.diaspora import bills, community, extortion, families, livestream, market, newcomers
from benchmarks.apart.guests.diaspora.table import payment_table
from benchmarks.apart.guests.diaspora.truth import truth_table
from benchmarks.apart.guests.diaspora.world import new_world

LOCALS = 0.14
"""Share of customers who are no migrants."""
LIVESTREAM_PAYERS = 40 / 14_000
EXTORTION_VICTIMS = 42 / 14_000


def build(out: Path, seed: int, senders: int) -> dict[str, int]:
    """Writes `payments.parquet` and `truth.parquet` into `out`.

    Args:
        out: Folder to write to; it is made if need be.
        seed: The same seed gives the same world.
        senders: How many people pay, about; 500 to 30,000.

    Returns:
        The number of payments.
    """
    world = new_world(seed)
    born_there = round(senders * LOCALS)
    families.settle(world, senders - born_there)
    newcomers.arrive(world, born_there)
    for family in world.families:
        families.support(world, family)
    community.gather(world)
    bills.settle_bills(world)
    newcomers.live(world)
    market.trade(world)
    livestream.buy(world, max(4, round(senders * LIVESTREAM_PAYERS)))
    extortion.extort(world, max(4, round(senders * EXTORTION_VICTIMS)))
    out.mkdir(parents=True, exist_ok=True)
    payments = payment_table(world)
    payments.write_parquet(out / "payments.parquet")
    truth_table(world).write_parquet(out / "truth.parquet")
    return {"payments": payments.height}
