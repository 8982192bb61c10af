"""When in the day people pay, in the payer's own local time."""

from __future__ import annotations

from typing import Final

import numpy as np

from tanglaw.lab.worlds.arrays import Floats, Ints, Rng, ints, pick

_SHAPES: Final[dict[str, tuple[int, ...]]] = {
    # hour            0  1  2  3  4  5  6  7  8  9 10 11 12 13 14 15 16 17 18 19 20 21 22 23
    "day":           ( 1, 0, 0, 0, 0, 1, 3, 7,10,13,14,14,16,13,12,12,12,14,14,12,10, 7, 4, 2),
    "office":        ( 0, 0, 0, 0, 0, 0, 1, 4,14,20,20,16,10,16,18,16,14, 8, 3, 2, 1, 1, 0, 0),
    "evening":       ( 3, 1, 1, 0, 0, 1, 1, 2, 2, 3, 3, 3, 4, 4, 4, 5, 7,10,14,17,18,16,12, 7),
    "night":         (17,14,10, 6, 3, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 3, 5, 8,12,15,18,20),
    "deep_night":    (18,17,15,12, 8, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 3, 4, 6, 8,12,18),
    "shift":         (12,10, 9, 8, 8, 9, 9, 7, 4, 2, 1, 0, 0, 1, 2, 3, 4, 4, 4, 4, 4, 5, 8,11),
    "any":           ( 4, 3, 3, 2, 2, 2, 3, 4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 6, 6, 7, 7, 7, 6, 5),
}  # fmt: skip
PROFILES: Final = {name: number for number, name in enumerate(_SHAPES)}
"""Number of each hour profile. The shapes are assumed; ``night`` puts two thirds between 20:00 and 03:00."""


def seconds(rng: Rng, profile: Ints | str, size: int) -> Ints:
    """Seconds after local midnight for each payment, by the number (or name) of its profile."""
    if isinstance(profile, str):
        return _seconds(rng, profile, size)
    drawn = np.empty(size, dtype=np.int64)
    for name, number in PROFILES.items():
        here = np.flatnonzero(profile == number)
        if len(here):
            drawn[here] = _seconds(rng, name, len(here))
    return drawn


def _seconds(rng: Rng, name: str, size: int) -> Ints:
    return pick(rng, size, _SHAPES[name]) * 3600 + rng.integers(0, 3600, size)


def personal(rng: Rng, size: int, **weights: float) -> Ints:
    """A profile for each person, drawn with the given weights: ``personal(rng, 10, day=0.7, evening=0.3)``."""
    numbers = np.array([PROFILES[name] for name in weights], dtype=np.int64)
    return numbers[pick(rng, size, list(weights.values()))]


def minutes_later(rng: Rng, size: int, median: float, sigma: float = 0.8) -> Ints:
    """Seconds until a follow-up payment, log-normal around ``median`` minutes."""
    later: Floats = median * 60 * np.exp(rng.normal(0, sigma, size))
    return ints(np.clip(later, 30, 6 * 3600))
