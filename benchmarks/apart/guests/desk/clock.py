"""Days and hours of one year (2025): paydays, feasts, leisure, and when a household in Romania is awake."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

import numpy as np
import numpy.typing as npt

from benchmarks.apart.guests.desk.people import Payer

Floats = npt.NDArray[np.float64]

DAYS: Final = 365
YEAR_STARTS: Final = datetime(2025, 1, 1, tzinfo=UTC)
EASTER: Final = 109
"""20 April, Orthodox and Western alike in 2025."""
CHRISTMAS: Final = 358
WOMENS_DAY: Final = 66
SCHOOL_STARTS: Final = 250
TERM_FEES: Final = (45, 272)
FLOOD: Final = 198
SUMMER_AT_HOME: Final = (205, 240)
"""Workers abroad spend part of this season in the village and hand over cash: their transfers pause."""
_MONTHS: Final = np.array([0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334])
_ZONE_LEAD: Final = {"America/New_York": 7, "America/Toronto": 7, "America/Chicago": 8, "America/Los_Angeles": 10,
                     "America/Vancouver": 10, "Europe/London": 2, "Europe/Dublin": 2, "Australia/Sydney": -8,
                     "Australia/Perth": -6, "Europe/Bucharest": 0}  # fmt: skip


def paydays(payer: Payer, start: float, end: float) -> Floats:
    """The days on which the payer is paid: weekly on a Friday for some, else once a month."""
    days = (np.arange(2, DAYS, 7) if payer.weekly else _MONTHS + payer.payday - 1).astype(np.float64)
    return days[(days >= start) & (days < end)]


def poisson_days(rng: np.random.Generator, start: float, end: float, every: float) -> Floats:
    """Whole days of a process with one event every `every` days on average."""
    start, end = max(start, 0.0), min(end, float(DAYS))
    if end <= start:
        return np.empty(0)
    return np.floor(np.sort(rng.uniform(start, end, rng.poisson((end - start) / every))))


def errand(rng: np.random.Generator, payer: Payer, days: Floats) -> Floats:
    """Chores: lunch break or after work; a shift worker sends whenever the shift ends."""
    n = len(days)
    if payer.shifts:
        hours = rng.uniform(0, 24, n)
    else:
        hours = np.where(rng.random(n) < 0.4, rng.normal(12.6, 1.2, n), rng.normal(18.3, 2.0, n))
    return days + np.clip(hours, 0.1, 23.9) / 24


def leisure(rng: np.random.Generator, payer: Payer, days: Floats) -> Floats:
    """Free time: around the payer's own evening, past midnight for those who stay up."""
    hours = rng.normal(payer.evening, 1.9, len(days))
    if payer.shifts:
        hours += rng.choice(np.array([0.0, 9.0]), len(days))
    return days + hours / 24


def when_home_is_up(rng: np.random.Generator, payer: Payer, days: Floats) -> Floats:
    """The payer's free time, as far as someone in Romania can answer (from the afternoon until past two at night).

    What both sides can do decides the hour: a payer in Ohio pays in his afternoon or early evening.
    """
    lead = _ZONE_LEAD.get(payer.timezone, 1)
    chosen = leisure(rng, payer, days)
    for _ in range(6):
        there = (chosen * 24 + lead) % 24
        asleep = (there > 2.6) & (there < 14.0)
        if not asleep.any():
            break
        chosen[asleep] = days[asleep] + rng.uniform(9.0, 25.5, int(asleep.sum())) / 24
    return chosen


def weekend(rng: np.random.Generator, days: Floats, share: float) -> Floats:
    """Move a share of the days to the next Saturday or Sunday (2025 began on a Wednesday)."""
    weekday = (days + 2) % 7
    moved = (weekday < 5) & (rng.random(len(days)) < share)
    return np.where(moved, days + (5 - weekday) + rng.integers(0, 2, len(days)), days)
