"""Whom a payer pays: how many, how new, how concentrated, where, and whether they are kin."""

from __future__ import annotations

import polars as pl

from tanglaw.measures.measure import Measure
from tanglaw.measures.parts import given
from tanglaw.measures.tally import PAYMENTS, commonest, distinct, known, mean, most, total

_N = pl.col("n")
_PAIRS = PAYMENTS
_UNRELATED = pl.col("unrelated")
_CITY = pl.col("city")
_LIKELIHOOD = pl.col("kin")
_NAMESAKE = pl.col("namesake")
_ORGANISATION = pl.col("organisation")
_KIN = ("originator_name", "beneficiary_name")
_ABROAD = pl.col("corridor") // 65_536 != pl.col("corridor") % 65_536

MEASURES: tuple[Measure, ...] = (
    Measure(
        "receivers", "originator", "receivers", "different receivers", "receivers", "paid {value} different receivers",
        "Distinct receivers.",
        (2, 3, 4, 5, 7, 10, 16, 31), _PAIRS.cast(pl.Float64),
    ),
    Measure(
        "unrelated_receivers", "originator", "receivers", "unrelated receivers", "receivers",
        "paid {value} receivers with no sign of kinship",
        "Distinct receivers who share no uncommon surname with the payer.",
        (1, 2, 3, 4, 5, 7, 10, 16, 31), total(_UNRELATED).cast(pl.Float64), needs=_KIN,
    ),
    Measure(
        "top_receiver_share", "originator", "spread_over", "share of the main receiver", "share",
        "the main receiver got {value} of the payments",
        "Share of payments that went to the receiver paid most often; abstains under 4 payments.",
        (0.2, 0.35, 0.55, 0.8, 1), given(total(_N) >= 4, most(_N) / total(_N)),
    ),
    Measure(
        "new_receiver_rate", "originator", "spread_over", "rate of new receivers", "share",
        "{value} of the payments went to somebody for the first time",
        "Distinct receivers over payments; abstains under 4 payments.",
        (0.06, 0.12, 0.25, 0.5, 0.8), given(total(_N) >= 4, _PAIRS / total(_N)),
    ),
    Measure(
        "receivers_abroad", "originator", "abroad", "receivers abroad", "share",
        "{value} of the receivers live in another country",
        "Share of receivers who are paid in a country other than the payer's.",
        (0.05, 0.5, 0.95), mean(_ABROAD),
    ),
    Measure(
        "receiver_cities", "originator", "cities", "receivers' cities", "cities",
        "unrelated receivers live in {value} cities",
        "Distinct cities of receivers without sign of kinship; abstains under 2 such receivers.",
        (2, 3, 4, 6), given(
            known(_CITY, _UNRELATED) >= 2, distinct(_CITY, _UNRELATED)
        ),
        needs=("beneficiary_city",),
    ),
    Measure(
        "receivers_in_one_city", "originator", "cities", "receivers in one city", "share",
        "{value} of the receivers live in the same city",
        "Share of receivers with a known city who live in the commonest one; abstains under 3.",
        (0.35, 0.55, 0.8, 1), given(
            known(_CITY) >= 3, commonest(_CITY) / known(_CITY)
        ),
        needs=("beneficiary_city",),
    ),
    Measure(
        "receivers_share_surname", "originator", "kin", "receivers who share a surname", "share",
        "{value} of the receivers share a surname with another of them",
        "Share of receivers who bear the same surname as another of the payer's receivers; abstains under 3 receivers.",
        (0.01, 0.35, 0.7), given(known(_NAMESAKE) >= 3, mean(_NAMESAKE)), needs=("beneficiary_name",),
    ),
    Measure(
        "kin_share", "originator", "kin", "payments to likely kin", "share",
        "{value} of the payments went to somebody who shares an uncommon surname with the payer",
        "Share of payments that went to a receiver with an uncommon surname in common with the payer.",
        (0.02, 0.25, 0.6, 0.95), given(
            known(_LIKELIHOOD) >= 1,
            total(_N, ~_UNRELATED) / total(_N, _LIKELIHOOD.is_not_null()),
        ),
        needs=_KIN,
    ),
    Measure(
        "fleeting_receivers", "originator", "fleeting", "receivers paid for a short time", "share",
        "{value} of the receivers were paid over less than three weeks",
        "Share of receivers whose first and last payment lie under 21 days apart; abstains under 2 receivers.",
        (0.1, 0.4, 0.7, 0.95), given(_PAIRS >= 2, mean(pl.col("days") < 21)),
    ),
    Measure(
        "to_organisations", "originator", "organisation", "payments to organisations", "share",
        "{value} of the payments went to organisations",
        "Share of payments to receivers whose name is an organisation's.",
        (0.05, 0.5, 0.95), given(known(_ORGANISATION) >= 1, total(_N, _ORGANISATION) / total(_N)),
        needs=("beneficiary_name",),
    ),
    Measure(
        "destinations", "originator", "destinations", "destination countries", "countries",
        "payments went to {value} countries",
        "Distinct countries of the receivers.",
        (2, 3, 4), distinct(pl.col("corridor") % 65_536).cast(pl.Float64),
    ),
)  # fmt: skip
