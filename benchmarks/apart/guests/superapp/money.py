"""How a sum comes to be typed: by a quick chip, rounded in the head, exact from a bill, or as what shall arrive."""

from __future__ import annotations

import numpy as np

from benchmarks.apart.guests.superapp.days import Floats, Ints
from benchmarks.apart.guests.superapp.places import ABROAD, HOMES, Home

_NICE = np.array([1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 10.0])
_SPREAD_OF_RATE = 0.018
"""The app's rate moves within a couple of per cent over the year, so a round sum received is never round when sent."""


def _snap(values: Floats, grid: Floats) -> Floats:
    nearest = np.abs(np.log(values)[:, None] - np.log(grid)[None, :]).argmin(axis=1)
    snapped: Floats = grid[nearest]
    return snapped


def nice(values: Floats) -> Floats:
    """The nearest sum that people say aloud: one or two leading digits."""
    power = 10.0 ** np.floor(np.log10(values))
    return _snap(values / power, _NICE) * power


def _whole(home: Home, sums: Floats) -> Floats:
    unit = 1000.0 if home.currency == "KRW" else 1.0
    step = np.where(sums < 40 * unit, 1.0, np.where(sums < 150 * unit, 5.0, 10.0)) * unit
    return np.maximum(np.round(sums / step) * step, step)


def typed(rng: np.random.Generator, home_code: str, country: str, usd: Floats, manner: str) -> Ints:
    """Sums in hundredths of the payer's currency, from what they are worth in dollars and how they are typed.

    `manner`: chip, round, exact, received (round in the receiver's money; at home that is the same as round).
    """
    home = HOMES[home_code]
    sums = np.maximum(usd, 1.0) * home.per_usd
    smallest = 100.0 if home.currency == "KRW" else 0.01
    if manner == "chip":
        sums = _snap(sums, np.array(home.chips, dtype=np.float64))
    elif manner == "received" and country in ABROAD:
        there = ABROAD[country].per_usd
        drift = 1 + rng.normal(0, _SPREAD_OF_RATE, len(sums))
        sums = nice(np.maximum(usd, 1.0) * there) / there * home.per_usd * drift
        smallest = 1.0 if home.currency == "KRW" else 0.01
    elif manner != "exact":
        sums = _whole(home, sums)
    return np.round(np.maximum(np.round(sums / smallest), 1) * smallest * 100).astype(np.int64)
