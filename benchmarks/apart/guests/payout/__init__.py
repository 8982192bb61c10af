"""A practice world: a platform that carries tips, gigs and payouts to freelancers, performers and shops abroad.

Cards and wallets pay in, local payouts go out. Adults who tip adults are everyday and lawful here; so are assistants
paid by the week, families supported by migrants, and makers whose buyers wake at night. Prevalence is far above life's.
"""

from __future__ import annotations

from pathlib import Path

from benchmarks.apart.guests.payout import pages, population, tables
from benchmarks.apart.guests.payout.world import found

_OF_14000 = {"livestream": 40, "extortion": 42, "hidden": 16}


def build(out: Path, seed: int, senders: int) -> dict[str, int]:
    """Write `payments.parquet` and `truth.parquet` of a world with about this many payers."""
    number = {crime: max(4, round(count * senders / 14_000)) for crime, count in _OF_14000.items()}
    world = found(seed, senders)
    pages.share_flats(world)
    of_crime = number["livestream"] + number["extortion"] + 2 * number["hidden"]
    migrants, admirers = population.ordinary_lives(world, senders - of_crime)
    population.livestream_lives(world, number["livestream"], migrants, admirers)
    population.extortion_lives(world, number["extortion"])
    population.hidden_lives(world, number["hidden"])
    out.mkdir(parents=True, exist_ok=True)
    payments = tables.payments(world)
    payments.write_parquet(out / "payments.parquet")
    tables.truth(world).write_parquet(out / "truth.parquet")
    return {"payments": payments.height}
