"""From parties to persons and households."""

from __future__ import annotations

from pathlib import Path

import polars as pl

from tanglaw.common.progress import Progress
from tanglaw.identities.decided import NOTHING_DECIDED, Decided
from tanglaw.identities.entities import Entities


def resolve(
    parties: pl.DataFrame | pl.LazyFrame | Path,
    *,
    decided: Decided = NOTHING_DECIDED,
    engine: str = "local",
    progress: Progress | None = None,
) -> Entities:
    """Find which subjects are one person and which one household.

    Args:
        parties: ``entities.PARTY_SCHEMA``, in memory, lazy, or a folder of Parquet files.
        decided: what people decided; it wins.
        engine: ``local`` or ``spark``: where the linkage model runs.
        progress: where to report.
    """
    raise NotImplementedError  # the shapes are agreed first
