"""Who else pays whom I pay: evidence about a payer that lies with its receivers' other payers."""

from __future__ import annotations

import polars as pl

from tanglaw.measures.measure import Measure
from tanglaw.measures.pairs import HUB_PAYERS
from tanglaw.measures.parts import given
from tanglaw.measures.tally import PAYMENTS, distinct, mean, median, most, spread, total

_N = pl.col("n")
_SHARED = (pl.col("others") >= 1) & (pl.col("payers") < HUB_PAYERS) & pl.col("unrelated")
_UNRELATED = pl.col("unrelated")

MEASURES: tuple[Measure, ...] = (
    Measure(
        "shared_receivers", "originator", "company", "receivers shared with unrelated payers", "share",
        "{value} of the unrelated receivers are also paid by people who are kin neither to them nor to this payer",
        "Share of unrelated receivers, hubs left out, who have at least one other payer without sign of kinship "
        "(one receiver shared by unrelated payers of several institutions and countries: AUSTRAC).",
        (0.01, 0.25, 0.5, 0.75, 1), given(total(_UNRELATED) >= 1, total(_SHARED) / total(_UNRELATED)),
        concerns=pl.lit(value=True),
    ),
    Measure(
        "others_per_receiver", "originator", "company", "other payers of the receivers", "payers",
        "a typical unrelated receiver has {value} other unrelated payers",
        "Median number of other unrelated payers of this payer's unrelated receivers.",
        (0.5, 1.5, 2.5, 4.5, 8.5, 15.5, 40), median(pl.col("others"), _UNRELATED).cast(pl.Float64),
    ),
    Measure(
        "companions_receivers", "originator", "companions", "receivers of those who pay the same people", "receivers",
        "those who pay the same receivers typically pay {value} unrelated receivers themselves",
        "Mean number of unrelated receivers of the other payers of this payer's receivers, hubs left out.",
        (1.2, 2, 3, 5, 8, 13), mean(pl.col("companions"), _SHARED),
    ),
    Measure(
        "companions_countries", "originator", "companions", "countries of those who pay the same people", "countries",
        "a receiver is paid from {value} countries by unrelated people",
        "Most countries from which unrelated payers pay one of this payer's receivers, hubs left out.",
        (2, 3, 4), most(pl.col("countries"), _UNRELATED & (pl.col("payers") < HUB_PAYERS)).cast(pl.Float64),
    ),
    Measure(
        "companions_night", "originator", "companions_night", "night hours of those who pay the same people", "share",
        "those who pay the same receivers order {value} of their payments at night",
        "Mean night share of the other payers of this payer's receivers, hubs left out.",
        (0.1, 0.2, 0.35, 0.55), mean(pl.col("companions_night"), _SHARED),
    ),
    Measure(
        "companions_age", "originator", "companions_age", "ages of those who pay the same people", "years",
        "those who pay the same receivers are {value} years old on average",
        "Mean age of the other unrelated payers of this payer's receivers, hubs left out.",
        (20, 26, 32, 40, 50, 60), mean(pl.col("companions_age"), _SHARED), needs=("originator_birth_year",),
    ),
    Measure(
        "companions_loyalty", "originator", "companions_loyalty", "payments of those who pay the same people",
        "payments",
        "those who pay the same receivers paid them {value} times each",
        "Mean number of payments of the other unrelated payers to this payer's receivers, hubs left out.",
        (1.2, 1.8, 3, 6, 12), mean(pl.col("companions_loyalty"), _SHARED),
    ),
    Measure(
        "companions_usd", "originator", "companions_usd", "sums of those who pay the same people", "US$",
        "those who pay the same receivers pay {value} at a time on average",
        "Mean payment in US dollars of the other unrelated payers to this payer's receivers, hubs left out.",
        (10, 20, 35, 60, 100, 200, 400), mean(pl.col("companions_usd"), _SHARED),
    ),
    Measure(
        "companions_family", "originator", "companions_family", "kin of those who pay the same people", "share",
        "{value} of those who pay the same receivers also pay kin of their own",
        "Share of the other unrelated payers of this payer's receivers who also pay kin of their own, hubs left out.",
        (0.02, 0.2, 0.5, 0.8), mean(pl.col("companions_family"), _SHARED),
        needs=("originator_name", "beneficiary_name"),
    ),
    Measure(
        "hub_share", "originator", "organisation", "payments to hubs", "share",
        "{value} of the payments went to receivers whom very many pay",
        f"Share of payments to receivers with {HUB_PAYERS} payers or more (an agent, a landlord, a school, a shop).",
        (0.02, 0.3, 0.8), total(_N, pl.col("payers") >= HUB_PAYERS) / total(_N),
    ),
    Measure(
        "receivers_kin_elsewhere", "originator", "kin_elsewhere", "receivers with kin among other payers", "share",
        "{value} of the receivers are also paid by somebody of their own surname",
        "Share of unrelated receivers who are also paid by likely kin of theirs.",
        (0.02, 0.3, 0.7), given(total(_UNRELATED) >= 1, mean(pl.col("kin_payers") >= 1, _UNRELATED)),
        needs=("originator_name", "beneficiary_name"),
    ),
)  # fmt: skip


def messages(pairs: pl.DataFrame) -> pl.DataFrame:
    """Tell every pair of a receiver bucket what its payer may know of the receiver's other payers.

    Args:
        pairs: pairs of one bucket of receivers, from :func:`tanglaw.measures.pairs.with_payer`.

    Returns:
        ``o, b, n, unrelated`` and of the receiver ``payers``, ``others`` (unrelated payers but this one),
        ``companions`` (mean unrelated receivers of the others), ``companions_night``, ``countries``, ``kin_payers``.
    """
    unrelated = pl.col("unrelated")
    # What each unrelated payer brings; a receiver's total less one payer's own part is what the others bring.
    parts = {
        "unrelated": unrelated.cast(pl.Int64),
        "related": (~unrelated).cast(pl.Int64),
        "breadth": pl.when(unrelated).then("unrelated_receivers"),
        "night": pl.when(unrelated).then("payer_night"),
        "with_night": (unrelated & pl.col("payer_night").is_not_null()).cast(pl.Int64),
        "payments": pl.when(unrelated).then("n"),
        "usd": pl.when(unrelated).then("usd"),
        "families": (unrelated & (pl.col("kin_receivers") >= 1)).cast(pl.Int64),
        "age": pl.when(unrelated).then("age"),
        "aged": (unrelated & pl.col("age").is_not_null()).cast(pl.Int64),
    }
    mine = pairs.select("o", "b", "n", pl.col("unrelated").alias("is_unrelated"), "corridor", **parts)
    totals = spread(
        mine, "b",
        [
            PAYMENTS.cast(pl.Int64).alias("payers"),
            distinct(pl.col("corridor") // 65_536, pl.col("is_unrelated")).cast(pl.Int64).alias("countries"),
            *(total(pl.col(name)).alias(f"all_{name}") for name in parts),
        ],
    )  # fmt: skip
    others = {name: pl.col(f"all_{name}") - pl.col(name).fill_null(0) for name in parts}
    return mine.hstack(totals.drop("b")).select(
        "o", "b", "n", pl.col("is_unrelated").alias("unrelated"), "payers",
        others=others["unrelated"],
        companions=_share(others["breadth"], others["unrelated"]),
        companions_night=_share(others["night"], others["with_night"]),
        companions_loyalty=_share(others["payments"], others["unrelated"]),
        companions_usd=_share(others["usd"], others["payments"]),
        companions_family=_share(others["families"], others["unrelated"]),
        companions_age=_share(others["age"], others["aged"]),
        countries="countries",
        kin_payers=others["related"],
    )  # fmt: skip


def _share(value: pl.Expr, of: pl.Expr) -> pl.Expr:
    return pl.when(of > 0).then(value / of)
