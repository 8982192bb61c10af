"""A practice world of a distributor of airtime, vouchers and small wallet transfers: balances run down."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from benchmarks.apart.kit.clock import Clock
from benchmarks.apart.kit.dice import Dice

from . import family, market, young
from .livestream import livestream
from .phones import Directory
from .tables import write
from .till import Till

DAYS = 450


def build(out: Path, seed: int, senders: int) -> dict[str, int]:
    """Write `payments.parquet` and `truth.parquet` to `out`; the same seed gives the same rows."""
    dice = Dice(seed * 104_729 + 5)
    book = Directory(dice, DAYS)
    book.enrol(senders)
    till = Till(dice, Clock(date(2024, 2, 1), DAYS), book, bonus=set(dice.sample(range(DAYS), DAYS // 18)))
    lines = family.families(till)
    family.hearts(till)
    family.godparents(till, lines)
    family.students(till)
    family.romance_fraud(till)
    market.shops(till, lines)
    market.resellers(till)
    market.gamers(till)
    market.work(till)
    apart = livestream(till, lines)
    apart |= young.extortion(till, apart)
    young.minors(till, apart)
    young.material(till, apart)
    return {"payments": write(till, out)}
