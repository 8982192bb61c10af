"""The bank's calendar: a year of local days, days on which batches run, and the times of their runs."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from .chance import Chance

FIRST = date(2024, 7, 1)
LENGTH = 365
LOCAL = ZoneInfo("Europe/Amsterdam")
TYPHOON = (139, 157)
"""Days of the year's worst storm in the Philippines (from the middle of November)."""
CHRISTMAS = (160, 178)
FEAST_OF_RAMADAN = (262, 275)
SCHOOL_OPENS_IN_MANILA = (15, 32)

_CLOSED = {
    date(2024, 12, 25),
    date(2024, 12, 26),
    date(2025, 1, 1),
    date(2025, 4, 18),
    date(2025, 4, 21),
    date(2025, 5, 1),
}
_RUNS = (time(6, 30), time(10, 0), time(13, 0), time(15, 30), time(18, 30))


def day_of(moment: datetime) -> int:
    """Number of the local day since the first day of the year."""
    return (moment.date() - FIRST).days


def at(day: int, hour: float, chance: Chance) -> datetime:
    """A local moment: hours of 24 and more fall on the next day; seconds are left to chance."""
    start = datetime.combine(FIRST, time(0))
    return start + timedelta(days=day, hours=hour, seconds=chance.randrange(60))


def utc(local: datetime) -> datetime:
    """The same moment in UTC."""
    return local.replace(tzinfo=LOCAL).astimezone(UTC)


def runs_on(day: date) -> bool:
    """Whether the clearing house settles batches on this day."""
    return day.weekday() < 5 and day not in _CLOSED


def next_run(local: datetime, chance: Chance) -> datetime:
    """When a batch order given at `local` is booked: the hour at which the customer sat down is lost."""
    day = local.date()
    while True:
        if runs_on(day):
            for run in _RUNS:
                moment = datetime.combine(day, run)
                if moment >= local:
                    return moment + timedelta(seconds=chance.randrange(900))
        day += timedelta(days=1)


def standing_run(day: int, chance: Chance) -> datetime:
    """When a standing order due on a day is booked: shortly after midnight of the first settlement day from then on."""
    due = FIRST + timedelta(days=day)
    while not runs_on(due):
        due += timedelta(days=1)
    return datetime.combine(due, time(0, 20)) + timedelta(seconds=chance.randrange(8_000))


def month_days(day_of_month: int) -> list[int]:
    """Number of each day of the year that is the n-th of its month (n up to 28)."""
    return [n for n in range(LENGTH) if (FIRST + timedelta(days=n)).day == day_of_month]


def weekday(day: int) -> int:
    """Monday is 0."""
    return (FIRST + timedelta(days=day)).weekday()
