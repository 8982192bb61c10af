"""``weights.parquet``: what every measure weighs for the subjects near the top, leads or not.

With it two runs can be compared to the last nat, also where a subject is a lead in one of them only.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
import polars as pl

from tanglaw.leads.role_scoring import RoleScoring, highest

WEIGHED: Final = 2_000
"""So many subjects of each pattern are written, the most probable; ten times as many as become leads."""

NOT_MEASURES: Final = ("prior", "network", "known", "competition")
"""Parts of the log-odds that are no measure; all count as added, but the competition, which is taken off."""


def write_weights(path: Path, scorings: Sequence[RoleScoring]) -> None:
    """Write the parts of the log-odds: ``role, subject_id, pattern, log_odds``, :data:`NOT_MEASURES`, the measures.

    One row an account, those of one entity alike. All in nats; null where a measure abstained or the pattern expects
    nothing of it. ``log_odds`` is the sum of the measures, ``prior``, ``network`` and ``known``, less ``competition``.
    """
    frames = [_weights(scoring, explanation) for scoring in scorings for explanation in scoring.patterns]
    pl.concat(frames, how="diagonal").write_parquet(path)


def _weights(scoring: RoleScoring, explanation: int) -> pl.DataFrame:
    model, scored = scoring.model, scoring.scored
    odds = scored.log_odds(explanation)
    leading = scoring.leading(explanation)
    rows = highest(np.where(leading, odds, -np.inf), min(WEIGHED, len(scoring.starts)))
    few = scored.rows(rows)
    pattern = scored.patterns[explanation]
    columns: dict[str, object] = {
        "log_odds": odds[rows],
        "prior": np.full(len(rows), np.log(pattern.prior.share) - scored.offsets[explanation]),
        "network": few.network[:, explanation],
        "known": few.known[:, explanation],
        "competition": few.competition(explanation),
    }
    cell = model.evidence.cells_of(rows)
    for column, (measure, table) in enumerate(zip(scoring.measures, model.nats, strict=True)):
        if model.shares[explanation][column] is None:
            continue
        band = model.evidence.codes[rows, column]
        heard = band < len(measure.bands)
        nats = table[cell, np.where(heard, band, 0), explanation] * scored.trust[explanation]
        columns[measure.id] = pl.Series(np.where(heard, nats, np.nan).astype(np.float32), nan_to_null=True)
    subjects = scoring.subjects["subject_id"].gather(rows)
    named = scoring.accounts.spread(pl.DataFrame({"entity_id": subjects, **columns}))
    return named.select(
        pl.lit(scoring.role).alias("role"), "subject_id", pl.lit(pattern.id).alias("pattern"),
        pl.all().exclude("subject_id", "entity_id"),
    )  # fmt: skip
