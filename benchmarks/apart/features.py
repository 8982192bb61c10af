"""What the labelled opponent measures of payers and receivers: broad, honest, from the file's own columns only."""

from __future__ import annotations

from typing import Final

import polars as pl

from benchmarks.apart.seen import WORDS, payments

_SHARES: Final = (
    "round5",
    "round10",
    "cents",
    "ladder",
    "night",
    "evening",
    "office",
    "small",
    "tiny",
    "band",
    "payday",
    "blank",
    "failed",
    "cash",
    "wallet",
    "bank",
    "card",
    "crypto",
    "abroad",
    *[f"w_{name}" for name in WORDS],
)


def _common(other: str) -> list[pl.Expr]:
    gap = pl.col("t").diff()
    order = pl.int_range(pl.len())
    lusd = pl.col("lusd")
    return [
        pl.len().alias("n"),
        pl.col(other).n_unique().alias("partners"),
        (pl.col("t").max() - pl.col("t").min()).alias("span"),
        pl.col("t").min().alias("first"),
        pl.col("t").max().alias("last"),
        pl.col("usd").sum().log1p().alias("total"),
        lusd.median().alias("lusd_median"),
        lusd.mean().alias("lusd_mean"),
        lusd.std().alias("lusd_spread"),
        lusd.min().alias("lusd_min"),
        lusd.max().alias("lusd_max"),
        pl.corr(lusd, order).alias("growth"),
        (lusd.tail(3).mean() - lusd.head(3).mean()).alias("rise"),
        gap.median().alias("gap_median"),
        gap.min().alias("gap_min"),
        gap.max().alias("gap_max"),
        gap.std().truediv(gap.mean()).alias("gap_cv"),
        pl.corr(gap.fill_null(strategy="backward"), order).alias("gap_growth"),
        (gap < 0.125).mean().alias("within_hours"),
        (gap < 1.5).mean().alias("within_day"),
        gap.is_between(6.5, 7.5).mean().alias("weekly"),
        gap.is_between(13, 15.2).mean().alias("fortnightly"),
        gap.is_between(27, 33).mean().alias("monthly"),
        pl.col("dom").std().alias("dom_spread"),
        pl.col("hour").std().alias("hour_spread"),
        (pl.col("month") == 12).mean().alias("december"),
        (pl.col("weekday") >= 6).mean().alias("weekend"),
        pl.col("kin").mean().alias("kin"),
        pl.col("kin").max().alias("any_kin"),
        pl.col("usd").n_unique().truediv(pl.len()).alias("sizes"),
        pl.col("reference").n_unique().truediv(pl.len()).alias("texts"),
        pl.col("purpose_code").is_null().mean().alias("no_purpose"),
        *[
            (pl.col("purpose_code") == code).mean().alias(f"p_{code}")
            for code in ("FAMI", "SALA", "GDDS", "CHAR", "EDUC")
        ],
        pl.col("institution").n_unique().alias("institutions"),
        pl.col("originator_ip").n_unique().alias("ips"),
        pl.col("originator_device").n_unique().alias("devices"),
        pl.col(other).unique_counts().max().truediv(pl.len()).alias("main_partner"),
        (1 - pl.col(other).is_first_distinct().mean()).alias("repeats"),
        pl.col(other).is_first_distinct().tail(5).mean().alias("late_newness"),
        (pl.col(other) != pl.col(other).shift(1)).mean().alias("switches"),
        *[pl.col(name).mean().alias(name) for name in _SHARES],
    ]


def _payers(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.group_by("originator_id", maintain_order=True).agg(
        *_common("beneficiary_id"),
        pl.col("oage").first(),
        pl.col("bage").mean(),
        pl.col("bage").min().alias("bage_min"),
        pl.col("beneficiary_city").n_unique().alias("cities"),
        pl.col("beneficiary_country").n_unique().alias("countries"),
        (pl.col("beneficiary_country") == "PH").mean().alias("to_PH"),
        pl.col("firm").mean(),
    )


def _receivers(frame: pl.DataFrame) -> pl.DataFrame:
    payer_age = pl.col("oage")
    return frame.group_by("beneficiary_id", maintain_order=True).agg(
        *_common("originator_id"),
        payer_age.mean(),
        payer_age.min().alias("oage_min"),
        payer_age.max().alias("oage_max"),
        payer_age.is_between(37, 72).mean().alias("oage_band"),
        (payer_age < 25).mean().alias("oage_young"),
        pl.col("bage").first(),
        pl.col("originator_city").n_unique().alias("cities"),
        pl.col("originator_country").n_unique().alias("countries"),
        (pl.col("beneficiary_country") == "PH").first().alias("to_PH"),
        pl.col("firm").first(),
    )


def _pairs(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.group_by("originator_id", "beneficiary_id", maintain_order=True).agg(
        pl.len().alias("pn"), pl.col("kin").first().alias("pkin")
    )


def _across(pairs: pl.DataFrame, table: pl.DataFrame, mine: str, theirs: str, names: tuple[str, ...]) -> pl.DataFrame:
    """Mean, largest and payment-weighted mean of the partners' measures."""
    joined = pairs.join(table.select(theirs, *names), on=theirs, how="left", maintain_order="left")
    return joined.group_by(mine, maintain_order=True).agg(
        *[pl.col(n).cast(pl.Float64).mean().alias(f"x_{n}") for n in names],
        *[pl.col(n).cast(pl.Float64).max().alias(f"m_{n}") for n in names],
        *[pl.col(n).cast(pl.Float64).min().alias(f"l_{n}") for n in names],
    )


_SPREAD: Final = (
    "n",
    "partners",
    "span",
    "lusd_median",
    "lusd_mean",
    "lusd_spread",
    "growth",
    "gap_median",
    "gap_cv",
    "night",
    "kin",
    "blank",
    "small",
    "oage",
    "repeats",
    "main_partner",
    "within_day",
    "cities",
    "countries",
    "monthly",
    "w_innocuous",
    "w_trade",
    "w_work",
    "w_family",
    "round5",
    "cents",
    "payday",
    "firm",
    "last",
)


def _others(frame: pl.DataFrame) -> pl.DataFrame:
    """Of each payer: what the *other* payers of its receivers do there (the payer's own payments left out)."""
    sums = {
        "c": pl.len(),
        "s": pl.col("lusd").sum(),
        "ni": pl.col("night").sum(),
        "k": pl.col("kin").sum(),
        "sm": pl.col("small").sum(),
        "bl": pl.col("blank").sum(),
        "ag": pl.col("oage").sum(),
        "r5": pl.col("round5").sum(),
        "it": pl.col("w_trade").sum(),
        "wk": pl.col("w_work").sum(),
    }
    pair = frame.group_by("originator_id", "beneficiary_id", maintain_order=True).agg(
        **{k: v.cast(pl.Float64) for k, v in sums.items()}
    )
    whole = pair.group_by("beneficiary_id", maintain_order=True).agg(
        *[pl.col(k).sum().alias(f"{k}_all") for k in sums], pl.len().alias("payers")
    )
    both = pair.join(whole, on="beneficiary_id", maintain_order="left").with_columns(
        *[(pl.col(f"{k}_all") - pl.col(k)).alias(k) for k in sums], pl.col("c").alias("own")
    )
    count = pl.col("c").sum()
    return both.group_by("originator_id", maintain_order=True).agg(
        (pl.col("payers") - 1).mean().alias("o_payers"),
        (pl.col("payers") > 1).mean().alias("o_shared"),
        (pl.col("payers") - 1).max().alias("o_payers_max"),
        *[(pl.col(k).sum() / count).alias(f"o_{k}") for k in sums if k != "c"],
    )


def build(raw: pl.DataFrame) -> dict[str, pl.DataFrame]:
    """Compute the features of both roles: own, the partners', and the partners' partners'."""
    frame = payments(raw)
    payers, receivers, pairs = _payers(frame), _receivers(frame), _pairs(frame)
    to_payer = _across(pairs, receivers, "originator_id", "beneficiary_id", _SPREAD)
    to_receiver = _across(pairs, payers, "beneficiary_id", "originator_id", _SPREAD)
    deep = tuple(f"x_{n}" for n in ("partners", "lusd_median", "night", "kin", "oage", "gap_median", "repeats"))
    payer_two = _across(pairs, to_receiver, "originator_id", "beneficiary_id", deep)
    receiver_two = _across(pairs, to_payer, "beneficiary_id", "originator_id", deep)
    originators = payers.join(to_payer, on="originator_id", maintain_order="left")
    originators = originators.join(payer_two, on="originator_id", maintain_order="left", suffix="_2")
    originators = originators.join(_others(frame), on="originator_id", maintain_order="left")
    beneficiaries = receivers.join(to_receiver, on="beneficiary_id", maintain_order="left")
    beneficiaries = beneficiaries.join(receiver_two, on="beneficiary_id", maintain_order="left", suffix="_2")
    return {
        "originator": originators.rename({"originator_id": "subject_id"}),
        "beneficiary": beneficiaries.rename({"beneficiary_id": "subject_id"}),
        "pairs": pairs,
    }
