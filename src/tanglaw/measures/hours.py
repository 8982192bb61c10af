"""The payer's local time of day."""

from __future__ import annotations

import polars as pl

from tanglaw.common.roles import Role
from tanglaw.measures.measure import Measure
from tanglaw.measures.parts import at_least
from tanglaw.measures.tally import mean


def measures(role: Role) -> tuple[Measure, ...]:
    """Give the time-of-day measures of one role."""
    return (
        Measure(
            "night_share", role, "hours", "late evening, night, early morning", "share",
            "{value} of the payments were ordered between 21:00 and 05:00, payer's local time",
            "Share of payments ordered between 21:00 and 05:00 in the payer's local time (FATF 2025; "
            "ECPAT Sweden 2024).",
            (0.05, 0.2, 0.4, 0.6, 0.8), at_least(2, mean(pl.col("night")), pl.col("minute")),
            concerns=pl.col("night"),
        ),
        Measure(
            "small_hours_share", role, "hours", "small hours", "share",
            "{value} of the payments were ordered between midnight and 05:00, payer's local time",
            "Share of payments ordered between 00:00 and 05:00 in the payer's local time.",
            (0.02, 0.1, 0.25, 0.5), at_least(3, mean(pl.col("small_hours")), pl.col("minute")),
            concerns=pl.col("small_hours"),
        ),
    )  # fmt: skip
