"""Tell all stories and write the two tables."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import polars as pl

from tanglaw.payments.columns import BY_NAME

from . import (
    collectors,
    days,
    everyday,
    extortion,
    families,
    giving,
    households,
    hubs,
    knowledge,
    livestream,
    material,
    minors,
    partners,
    places,
    trade,
    youth,
)
from .casting import Casting
from .chance import Chance
from .ledger import Ledger
from .people import Numbers, customers
from .receivers import Book
from .truth import truth
from .world import World

_INSTITUTION = "Norrbro Bank"


def build(out: Path, seed: int, senders: int) -> dict[str, int]:
    """Write `payments.parquet` and `truth.parquet`.

    Args:
        out: Folder to write in; made when missing.
        seed: The same seed gives the same tables.
        senders: How many customers pay; a few strangers of other banks come on top.

    Returns:
        How many payments there are.
    """
    chance = Chance(seed)
    numbers = Numbers(chance)
    people = customers(chance, numbers, senders)
    world = World(chance, numbers, people, Book(chance, numbers), Ledger(chance))
    _ordinary_and_crime(world)
    out.mkdir(parents=True, exist_ok=True)
    payments = _payments(chance, world.ledger)
    payments.write_parquet(out / "payments.parquet")
    truth(world.ledger).write_parquet(out / "truth.parquet")
    return {"payments": payments.height}


def _ordinary_and_crime(world: World) -> None:
    """Ordinary life first, for everybody: those who take part in a crime are then drawn from people who have one."""
    youth.pocket_money(world)
    youth.odd_jobs(world)
    youth.class_trips(world)
    youth.ticket_cheats(world)
    youth.debts(world)
    everyday.live(world)
    families.support(world)
    families.students(world)
    partners.partners(world)
    partners.romance_fraud(world)
    trade.hobbies(world)
    trade.performers(world)
    trade.freelancers(world)
    giving.donations(world)
    firms = hubs.Hubs(world)
    hubs.customers_of_hubs(world, firms)
    casting = Casting(world)
    homes = households.households(world)
    households.honest_relatives(world, homes)
    livestream.livestream(world, casting, firms, homes)
    extortion.extortion(world, casting, firms, collectors.rings(world, casting))
    material.material(world, casting)
    minors.minors(world, casting)


def _payments(chance: Chance, ledger: Ledger) -> pl.DataFrame:
    """The ledger with what the bank knows, in order of time; ids follow that order."""
    columns: dict[str, object] = {
        "executed_at": days.to_utc(np.array(ledger.seconds, dtype=np.int64)),
        "amount": [f"{cents // 100}.{cents % 100:02d}" for cents in ledger.cents],
        "currency": ledger.currencies,
        "originator_id": ledger.accounts,
        "originator_country": [places.HOME] * len(ledger.accounts),
        "beneficiary_id": [receiver.subject for receiver in ledger.receivers],
        "beneficiary_country": [receiver.country for receiver in ledger.receivers],
        **knowledge.originators(chance, ledger),
        **knowledge.beneficiaries(chance, ledger),
        "rail": ledger.rails,
        "institution": [_INSTITUTION] * len(ledger.accounts),
        "reference": [reference or None for reference in ledger.references],
        "status": ledger.statuses,
    }
    frame = pl.DataFrame(columns, strict=False)
    frame = frame.with_columns(pl.col("executed_at").dt.replace_time_zone("UTC"))
    frame = frame.sort("executed_at", "originator_id", maintain_order=True).with_row_index("row")
    frame = frame.with_columns(payment_id=pl.format("N{}", pl.col("row").cast(pl.String).str.zfill(8))).drop("row")
    ordered = [name for name in BY_NAME if name in frame.columns]
    return frame.select(pl.col(name).cast(BY_NAME[name].dtype) for name in ordered)
