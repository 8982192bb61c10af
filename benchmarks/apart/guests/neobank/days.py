"""The year that the export covers and the hours at which people pay."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from math import exp
from random import Random

START = datetime(2024, 8, 1)  # noqa: DTZ001 -- minutes are counted on each payer's own clock
DAYS = 365
DAY = 24 * 60

STORMS = {"PH": ((date(2024, 10, 24), ("Naga", "Legazpi")), (date(2024, 11, 17), ("Legazpi", "Naga", "Taguig")))}
"""Days on which a typhoon struck, and the cities where relatives needed money at once."""

_FEASTS = {
    "PH": (date(2024, 12, 17), date(2025, 6, 10)),
    "CO": (date(2024, 12, 18), date(2025, 5, 9)),
    "DO": (date(2024, 12, 18), date(2025, 5, 23)),
    "BR": (date(2024, 12, 19), date(2025, 5, 9)),
    "PK": (date(2025, 3, 26), date(2025, 6, 3)),
    "SY": (date(2025, 3, 26), date(2025, 6, 3)),
    "MA": (date(2025, 3, 26), date(2025, 6, 2)),
    "TR": (date(2025, 3, 27), date(2025, 6, 3)),
    "IN": (date(2024, 10, 28), date(2025, 4, 10)),
    "VN": (date(2025, 1, 20), date(2024, 9, 1)),
    "TH": (date(2025, 4, 9), date(2025, 5, 12)),
}
_CHRISTMAS = (date(2024, 12, 18), date(2025, 4, 15))

_HOURS = {
    "day": (1, 0, 0, 0, 0, 1, 3, 6, 8, 9, 9, 9, 10, 8, 8, 8, 9, 10, 10, 9, 8, 6, 4, 2),
    "evening": (3, 1, 1, 0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 3, 3, 4, 5, 7, 9, 11, 12, 12, 10, 6),
    "night": (13, 9, 6, 4, 2, 1, 1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 2, 3, 6, 10, 14, 16),
    "dawn": (1, 1, 1, 2, 6, 12, 14, 9, 3, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 2),
    "office": (0, 0, 0, 0, 0, 0, 0, 2, 6, 10, 11, 10, 7, 9, 10, 10, 8, 4, 1, 1, 1, 0, 0, 0),
    "teen": (1, 0, 0, 0, 0, 0, 0, 3, 1, 2, 2, 3, 8, 4, 5, 10, 10, 9, 9, 9, 9, 8, 5, 3),
}
"""Weights of the 24 local hours."""


def day_of(when: date) -> int:
    """Days from the start of the window."""
    return (when - START.date()).days


def date_of(day: int) -> date:
    """The calendar date of a day of the window."""
    return START.date() + timedelta(days=day)


def months(day_of_month: int, since: int = 0) -> list[int]:
    """One day a month from `since`, moved off the weekend as payrolls and standing orders do."""
    found = []
    year, month = START.year, START.month
    for _ in range(12):
        when = date(year, month, min(day_of_month, 28))
        when -= timedelta(days=max(0, when.weekday() - 4))
        if day_of(when) >= since:
            found.append(day_of(when))
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return found


def feasts(country: str) -> list[int]:
    """Days before which relatives in `country` are sent more."""
    return [day_of(when) for when in _FEASTS.get(country, _CHRISTMAS)]


def at(rng: Random, day: int, profile: str, shift: int = 0) -> int:
    """A minute of the window on `day`; `shift` hours later for people who work nights. Small hours end the same day."""
    hour = rng.choices(range(24), _HOURS[profile])[0]
    minute = day * DAY + hour * 60 + rng.randrange(60) + shift * 60
    # A night that begins at nine ends at four of the next date.
    return minute + DAY if profile == "night" and hour < 6 else minute


def count(rng: Random, mean: float) -> int:
    """A Poisson number."""
    if mean > 30:
        return max(0, round(rng.gauss(mean, mean**0.5)))
    limit, product, number = exp(-mean), rng.random(), 0
    while product > limit:
        product *= rng.random()
        number += 1
    return number
