"""One run from nobody to a register: people, their lives, the crimes, the institutions' reports, the truth."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from benchmarks.apart.guests.bureau import companies, couples, kin, trade
from benchmarks.apart.guests.bureau.extortion import extortion
from benchmarks.apart.guests.bureau.ledger import ledger
from benchmarks.apart.guests.bureau.livestream import livestream
from benchmarks.apart.guests.bureau.material import material
from benchmarks.apart.guests.bureau.payee_accounts import payee_accounts
from benchmarks.apart.guests.bureau.payer_accounts import payer_accounts
from benchmarks.apart.guests.bureau.people import population
from benchmarks.apart.guests.bureau.reports import reports
from benchmarks.apart.guests.bureau.routing import carriers
from benchmarks.apart.guests.bureau.stage import Stage
from benchmarks.apart.guests.bureau.truth import truth


def build(out: Path, seed: int, senders: int) -> dict[str, int]:
    """Write `payments.parquet` and `truth.parquet` of a world with `senders` payers; the same seed gives the same."""
    rng = np.random.default_rng([seed, 77_003])
    stage = Stage(population(rng, senders))
    _live(stage, rng)
    book = ledger(stage, rng)
    institution = carriers(rng, book, senders)
    payer_place, payer_table = payer_accounts(rng, book, institution, stage.people)
    payee_place, payee_table = payee_accounts(rng, book, institution, payer_place, stage.receivers)
    payers, payees = payer_table[payer_place], payee_table[payee_place]
    payments = reports(rng, stage, book, institution=institution, payers=payers, payees=payees)
    out.mkdir(parents=True, exist_ok=True)
    payments.write_parquet(out / "payments.parquet")
    truth(stage, book, payers, payees).write_parquet(out / "truth.parquet")
    return {"payments": payments.height}


def _live(stage: Stage, rng: np.random.Generator) -> None:
    """Let ordinary life happen first; crimes come upon people who already have one."""
    kin.families(stage, rng)
    kin.married_in(stage, rng)
    couples.partners(stage, rng)
    hired = couples.romance_frauds(stage, rng)
    couples.friends(stage, rng)
    trade.employers(stage, rng)
    trade.learners(stage, rng)
    trade.collectors_of_things(stage, rng)
    trade.gamers(stage, rng)
    trade.cheated_buyers(stage, rng)
    watchers = trade.watchers(stage, rng)
    companies.donors(stage, rng)
    companies.students(stage, rng)
    companies.hubs(stage, rng)
    companies.players(stage, rng)
    companies.subscribers(stage, rng)
    livestream(stage, rng, watchers)
    extortion(stage, rng, hired)
    material(stage, rng)
    companies.one_offs(stage, rng)
