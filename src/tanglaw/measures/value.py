"""Level, spread and roundness of the sums. The same for payers and receivers."""

from __future__ import annotations

import polars as pl

from tanglaw.common.roles import Role
from tanglaw.measures.measure import Measure
from tanglaw.measures.parts import at_least, given
from tanglaw.measures.tally import known, mean, median, most, quartile, total

_CENTS = pl.col("cents")
_LEVELS = (5, 10, 20, 35, 60, 100, 200, 400)


def measures(role: Role) -> tuple[Measure, ...]:
    """Give the value measures of one role."""
    side = "paid" if role == "originator" else "received"
    return (
        Measure(
            "median_usd", role, "value", "median payment", "US$", f"the median payment {side} is {{value}}",
            "Median payment in US dollars at the day's reference rate.",
            _LEVELS, median(_CENTS) / 100,
        ),
        Measure(
            "largest_usd", role, "value", "largest payment", "US$", f"the largest payment {side} is {{value}}",
            "Largest single payment in US dollars.",
            (20, 50, 100, 200, 400, 1000), most(_CENTS) / 100,
        ),
        Measure(
            "value_spread", role, "spread", "spread of the sums", "×",
            "the middle half of the sums spreads over {value} their median",
            "Interquartile range over median of the US dollar values: near 0 when one sum is repeated.",
            (0.05, 0.2, 0.5, 1, 2), at_least(4, (quartile(_CENTS, 3) - quartile(_CENTS, 1)) / median(_CENTS), _CENTS),
        ),
        Measure(
            "usd_per_month", role, "volume", "sum in an active month", "US$",
            f"{side} {{value}} in a month with payments",
            "US dollars over all payments, divided by the calendar months that have any.",
            (25, 75, 200, 500, 1500), given(known(_CENTS) > 0, total(_CENTS) / 100 / total(pl.col("new_month"))),
        ),
        Measure(
            "round_share", role, "round", "round sums", "share", "{value} of the sums are round in the currency sent",
            "Share of sums that are round (whole tens or better, relative to the currency) in the currency sent.",
            (0.1, 0.4, 0.7, 0.95), at_least(2, mean(pl.col("round") >= 1), pl.col("round")),
            concerns=pl.col("round") >= 1,
        ),
        Measure(
            "very_round_share", role, "round", "very round sums", "share",
            "{value} of the sums are very round in the currency sent",
            "Share of sums that are very round (fifties, hundreds, relative to the currency) in the currency sent.",
            (0.1, 0.4, 0.7, 0.95), at_least(2, mean(pl.col("round") >= 2), pl.col("round")),
            concerns=pl.col("round") >= 2,
        ),
        Measure(
            "round_abroad_share", role, "round", "round abroad", "share",
            "{value} of the sums come out round in the receiver's currency",
            "Share of sums that come closer to a round figure in the receiver's currency than nine in ten chance sums "
            "would, within a remitter's usual margin on the day's reference rate.",
            (0.1, 0.25, 0.5), at_least(3, mean(pl.col("round_abroad") >= 0.9), pl.col("round_abroad")),
            concerns=pl.col("round_abroad") >= 0.9,
        ),
    )  # fmt: skip
