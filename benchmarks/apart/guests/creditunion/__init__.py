"""Credit unions of three countries on one core system: remittances through one partner, instant transfers at home.

A member's instant transfer names an e-mail address or telephone; where it belongs to a fellow member, the core system
puts the membership number. Abroad a payee is whatever record the partner's form made, so one person may have several.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from benchmarks.apart.guests.creditunion import (
    at_home,
    causes,
    extortion,
    families,
    livestream,
    minors,
    partners,
    tables,
    truth,
    work,
    youngsters,
)
from benchmarks.apart.guests.creditunion.world import befriended, found

_LIVES = (at_home, youngsters, families, partners, work, causes, livestream, extortion, minors)


def build(out: Path, seed: int, senders: int) -> dict[str, int]:
    """Write `payments.parquet` and `truth.parquet` of a world with `senders` members; returns how many payments."""
    world = found(np.random.default_rng([seed, 20230701]), senders)
    for part in _LIVES:
        part.live(world)
    befriended(world)
    out.mkdir(parents=True, exist_ok=True)
    rows = tables.payments(world)
    rows.write_parquet(out / "payments.parquet")
    truth.table(world).write_parquet(out / "truth.parquet")
    return {"payments": rows.height}
