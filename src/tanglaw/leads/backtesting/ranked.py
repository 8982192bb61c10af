"""The leads of one period by rank, without their reasons: the very ones that ``detect`` would have written then."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import polars as pl

from tanglaw.leads.minors import protects
from tanglaw.leads.ranking import attention, choose_leads
from tanglaw.leads.role_scoring import RoleScoring
from tanglaw.leads.urgency import urgency
from tanglaw.leads.writing import lead_id

RANKED: Final = pl.Schema(
    {"lead_id": pl.String(), "role": pl.String(), "entity_id": pl.String(), "subject_ids": pl.List(pl.String()),
     "pattern": pl.String(), "protect": pl.Boolean(), "score": pl.Float64(), "urgency": pl.Float64(),
     "rank": pl.Int64()}
)  # fmt: skip


def ranked(scorings: Sequence[RoleScoring], until: int) -> pl.DataFrame:
    """Give the leads in rank order.

    Args:
        scorings: payers and receivers, once the network has spoken.
        until: last instant of the data, UTC seconds.
    """
    leads = []
    for scoring in scorings:
        for explanation in scoring.patterns:
            pattern = scoring.scored.patterns[explanation]
            posterior = 1 / (1 + (-pl.Series(scoring.scored.log_odds(explanation))).exp())
            for candidate in choose_leads(scoring.scored, explanation, scoring.leading(explanation)).candidates:
                facts = scoring.subjects.row(candidate.row, named=True)
                entity, score = facts["subject_id"], float(posterior[candidate.row])
                level = urgency(pattern, facts, until).level
                name = lead_id(pattern.id, entity)
                held = list(scoring.accounts.of(entity))
                leads.append((name, scoring.role, entity, held, pattern.id, protects(pattern, facts), score, level))
    leads.sort(key=lambda lead: (-attention(lead[6], lead[7]), lead[0]))
    rows = [(*lead, rank) for rank, lead in enumerate(leads, 1)]
    return pl.DataFrame(rows, schema=RANKED, orient="row")
