"""The world's year, its seasons, and the hours at which people use the app."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Final

from .dice import Dice

START: Final = datetime(2024, 7, 1, tzinfo=UTC).replace(tzinfo=None)
"""Local wall time of the first day; every moment is local until the ledger knows the payer's zone."""
DAYS: Final = 365


def day_of(month: int, day: int) -> int:
    """Index of a calendar day within the world's year."""
    year = 2024 if month >= 7 else 2025
    return (date(year, month, day) - START.date()).days


CHRISTMAS: Final = day_of(12, 25)
STORMS: Final = {
    "PH": (day_of(10, 25), day_of(11, 18)),
    "FJ": (day_of(2, 12),),
    "TO": (day_of(1, 28),),
    "WS": (day_of(1, 20),),
    "LK": (day_of(11, 28),),
}
"""Days on which a storm or flood makes relatives and donors send at once."""
SCHOOL: Final = {
    "PH": (day_of(7, 26), day_of(6, 12)),
    "TO": (day_of(1, 29),),
    "WS": (day_of(1, 27),),
    "FJ": (day_of(1, 28),),
    "IN": (day_of(6, 3),),
    "KE": (day_of(1, 6),),
}


def weekday(day: int) -> int:
    """Monday is 0."""
    return (day + START.weekday()) % 7


def at(day: float, hour: float) -> datetime:
    """A moment from a day and an hour; an hour past 24 falls on the next morning."""
    return START + timedelta(days=int(day), seconds=int(hour * 3600))


def waking(dice: Dice, shift: float) -> float:
    """An hour of ordinary use; `shift` moves the day for night owls, nurses on nights and bakers."""
    draw = dice.unit()
    if draw < 0.16:
        hour = dice.normal(7.8, 0.7)
    elif draw < 0.56:
        hour = dice.between(9, 17)
    elif draw < 0.92:
        hour = dice.normal(19.6, 1.5)
    else:
        hour = dice.normal(23.0, 1.4)
    return (hour + shift) % 24


def evening(dice: Dice) -> float:
    """After dinner, before bed."""
    return dice.normal(20.6, 1.2)


def late(dice: Dice) -> float:
    """When the house sleeps."""
    return dice.normal(23.6, 1.6)


def office(dice: Dice) -> float:
    """Business hours."""
    return dice.between(8.6, 17.2)


def batch(dice: Dice) -> float:
    """The bank runs standing payments in the small hours, so an ordinary rent looks nocturnal."""
    return dice.between(0.3, 4.8)
