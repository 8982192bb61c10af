"""Ages, only as published: the payer's age band, a receiver who may be a minor, and the gap between them."""

from __future__ import annotations

import polars as pl

from tanglaw.common.roles import Role
from tanglaw.measures.measure import Measure
from tanglaw.measures.parts import at_least
from tanglaw.measures.tally import least, median

_YEAR = pl.col("year").cast(pl.Int32)
_O = _YEAR - pl.col("o_year")
_B = _YEAR - pl.col("b_year")
_AGES = (14, 18, 20, 26, 32, 40, 50, 60, 70)


def measures(role: Role) -> tuple[Measure, ...]:
    """Give the age measures of one role."""
    payer, receiver = ("originator_birth_year",), ("beneficiary_birth_year",)
    if role == "originator":
        own = Measure(
            "payer_age", role, "age", "payer's age", "years", "the payer is {value} years old",
            "Payer's age at the median payment. Known payers were 27–82, mostly 50s and 60s (AIC T&I 589); "
            "nine in ten children extorted are boys of 14–17 (Thorn/NCMEC 2024).",
            _AGES, at_least(1, median(_O), _O), needs=payer,
        )  # fmt: skip
        young = Measure(
            "youngest_receiver", role, "age", "youngest receiver", "years",
            "the youngest receiver is {value} years old",
            "Age of the youngest receiver at the time of payment.",
            (16, 18, 21, 26, 36, 50), at_least(1, least(_B), _B), needs=receiver, concerns=_B < 26,
        )  # fmt: skip
    else:
        own = Measure(
            "receiver_age", role, "age", "receiver's age", "years", "the receiver is {value} years old",
            "Receiver's age at the median payment.",
            (16, 18, 21, 26, 36, 50, 65), at_least(1, median(_B), _B), needs=receiver,
        )  # fmt: skip
        young = Measure(
            "payers_age", role, "payer_age", "payers' ages", "years",
            "half of the payments come from payers of {value} years or younger",
            "Median age of the payers over all payments.",
            _AGES, at_least(1, median(_O), _O), needs=payer,
        )  # fmt: skip
    gap = Measure(
        "age_gap", role, "age", "age gap", "years", "the payer is typically {value} years older than the receiver",
        "Payer's age minus receiver's age, median over payments.",
        (-15, -5, 5, 15, 25, 40), at_least(1, median(_O - _B), _O - _B), needs=payer + receiver,
        says_below="the payer is typically {value} years younger than the receiver",
    )  # fmt: skip
    return own, young, gap
