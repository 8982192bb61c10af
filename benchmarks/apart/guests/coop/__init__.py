"""A practice world of a union of savings and credit societies, at home and overseas: every payment answers an ask."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from benchmarks.apart.kit.clock import Clock
from benchmarks.apart.kit.dice import Dice

from . import families, hearts, society
from .asks import Books
from .livestream import livestream
from .people import Register
from .tables import write
from .young import extortion, minors


def build(out: Path, seed: int, senders: int) -> dict[str, int]:
    """Write `payments.parquet` and `truth.parquet` to `out`; the same seed gives the same rows."""
    dice = Dice(seed * 7919 + 31)
    register = Register(dice, Clock(date(2023, 6, 1), 600))
    register.enrol(senders)
    books = Books(dice, register)
    homes = families.families(books)
    families.godparents(books, homes)
    families.students(books)
    society.groups(books)
    society.neighbours(books)
    society.youngsters(books)
    society.parishes(books)
    society.hubs(books)
    hearts.partners(books)
    hearts.friends_abroad(books)
    hearts.two_families(books)
    hearts.work(books)
    hearts.romance_fraud(books)
    apart = livestream(books, homes)
    apart |= extortion(books, apart)
    minors(books, apart)
    books.settle()
    return {"payments": write(books, out)}
