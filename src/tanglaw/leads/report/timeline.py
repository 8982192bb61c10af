"""Payments over time: amount above, hour of the day below; who received by shape and colour.

Positions along time are per cent of the width, so that the drawing fits a phone without shrinking its letters.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from tanglaw.leads.report.ticks import Tick, time_ticks, value_ticks

SHAPES: Final = ("circle", "square", "diamond", "triangle", "cross", "ring")
"""One a counterparty, the most paid first; the last is for all others."""

AMOUNT_HEIGHT: Final = 150.0
CLOCK_HEIGHT: Final = 96.0
_INSET: Final = 2.0
_LOG_FROM: Final = 12.0
NIGHT: Final = (22, 6)
"""Hours that are shaded: from 22:00 to 06:00 covers the published "late evening, night, early morning"."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One payment as it is drawn. ``local`` is the payer's local time; ``party`` a place in :data:`SHAPES`."""

    at: datetime
    local: datetime | None
    value: float | None
    party: int
    title: str


@dataclass(frozen=True, slots=True)
class Point:
    """A mark: ``x`` in per cent, ``y`` in pixels."""

    x: str
    y: str
    shape: str
    title: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Both panels; an empty panel is one that could not be drawn."""

    amounts: list[Point]
    clock: list[Point]
    values: list[Tick]
    times: list[Tick]
    logarithmic: bool

    @classmethod
    def of(cls, moments: Sequence[Moment]) -> Timeline:
        """Lay out payments, which must be in order of time and at least one."""
        first, last = moments[0].at, moments[-1].at
        if last - first < timedelta(hours=6):
            middle = first + (last - first) / 2
            first, last = middle - timedelta(hours=6), middle + timedelta(hours=6)
        length = (last - first).total_seconds()

        def across(at: datetime) -> str:
            return f"{_INSET + (at - first).total_seconds() / length * (100 - 2 * _INSET):.2f}%"

        known = [moment.value for moment in moments if moment.value is not None and moment.value > 0]
        logarithmic = bool(known) and max(known) / min(known) > _LOG_FROM
        values, low, high = value_ticks(known, logarithmic=logarithmic)

        def up(value: float) -> float:
            share = math.log(value / low) / math.log(high / low) if logarithmic else (value - low) / (high - low)
            return AMOUNT_HEIGHT * (1 - min(max(share, 0.0), 1.0))

        return cls(
            amounts=[
                Point(across(one.at), f"{up(one.value):.1f}", SHAPES[one.party], one.title)
                for one in moments
                if one.value is not None and one.value > 0
            ],
            clock=[
                Point(across(one.at), f"{_from_noon(one.local) * CLOCK_HEIGHT:.1f}", SHAPES[one.party], one.title)
                for one in moments
                if one.local is not None
            ],
            values=[Tick(f"{up(value):.1f}", label) for value, label in values],
            times=[Tick(across(at), label) for at, label in time_ticks(first, last)],
            logarithmic=logarithmic,
        )


def _from_noon(at: datetime) -> float:
    """Return the share of a day gone since noon: so a night lies in the middle, in one piece."""
    return ((at.hour + at.minute / 60 + 12) % 24) / 24


def night_share(times: Sequence[datetime]) -> float | None:
    """Return the share of local times that fall in the night, or nothing if none is known."""
    return sum(at.hour >= NIGHT[0] or at.hour < NIGHT[1] for at in times) / len(times) if times else None
