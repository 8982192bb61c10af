"""How often, how regularly, in what bursts."""

from __future__ import annotations

import polars as pl

from tanglaw.common.roles import Role
from tanglaw.measures.measure import Measure
from tanglaw.measures.parts import at_least, given, regularity
from tanglaw.measures.prepare import DAY
from tanglaw.measures.tally import PAYMENTS, deviation, first, last, mean, median, most, total

_DAYS = (last(pl.col("t")) - first(pl.col("t"))) / DAY
_OCCASIONS = total(pl.col("new_day"))


def measures(role: Role) -> tuple[Measure, ...]:
    """Give the rhythm measures of one role."""
    side = "paid" if role == "originator" else "received"
    return (
        Measure(
            "payments", role, "count", "number of payments", "payments", f"{side} {{value}} times",
            "Number of payments.",
            (2, 3, 5, 9, 17, 33, 65, 129), PAYMENTS.cast(pl.Float64),
        ),
        Measure(
            "payments_per_month", role, "pace", "payments in an active month", "payments",
            f"{side} {{value}} times in a month with payments",
            "Payments divided by the calendar months that have any.",
            (1.2, 1.6, 2.5, 4, 8), at_least(3, PAYMENTS / total(pl.col("new_month"))),
        ),
        Measure(
            "median_gap", role, "pace", "gap between payments", "days", "the median gap between payments is {value}",
            "Median gap between one payment and the next. Prolific payers' gaps were under 20 days "
            "(AIC T&I 634, 2021).",
            (0.1, 1, 4, 8, 13, 20, 27, 35, 60), at_least(3, median(pl.col("pause")) / DAY),
        ),
        Measure(
            "peak_month", role, "pace", "busiest month", "payments", f"{side} {{value}} times in the busiest month",
            "Most payments in one calendar month.",
            (2, 3, 4, 6, 9, 15), at_least(2, most(pl.col("in_month"))),
        ),
        Measure(
            "busiest_week_share", role, "burst", "share in the busiest week", "share",
            "{value} of all payments fall in one week",
            "Share of all payments that fall in the busiest calendar week; abstains under 3 payments.",
            (0.15, 0.3, 0.5, 0.8), at_least(3, most(pl.col("in_week")) / PAYMENTS),
        ),
        Measure(
            "active_days", role, "span", "time from first to last payment", "days",
            "the first and the last payment are {value} apart",
            "Days between first and last payment; abstains for a single payment.",
            (1, 7, 30, 90, 180, 365), at_least(2, _DAYS),
        ),
        Measure(
            "silence", role, "stop", "silence at the end", "days",
            "the last payment lies {value} before the end of the data",
            "Days from the subject's last payment to the last payment in the data.",
            (14, 45, 90, 180), (last(pl.col("until")) - last(pl.col("t"))) / DAY,
        ),
        Measure(
            "quick_share", role, "quick", "quick further payments", "share",
            "{value} of the payments follow another within two hours",
            "Share of payments made within two hours of the one before (a further payment in one session).",
            (0.01, 0.05, 0.15, 0.35), at_least(2, mean(pl.col("quick")), pl.col("quick")),
            concerns=pl.col("quick"),
        ),
        Measure(
            "payday_regularity", role, "payday", "payday rhythm", "share",
            "payments keep to fixed days of the month or week by {value} (100% is always the same day)",
            "How much payments keep to one part of the month, fortnight or week, whichever is most regular (0-1); "
            "abstains under 5 days with payments or under 60 days.",
            (0.1, 0.3, 0.5, 0.75),
            given(
                (_OCCASIONS >= 5) & (_DAYS >= 60),
                pl.max_horizontal(regularity("monthly"), regularity("fortnightly"), regularity("weekly")),
            ),
        ),
        Measure(
            "gap_evenness", role, "payday", "evenness of the gaps", "×",
            "the standard deviation of the gaps is {value} their mean",
            "Standard deviation of the gaps over their mean: near 0 for a standing order, above 1 for clusters; "
            "abstains under 4 gaps.",
            (0.25, 0.5, 0.8, 1.2, 1.8),
            at_least(4, deviation(pl.col("gap")) / mean(pl.col("gap")).clip(0.01), pl.col("gap")),
        ),
    )  # fmt: skip
