"""From what somebody means to give to the sum on the books.

The app has two boxes, "you send" and "they get": a sum is round in the box that was filled in. A bill is round in
neither. Moving rates therefore leave odd sums behind for people who think in the receiver's money.
"""

from __future__ import annotations

import zlib
from functools import lru_cache
from typing import Final

import numpy as np

from benchmarks.apart.guests.union.chance import Floats, Ints
from benchmarks.apart.guests.union.clock import DAYS

_PER_DOLLAR: Final = {
    "AUD": 1.53, "NZD": 1.66, "GBP": 0.78, "EUR": 0.92, "SEK": 10.5, "NOK": 10.8, "DKK": 6.9, "CAD": 1.37, "USD": 1.0,
    "PHP": 57.0, "INR": 84.0, "VND": 25_000.0, "IDR": 15_900.0, "THB": 35.0, "NGN": 1_500.0, "GHS": 14.5,
    "XOF": 605.0, "KES": 130.0, "ETB": 90.0, "UAH": 41.0, "RON": 4.6, "COP": 4_100.0, "MXN": 18.5, "DOP": 60.0,
    "JMD": 156.0,
}  # fmt: skip

WHOLE_UNITS: Final = frozenset({"SEK", "NOK", "DKK"})


@lru_cache
def rate(currency: str) -> Floats:
    """Units for one US dollar on each day: the market is the same in every practice run."""
    if currency == "USD":
        return np.ones(DAYS + 60)
    steps = np.random.default_rng(zlib.crc32(currency.encode())).normal(0, 0.003, DAYS + 60)
    return np.asarray(_PER_DOLLAR[currency] * np.exp(np.cumsum(steps) * 0.8), dtype=np.float64)


def nice(rng: np.random.Generator, sums: Floats) -> Floats:
    """The round number somebody would type instead: coarse for most, finer for those who count."""
    magnitude = 10.0 ** np.floor(np.log10(np.maximum(sums, 1)))
    lead = sums / magnitude
    coarse = np.where(lead < 3, 0.5, 1.0)
    step = magnitude * np.where(rng.random(len(sums)) < 0.6, coarse, np.where(lead < 2, 0.1, 0.5))
    return np.asarray(np.maximum(np.round(sums / step), 1) * step, dtype=np.float64)


def booked(rng: np.random.Generator, dollars: Floats, days: Ints, *, sends: str, gets: str, box: str) -> Ints:
    """Hundredths of the payer's currency for what is meant, as typed in `box`: send, get or bill."""
    out = rate(sends)[days]
    into = rate(gets)[days]
    if box == "send":
        sums = nice(rng, dollars * out)
    elif box == "get":
        sums = nice(rng, dollars * into) / into * out
    else:
        sums = np.round(dollars * into) / into * out
    if sends in WHOLE_UNITS:
        # A coin below one krona no longer exists: the Nordic screens round up.
        sums = np.ceil(sums - 1e-6)
    return np.asarray(np.maximum(np.round(sums * 100), 100), dtype=np.int64)
