# ruff: noqa: E501 -- a table reads better unbroken
"""Days: when people are paid, when families need money, and the hour at which somebody picks up a phone."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Final

from benchmarks.apart.guests.momo.dice import Dice

START: Final = date(2024, 7, 1)
DAYS: Final = 457
"""Fifteen months: long enough to hold two school openings, one Christmas and two typhoon seasons."""

STORMS: Final = (
    (23, "capital", 0.5),
    (114, "bicol", 0.9),
    (139, "luzon", 0.5),
    (386, "capital", 0.4),
    (453, "visayas", 0.9),
)
"""Day, region, share of families there that ask their people for help."""

HOURS: Final[dict[str, dict[int, float]]] = {
    "break": {7: 2, 8: 3, 9: 3, 10: 3, 11: 4, 12: 7, 13: 4, 14: 2, 15: 2, 16: 2, 17: 4, 18: 5, 19: 5, 20: 4, 21: 3, 22: 1},
    "evening": {16: 1, 17: 2, 18: 4, 19: 6, 20: 8, 21: 8, 22: 6, 23: 3, 0: 1, 12: 1},
    "night": {19: 1, 20: 2, 21: 4, 22: 6, 23: 7, 0: 6, 1: 5, 2: 3, 3: 2, 4: 1, 5: 1, 6: 1},
    "office": {8: 2, 9: 6, 10: 7, 11: 6, 12: 3, 13: 4, 14: 6, 15: 6, 16: 5, 17: 3, 20: 1, 22: 1},
    "any": {6: 1, 7: 2, 8: 3, 9: 4, 10: 4, 11: 4, 12: 4, 13: 4, 14: 4, 15: 4, 16: 4, 17: 5, 18: 5, 19: 5, 20: 5, 21: 4, 22: 3, 23: 2, 0: 1, 2: 0.5},
    "teen": {15: 3, 16: 4, 17: 4, 18: 4, 19: 4, 20: 5, 21: 6, 22: 6, 23: 5, 0: 4, 1: 2, 2: 1, 7: 1},
}  # fmt: skip
"""Weight of each local hour, by the mood in which a payment is made."""


def day_of(day: date) -> int:
    """The world's day number of a date."""
    return (day - START).days


@cache
def paydays(scheme: str) -> tuple[int, ...]:
    """The days on which wages arrive."""
    fixed: dict[str, tuple[int, ...]] = {
        "monthly_start": (1,),
        "monthly_10": (10,),
        "monthly_25": (25,),
        "monthly_end": (28,),
        "semi_monthly": (15, 30),
    }
    found = []
    for number in range(DAYS):
        today = START + timedelta(days=number)
        thursdays = today.weekday() == 3 and (scheme == "weekly" or (scheme == "biweekly" and number // 7 % 2 == 0))
        if thursdays or today.day in fixed.get(scheme, ()):
            found.append(number)
    return tuple(found)


def season(day: int) -> float:
    """How much more a family is given that day: Christmas, school opening, graduation, all souls."""
    today = START + timedelta(days=day)
    if today.month == 12 and today.day >= 8:
        return 1.6
    if (today.month == 7 and today.day >= 15) or (today.month == 6 and today.day <= 20):
        return 1.35
    if today.month in (4, 11) and today.day <= 7:
        return 1.15
    return 1.0


def weekend(day: int) -> bool:
    """Saturday or Sunday."""
    return (START + timedelta(days=day)).weekday() >= 5


def moment(dice: Dice, mood: str, day: float) -> int:
    """Seconds of local time since the world's first midnight; an hour after midnight belongs to the night before."""
    hour = dice.weighted(HOURS[mood])
    late = 1 if hour < 6 and mood in ("night", "evening", "teen") else 0
    return (int(day) + late) * 86_400 + hour * 3_600 + int(dice.unit() * 3_600)
