"""A person-to-person payment app known by handles, used in twenty countries, as one practice world.

People split bills, sell, tip, teach, give and send home; a few pay for crimes against children, and a few children pay
because they are extorted. All of it is invented.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from . import daily, extortion, family, giving, livestream, material, minors, partners, sellers, work
from .tables import payments
from .truth import truth
from .world import settle

__all__ = ["build"]


def build(out: Path, seed: int, senders: int) -> dict[str, int]:
    """Write `payments.parquet` and `truth.parquet` in `out`; returns the number of payments."""
    world = settle(np.random.default_rng(seed), senders)
    # Ordinary life comes first, so that those whom a crime enlists already have one.
    for story in (daily, family, sellers, work, giving, partners, livestream, extortion, minors, material):
        story.write(world)
    # Ids say nothing about when or why an account was opened.
    ids = [f"usr_{number:07d}" for number in world.rng.permutation(len(world.book.accounts)).tolist()]
    table = payments(world, ids)
    out.mkdir(parents=True, exist_ok=True)
    table.write_parquet(out / "payments.parquet")
    truth(world, ids).write_parquet(out / "truth.parquet")
    return {"payments": table.height}
