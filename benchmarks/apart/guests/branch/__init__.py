"""A money-transfer operator with branches: cash over the counter, cash picked up in many countries.

Payers are known by the document they show, receivers by name and city, so one person may hold several ids on either
side.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from . import crowd, tables
from .ledger import Ledger
from .people import People


def build(out: Path, seed: int, senders: int) -> dict[str, int]:
    """Write `payments.parquet` and `truth.parquet` to `out`; the same seed and senders give the same tables."""
    rng = np.random.default_rng([seed, senders])
    people = People(rng)
    ledger = Ledger(rng, people)
    crowd.gather(people, ledger, senders)
    return {"payments": tables.write(out, rng, people, ledger)}
