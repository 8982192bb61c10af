"""How round an amount is: to the payer, and to the receiver after exchange."""

from __future__ import annotations

from typing import Final

import numpy as np
import polars as pl

from tanglaw.payments.currencies import SCALES
from tanglaw.payments.measured import measured

LEVELS: Final = (10, 50, 100)
"""Multiples that count as round, level 1 to 3, in units of the currency's scale: A$10, A$50, A$100; SEK 100, 500,
1,000."""

MARGIN: Final = 0.06
"""A remitter's exchange margin is assumed to lie between nothing and this share of the reference rate."""


def roundness(amount: pl.Series, currency: pl.Series) -> pl.Series:
    """Say how round each amount is by the habits of its currency.

    Args:
        amount: money, Decimal or a float.
        currency: ISO 4217 codes; one not known is taken to count like the dollar.

    Returns:
        UInt8 ``roundness``: 0 not round, 1 a multiple of 10, 2 of 50, 3 of 100 (times the currency's scale); null where
        either input is null.
    """
    return round_by_scale(measured(amount), scale_of(currency)).alias("roundness")


def scale_of(currency: pl.Series) -> pl.Series:
    """Give the scale of each currency's everyday figures (UInt32, see ``SCALES``); null for null."""
    scale = currency.replace_strict(SCALES, default=1, return_dtype=pl.UInt32)
    return scale.set(currency.is_null(), None).alias("scale")


def round_by_scale(amount: pl.Series, scale: pl.Series) -> pl.Series:
    """Say how round amounts are (see :func:`roundness`), given the scale of their currencies.

    Args:
        amount: Float64.
        scale: UInt32, from :func:`scale_of`.
    """
    x, known = (
        amount.fill_null(0.0).to_numpy() / scale.fill_null(1).to_numpy(),
        amount.is_not_null() & scale.is_not_null(),
    )
    level = np.zeros(len(x), dtype=np.uint8)
    for multiple in LEVELS:
        level += np.mod(x, multiple) == 0
    level[~(x > 0)] = 0
    return pl.DataFrame({"round": level, "known": known}).select(pl.when("known").then("round")).to_series()


def roundness_abroad(converted: pl.Series, margin: float = MARGIN) -> pl.Series:
    """Say how unlikely it is by chance that the receiver got as round a figure as they may have got.

    The payer's side knows the reference rate but not the remitter's margin, so what was paid out lies somewhere in
    ``[(1 − margin) · converted, converted]``. Some round figure nearly always does too, which by itself means
    nothing. So each step s of 1, 2 or 5 times a power of ten that has a multiple in that interval is graded by how
    rarely an interval that wide would hold one: 1 − margin · converted / s; the best grade is returned. 0: nothing
    rounder than chance; 0.9: a figure so round that one amount in ten would come as near. Steps overlap, so grades of
    chance amounts lie somewhat above uniform; compare with the corridor's own distribution, and over a pair's
    payments rather than one.

    Args:
        converted: amounts in the receiver's currency at the day's reference rate (`Rates.convert`).
        margin: widest exchange margin to allow for, a share above 0 and below 1.

    Returns:
        Float32 ``roundness_abroad``, 0 to 1; null for null, zero and negative amounts.
    """
    high = measured(converted).to_numpy()
    with np.errstate(divide="ignore", invalid="ignore"):
        low, width = high * (1 - margin), high * margin
        # Only steps between the interval's width and its upper end can tell: narrower always hit, wider never.
        power = np.power(10.0, np.floor(np.log10(width)))
        best = np.zeros_like(high)
        for factor in (1, 2, 5, 10, 20, 50, 100, 200, 500):
            step = factor * power
            # A figure short of its step by rounding to cents counts as reached.
            nearest = np.floor(high * (1 + 1e-9) / step) * step
            hit = (nearest >= low * (1 - 1e-9)) & (nearest > 0)
            best = np.maximum(best, np.where(hit, 1 - width / step, 0.0))
        best[~(np.isfinite(high) & (high > 0))] = np.nan
    return pl.Series("roundness_abroad", best.astype(np.float32), nan_to_null=True)
