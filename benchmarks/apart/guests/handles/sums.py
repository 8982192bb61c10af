"""From sums in US dollars to what is typed: in the payer's money, round in one of the two, or as it falls."""

from __future__ import annotations

import numpy as np

from .clock import Floats, Ints
from .ledger import EXACT, FOREIGN, PRICE, ROUND

_CENTLESS_FROM = 50.0
"""Where one dollar buys fifty units or more, nobody types cents."""


def typed(dollars: Floats, styles: Ints, rates: tuple[Floats, Floats], units: tuple[Floats, Floats]) -> Floats:
    """Sums in the payer's money; `rates` and `units` are those of the payer's country and the receiver's."""
    own, there = rates
    plain = dollars * own
    sums = np.where(styles == ROUND, _round(plain, units[0]), plain)
    sums = np.where(styles == FOREIGN, _round(dollars * there, units[1]) / there * own, sums)
    tags = np.where((plain * 7).astype(np.int64) % 3 == 0, np.floor(plain) + 0.99, np.maximum(1, np.round(plain)))
    sums = np.where(styles == PRICE, tags, sums)
    sums = np.where((own >= _CENTLESS_FROM) & (styles != FOREIGN), np.round(sums), sums)
    assert set(np.unique(styles).tolist()) <= {ROUND, EXACT, FOREIGN, PRICE}
    return np.maximum(np.round(sums, 2), np.where(own >= _CENTLESS_FROM, 1.0, 0.5))


def _round(sums: Floats, unit: Floats) -> Floats:
    """Small sums go by ones and twos of the unit, larger by fives and tens."""
    step = np.where(
        sums < 4 * unit, unit / 5, np.where(sums < 20 * unit, unit, np.where(sums < 60 * unit, 2 * unit, 10 * unit))
    )
    return np.maximum(np.round(sums / step), 1) * step
