"""Joins the accounts of persons and households in payments that are laid out already.

Only rows of joined accounts are written anew, to buckets of their own, under their entity's key. The buckets of all
others stay as they are; whoever reads them leaves out what was moved and puts entities on the other side
(:mod:`tanglaw.measures.kept`). So the cost follows the joined accounts and not the table.
"""

from __future__ import annotations

import math
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import polars as pl

from tanglaw.engines.layout import Buckets, BucketWriter
from tanglaw.identities.entities import Entities
from tanglaw.identities.names import read_names
from tanglaw.measures.joins import LEVEL, SIDE, Joins, SideJoins, replace_parties
from tanglaw.measures.rows import bare, both_parts, subject_key

if TYPE_CHECKING:
    from tanglaw.measures.intake import Intake
    from tanglaw.measures.parties import GatheredParties

_SEED: Final = 0x656E
_NAME: Final = pl.Schema({"s1": pl.UInt64, "s2": pl.UInt64, "s3": pl.UInt64})


@dataclass(frozen=True, slots=True)
class Joined:
    """Accounts that count as one party.

    Attributes:
        accounts: ``role, subject_id, entity_id, key``: one row a joined account, with its entity's id and bare key,
            sorted.
        sides: what those who read rows need to know.
        by_payer, by_receiver: the rows of joined payers, and of joined receivers, in buckets.
        entities: as the linkage found them.
    """

    accounts: pl.DataFrame
    sides: SideJoins
    by_payer: Buckets
    by_receiver: Buckets
    entities: Entities


def join_accounts(intake: Intake, entities: Entities, work: Path) -> Intake:
    """Join accounts.

    Args:
        intake: payments in buckets.
        entities: who is one person and who one household.
        work: folder for the buckets of joined accounts.

    Returns:
        The intake with the joined accounts; as it was where nobody is linked.
    """
    accounts = _accounts(entities.members)
    if not accounts.height:
        return intake
    share = accounts.height / max(intake.parties.combinations, 1)
    with ThreadPoolExecutor(len(SIDE)) as pool:  # one thread a side: while one writes, the other reads
        joins = [pool.submit(_joins, accounts.filter(role=role), intake.parties) for role in SIDE]
        sides = {side: found.result() for side, found in zip(SIDE.values(), joins, strict=True)}
        moving = {
            side: pool.submit(_move, buckets, sides, intake, work / f"joined-{side}", share)
            for side, buckets in (("o", intake.by_payer), ("b", intake.by_receiver))
        }
        moved = {side: of_side.result() for side, of_side in moving.items()}
    counted = pl.concat(
        accounts.filter((pl.col("role") == role) & subject_key(pl.col("subject_id")).is_in(moved[side][1].implode()))
        for role, side in SIDE.items()
    )
    return replace(intake, joined=Joined(counted, sides, moved["o"][0], moved["b"][0], entities))


def _accounts(members: pl.DataFrame) -> pl.DataFrame:
    """Give the accounts that share their role's level with another; a household of one payer each joins nobody."""
    found = [
        members.filter(pl.col("role") == role).select("role", "subject_id", entity_id=f"{level}_id")
        for role, level in LEVEL.items()
    ]
    accounts = pl.concat(found).filter(pl.len().over("role", "entity_id") > 1)
    return accounts.with_columns(key=bare(pl.col("entity_id").hash(_SEED))).sort("role", "entity_id", "subject_id")


def _joins(accounts: pl.DataFrame, parties: GatheredParties) -> Joins:
    recorded = parties.names(accounts.select("role", "subject_id"))
    surnames = read_names(recorded["name"]).select(_NAME.names())
    named = recorded.hstack(surnames).join(accounts, on=["role", "subject_id"])
    names = named.drop_nulls("s1").select(pl.col("key").alias("entity"), *_NAME.names()).unique().sort(pl.all())
    return Joins(
        accounts.select(account=subject_key(pl.col("subject_id")), entity="key").sort("account"),
        names.with_columns(choice=pl.int_range(1, pl.len() + 1, dtype=pl.UInt32).over("entity")),
    )


def _move(buckets: Buckets, sides: SideJoins, intake: Intake, folder: Path, share: float) -> tuple[Buckets, pl.Series]:
    """Write the rows of joined accounts under their entities' keys; tell which accounts have a payment left."""
    accounts = both_parts(sides[buckets.key].keys["account"])
    # Entities have about as many payments as others, so their buckets are about as large; two at least, for as many are
    # measured at a time.
    writer = BucketWriter(folder, buckets.key, max(2, math.ceil(len(buckets) * min(share, 1))), buckets.order)
    writer.write(buckets.schema.to_frame())
    paid = [accounts.clear()]
    for bucket in (accounts % len(buckets)).unique().sort():
        wanted = accounts.filter(accounts % len(buckets) == bucket)
        rows = buckets.read_keys(bucket, wanted).filter(~pl.col("row").is_in(intake.dropped.implode()))
        paid.append(rows.select(bare(pl.col(buckets.key))).to_series().unique())
        writer.write(replace_parties(rows, sides, intake.surname_shares))
    return writer.close(), pl.concat(paid)
