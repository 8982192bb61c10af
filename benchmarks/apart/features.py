"""What the labelled opponent sees of payers and receivers: a broad, honest set, computed from the file's own columns only."""

from __future__ import annotations

from typing import Final

import polars as pl

from benchmarks.apart.kit.places import COUNTRIES, USD

WORDS: Final = {
    "innocuous": r"accommodation|uniform|medical|school|education|gift|family|support|birthday|treat|expenses|fees|invoice",
    "family": r"mama|food|grocer|allowance|rent|kids|bills|load|house|maint",
    "work": r"salary|invoice|week|va serv|milestone|bonus|design|payment",
    "trade": r"order|cards|game|shipping|lesson|coach|gold|account|pcs|top up",
    "handle": r"@|\d{7,}",
}
_OPTIONAL: Final = ("originator_name", "beneficiary_name", "originator_city", "beneficiary_city", "originator_timezone", "rail",
                    "institution", "reference", "purpose_code", "status", "merchant_category", "originator_ip",
                    "originator_device", "originator_phone", "beneficiary_phone", "beneficiary_email")  # fmt: skip
_YEARS: Final = ("originator_birth_year", "beneficiary_birth_year")
_MAIN_ZONE: Final = {code: country.cities.values[0][1] for code, country in COUNTRIES.items()}
_CURRENCY: Final = {code: country.currency for code, country in COUNTRIES.items()}


def payments(raw: pl.DataFrame) -> pl.DataFrame:
    """Bring a world's file into one shape: every column, dollars, local hours, kin, roundness, words."""
    if "originator_birth_date" in raw.columns:
        raw = raw.with_columns(originator_birth_year=pl.col("originator_birth_date").dt.year())
    lacking = [pl.lit(None, pl.String).alias(c) for c in _OPTIONAL if c not in raw.columns]
    lacking += [pl.lit(None, pl.Int32).alias(c) for c in _YEARS if c not in raw.columns]
    frame = raw.with_columns(lacking).with_columns(
        pl.col("amount").cast(pl.Float64),
        zone=pl.coalesce("originator_timezone", pl.col("originator_country").replace(_MAIN_ZONE)),
        theirs=pl.col("beneficiary_country").replace(_CURRENCY),
    )
    frame = frame.with_columns(
        usd=pl.col("amount") * pl.col("currency").replace_strict(USD, return_dtype=pl.Float64),
        abroad=pl.col("beneficiary_country") != pl.col("originator_country"),
    )
    frame = pl.concat(_local(part, zone) for (zone,), part in frame.group_by("zone", maintain_order=True)).sort(
        "executed_at", "payment_id"
    )
    start = frame["executed_at"].min()
    scale = (10.0 ** (-(pl.col("usd") / pl.col("amount")).log10()).round()).alias("scale")
    frame = frame.with_columns(scale, t=(pl.col("executed_at") - start).dt.total_seconds() / 86_400.0)
    text = pl.col("reference").str.to_lowercase()
    own = pl.col("amount") / pl.col("scale")
    foreign = pl.col("usd") / pl.col("theirs").replace_strict(USD, return_dtype=pl.Float64)
    hour = pl.col("hour")
    return frame.with_columns(
        _kin(),
        lusd=pl.col("usd").log(),
        round5=(own % 5 == 0),
        round10=(own % 10 == 0),
        cents=(pl.col("amount") % 1 > 0.001),
        ladder=((own * 100).round() % 500 == 499),
        digits=(foreign.log10().floor()),
        night=(hour >= 22) | (hour < 5),
        evening=hour.is_between(18, 22, closed="left"),
        office=hour.is_between(9, 17, closed="left"),
        small=pl.col("usd") < 100,
        tiny=pl.col("usd") < 36,
        band=pl.col("usd").is_between(7, 330),
        payday=pl.col("dom").is_in([1, 2, 15, 16, 28, 29, 30, 31]),
        blank=pl.col("reference").is_null(),
        failed=pl.col("status").fill_null("completed") != "completed",
        oage=pl.lit(2024) - pl.col("originator_birth_year"),
        bage=pl.lit(2024) - pl.col("beneficiary_birth_year"),
        cash=pl.col("rail") == "cash_pickup",
        wallet=pl.col("rail") == "wallet",
        bank=pl.col("rail") == "bank",
        card=pl.col("rail") == "card",
        crypto=pl.col("rail") == "crypto",
        firm=pl.col("beneficiary_name").str.contains(
            r"(?i)ltd|services|& co|trading|foundation|mission|school|clinic|agency|resid|rooms|travel|pastor"
        ),
        **{f"w_{name}": text.str.contains(pattern).fill_null(value=False) for name, pattern in WORDS.items()},
    )


def _local(part: pl.DataFrame, zone: str) -> pl.DataFrame:
    local = pl.col("executed_at").dt.convert_time_zone(zone)
    return part.with_columns(
        hour=local.dt.hour() + local.dt.minute() / 60.0,
        dom=local.dt.day(),
        weekday=local.dt.weekday(),
        month=local.dt.month(),
    )


def _kin() -> pl.Expr:
    def parts(column: str) -> pl.Expr:
        return pl.col(column).str.to_lowercase().str.replace_all(r"[^\p{L}\s-]", " ").str.extract_all(r"\p{L}{4,}")

    return (parts("originator_name").list.set_intersection(parts("beneficiary_name")).list.len() > 0).alias("kin")


_SHARES: Final = ("round5", "round10", "cents", "ladder", "night", "evening", "office", "small", "tiny", "band", "payday",
                  "blank", "failed", "cash", "wallet", "bank", "card", "crypto", "abroad",
                  *[f"w_{name}" for name in WORDS])  # fmt: skip


def _common(key: str, other: str) -> list[pl.Expr]:
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
        *_common("originator_id", "beneficiary_id"),
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
        *_common("beneficiary_id", "originator_id"),
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


_SPREAD: Final = ("n", "partners", "span", "lusd_median", "lusd_mean", "lusd_spread", "growth", "gap_median", "gap_cv", "night",
                  "kin", "blank", "small", "oage", "repeats", "main_partner", "within_day", "cities", "countries", "monthly",
                  "w_innocuous", "w_trade", "w_work", "w_family", "round5", "cents", "payday", "firm", "last")  # fmt: skip


def _others(frame: pl.DataFrame) -> pl.DataFrame:
    """Of each payer: what the *other* payers of its receivers do there (the payer's own payments left out)."""
    sums = {"c": pl.len(), "s": pl.col("lusd").sum(), "ni": pl.col("night").sum(), "k": pl.col("kin").sum(), "sm": pl.col("small").sum(),
            "bl": pl.col("blank").sum(), "ag": pl.col("oage").sum(), "r5": pl.col("round5").sum(), "it": pl.col("w_trade").sum(),
            "wk": pl.col("w_work").sum()}  # fmt: skip
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
