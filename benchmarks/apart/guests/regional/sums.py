"""How much people ask the app to send: round in their own money, or round in the receiver's."""

from __future__ import annotations

from typing import Final

import numpy as np

from benchmarks.apart.guests.regional.clock import DAYS, Floats
from benchmarks.apart.guests.regional.places import PER_DOLLAR

DAILY_LIMIT: Final = 2900.0
"""US dollars a verified customer may send at once; more goes in parts on the following days."""


def rate(currency: str, days: Floats) -> Floats:
    """Units of a currency per US dollar on the given days."""
    first, last = PER_DOLLAR[currency]
    return first + (last - first) * np.clip(days, 0, DAYS) / DAYS


def typical(rng: np.random.Generator, n: int, median: float, spread: float) -> Floats:
    """US dollars around a median, with the long right tail that sums have."""
    return median * np.exp(rng.normal(0, spread, n))


def asked(
    rng: np.random.Generator, usd: Floats, days: Floats, currencies: tuple[str, str], whole_abroad: float
) -> Floats:
    """Sums in the payer's currency, to the cent.

    The app has two boxes, 'you send' and 'they get'. Who fills the second one asks for a figure that is round over
    there and pays an odd one here; bills and exact shares are round nowhere.
    """
    sends, gets = currencies
    here, there = rate(sends, days), rate(gets, days)
    local = usd * there
    step = 10.0 ** np.floor(np.log10(np.maximum(local, 1))) / 2
    they_get = np.maximum(np.round(local / step) * step, step) / there * here
    own = usd * here
    unit = 10.0 if sends == "SEK" else 1.0
    size = np.searchsorted(np.array([40.0, 150.0, 500.0]), own / unit, side="right")
    grid = np.array([5.0, 10.0, 25.0, 50.0])[size] * unit
    you_send = np.maximum(np.round(own / grid) * grid, 5 * unit)
    draw = rng.random(len(usd))
    sums = np.where(draw < 0.06, own, np.where(rng.random(len(usd)) < whole_abroad, they_get, you_send))
    return np.round(np.maximum(sums, 3 * unit), 2).astype(np.float64)
