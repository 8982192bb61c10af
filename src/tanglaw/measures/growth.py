"""Do the sums grow and the gaps shorten, and do they do so together?"""

from __future__ import annotations

import polars as pl

from tanglaw.common.roles import Role
from tanglaw.measures.measure import Measure
from tanglaw.measures.parts import correlation

_POSITION = pl.col("position")
_LOG_GAP = pl.col("log_gap")


def measures(role: Role) -> tuple[Measure, ...]:
    """Give the growth measures of one role."""
    return (
        Measure(
            "value_trend", role, "growth", "growth of the sums", "correlation",
            "the correlation of the sums with time is {value} (above 0 they grow)",
            "Correlation of the log of the sum with the payment's place in the sequence; abstains under 5 payments. "
            "Amounts rise as payments go on (AIC T&I 589, 2020).",
            (-0.3, 0.1, 0.3, 0.6), correlation(pl.col("log_usd"), _POSITION, 5),
        ),
        Measure(
            "gap_trend", role, "growth", "shortening of the gaps", "correlation",
            "the correlation of the gaps with time is {value} (below 0 they shorten)",
            "Correlation of the log of the gap with the payment's place in the sequence; negative when gaps shorten; "
            "abstains under 6 gaps (AIC T&I 589, 2020).",
            (-0.5, -0.2, 0.1, 0.4), correlation(_LOG_GAP, _POSITION, 6),
        ),
        Measure(
            "sums_with_gaps", role, "growth", "sums against gaps", "correlation",
            "the correlation of each sum with the wait before it is {value} (below 0 larger sums follow shorter waits)",
            "Correlation of the log of the sum with the log of the gap before it; abstains under 6 gaps. Negative "
            "where larger sums follow shorter waits (AIC T&I 589, 2020, found the two significantly correlated).",
            (-0.4, -0.15, 0.15, 0.4), correlation(pl.col("log_usd"), _LOG_GAP, 6),
        ),
    )  # fmt: skip
