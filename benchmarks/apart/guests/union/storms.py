"""Typhoons and floods that make whole communities pay at once."""

from __future__ import annotations

import numpy as np

from benchmarks.apart.guests.union.chance import pick
from benchmarks.apart.guests.union.clock import DAYS, calendar
from benchmarks.apart.guests.union.places import COUNTRIES


def storms(rng: np.random.Generator) -> tuple[tuple[str, str, int], ...]:
    """Country, city and first day of six storms: July to November in the Philippines and Viet Nam, one elsewhere."""
    season = np.flatnonzero(np.isin(calendar("month")[: DAYS - 10], (7, 8, 9, 10, 11))).tolist()
    struck = ["PH", "PH", "PH", "VN", "PH", pick(rng, ("IN", "JM", "KE"))]
    return tuple((country, pick(rng, COUNTRIES[country].cities)[0], pick(rng, season)) for country in struck)
