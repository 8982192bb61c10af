"""Who else pays whom I pay: evidence about a payer that lies with its receivers' other payers."""

from __future__ import annotations

import polars as pl

from tanglaw.measures.measure import Measure
from tanglaw.measures.pairs import HUB_PAYERS
from tanglaw.measures.parts import given

_N = pl.col("n")
_SHARED = (pl.col("others") >= 1) & (pl.col("payers") < HUB_PAYERS) & pl.col("unrelated")
_UNRELATED = pl.col("unrelated")

MEASURES: tuple[Measure, ...] = (
    Measure(
        "shared_receivers", "originator", "company", "receivers shared with unrelated payers", "share",
        "{value} of the unrelated receivers are also paid by people who are kin neither to them nor to this payer",
        "Share of unrelated receivers, hubs left out, who have at least one other payer without sign of kinship "
        "(one receiver shared by unrelated payers of several institutions and countries: AUSTRAC).",
        (0.01, 0.25, 0.5, 0.75, 1), given(_UNRELATED.sum() >= 1, _SHARED.sum() / _UNRELATED.sum()),
        concerns=pl.lit(value=True),
    ),
    Measure(
        "others_per_receiver", "originator", "company", "other payers of the receivers", "payers",
        "a typical unrelated receiver has {value} other unrelated payers",
        "Median number of other unrelated payers of this payer's unrelated receivers.",
        (0.5, 1.5, 2.5, 4.5, 8.5, 15.5, 40), pl.col("others").filter(_UNRELATED).median().cast(pl.Float64),
    ),
    Measure(
        "companions_receivers", "originator", "companions", "receivers of those who pay the same people", "receivers",
        "those who pay the same receivers typically pay {value} unrelated receivers themselves",
        "Mean number of unrelated receivers of the other payers of this payer's receivers, hubs left out.",
        (1.2, 2, 3, 5, 8, 13), pl.col("companions").filter(_SHARED).mean(),
    ),
    Measure(
        "companions_countries", "originator", "companions", "countries of those who pay the same people", "countries",
        "a receiver is paid from {value} countries by unrelated people",
        "Most countries from which unrelated payers pay one of this payer's receivers, hubs left out.",
        (2, 3, 4), pl.col("countries").filter(_UNRELATED & (pl.col("payers") < HUB_PAYERS)).max().cast(pl.Float64),
    ),
    Measure(
        "companions_night", "originator", "companions_night", "night hours of those who pay the same people", "share",
        "those who pay the same receivers order {value} of their payments at night",
        "Mean night share of the other payers of this payer's receivers, hubs left out.",
        (0.1, 0.2, 0.35, 0.55), pl.col("companions_night").filter(_SHARED).mean(),
        needs=("originator_timezone", "originator_city"),
    ),
    Measure(
        "companions_age", "originator", "companions_age", "ages of those who pay the same people", "years",
        "those who pay the same receivers are {value} years old on average",
        "Mean age of the other unrelated payers of this payer's receivers, hubs left out.",
        (20, 26, 32, 40, 50, 60), pl.col("companions_age").filter(_SHARED).mean(), needs=("originator_birth_year",),
    ),
    Measure(
        "companions_loyalty", "originator", "companions_loyalty", "payments of those who pay the same people", "payments",
        "those who pay the same receivers paid them {value} times each",
        "Mean number of payments of the other unrelated payers to this payer's receivers, hubs left out.",
        (1.2, 1.8, 3, 6, 12), pl.col("companions_loyalty").filter(_SHARED).mean(),
    ),
    Measure(
        "companions_usd", "originator", "companions_usd", "sums of those who pay the same people", "US$",
        "those who pay the same receivers pay {value} at a time on average",
        "Mean payment in US dollars of the other unrelated payers to this payer's receivers, hubs left out.",
        (10, 20, 35, 60, 100, 200, 400), pl.col("companions_usd").filter(_SHARED).mean(),
    ),
    Measure(
        "companions_family", "originator", "companions_family", "kin of those who pay the same people", "share",
        "{value} of those who pay the same receivers also pay kin of their own",
        "Share of the other unrelated payers of this payer's receivers who also pay kin of their own, hubs left out.",
        (0.02, 0.2, 0.5, 0.8), pl.col("companions_family").filter(_SHARED).mean(),
        needs=("originator_name", "beneficiary_name"),
    ),
    Measure(
        "hub_share", "originator", "organisation", "payments to hubs", "share",
        "{value} of the payments went to receivers whom very many pay",
        f"Share of payments to receivers with {HUB_PAYERS} payers or more (an agent, a landlord, a school, a shop).",
        (0.02, 0.3, 0.8), _N.filter(pl.col("payers") >= HUB_PAYERS).sum() / _N.sum(),
    ),
    Measure(
        "receivers_kin_elsewhere", "originator", "kin_elsewhere", "receivers with kin among other payers", "share",
        "{value} of the receivers are also paid by somebody of their own surname",
        "Share of unrelated receivers who are also paid by likely kin of theirs.",
        (0.02, 0.3, 0.7), given(_UNRELATED.sum() >= 1, (pl.col("kin_payers") >= 1).filter(_UNRELATED).mean()),
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
    mine = pl.col("unrelated").cast(pl.Int64)
    unrelated_total = mine.sum().over("b")
    breadth = pl.col("unrelated_receivers") * mine
    night = (
        pl.col("payer_night").fill_null(0) * mine,
        (pl.col("payer_night").is_not_null() & pl.col("unrelated")).cast(pl.Int64),
    )
    others = unrelated_total - mine
    loyalty = pl.col("n") * mine
    usd = pl.col("usd").fill_null(0) * mine
    family = (pl.col("kin_receivers") >= 1).cast(pl.Int64) * mine
    aged = (pl.col("age").is_not_null() & pl.col("unrelated")).cast(pl.Int64)
    age = pl.col("age").fill_null(0) * aged
    return pairs.select(
        "o", "b", "n", "unrelated",
        payers=pl.len().over("b").cast(pl.Int64),
        others=others,
        companions=pl.when(others > 0).then((breadth.sum().over("b") - breadth) / others),
        companions_night=pl.when(night[1].sum().over("b") - night[1] > 0).then(
            (night[0].sum().over("b") - night[0]) / (night[1].sum().over("b") - night[1])
        ),
        companions_loyalty=pl.when(others > 0).then((loyalty.sum().over("b") - loyalty) / others),
        companions_usd=pl.when(others > 0).then((usd.sum().over("b") - usd) / (loyalty.sum().over("b") - loyalty)),
        companions_family=pl.when(others > 0).then((family.sum().over("b") - family) / others),
        companions_age=pl.when(aged.sum().over("b") - aged > 0).then(
            (age.sum().over("b") - age) / (aged.sum().over("b") - aged)
        ),
        countries=(pl.when(pl.col("unrelated")).then(pl.col("corridor") // 65_536)).drop_nulls().n_unique().over("b").cast(pl.Int64),
        kin_payers=((1 - mine).sum().over("b") - (1 - mine)),
    )  # fmt: skip
