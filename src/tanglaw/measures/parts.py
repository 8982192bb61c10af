"""Small expressions that several families of measures share. All read prepared rows and aggregate one subject."""

from __future__ import annotations

import polars as pl

from tanglaw.measures.measure import Role


def given(condition: pl.Expr, value: pl.Expr) -> pl.Expr:
    """Give `value` where `condition` holds for the subject; abstain elsewhere."""
    return pl.when(condition).then(value.cast(pl.Float64))


def at_least(count: int, value: pl.Expr, of: pl.Expr | None = None) -> pl.Expr:
    """Give `value` for subjects with at least `count` payments (or non-null entries of `of`)."""
    return given((pl.len() if of is None else of.count()) >= count, value)


def correlation(x: pl.Expr, y: pl.Expr, least: int) -> pl.Expr:
    """Pearson's r between two row expressions, over the rows where both are known; abstains under `least` rows."""
    both = x.is_not_null() & y.is_not_null()
    a, b = x.filter(both).cast(pl.Float64), y.filter(both).cast(pl.Float64)
    covariance = (a * b).mean() - a.mean() * b.mean()
    scale = ((a * a).mean() - a.mean() ** 2) * ((b * b).mean() - b.mean() ** 2)
    return pl.when((both.sum() >= least) & (scale > 1e-9)).then((covariance / scale.clip(1e-12).sqrt()).clip(-1, 1))


def regularity(phase: str) -> pl.Expr:
    """How much payments cluster in one part of the month, fortnight or week: 0 scattered, 1 always the same day.

    The resultant length of circular statistics without its upward bias in small samples:
    R² = (C² + S² - n) / (n (n - 1)), floored at 0 (Mardia & Jupp, Directional Statistics, 2000, section 2.3).
    """
    n = pl.col("new_day").sum().cast(pl.Float64)
    length = pl.col(f"{phase}_cos").sum() ** 2 + pl.col(f"{phase}_sin").sum() ** 2
    return ((length - n) / (n * (n - 1))).clip(0, 1).sqrt()


def common(role: Role) -> tuple[str, str, str]:
    """Words for a role: who, the other side in the singular, and in the plural."""
    return ("payer", "receiver", "receivers") if role == "originator" else ("receiver", "payer", "payers")
