"""A finished run with as many leads as one asks for, about invented people.

Detection finds a dozen leads in a practice world, as it should: too few to measure a workspace by. So those are taken
for their words and reasons, and each of thousands of payers and receivers of a larger world gets one of them, over that
account's own payments. Who meets whom, how often, in which leads, and what everybody is called is the world's doing.
"""

from __future__ import annotations

import itertools
import json
import math
import random
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, timedelta
from pathlib import Path
from typing import Final

import polars as pl

from tanglaw.common.roles import Role
from tanglaw.lab.worlds import simulate
from tanglaw.leads.detection import detect
from tanglaw.leads.files import lead_of, write_leads
from tanglaw.leads.groups.files import read_groups, write_groups
from tanglaw.leads.groups.group import Group, Member, Tie
from tanglaw.leads.lead import Lead

SEED: Final = 7
_SMALL: Final = 3_000  # senders in the world that detection goes through
_MONTHS: Final = 24
_RECEIVING: Final = 0.3  # share of the leads that are about receivers
_SENDERS_A_LEAD: Final = 1.2
_LEAST: Final = 3  # payments of an account that a lead is about
_RATES: Final = {"AUD": 0.65, "SEK": 0.094, "EUR": 1.08, "GBP": 1.27, "USD": 1.0}
_GROUPED: Final = 6
_GROUPS: Final = 0.02  # a lead: about one in eight is in a group


def write_run(folder: Path, scratch: Path, count: int) -> None:
    """Write a run of `count` leads into a folder that is not there yet; the same one each time.

    Args:
        folder: for the run.
        scratch: for what it is made from.
        count: of leads.
    """
    found = _detected(scratch / "small")
    world = simulate(scratch / "large", int(count * _SENDERS_A_LEAD) + 50, _MONTHS, SEED)
    payments = _as_detected(pl.read_parquet(world.payments_path))
    chance = random.Random(SEED)  # noqa: S311 -- nothing secret: the same each time
    leads: list[Lead] = []
    behind: list[pl.DataFrame] = []
    roles: tuple[tuple[Role, int], ...] = (
        ("originator", count - int(count * _RECEIVING)),
        ("beneficiary", int(count * _RECEIVING)),
    )
    for role, wanted in roles:
        own = _of_the_busiest(payments, role, wanted, chance)
        made = _leads(role, own, found[role], len(leads), chance)
        leads += made
        behind.append(own.join(_ids(role, made), on=f"{role}_id"))
    folder.mkdir(parents=True)
    write_leads(folder, leads)
    write_groups(folder, _groups(leads, scratch / "small" / "results"))
    every = pl.concat(behind).select("lead_id", pl.exclude("lead_id"))
    every.write_parquet(folder / "lead_payments.parquet")
    run = json.loads((scratch / "small" / "results" / "run.json").read_text(encoding="utf-8"))
    run["counts"] |= {"read": payments.height, "accepted": payments.height}
    (folder / "run.json").write_text(json.dumps(run), encoding="utf-8")
    for name in ("lead_neighbours.parquet", "measures.parquet", "model.json"):  # what a filing reads, too
        shutil.copy(scratch / "small" / "results" / name, folder)


def _detected(folder: Path) -> Mapping[Role, Sequence[Sequence[Lead]]]:
    """Detect leads in a small world; return them by role and pattern."""
    world = simulate(folder / "world", _SMALL, _MONTHS, SEED, prevalence=0.02)
    detect([world.payments_path], folder / "results")
    leads = [lead_of(row) for row in pl.read_parquet(folder / "results" / "leads.parquet").iter_rows(named=True)]
    found: dict[Role, dict[str, list[Lead]]] = {"originator": {}, "beneficiary": {}}
    for lead in leads:
        found[lead.role].setdefault(lead.pattern, []).append(lead)
    return {role: [patterns[name] for name in sorted(patterns)] for role, patterns in found.items()}


def _as_detected(payments: pl.DataFrame) -> pl.DataFrame:
    """Add the columns of ``lead_payments.parquet`` that detection works out; rates and clocks are rough."""
    local = pl.col("executed_at").dt.replace_time_zone(None)
    return payments.with_columns(
        pl.col("amount").cast(pl.Decimal(38, 18)),
        usd=pl.col("amount").cast(pl.Float64)
        * pl.col("currency").replace_strict(_RATES, default=0.02, return_dtype=pl.Float64),
        originator_local=local + timedelta(hours=10),
        beneficiary_local=local + timedelta(hours=8),
        originator_entity="originator_id",
        beneficiary_entity="beneficiary_id",
        originator_clock=pl.lit("city"),
        beneficiary_clock=pl.lit("city"),
        time_known=pl.lit(value=True),
        received=pl.col("amount").cast(pl.Float64),
        received_currency="currency",
    )


def _of_the_busiest(payments: pl.DataFrame, role: str, wanted: int, chance: random.Random) -> pl.DataFrame:
    """Choose accounts, the hundred busiest among them, and return their payments."""
    counted = payments.group_by(f"{role}_id").len().filter(pl.col("len") >= _LEAST)
    accounts = counted.sort(["len", f"{role}_id"], descending=[True, False])[f"{role}_id"].to_list()
    assert len(accounts) >= wanted, f"the world has {len(accounts)} busy accounts of {role}s; expected {wanted}"
    busiest, rest = accounts[:100], accounts[100:]
    chosen = (busiest + chance.sample(rest, max(wanted - len(busiest), 0)))[:wanted]
    return payments.filter(pl.col(f"{role}_id").is_in(chosen)).sort("executed_at", "payment_id")


def _leads(
    role: Role, payments: pl.DataFrame, patterns: Sequence[Sequence[Lead]], before: int, chance: random.Random
) -> list[Lead]:
    """Make a lead a subject: words and reasons of a detected one, the subject's own payments and figures."""
    other = "beneficiary" if role == "originator" else "originator"
    own = payments.group_by(f"{role}_id").agg(
        "payment_id", first=pl.col("executed_at").min(), last=pl.col("executed_at").max(), usd=pl.col("usd").sum(),
        others=pl.col(f"{other}_id").n_unique(), names=pl.col(f"{role}_name").drop_nulls().unique().sort(),
    ).sort(f"{role}_id")  # fmt: skip
    made = []
    for number, row in enumerate(own.iter_rows(named=True), before + 1):
        like = chance.choice(patterns[number % len(patterns)])
        account, ids = row[f"{role}_id"], tuple(row["payment_id"])
        score = round(chance.uniform(0.01, 0.97), 6)
        weights = sum(reason.weight for reason in (*like.reasons, *like.against))
        odds = math.log(score / (1 - score))
        made.append(
            replace(
                like, lead_id=f"L-{number:012x}", rank=number, entity_id=account, subject_ids=(account,),
                name=None if like.protect else next(iter(row["names"]), None), names=tuple(row["names"]), joined_as="",
                joined_because=(), score=score, score_alone=score / 2, log_odds=odds,
                competition=like.prior + weights - odds, urgency=round(chance.random(), 3), payment_ids=ids,
                reasons=tuple(replace(reason, payment_ids=ids[:5]) for reason in like.reasons),
                first_seen=row["first"].astimezone(UTC), last_seen=row["last"].astimezone(UTC), payments=len(ids),
                total_usd=row["usd"], counterparties=row["others"],
            )
        )  # fmt: skip
    return made


def _ids(role: str, leads: Sequence[Lead]) -> pl.DataFrame:
    return pl.DataFrame({f"{role}_id": [lead.entity_id for lead in leads], "lead_id": [one.lead_id for one in leads]})


def _groups(leads: Sequence[Lead], detected: Path) -> list[Group]:
    """Put some of the leads into groups, each a chain of ties."""
    like = read_groups(detected)[0]
    made = []
    for rank, members in enumerate((leads[at : at + _GROUPED] for at in range(0, len(leads), _GROUPED)), 1):
        if rank > len(leads) * _GROUPS:
            break
        made.append(
            replace(
                like, group_id=f"G-{rank:012x}", rank=rank, shared=(), payment_ids=members[0].payment_ids,
                members=tuple(_member(lead) for lead in members),
                ties=tuple(Tie("payment", one.lead_id, next_.lead_id, 3, 90.0, None, ("Three payments.",))
                           for one, next_ in itertools.pairwise(members)),
            )
        )  # fmt: skip
    return made


def _member(lead: Lead) -> Member:
    return Member(
        lead.lead_id, lead.rank, lead.role, lead.pattern, lead.entity_id, lead.subject_ids, lead.score, lead.urgency,
        lead.protect, 1, lead.counterparties, lead.payments, ("Remit One",),
    )  # fmt: skip


if __name__ == "__main__":
    write_run(Path(sys.argv[1]) / "run", Path(sys.argv[1]) / "scratch", int(sys.argv[2]))
