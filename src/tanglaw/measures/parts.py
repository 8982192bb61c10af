"""Small expressions that several families of measures share."""

from __future__ import annotations

import polars as pl

from tanglaw.common.roles import Role
from tanglaw.measures.tally import PAYMENTS, is_tallied, known, total


def given(condition: pl.Expr, value: pl.Expr) -> pl.Expr:
    """Give `value` where `condition` holds for the subject; abstain elsewhere."""
    return pl.when(condition).then(value.cast(pl.Float64))


def at_least(count: int, value: pl.Expr, of: pl.Expr | None = None) -> pl.Expr:
    """Give `value` for subjects with at least `count` payments (or known entries of the row expression `of`)."""
    if is_tallied(value):
        return given((PAYMENTS if of is None else known(of)) >= count, value)
    return given((pl.len() if of is None else of.count()) >= count, value)


def correlation(x: pl.Expr, y: pl.Expr, least: int) -> pl.Expr:
    """Pearson's r between two row expressions, over the rows where both are known; abstains under `least` rows."""
    x, y = x.cast(pl.Float64), y.cast(pl.Float64)
    a, b = pl.when(y.is_not_null()).then(x), pl.when(x.is_not_null()).then(y)
    n = known(a)
    mean_a, mean_b = total(a) / n, total(b) / n
    covariance = total(x * y) / n - mean_a * mean_b
    scale = (total(a * a) / n - mean_a**2) * (total(b * b) / n - mean_b**2)
    return pl.when((n >= least) & (scale > 1e-9)).then((covariance / scale.clip(1e-12).sqrt()).clip(-1, 1))


def regularity(phase: str) -> pl.Expr:
    """How much payments cluster in one part of the month, fortnight or week: 0 scattered, 1 always the same day.

    The resultant length of circular statistics without its upward bias in small samples:
    R² = (C² + S² - n) / (n (n - 1)), floored at 0 (Mardia & Jupp, Directional Statistics, 2000, section 2.3).
    """
    n = total(pl.col("new_day")).cast(pl.Float64)
    length = total(pl.col(f"{phase}_cos")) ** 2 + total(pl.col(f"{phase}_sin")) ** 2
    return ((length - n) / (n * (n - 1))).clip(0, 1).sqrt()


def common(role: Role) -> tuple[str, str, str]:
    """Words for a role: who, the other side in the singular, and in the plural."""
    return ("payer", "receiver", "receivers") if role == "originator" else ("receiver", "payer", "payers")
