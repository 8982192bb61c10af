"""The row measures written plainly, as Polars aggregations over windows: the oracle that the quick ones are held to."""

from __future__ import annotations

import math

import polars as pl

from tanglaw.identities import kinship
from tanglaw.measures.rows import ROW_SCHEMA
from tanglaw.payments.columns import RAILS
from tanglaw.payments.references import KINDS

DAY = 86_400
_SURNAMES = ("o_s1", "o_s2", "o_s3", "b_s1", "b_s2", "b_s3")
_PHASES = ("monthly", "fortnightly", "weekly")


def rows_of(payments: list[dict[str, object]]) -> pl.DataFrame:
    """Make measured rows; what a payment leaves out is unknown."""
    frame = pl.DataFrame(payments, schema=ROW_SCHEMA)
    return frame.with_columns(row=pl.int_range(pl.len(), dtype=pl.UInt64))


def prepared(rows: pl.DataFrame, subject: str, shares: pl.DataFrame, until: int) -> pl.DataFrame:
    """Add what measures read to rows in any order."""
    other = "b" if subject == "o" else "o"
    date = pl.col("day").cast(pl.Date)
    sorted_rows = rows.sort(subject, "t", "row")
    changed = {
        name: (pl.col(name) != pl.col(name).shift(1)).fill_null(value=True)
        for name in (subject, "week", "month", "day")
    }
    frame = sorted_rows.with_columns(
        kin=kinship.kin(*(sorted_rows[name] for name in _SURNAMES), shares),
        usd=pl.col("cents") / 100,
        until=pl.lit(until),
        gap=(pl.col("t").diff().over(subject)) / DAY,
        month=date.dt.year().cast(pl.Int32) * 12 + date.dt.month().cast(pl.Int32),
        year=date.dt.year().cast(pl.Int32),
        week=(pl.col("day") + 3) // 7,
        night=(pl.col("minute") >= 21 * 60) | (pl.col("minute") < 5 * 60),
        small_hours=pl.col("minute") < 5 * 60,
        position=pl.col("t").rank("dense").over(subject).cast(pl.Int64) - 1,
        other=pl.col(other),
    ).with_columns(
        new=pl.int_range(pl.len()).over(subject, "other") == 0,
        unrelated=(pl.col("kin") < 0.5).fill_null(value=True),
        quick=pl.when(pl.col("timed") & pl.col("gap").is_not_null()).then(pl.col("gap") * DAY <= 2 * 3_600),
        log_usd=pl.col("usd").clip(0.01).log(),
        log_gap=(pl.col("gap") + 0.05).log(),
        new_day=changed[subject] | changed["day"],
        new_month=changed[subject] | changed["month"],
        new_week=changed[subject] | changed["week"],
    )
    runs = {f"{name}_run": pl.col(f"new_{name}").cum_sum() for name in ("week", "month")}
    frame = frame.with_columns(**runs).with_columns(
        in_week=pl.len().over("week_run"),
        in_month=pl.len().over("month_run"),
        new_in_month=pl.col("new").sum().over("month_run"),
        pairs_in_month=pl.col("other").n_unique().over("month_run"),
    )
    turns = {
        "monthly": (date.dt.day() - 1) / date.dt.month_end().dt.day(),
        "fortnightly": pl.col("day") % 14 / 14,
        "weekly": pl.col("day") % 7 / 7,
    }
    for phase, turn in turns.items():
        frame = frame.with_columns(
            ((turn * (2 * math.pi)).cos() * pl.col("new_day")).alias(f"{phase}_cos"),
            ((turn * (2 * math.pi)).sin() * pl.col("new_day")).alias(f"{phase}_sin"),
        )
    return frame


def measures(role: str) -> dict[str, pl.Expr]:
    """Give the plain expression of each row measure, over one subject's prepared rows."""
    c = pl.col
    usd, gap, kind, rail = c("usd"), c("gap"), c("kind"), c("rail")
    payer, receiver = c("year") - c("o_year"), c("year") - c("b_year")
    support = kind.is_in([KINDS.index(k) for k in ("family", "school", "medical", "gift", "accommodation", "expenses")])
    regular = pl.max_horizontal(_regularity(phase) for phase in _PHASES)
    own_age, others_age = (payer, receiver) if role == "originator" else (receiver, payer)
    ages = (
        {"payer_age": own_age.median(), "youngest_receiver": others_age.min()}
        if role == "originator"
        else {"receiver_age": own_age.median(), "payers_age": others_age.median()}
    )
    months = (
        {}
        if role == "originator"
        else {"payers_in_a_month": c("pairs_in_month").max(), "new_payers_in_a_month": c("new_in_month").max()}
    )
    return ages | months | {
        "age_gap": (payer - receiver).median(),
        "median_usd": usd.median(),
        "largest_usd": usd.max(),
        "value_spread": _least(4, (usd.quantile(0.75) - usd.quantile(0.25)) / usd.median(), usd),
        "usd_per_month": _least(1, usd.sum() / c("new_month").sum(), usd),
        "round_share": _least(2, (c("round") >= 1).mean(), c("round")),
        "very_round_share": _least(2, (c("round") >= 2).mean(), c("round")),
        "round_abroad_share": _least(3, (c("round_abroad") >= 0.9).mean(), c("round_abroad")),
        "value_trend": _correlation(c("log_usd"), c("position"), 5),
        "gap_trend": _correlation(c("log_gap"), c("position"), 6),
        "sums_with_gaps": _correlation(c("log_usd"), c("log_gap"), 6),
        "night_share": _least(2, c("night").mean(), c("minute")),
        "small_hours_share": _least(3, c("small_hours").mean(), c("minute")),
        "payments": pl.len(),
        "payments_per_month": _least(3, pl.len() / c("new_month").sum()),
        "median_gap": _least(3, gap.median()),
        "peak_month": _least(2, c("in_month").max()),
        "busiest_week_share": _least(3, c("in_week").max() / pl.len()),
        "active_days": _least(2, (c("t").max() - c("t").min()) / DAY),
        "silence": (c("until").max() - c("t").max()) / DAY,
        "quick_share": _least(2, c("quick").mean(), c("quick")),
        "payday_regularity": pl.when(
            (c("new_day").sum() >= 5) & ((c("t").max() - c("t").min()) / DAY >= 60)
        ).then(regular),
        "gap_evenness": _least(4, gap.std() / gap.mean().clip(0.01), gap),
        "cash_and_wallet": rail.is_in([RAILS.index("cash_pickup"), RAILS.index("wallet")]).mean(),
        "card_and_crypto": rail.is_in([RAILS.index("card"), RAILS.index("crypto")]).mean(),
        "institutions": _least(2, c("institution").drop_nulls().n_unique(), c("institution")),
        "blank_references": _least(2, (kind == KINDS.index("blank")).mean(), kind),
        "support_words": _least(2, support.mean(), kind),
        "reference_variety": _least(
            4, c("reference").drop_nulls().n_unique() / c("reference").count(), c("reference")
        ),
        "contradicting_support": _least(
            2, c("other").filter(support & c("unrelated") & c("night").fill_null(value=True)).n_unique(), kind
        ),
        "handles": c("handle").mean(),
    }  # fmt: skip


def facts(subject: str) -> dict[str, pl.Expr]:
    """Give the plain expression of each fact about a subject."""
    t = pl.col("t")
    return {
        "first_row": pl.col("row").first(),
        "rows": pl.len(),
        "first_t": t.min(),
        "last_t": t.max(),
        "cents": pl.col("cents").sum(),
        "counterparties": pl.col("other").n_unique(),
        "corridor": pl.col("corridor").mode().min(),
        "organisation": pl.col(f"{subject}_org").any(),
        "recent_usd": pl.col("usd").slice(-3).mean(),
        "last_month_rows": (t > t.max() - 30 * DAY).sum(),
    }


def _least(count: int, value: pl.Expr, of: pl.Expr | None = None) -> pl.Expr:
    return pl.when((pl.len() if of is None else of.count()) >= count).then(value)


def _correlation(x: pl.Expr, y: pl.Expr, least: int) -> pl.Expr:
    both = x.is_not_null() & y.is_not_null()
    a, b = x.filter(both).cast(pl.Float64), y.filter(both).cast(pl.Float64)
    covariance = (a * b).mean() - a.mean() * b.mean()
    scale = ((a * a).mean() - a.mean() ** 2) * ((b * b).mean() - b.mean() ** 2)
    return pl.when((both.sum() >= least) & (scale > 1e-9)).then((covariance / scale.clip(1e-12).sqrt()).clip(-1, 1))


def _regularity(phase: str) -> pl.Expr:
    n = pl.col("new_day").sum().cast(pl.Float64)
    length = pl.col(f"{phase}_cos").sum() ** 2 + pl.col(f"{phase}_sin").sum() ** 2
    return ((length - n) / (n * (n - 1))).clip(0, 1).sqrt()
