"""The world's calendar: fifteen months, paydays, feasts and the hours at which people reach for the app."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo

from benchmarks.apart.guests.diaspora.dice import Dice

FIRST: Final = datetime(2024, 3, 1, tzinfo=UTC)
DAYS: Final = 457
TYPHOON: Final = (datetime(2024, 11, 17, tzinfo=UTC) - FIRST).days
CHRISTMAS: Final = (datetime(2024, 12, 23, tzinfo=UTC) - FIRST).days
SCHOOL_FEES: Final = tuple(
    (datetime(year, month, 8, tzinfo=UTC) - FIRST).days for year, month in ((2024, 7), (2024, 11), (2025, 1), (2025, 4))
)
FIESTAS: Final = (75, 190, 320, 430)

HOURS: Final = {
    # Lunch break, the way home, the sofa.
    "day": (1, 0, 0, 0, 0, 1, 3, 6, 8, 8, 8, 8, 12, 10, 7, 6, 7, 9, 10, 10, 9, 7, 5, 2),
    "evening": (3, 1, 0, 0, 0, 1, 2, 3, 3, 3, 3, 3, 4, 4, 3, 3, 5, 8, 11, 14, 16, 16, 12, 7),
    # Carers, nurses, cleaners and drivers: a large part of a diaspora works when others sleep.
    "night": (9, 8, 7, 7, 6, 6, 8, 9, 6, 3, 1, 1, 1, 2, 4, 5, 5, 5, 4, 4, 5, 6, 8, 9),
}


@cache
def zone(name: str) -> ZoneInfo:
    """The time zone, read once."""
    return ZoneInfo(name)


def instant(day: int, hour: float, timezone: str) -> int:
    """Microseconds since 1970 of a local hour (which may run past midnight) on a day of the world."""
    local = datetime(2024, 3, 1, tzinfo=zone(timezone)) + timedelta(days=day, seconds=int(hour * 3600))
    return int(local.timestamp()) * 1_000_000


def calendar_day(day: int) -> datetime:
    """The date of a day of the world."""
    return FIRST + timedelta(days=day)


def usual_hour(dice: Dice, clock: str) -> float:
    """An hour of the day at which somebody with this daily life opens the app."""
    return dice.choices(range(24), HOURS[clock])[0] + dice.random()


@cache
def paydays(rhythm: str, anchor: int) -> tuple[int, ...]:
    """Days on which wages come, by the custom of the country; `anchor` tells employers apart."""
    if rhythm == "weekly":
        return tuple(range(anchor % 7, DAYS, 7))
    if rhythm == "fortnight":
        return tuple(range(anchor % 14, DAYS, 14))
    wanted = {
        "month_end": (25 + anchor % 4,),
        "month_start": (1 + anchor % 10,),
        "twice_monthly": (15, 28),
    }[rhythm]
    return tuple(day for day in range(DAYS) if calendar_day(day).day in wanted)
