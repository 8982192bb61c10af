"""Superapp: the payment arm of a chat app in Britain, France, South Korea and the United States.

Friends pay friends at home, and users send abroad to wallets and bank accounts by telephone number; one receiver id per
number, names as receivers set them, devices and birth years of payers known, a word or two beside a third of payments.
"""

from __future__ import annotations

from pathlib import Path

from benchmarks.apart.guests.superapp.accounts import first_accounts, moved_relatives, second_accounts
from benchmarks.apart.guests.superapp.courtship import love_abroad, swindled_hearts
from benchmarks.apart.guests.superapp.extortion import extort
from benchmarks.apart.guests.superapp.family import keep_families
from benchmarks.apart.guests.superapp.home_life import live_at_home
from benchmarks.apart.guests.superapp.livestream_payers import pay_for_livestream, tip_performers
from benchmarks.apart.guests.superapp.market import trade_by_chat
from benchmarks.apart.guests.superapp.material import sell_material
from benchmarks.apart.guests.superapp.minors import pay_minors
from benchmarks.apart.guests.superapp.tables import ledger, payments, subject_ids
from benchmarks.apart.guests.superapp.truth import truth
from benchmarks.apart.guests.superapp.world import World


def build(out: Path, seed: int, senders: int) -> dict[str, int]:
    """Write `payments.parquet` and `truth.parquet` of one world of this many payers into `out`."""
    world = World(seed, senders)
    # Crimes come before ordinary lives, so that joining and travelling days hold for both.
    pay_for_livestream(world)
    extort(world)
    pay_minors(world)
    sell_material(world)
    live_at_home(world)
    stalls = trade_by_chat(world)
    tip_performers(world, stalls["tip"])
    keep_families(world)
    love_abroad(world)
    swindled_hearts(world)
    moved_relatives(world)
    accounts = first_accounts(world)
    changed, aside = second_accounts(world, accounts)
    rows = ledger(world, changed, aside)
    payer_ids = subject_ids(world, "SA", len(accounts))
    number_ids = subject_ids(world, "PN", len(world.receivers))
    table = payments(world, rows, accounts, payer_ids, number_ids)
    out.mkdir(parents=True, exist_ok=True)
    table.write_parquet(out / "payments.parquet")
    truth(world, rows, accounts, payer_ids, number_ids).write_parquet(out / "truth.parquet")
    return {"payments": len(table)}
