"""How often a tie is paid: by the month, at random, or around a feast. Each answer is (which tie, which day)."""

from __future__ import annotations

import numpy as np

from benchmarks.apart.guests.sepa.arrays import Floats, Ints
from benchmarks.apart.guests.sepa.days import DAYS, MONTH_STARTS, feasts

Beat = tuple[Ints, Ints]


def monthly(rng: np.random.Generator, of_month: Ints, keep: Floats, wobble: int) -> Beat:
    """Once a month near a day of the month.

    A tie skips a month with chance 1 - keep, and lasts for a stretch of the year.
    """
    ties = len(of_month)
    since = np.where(rng.random(ties) < 0.7, 0, rng.integers(0, 10, ties))
    until = np.where(rng.random(ties) < 0.75, 12, since + rng.integers(2, 13, ties))
    month = np.arange(12)[None, :]
    kept = (rng.random((ties, 12)) < keep[:, None]) & (month >= since[:, None]) & (month < until[:, None])
    late = rng.integers(0, wobble + 1, (ties, 12))
    day = MONTH_STARTS[None, :] + of_month[:, None] - 1 + late
    tie, column = np.nonzero(kept)
    days = day[tie, column]
    inside = days < DAYS
    return tie[inside].astype(np.int64), days[inside].astype(np.int64)


def scattered(rng: np.random.Generator, counts: Ints, chance: Floats | None = None, within: int = DAYS) -> Beat:
    """`counts` payments for each tie; `within` days of a random start for ties that are an episode and not a habit."""
    tie = np.repeat(np.arange(len(counts), dtype=np.int64), counts)
    if within < DAYS:
        first = rng.integers(0, DAYS - within, len(counts))
        return tie, np.asarray(first[tie] + rng.integers(0, within, len(tie)), dtype=np.int64)
    return tie, np.asarray(rng.choice(DAYS, len(tie), p=chance), dtype=np.int64)


def festive(rng: np.random.Generator, ties: Ints, country: str, share: float) -> tuple[Ints, Ints, Floats]:
    """Extra payments of the days round a feast or a storm: ties, days, and how large they are against the usual sum."""
    which, when, size = [], [], []
    for day, weight in feasts(country):
        sends = ties[rng.random(len(ties)) < share * weight]
        which.append(sends)
        when.append(np.clip(day + rng.integers(-3, 6, len(sends)), 0, DAYS - 1))
        size.append(rng.uniform(0.5, 1.0 + weight, len(sends)))
    return np.concatenate(which), np.concatenate(when).astype(np.int64), np.concatenate(size)
