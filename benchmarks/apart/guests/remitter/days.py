"""The calendar of the company's eighteen months: days are counted from the first, minutes too."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import cache
from random import Random
from zoneinfo import ZoneInfo

START = date(2024, 1, 1)
DAYS = 546
DAY_MINUTES = 1440

SCHOOL = {
    "PH": ((6, 20), (11, 5)),
    "MX": ((8, 15), (1, 10)),
    "CO": ((1, 20), (7, 5)),
    "DO": ((8, 20),),
    "TH": ((5, 8), (10, 28)),
    "GH": ((9, 5), (1, 8), (5, 2)),
    "JM": ((8, 25), (1, 4)),
    "RO": ((9, 8),),
    "IN": ((6, 5), (4, 2)),
    "KE": ((1, 4), (5, 1), (8, 26)),
}
"""When fees fall due: (month, day) by receiving country."""

FEASTS = {
    "PH": ((12, 18), (12, 23), (5, 11)),
    "MX": ((12, 20), (5, 9), (10, 31)),
    "CO": ((12, 20), (5, 11)),
    "DO": ((12, 20), (5, 25)),
    "TH": ((4, 11), (12, 28)),
    "GH": ((12, 20), (4, 15)),
    "JM": ((12, 20), (8, 4)),
    "RO": ((12, 20), (4, 25)),
    "IN": ((10, 28), (3, 20), (8, 16)),
    "KE": ((12, 20), (4, 15)),
}
"""When presents are due: Christmas, mothers' days, Songkran, Diwali, Easter."""


@cache
def yearly(month: int, day: int) -> tuple[int, ...]:
    """Give the day numbers on which a date of the year falls within the window."""
    found = []
    for year in (START.year, START.year + 1):
        number = (date(year, month, day) - START).days
        if 0 <= number < DAYS:
            found.append(number)
    return tuple(found)


@cache
def dated(number: int) -> date:
    """Give the date of a day number."""
    return START + timedelta(days=number)


def weekday(number: int) -> int:
    """Give 0 for Monday to 6 for Sunday; the first day of the window is a Monday."""
    return number % 7


@cache
def utc_offset(zone: str, number: int) -> int:
    """Give minutes that a zone's clocks are ahead of UTC on a day (summer time included, at noon)."""
    noon = datetime.combine(dated(min(max(number, 0), DAYS + 20)), datetime.min.time(), tzinfo=ZoneInfo(zone))
    offset = (noon + timedelta(hours=12)).utcoffset()
    return int(offset.total_seconds() // 60) if offset else 0


def epoch_minutes() -> int:
    """Give minutes from the Unix epoch to the window's first midnight, UTC."""
    return int(datetime.combine(START, datetime.min.time(), tzinfo=UTC).timestamp() // 60)


def paydays(dice: Random, country: str) -> list[int]:
    """Draw when a payer is paid: weekly, by fortnight, twice a month, or monthly as the country's employers do.

    Transfers follow wages, so two payers of one employer's rhythm look synchronous without knowing each other.
    """
    rhythm = dice.choices(
        ("week", "fortnight", "halves", "month"),
        {
            "US": (22, 45, 23, 10),
            "CA": (10, 55, 20, 15),
            "AU": (25, 50, 0, 25),
            "NZ": (35, 45, 0, 20),
            "NO": (2, 3, 0, 95),
        }[country],
    )[0]
    if rhythm in {"week", "fortnight"}:
        step = 7 if rhythm == "week" else 14
        return list(range(dice.choice((2, 3, 3, 4, 4)) + 7 * dice.randrange(step // 7), DAYS, step))
    if rhythm == "halves":
        return [number for number in range(DAYS) if dated(number).day in {1, 15}]
    due = {"NO": (12, 15, 15, 20), "AU": (15, 28)}.get(country, (1, 25, 28))
    on = dice.choice(due)
    return [number for number in range(DAYS) if dated(number).day == on]
