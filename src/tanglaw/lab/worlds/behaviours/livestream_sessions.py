"""When purchasers pay: gaps, sessions of quick follow-ups, hours of the day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from tanglaw.lab.worlds.arrays import Flags, Floats, Ints, Rng, around, chance, ints, repeat, within
from tanglaw.lab.worlds.behaviours.concentration import MANY
from tanglaw.lab.worlds.clock import PROFILES, minutes_later, personal, seconds
from tanglaw.lab.worlds.draft import Draft
from tanglaw.lab.worlds.parameters import Parameters

FIGURES: Final = Parameters("livestream sessions")
GAP_PROLIFIC: Final = FIGURES.published("gap of prolific payers, under", 20, "days", "T&I 634; here 5 days, median")
GAP: Final = FIGURES.assumed("gap of other payers", 15, "days, median", "AUSTRAC: once every few weeks, then oftener")
NIGHT: Final = FIGURES.assumed(
    "payers who mostly pay late in the evening or at night",
    0.62,
    "share",
    "FATF 2025 and ECPAT Sweden: a sign, no share",
)
SECOND: Final = FIGURES.assumed("payments followed by another soon", 0.22, "share", "a first part, then the rest")
SECOND_MINUTES: Final = FIGURES.assumed("time until the follow-up", 22, "minutes, median", "within the session")


@dataclass(frozen=True, slots=True)
class Sessions:
    """Payments in order of payer and time.

    Attributes:
        counts: payments of each payer; ``escalates``: whether sums rise and gaps shorten.
        payer: whose each payment is; ``nth``: from 0; ``progress``: 0 first … 1 last.
        follows: whether it follows the one before within the session.
        day, second: the payer's local time.
    """

    counts: Ints
    escalates: Flags
    payer: Ints
    nth: Ints
    progress: Floats
    follows: Flags
    day: Ints
    second: Ints


def sessions(draft: Draft, rng: Rng, counts: Ints, *, imitates: Flags, escalates: Flags) -> Sessions:
    """Draw every payer's payments in time; those who imitate pay once a month by day."""
    n = len(counts)
    payer, nth = repeat(counts), within(counts)
    progress = nth / np.maximum(counts[payer] - 1, 1)
    escalates = escalates & ~imitates
    follows = chance(rng, len(payer), SECOND) & (nth > 0) & ~imitates[payer]
    gap = np.where(counts > MANY, around(rng, n, GAP_PROLIFIC / 4, 0.5), around(rng, n, GAP, 0.7))
    gap = np.where(imitates, 30.4, gap)
    shrink = np.exp(-np.where(escalates[payer], 1.4, 0.0) * (progress - 0.45))
    gaps = around(rng, len(payer), gap[payer] * shrink, np.where(imitates, 0.08, 0.8)[payer])
    day = _days(draft, rng, counts, np.where((nth == 0) | follows, 0.0, gaps))
    clock = np.where(chance(rng, n, NIGHT), PROFILES["night"], personal(rng, n, evening=0.6, day=0.4))
    clock = np.where(imitates, personal(rng, n, day=0.8, evening=0.2), clock)
    second = seconds(rng, clock[payer], len(payer))
    later = np.where(follows, minutes_later(rng, len(payer), SECOND_MINUTES), second)
    opens = np.flatnonzero(~follows)  # each session: its opening second plus the waits since
    session = np.cumsum(~follows) - 1
    total = np.cumsum(later)
    second = total - total[opens][session] + second[opens][session]
    return Sessions(counts, escalates, payer, nth, progress, follows, day, second)


def _days(draft: Draft, rng: Rng, counts: Ints, gaps: Floats) -> Ints:
    """Days from gaps; a payer's whole span is squeezed into the world and starts anywhere it fits."""
    payer, first, last = repeat(counts), np.cumsum(counts) - counts, np.cumsum(counts) - 1
    since = np.cumsum(gaps)
    since -= since[first][payer]
    room = draft.days - 2.0
    since *= np.minimum(1.0, room / np.maximum(since[last], 1.0))[payer]
    start = rng.random(len(counts)) * np.maximum(room - since[last], 0.0)
    return ints(start[payer] + since)
