"""A post bank in the Philippines: money from many countries through partners, and payments at home.

It knows its receivers well and its payers by what each partner cares to say.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import numpy as np

from benchmarks.apart.guests.postbank.affection import partners_abroad, romance_fraud
from benchmarks.apart.guests.postbank.extortion import extortion, mules_of_other_frauds
from benchmarks.apart.guests.postbank.families import migrants, neighbours, seafarers
from benchmarks.apart.guests.postbank.giving import donors, once_only, sponsors
from benchmarks.apart.guests.postbank.home import lives, pensions
from benchmarks.apart.guests.postbank.ledger import Ledger
from benchmarks.apart.guests.postbank.livestream import livestream
from benchmarks.apart.guests.postbank.minors import godparents, minor_purchases
from benchmarks.apart.guests.postbank.people import Population
from benchmarks.apart.guests.postbank.tables import entered, truth
from benchmarks.apart.guests.postbank.trade import employers, performers, sellers, tutors
from benchmarks.apart.guests.postbank.world import World

_HELD: Final = (
    "payment_id", "executed_at", "amount", "currency", "originator_id", "originator_country", "beneficiary_id",
    "beneficiary_country", "originator_name", "originator_birth_year", "originator_phone", "originator_device",
    "originator_city", "originator_account", "beneficiary_name", "beneficiary_birth_year", "beneficiary_phone",
    "beneficiary_city", "beneficiary_address", "beneficiary_account", "rail", "institution", "reference",
    "purpose_code", "status", "merchant_category",
)  # fmt: skip
"""The contract's columns that this institution has."""


def build(out: Path, seed: int, senders: int) -> dict[str, int]:
    """Write `payments.parquet` and `truth.parquet` of about `senders` payers in `out`."""
    rng = np.random.default_rng(seed)
    world = World(rng, senders, Population(rng, max(60, round(senders * 0.62))), Ledger(rng))
    # Ordinary life first: those who commit or suffer the crimes are taken from it, and keep theirs.
    workers = migrants(world, round(senders * 0.37))
    neighbours(world, workers)
    partners_abroad(world, round(senders * 0.025))
    employers(world, round(senders * 0.022))
    tutors(world)
    shops = sellers(world, round(senders * 0.055))
    performers(world)
    donors(world, round(senders * 0.025), workers)
    sponsors(world, round(senders * 0.02), workers)
    seafarers(world)
    once_only(world, round(senders * 0.065))
    romance_fraud(world)
    lives(world, round(senders * 0.36), shops)
    pensions(world)
    godparents(world)
    mules_of_other_frauds(world)
    livestream(world)
    extortion(world)
    minor_purchases(world)
    rows = entered(world.ledger, rng)
    out.mkdir(parents=True, exist_ok=True)
    rows.select(_HELD).write_parquet(out / "payments.parquet")
    truth(rows).write_parquet(out / "truth.parquet")
    return {"payments": rows.height}
