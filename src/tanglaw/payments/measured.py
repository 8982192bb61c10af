"""Exact money becomes a measured number."""

from __future__ import annotations

from typing import Final

import numpy as np
import polars as pl

_DECIMALS: Final = (6, 2)
_LAST_PLACES: Final = 4e-16
"""Twice the relative error of a float: as far as dividing by the scale may stray."""


def measured(amount: pl.Series) -> pl.Series:
    """Give money as Float64.

    Polars' own cast strays in the last place, so that 51 may become 51.00000000000001 and two equal amounts of
    different scale differ. Here an amount of up to six decimals below a thousand million, or of two below ten million
    million, becomes the float nearest to it.

    Args:
        amount: Decimal; a float passes unchanged.

    Returns:
        Float64 of the same name, null where ``amount`` is null.
    """
    if not isinstance(amount.dtype, pl.Decimal):
        return amount.cast(pl.Float64)
    strayed = amount.to_physical().cast(pl.Float64).to_numpy() / 10.0**amount.dtype.scale
    nearest = strayed
    for decimals in _DECIMALS:  # fewer decimals last: large sums need them, and they are the truer where both fit
        clean = np.round(strayed, decimals)
        nearest = np.where(np.abs(strayed - clean) <= _LAST_PLACES * np.abs(strayed), clean, nearest)
    return pl.Series(amount.name, nearest, nan_to_null=True)
