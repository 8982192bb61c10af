"""At what local hour the wish to pay comes; above 24 means after midnight of the same evening."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

Habit = Callable[[np.random.Generator], float]


def errand(rng: np.random.Generator) -> float:
    """In a break, on the way home or on a free day."""
    turn = rng.random()
    if turn < 0.3:
        return float(rng.normal(12.6, 0.8))
    if turn < 0.75:
        return float(np.clip(rng.normal(18.6, 1.7), 9, 23.9))
    return float(rng.uniform(8.5, 21.5))


def shift_worker(rng: np.random.Generator) -> float:
    """After a late shift in a ward, a kitchen, a bar or a warehouse."""
    return float(rng.normal(25.3, 2.2)) if rng.random() < 0.55 else errand(rng)


def conversation(rng: np.random.Generator) -> float:
    """While or after talking with somebody in another time zone: evenings, often past midnight."""
    return float(np.clip(rng.normal(22.4, 2.1), 16.0, 29.5))


def play(rng: np.random.Generator) -> float:
    """Games and fan events: from late afternoon into the night."""
    return float(np.clip(20.5 + rng.gamma(2.0, 1.5) - 1.5, 14.0, 30.0))


def office(rng: np.random.Generator) -> float:
    """At a desk, with the day's other errands."""
    return float(np.clip(rng.normal(13.5, 3.0), 8.0, 20.0))


def alone_at_night(rng: np.random.Generator) -> float:
    """When the house sleeps; a quarter at dawn, some in the middle of the day off."""
    turn = rng.random()
    if turn < 0.62:
        return float(np.clip(rng.normal(23.6, 1.6), 20.0, 28.0))
    if turn < 0.8:
        return float(rng.uniform(4.0, 7.0))
    return float(rng.uniform(9.0, 20.0))
