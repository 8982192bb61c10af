"""Who pays a receiver: how many without kinship, from where, at the same time or one after another."""

from __future__ import annotations

import polars as pl

from tanglaw.measures.measure import Measure
from tanglaw.measures.parts import given
from tanglaw.measures.tally import PAYMENTS, distinct, known, mean, median, most, total

_N = pl.col("n")
_PAIRS = PAYMENTS
_UNRELATED = pl.col("unrelated")
_ABROAD = pl.col("corridor") // 65_536 != pl.col("corridor") % 65_536
_KIN = ("originator_name", "beneficiary_name")

MEASURES: tuple[Measure, ...] = (
    Measure(
        "unrelated_payers", "beneficiary", "payers", "unrelated payers", "payers",
        "paid by {value} payers with no sign of kinship",
        "Distinct payers who share no uncommon surname with the receiver.",
        (1, 2, 3, 4, 5, 7, 10, 16, 40), total(_UNRELATED).cast(pl.Float64),
    ),
    Measure(
        "payer_countries", "beneficiary", "payer_countries", "payers' countries", "countries",
        "unrelated payers pay from {value} countries",
        "Distinct countries of the payers without sign of kinship.",
        (1, 2, 3, 4), distinct(pl.col("corridor") // 65_536, _UNRELATED).cast(pl.Float64),
    ),
    Measure(
        "kin_payers", "beneficiary", "kin", "payers who are likely kin", "share",
        "{value} of the payers share an uncommon surname with the receiver",
        "Share of payers with an uncommon surname in common with the receiver.",
        (0.02, 0.3, 0.6, 0.95), given(
            known(pl.col("kin")) >= 1, total(~_UNRELATED) / known(pl.col("kin"))
        ),
        needs=_KIN,
    ),
    Measure(
        "top_payer_share", "beneficiary", "spread_over", "share of the main payer", "share",
        "the main payer made {value} of the payments",
        "Share of payments made by the payer who paid most often; abstains under 4 payments.",
        (0.2, 0.35, 0.55, 0.8, 1), given(total(_N) >= 4, most(_N) / total(_N)),
    ),
    Measure(
        "single_payment_payers", "beneficiary", "loyalty", "payers who paid once", "share",
        "{value} of the payers paid only once",
        "Share of payers with a single payment to this receiver; abstains under 2 payers.",
        (0.1, 0.35, 0.65, 0.9), given(_PAIRS >= 2, mean(_N == 1)),
    ),
    Measure(
        "payers_in_bursts", "beneficiary", "loyalty", "payers who paid in one burst", "share",
        "{value} of the payers paid several times within ten days and never again",
        "Share of payers with two or more payments to this receiver, all within ten days.",
        (0.02, 0.15, 0.4), given(_PAIRS >= 1, mean((_N >= 2) & (pl.col("days") <= 10))),
    ),
    Measure(
        "payers_receivers", "beneficiary", "breadth", "receivers of its payers", "receivers",
        "its unrelated payers typically pay {value} unrelated receivers in all",
        "Median number of unrelated receivers of this receiver's unrelated payers.",
        (2, 3, 5, 8, 13), median(pl.col("unrelated_receivers"), _UNRELATED),
    ),
    Measure(
        "broad_payers", "beneficiary", "breadth", "payers with several unrelated receivers", "share",
        "{value} of its payers pay three or more unrelated receivers",
        "Share of payers who pay at least three receivers without sign of kinship; abstains under 2 payers.",
        (0.05, 0.25, 0.5, 0.8), given(_PAIRS >= 2, mean(pl.col("unrelated_receivers") >= 3)),
    ),
    Measure(
        "payers_with_family", "beneficiary", "payers_kin", "payers who support kin elsewhere", "share",
        "{value} of its unrelated payers also pay kin of their own",
        "Share of unrelated payers who also pay somebody with whom they share an uncommon surname.",
        (0.02, 0.2, 0.5, 0.8), given(
            total(_UNRELATED) >= 1, mean(pl.col("kin_receivers") >= 1, _UNRELATED)
        ),
        needs=_KIN,
    ),
    Measure(
        "payments_per_payer", "beneficiary", "loyalty", "payments per payer", "payments",
        "its unrelated payers paid {value} times each",
        "Mean payments of the receiver's unrelated payers to it.",
        (1.2, 1.8, 3, 6, 12), mean(_N, _UNRELATED),
    ),
    Measure(
        "grown_payers", "beneficiary", "payer_age", "payers of 35 to 70", "share",
        "{value} of its unrelated payers are between 35 and 70 years old",
        "Share of unrelated payers with a known year of birth who are 35 to 70 years old when they first pay.",
        (0.2, 0.5, 0.75, 0.95), given(
            known(pl.col("age"), _UNRELATED) >= 1,
            mean(pl.col("age").is_between(35, 70), _UNRELATED),
        ),
        needs=("originator_birth_year",),
    ),
    Measure(
        "payers_night", "beneficiary", "hours", "payers who order at night", "share",
        "{value} of its payers order more than a third of all their payments at night",
        "Share of payers who order over a third of all their payments, to anybody, between 21:00 and 05:00 their time.",
        (0.1, 0.35, 0.6, 0.85), mean(pl.col("payer_night") > 1 / 3),
    ),
    Measure(
        "from_abroad", "beneficiary", "abroad", "payers from abroad", "share",
        "{value} of the payers pay from another country",
        "Share of payers who pay from a country other than the receiver's.",
        (0.05, 0.5, 0.95), mean(_ABROAD),
    ),
)  # fmt: skip

ROW_MEASURES: tuple[Measure, ...] = (
    Measure(
        "payers_in_a_month", "beneficiary", "payers", "payers in one month", "payers",
        "paid by {value} different payers in one and the same month",
        "Most distinct payers in one calendar month.",
        (2, 3, 4, 6, 10, 20), most(pl.col("pairs_in_month")).cast(pl.Float64),
    ),
    Measure(
        "new_payers_in_a_month", "beneficiary", "arrivals", "new payers in one month", "payers",
        "paid for the first time by {value} payers in one and the same month",
        "Most first-time payers in one calendar month.",
        (2, 3, 4, 6, 10), most(pl.col("new_in_month")).cast(pl.Float64),
    ),
)  # fmt: skip
