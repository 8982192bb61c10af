"""Two Norwegian retail banks: whole lives of customers, with a few small payments abroad among many at home."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from benchmarks.apart.guests.bank.almanac import DAYS
from benchmarks.apart.guests.bank.extortion import extort
from benchmarks.apart.guests.bank.giving import give
from benchmarks.apart.guests.bank.hidden import hide
from benchmarks.apart.guests.bank.home import stay_home
from benchmarks.apart.guests.bank.kin import keep_families
from benchmarks.apart.guests.bank.ledger import Ledger
from benchmarks.apart.guests.bank.minors import buy_from_minors
from benchmarks.apart.guests.bank.moves import change_accounts
from benchmarks.apart.guests.bank.partners import deceive_lonely, love_abroad
from benchmarks.apart.guests.bank.people import make_people
from benchmarks.apart.guests.bank.receivers import Receivers
from benchmarks.apart.guests.bank.shops import shop_around
from benchmarks.apart.guests.bank.table import payment_table
from benchmarks.apart.guests.bank.trades import buy_abroad
from benchmarks.apart.guests.bank.travel import holidays_abroad
from benchmarks.apart.guests.bank.truth import truth_table
from benchmarks.apart.guests.bank.world import World
from benchmarks.apart.guests.bank.youth import grow_up


def build(out: Path, seed: int, senders: int) -> dict[str, int]:
    """Write `payments.parquet` and `truth.parquet` into `out`; the same seed gives the same rows.

    What is sent abroad or hidden is drawn first, because shops and friends get what it leaves in the purse.
    """
    rng = np.random.default_rng([seed, 1814])
    people = make_people(rng, senders)
    world = World(rng, people, Receivers(rng, people), Ledger(), senders / 14_000)
    for live in (
        hide, extort, buy_from_minors, keep_families, love_abroad, deceive_lonely, buy_abroad, give, holidays_abroad,
        grow_up, stay_home, shop_around,
    ):  # fmt: skip
        live(world)
    rows = change_accounts(world, world.ledger.table(DAYS))
    out.mkdir(parents=True, exist_ok=True)
    payments = payment_table(world, rows)
    payments.write_parquet(out / "payments.parquet")
    truth_table(world, rows).write_parquet(out / "truth.parquet")
    return {"payments": payments.height}
