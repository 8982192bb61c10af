"""A mid-size retail bank in Germany and Austria: a year of transfers, most of them at home.

Instant transfers, SEPA, correspondents and payout partners abroad (Romania, Philippines, Ukraine, Thailand, Brazil and
some more). A receiver is an account, or a partner's account and a name. The mechanisms are one file each; `build` runs
them all.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import numpy as np

from benchmarks.apart.guests.sepa.book import Book
from benchmarks.apart.guests.sepa.customers import open_accounts
from benchmarks.apart.guests.sepa.domestic import betting, clubs, friends, rent, second_hand
from benchmarks.apart.guests.sepa.extortion import extortion
from benchmarks.apart.guests.sepa.giving import donations, houses_abroad, students
from benchmarks.apart.guests.sepa.kin import collectors, debts, families
from benchmarks.apart.guests.sepa.livestream import livestream
from benchmarks.apart.guests.sepa.material import material
from benchmarks.apart.guests.sepa.minors import minors
from benchmarks.apart.guests.sepa.partners import partners, romance_fraud
from benchmarks.apart.guests.sepa.payees import Payees
from benchmarks.apart.guests.sepa.services import collectors_of_things, freelancers, performers, tutors
from benchmarks.apart.guests.sepa.table import payments
from benchmarks.apart.guests.sepa.truth import truth
from benchmarks.apart.guests.sepa.world import World
from benchmarks.apart.guests.sepa.youth import class_funds, game_items, pocket_money, small_jobs, tickets, wishes

_MECHANISMS: Final = (
    *(rent, friends, second_hand, clubs, betting),
    *(pocket_money, small_jobs, class_funds, game_items, tickets, wishes),
    *(families, debts, collectors, partners, romance_fraud),
    *(freelancers, tutors, collectors_of_things, performers),
    *(donations, students, houses_abroad),
    *(livestream, extortion, material, minors),
)


def build(out: Path, seed: int, senders: int) -> dict[str, int]:
    """Write `payments.parquet` and `truth.parquet` for about `senders` paying accounts.

    Returns the number of payments.
    """
    chance = [np.random.default_rng(one) for one in np.random.SeedSequence(seed).spawn(4 + len(_MECHANISMS))]
    customers = open_accounts(chance[0], senders)
    payees = Payees(chance[1])
    book = Book(chance[2], customers, payees)
    for mechanism, rng in zip(_MECHANISMS, chance[4:], strict=True):
        mechanism(World(rng, customers, payees, book))
    table = payments(chance[3], book)
    out.mkdir(parents=True, exist_ok=True)
    table.drop("payer", "payee", "kind", "birth_known").write_parquet(out / "payments.parquet")
    truth(book, table).write_parquet(out / "truth.parquet")
    return {"payments": table.height}
