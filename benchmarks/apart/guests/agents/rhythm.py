"""When people pay: salary days, chance, feasts, storms and hours of the day."""

from __future__ import annotations

from typing import Final

import numpy as np

from benchmarks.apart.guests.agents.places import DAYS, Floats

_MONTH_STARTS: Final = np.cumsum([0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 28, 31, 30, 31]).astype(float)
"""First day of each of the eighteen months from January 2024."""

FEASTS: Final[dict[str, tuple[float, ...]]] = {
    "PH": (340.0, 352.0, 356.0, 88.0, 470.0, 304.0),
    "TH": (100.0, 466.0, 318.0),
    "CO": (341.0, 352.0, 131.0, 495.0),
    "KE": (352.0, 92.0, 456.0, 330.0),
}
"""Christmas, Easter, All Saints, Songkran, Mothers' day: days around which people send extra."""

TERMS: Final[dict[str, tuple[float, ...]]] = {
    "PH": (205.0, 372.0, 520.0),
    "TH": (128.0, 300.0, 494.0),
    "CO": (18.0, 190.0, 384.0),
    "KE": (5.0, 118.0, 236.0, 371.0, 484.0),
}
"""Days on which school fees fall due."""

STORMS: Final[dict[str, tuple[tuple[float, tuple[str, ...]], ...]]] = {
    "PH": (
        (296.0, ("Naga", "Legazpi", "Batangas City")),
        (321.0, ("Legazpi", "Naga", "Tacloban")),
        (205.0, ("Quezon City", "Olongapo")),
    ),
    "TH": ((254.0, ("Chiang Mai",)), (332.0, ("Hat Yai",))),
    "CO": ((315.0, ("Cali", "Pereira")),),
    "KE": ((118.0, ("Nairobi", "Thika", "Nakuru")),),
}
"""Typhoons and floods with the towns they struck: a burst of help to everyone there."""

_HOURS: Final = {
    "day": (13.0, 3.2),
    "lunch": (12.6, 0.9),
    "evening": (19.6, 2.0),
    "night": (23.2, 2.1),
    "any": (15.5, 4.6),
}


def hours(rng: np.random.Generator, profile: str, size: int) -> Floats:
    """Fractions of a day, in the payer's local time; past midnight counts as the next day."""
    mean, spread = _HOURS[profile]
    drawn = rng.normal(mean, spread, size)
    if profile != "night":
        # A few are awake at odd hours, at work or worried; nobody is an exact bell.
        odd = rng.random(size) < 0.07
        drawn = np.where(odd, rng.uniform(0, 24, size), np.clip(drawn, 5.5, 23.9))
    return np.asarray(drawn / 24.0)


def span(rng: np.random.Generator) -> tuple[float, float]:
    """First and last day of a habit: half were there before the period began, a third stop within it."""
    first = 0.0 if rng.random() < 0.5 else float(rng.uniform(0, DAYS - 20))
    last = float(DAYS) if rng.random() < 0.66 else float(rng.uniform(first, DAYS))
    return first, last


def salary_days(rng: np.random.Generator, first: float, last: float, every: str) -> Floats:
    """Days after pay: month end, twice a month, or each second Friday, with people's delays and skipped months."""
    if every == "fortnight":
        days = np.arange(4.0 + 7.0 * int(rng.integers(0, 2)), DAYS, 14.0)
    elif every == "twice":
        days = np.sort(np.concatenate([_MONTH_STARTS, _MONTH_STARTS + 14.0]))
    else:
        days = _MONTH_STARTS + float(rng.choice([-2, 0, 1, 4, 9, 24]))
    days = days + rng.integers(0, 4, size=len(days))
    kept = (days >= first) & (days < last) & (rng.random(len(days)) > rng.uniform(0.03, 0.45))
    return np.asarray(days[kept].astype(float))


def chance_days(rng: np.random.Generator, first: float, last: float, gap: float) -> Floats:
    """Days of needs that come by chance, `gap` days apart on average, in clumps as needs do."""
    wanted = int(max(0.0, last - first) / gap * 1.6) + 4
    steps = rng.gamma(0.8, gap / 0.8, size=wanted)
    days = np.floor(first + np.cumsum(steps))
    return np.asarray(days[days < last])


def near(rng: np.random.Generator, marks: tuple[float, ...], first: float, last: float, odds: float) -> Floats:
    """Days around marked ones on which somebody did send."""
    days = np.array(marks) + rng.integers(-6, 4, size=len(marks))
    return np.asarray(days[(days >= first) & (days < last) & (rng.random(len(days)) < odds)].astype(float))
