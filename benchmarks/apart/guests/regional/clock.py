"""When people pay: the days of a rhythm and the hours of a life, in the payer's own local time."""

from __future__ import annotations

from datetime import date
from typing import Final

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

FIRST_DAY: Final = date(2024, 1, 1)
DAYS: Final = (date(2025, 6, 30) - FIRST_DAY).days + 1

HOURS: Final = {
    "day": ((0.4, 12.6, 1.6), (0.45, 18.4, 1.9), (0.15, 9.0, 1.4)),
    "evening": ((0.7, 20.4, 1.5), (0.3, 13.5, 2.2)),
    "night": ((0.72, 24.0, 1.7), (0.28, 20.8, 1.5)),
    "shift": ((0.5, 26.0, 1.6), (0.3, 30.4, 1.0), (0.2, 15.5, 2.0)),
    "retired": ((0.7, 10.6, 1.7), (0.3, 16.2, 2.0)),
}
"""(weight, mean hour, spread): past 24 is the small hours of the next day. Shift workers pay after a late shift."""


def day_number(year: int, month: int, day: int) -> int:
    """Days since the first day of the world."""
    return (date(year, month, day) - FIRST_DAY).days


def moments(rng: np.random.Generator, days: Floats, profile: str) -> Floats:
    """Local moments, in days, on the given days by the hours of a profile."""
    weights, means, spreads = (np.array(column) for column in zip(*HOURS[profile], strict=True))
    part = rng.choice(len(weights), size=len(days), p=weights)
    return np.floor(days) + np.clip(rng.normal(means[part], spreads[part]), 0.02, 33.0) / 24


def monthly(rng: np.random.Generator, start: float, end: float, payday: float, *, slack: float, skip: float) -> Floats:
    """Once a month some days after payday, now and then not at all."""
    first = start + (payday - start) % 30.4
    days = np.arange(first, end, 30.4)
    days = days + rng.exponential(slack, len(days))
    kept: Floats = days[rng.random(len(days)) > skip]
    return kept


def every(rng: np.random.Generator, start: float, end: float, gap: float, slack: float) -> Floats:
    """At a gap in days that varies by a share of itself; nobody drifts back into step."""
    most = int((end - start) / gap) + 2
    steps = gap * np.clip(rng.normal(1, slack, max(most, 1)), 0.25, 4)
    days: Floats = start + np.cumsum(steps) - steps[0]
    kept: Floats = days[days < end]
    return kept


def scattered(rng: np.random.Generator, start: float, end: float, a_month: float) -> Floats:
    """When need or fancy takes them."""
    n = int(rng.poisson(max(end - start, 0) / 30.4 * a_month))
    return np.sort(rng.uniform(start, max(end, start + 1), max(n, 1)))


def sittings(rng: np.random.Generator, start: float, end: float, a_month: float) -> Floats:
    """Evenings on which one payment follows another: players who top up again, tippers who stay."""
    days = scattered(rng, start, end, a_month)
    return np.repeat(days, 1 + rng.poisson(0.8, len(days)))


def terms(rng: np.random.Generator, start: float, end: float) -> Floats:
    """The weeks before school terms begin, when fees are due."""
    due = np.array([12.0, 120.0, 240.0, 378.0, 486.0]) + rng.normal(0, 8, 5)
    due = due[(due > start) & (due < end)]
    return due if len(due) else np.array([start])
