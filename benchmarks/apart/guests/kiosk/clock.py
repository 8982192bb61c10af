"""Times of day as people live them: errands, evenings after work, nights, late shifts."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from benchmarks.apart.guests.kiosk.calendar import DAY

_PARTS: Final[dict[str, tuple[tuple[float, float, float], ...]]] = {
    # (share, mean hour, spread); hours past 24 belong to the next date
    "errand": ((0.35, 12.6, 1.6), (0.5, 17.8, 1.7), (0.15, 9.6, 1.0)),
    "evening": ((0.8, 20.4, 1.5), (0.2, 13.0, 2.5)),
    "night": ((0.75, 23.3, 1.6), (0.25, 20.6, 1.2)),
    "shift": ((0.55, 23.2, 0.8), (0.45, 6.8, 0.6)),
    "office": ((1.0, 14.0, 2.6),),
    "school": ((0.45, 16.8, 1.2), (0.55, 21.2, 1.7)),
}


def at(rng: np.random.Generator, days: NDArray[np.int64], part: str) -> NDArray[np.float64]:
    """Local seconds since the first day's midnight, one for each of `days`."""
    shares, means, spreads = (np.array(column) for column in zip(*_PARTS[part], strict=True))
    which = np.searchsorted(np.cumsum(shares)[:-1], rng.random(len(days)))
    hours = means[which] + spreads[which] * rng.standard_normal(len(days))
    return days * DAY + np.clip(hours, 0.2, 28.5) * 3600


def hour(when: NDArray[np.float64]) -> NDArray[np.float64]:
    """Local hour of the day, 0 to 24."""
    return when % DAY / 3600
