"""How well persons and households were found: pairs said, pairs true, pairs both."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from tanglaw.identities.entities import LEVELS, Entities


@dataclass(frozen=True, slots=True)
class Pairwise:
    """Pairs of subjects that are one person or one household.

    Attributes:
        level: person or household.
        true: pairs that truly are; ``said``: pairs said to be; ``hit``: both.
    """

    level: str
    true: int
    said: int
    hit: int

    @property
    def precision(self) -> float:
        """Share of the pairs said that are true; 1 where nothing was said."""
        return self.hit / self.said if self.said else 1.0

    @property
    def recall(self) -> float:
        """Share of the true pairs that were said; 1 where there is none."""
        return self.hit / self.true if self.true else 1.0


def pairwise(found: Entities, truth: pl.DataFrame) -> tuple[Pairwise, ...]:
    """Compare what was found with the truth, at both levels.

    Pairs are those within one group after clustering, not the links: a wrong link counts for every pair it brings
    about.

    Args:
        found: what `resolve` answered.
        truth: ``role, subject_id, person, household``; subjects it does not name are passed over.
    """
    placed = truth.join(found.members, on=["role", "subject_id"], how="left")
    return tuple(
        Pairwise(level, _pairs(placed, ["role", level]), _pairs(said := placed.drop_nulls(f"{level}_id"),
                 ["role", f"{level}_id"]), _pairs(said, ["role", f"{level}_id", level]))
        for level in LEVELS
    )  # fmt: skip


def _pairs(frame: pl.DataFrame, group: list[str]) -> int:
    sizes = frame.group_by(group).len().select(pl.col("len").cast(pl.Int64))
    return int(sizes.select((pl.col("len") * (pl.col("len") - 1) // 2).sum()).item())
