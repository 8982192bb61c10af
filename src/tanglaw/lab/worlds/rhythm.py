"""On which days people pay: payday habits, irregular ties, sequences with given counts.

Days count from the world's first day (0). Every function returns events as (tie, day) pairs in no particular order.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from tanglaw.lab.worlds.arrays import Flags, Floats, Ints, Rng, chance, ints, repeat, within


@dataclass(frozen=True, slots=True)
class Calendar:
    """The world's months: first day of each (counted from day 0), its length and its month of the year (1–12)."""

    first_day: date
    starts: Ints
    lengths: Ints
    months: Ints

    @property
    def days(self) -> int:
        """How many days the world lasts."""
        return int(self.starts[-1] + self.lengths[-1])


def calendar(first_day: date, months: int) -> Calendar:
    """The calendar of ``months`` whole months from ``first_day`` (the first of a month)."""
    firsts = [
        date(first_day.year + (first_day.month - 1 + ahead) // 12, (first_day.month - 1 + ahead) % 12 + 1, 1)
        for ahead in range(months + 1)
    ]
    starts = np.array([(day - first_day) // timedelta(days=1) for day in firsts], dtype=np.int64)
    return Calendar(first_day, starts[:-1], np.diff(starts), np.array([day.month for day in firsts[:-1]]))


@dataclass(frozen=True, slots=True)
class Events:
    """Payments to be: which tie, on which day."""

    tie: Ints
    day: Ints

    def where(self, keep: Flags) -> Events:
        """Only the events that are kept."""
        return Events(self.tie[keep], self.day[keep])

    def plus(self, other: Events) -> Events:
        """Both sets of events."""
        return Events(np.concatenate([self.tie, other.tie]), np.concatenate([self.day, other.day]))


def monthly(
    rng: Rng, world: Calendar, start: Ints, end: Ints, payday: Ints, *, keep: float | Floats = 0.9, delay: float = 1.5
) -> Events:
    """One payment a month a few days after payday (day of the month, 31 = last), while the tie is active.

    Args:
        rng: source of chance.
        world: the world's months.
        start: first active day of each tie.
        end: last active day of each tie.
        payday: day of the month of each tie.
        keep: chance that a month is not skipped, one for all or one a tie.
        delay: mean days from payday to payment.
    """
    n, m = len(start), len(world.starts)
    tie = np.repeat(np.arange(n), m)
    month = np.tile(np.arange(m), n)
    offset = np.minimum(payday[tie], world.lengths[month]) - 1
    day = world.starts[month] + offset + ints(rng.exponential(delay, n * m))
    kept = keep if isinstance(keep, float) else keep[tie]
    active = (day >= start[tie]) & (day <= end[tie]) & chance(rng, n * m, kept)
    return Events(tie, day).where(active)


def every(rng: Rng, start: Ints, end: Ints, period: Ints, *, keep: float = 0.9, jitter: float = 1.0) -> Events:
    """One payment every ``period`` days, with a delay of ``jitter`` days on average."""
    counts = np.maximum((end - start) // period + 1, 0)
    tie = repeat(counts)
    day = start[tie] + within(counts) * period[tie] + ints(rng.exponential(jitter, len(tie)))
    return Events(tie, day).where((day <= end[tie]) & chance(rng, len(tie), keep))


def irregular(rng: Rng, start: Ints, end: Ints, per_year: Floats) -> Events:
    """Payments at no particular time: Poisson with the given rate a year."""
    span = np.maximum(end - start + 1, 1)
    tie = repeat(rng.poisson(per_year * span / 365.25).astype(np.int64))
    return Events(tie, start[tie] + ints(rng.random(len(tie)) * span[tie]))


def spells(rng: Rng, world: Calendar, size: int, *, whole: float, shortest: int = 30) -> tuple[Ints, Ints]:
    """First and last active day of each tie: a share lasts the whole world, the others begin or end within it."""
    start = np.where(chance(rng, size, 0.5), 0, ints(rng.random(size) * world.days * 0.8))
    end = np.minimum(start + shortest + ints(rng.exponential(world.days * 0.7, size)), world.days - 1)
    lasting = chance(rng, size, whole)
    return np.where(lasting, 0, start), np.where(lasting, world.days - 1, end)
