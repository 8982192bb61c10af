"""Rows made ready for measuring: sorted by subject and time, with what several measures share worked out once.

Everything here is elementwise on the sorted bucket (shifts, running counts), never a window or a join by range, so that
it costs the same for a subject with three payments and one with ten million.
"""

from __future__ import annotations

import math
from typing import Final

import polars as pl

from tanglaw.identities.kinship import kin

NIGHT_FROM: Final = 21 * 60
NIGHT_TO: Final = 5 * 60
"""Late evening, night and early morning in the payer's local time (FATF 2025; ECPAT Sweden 2024): 21:00 to 05:00."""

DAY: Final = 86_400
_QUICK: Final = 2 * 3_600
_MIX: Final = 0x9E3779B97F4A7C15
LIKELY_KIN: Final = 0.5


def prepare(rows: pl.DataFrame, subject: str, surname_shares: pl.DataFrame, until: int) -> pl.DataFrame:
    """Add the columns that measures read to a bucket.

    Args:
        rows: rows of one bucket in ``ROW_SCHEMA``, sorted by subject, ``t``, ``cents`` and ``row``, as buckets are read.
        subject: ``"o"`` (payers) or ``"b"`` (receivers); the other one is the counterparty.
        until: last instant of all the data, UTC seconds.
        surname_shares: how common each surname is in this data, from :func:`tanglaw.identities.kinship.surname_counts`.

    Returns:
        The rows with ``usd``, ``gap`` (days since the subject's previous payment), ``pair`` (hash of both parties),
        ``first`` (first payment of the subject), ``new`` (first payment of the pair), ``night``, ``quick`` (within two
        hours of the previous one), ``kin`` (0–1), ``unrelated``, ``month``, ``in_week`` and ``in_month`` (running
        counts), ``new_day``, and sines and cosines of the day within a month, a fortnight and a week.
    """
    other = "b" if subject == "o" else "o"
    ordered = rows
    related = kin(*(ordered[name] for name in ("o_s1", "o_s2", "o_s3", "b_s1", "b_s2", "b_s3")), surname_shares)
    ordered = ordered.with_columns(
        kin=related,
        other=pl.col(other),
        until=pl.lit(until, pl.Int64),
        usd=pl.col("cents").cast(pl.Float64) / 100,
        pair=pl.col(subject) ^ (pl.col(other) * pl.lit(_MIX, pl.UInt64)),
        first=(pl.col(subject) != pl.col(subject).shift(1)).fill_null(value=True),
        month=_month(pl.col("day")),
        week=(pl.col("day") + 3) // 7,
        at=pl.int_range(pl.len(), dtype=pl.Int64),
    )
    new_week = pl.col("first") | (pl.col("week") != pl.col("week").shift(1))
    new_month = pl.col("first") | (pl.col("month") != pl.col("month").shift(1))
    ordered = ordered.with_columns(
        gap=pl.when(~pl.col("first")).then((pl.col("t") - pl.col("t").shift(1)) / DAY),
        new=pl.col("pair").is_first_distinct(),
        night=(pl.col("minute") >= NIGHT_FROM) | (pl.col("minute") < NIGHT_TO),
        small_hours=pl.col("minute") < NIGHT_TO,
        unrelated=(pl.col("kin") < LIKELY_KIN).fill_null(value=True),
        new_week=new_week,
        new_month=new_month,
        new_day=pl.col("first") | (pl.col("day") != pl.col("day").shift(1)),
        log_usd=pl.col("usd").clip(0.01).log(),
        new_moment=pl.col("first") | (pl.col("t") != pl.col("t").shift(1)),
    ).with_columns(
        quick=pl.when(pl.col("timed") & ~pl.col("first")).then(pl.col("gap") * DAY <= _QUICK),
        # Payments of one moment, such as all of a bare date, share a place: their order in the file says nothing.
        position=_running(pl.col("new_moment"), pl.col("first")) - 1,
        in_week=_since(pl.col("new_week")) + 1,
        in_month=_since(pl.col("new_month")) + 1,
        new_in_month=_running(pl.col("new"), pl.col("new_month")),
    )
    return ordered.with_columns(**_phases())


def _month(day: pl.Expr) -> pl.Expr:
    date = day.cast(pl.Date)
    return date.dt.year().cast(pl.Int32) * 12 + date.dt.month().cast(pl.Int32)


def _since(start: pl.Expr) -> pl.Expr:
    """Rows since the last row at which `start` held: 0 there."""
    return pl.col("at") - pl.when(start).then(pl.col("at")).forward_fill()


def _running(flag: pl.Expr, start: pl.Expr) -> pl.Expr:
    """Running count of `flag` since the last row at which `start` held, that row included."""
    count = flag.cast(pl.Int64).cum_sum()
    before = pl.when(start).then(count - flag.cast(pl.Int64)).forward_fill()
    return count - before


def _phases() -> dict[str, pl.Expr]:
    date = pl.col("day").cast(pl.Date)
    # Counted from either end of the month, so that "the last working day" is as regular as "the first".
    within = (date.dt.day().cast(pl.Float64) - 1) / date.dt.month_end().dt.day().cast(pl.Float64)
    turns = {"monthly": within, "fortnightly": pl.col("day") % 14 / 14, "weekly": pl.col("day") % 7 / 7}
    once = pl.col("new_day").cast(pl.Float64)  # several payments on one day are one occasion
    made = {}
    for name, turn in turns.items():
        made[f"{name}_cos"] = (turn * (2 * math.pi)).cos() * once
        made[f"{name}_sin"] = (turn * (2 * math.pi)).sin() * once
    return made
