"""Which accounts a scored subject stands for: itself, or all that the linkage took for one person or household."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

import polars as pl

from tanglaw.measures.intake import Intake
from tanglaw.measures.rows import bare

_SCHEMA: Final = pl.Schema({"subject_id": pl.String, "entity_id": pl.String, "key": pl.UInt64})


@dataclass(frozen=True)
class Accounts:
    """The joined accounts of one role.

    Attributes:
        joined: ``subject_id, entity_id, key``, one row a joined account; ``key`` is the entity's. Sorted.
    """

    joined: pl.DataFrame = field(default_factory=_SCHEMA.to_frame)

    @classmethod
    def of_role(cls, role: str, intake: Intake) -> Accounts:
        """Take a role's joined accounts from an intake."""
        return cls(intake.joined.accounts.filter(role=role).drop("role")) if intake.joined else cls()

    @cached_property
    def _by_entity(self) -> dict[str, tuple[str, ...]]:
        grouped = self.joined.group_by("entity_id", maintain_order=True).agg("subject_id")
        return {entity: tuple(accounts) for entity, accounts in grouped.iter_rows()}

    def of(self, entity: str) -> tuple[str, ...]:
        """Give a subject's accounts, sorted; an account that nobody joined is its own only one."""
        return self._by_entity.get(entity, (entity,))

    def entities(self, accounts: pl.Series) -> pl.Series:
        """Give the entity of each account; an account that nobody joined is its own."""
        looked_up = accounts.to_frame("subject_id").join(
            self.joined, on="subject_id", how="left", maintain_order="left"
        )
        return looked_up.select(pl.coalesce("entity_id", "subject_id").alias(accounts.name)).to_series()

    def spread(self, subjects: pl.DataFrame) -> pl.DataFrame:
        """Give a row to every account.

        Args:
            subjects: one or more rows a subject, whose ``entity_id`` is an entity's or an account's own.

        Returns:
            The rows with ``subject_id``, an entity's as often as it has accounts, in order.
        """
        joined = self.joined.select("entity_id", "subject_id")
        many = subjects.join(joined, on="entity_id", how="left", maintain_order="left_right")
        return many.with_columns(pl.coalesce("subject_id", "entity_id").alias("subject_id"))

    def name(self, subjects: pl.DataFrame) -> pl.DataFrame:
        """Put an entity's id in the place of its first account's.

        Args:
            subjects: ``key`` and ``subject_id``.
        """
        ids = self.joined.select("key", "entity_id").unique("key", keep="first", maintain_order=True)
        named = subjects.with_columns(bare(pl.col("key"))).join(ids, on="key", how="left", maintain_order="left")
        return named.with_columns(pl.coalesce("entity_id", "subject_id").alias("subject_id")).drop("entity_id")


def with_entities(payments: pl.DataFrame) -> pl.DataFrame:
    """Take every account for its own entity where payments (of a run that joined none) do not say whose it is."""
    roles = [role for role in ("originator", "beneficiary") if f"{role}_entity" not in payments.columns]
    return payments.with_columns(pl.col(f"{role}_id").alias(f"{role}_entity") for role in roles)
