"""The rows that count: repeated payments left out, and joined accounts under their entity's key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from tanglaw.engines.layout import Buckets
from tanglaw.measures.intake import Intake
from tanglaw.measures.joins import SideJoins, replace_parties


@dataclass(frozen=True, slots=True)
class Kept:
    """What decides which rows count. Picklable, for it goes to an engine's workers.

    Attributes:
        surname_shares: how common each surname is.
        dropped: running numbers of repeated payments, None where there are none.
        joins: which accounts are joined, None where none are.
    """

    surname_shares: pl.DataFrame
    dropped: pl.Series | None
    joins: SideJoins | None

    @classmethod
    def of(cls, intake: Intake) -> Kept:
        """Take from an intake what is needed."""
        dropped = intake.dropped if intake.dropped.len() else None
        return cls(intake.surname_shares, dropped, intake.joined.sides if intake.joined else None)

    def rows(self, rows: pl.DataFrame, side: str) -> pl.DataFrame:
        """Give the rows that count.

        Args:
            rows: of a bucket laid out by `side`, of accounts or of entities.
            side: ``"o"`` or ``"b"``.
        """
        if self.dropped is not None:
            rows = rows.filter(~pl.col("row").is_in(self.dropped.implode()))
        if self.joins is None:
            return rows
        moved = self.joins[side].concerns(rows[side])
        return replace_parties(rows.filter(~moved) if moved.any() else rows, self.joins, self.surname_shares)


def buckets_of(intake: Intake, side: str) -> tuple[Buckets, ...]:
    """Give everything laid out by payer (``"o"``) or receiver (``"b"``): single accounts, then joined ones."""
    own = intake.by_payer if side == "o" else intake.by_receiver
    if intake.joined is None:
        return (own,)
    return own, intake.joined.by_payer if side == "o" else intake.joined.by_receiver


def rows_of(intake: Intake, side: str, keys: pl.Series) -> Iterator[pl.DataFrame]:
    """Give the rows of some subjects, bucket by bucket, each subject's together and in order.

    Args:
        intake: payments in buckets.
        side: ``"o"`` or ``"b"``.
        keys: hashed ids of accounts or entities.
    """
    kept = Kept.of(intake)
    for buckets in buckets_of(intake, side):
        for bucket in range(len(buckets)):
            wanted = keys.filter(keys % len(buckets) == bucket)
            if wanted.len() and buckets.rows[bucket]:
                rows = kept.rows(buckets.read_keys(bucket, wanted), side)
                if rows.height:
                    yield rows
