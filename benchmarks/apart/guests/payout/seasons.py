"""The world's calendar: days are counted from its first; feasts, school terms and storms move ordinary money."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

FIRST: Final = date(2024, 1, 1)
DAYS: Final = 546
MONTHS: Final = tuple((2024 + m // 12, m % 12 + 1) for m in range(18))
_SHORTEST_MONTH: Final = 28


def day_of(year: int, month: int, dom: int) -> int:
    """Day's number in the world."""
    return (date(year, month, dom) - FIRST).days


def month_of(day: int) -> int:
    """Calendar month (1-12) of a day of the world."""
    return (FIRST + timedelta(days=day)).month


def weekday(day: int) -> int:
    """Monday is 0 (the first day was a Monday)."""
    return day % 7


def monthly(dom: int) -> list[int]:
    """The same day of each month."""
    return [day_of(year, month, min(dom, _SHORTEST_MONTH)) for year, month in MONTHS]


CHRISTMAS: Final = (day_of(2024, 12, 18),)
SCHOOL_OPENS: Final = {
    "PH": (day_of(2024, 7, 22), day_of(2025, 6, 9)),
    "TH": (day_of(2024, 5, 13), day_of(2025, 5, 12)),
    "IN": (day_of(2024, 6, 3), day_of(2025, 6, 2)),
}
SCHOOL_OPENS_ELSEWHERE: Final = (day_of(2024, 1, 22), day_of(2024, 8, 26), day_of(2025, 1, 20))
CALAMITIES: Final = {
    "PH": (day_of(2024, 7, 24), day_of(2024, 10, 24), day_of(2024, 11, 17)),
    "TH": (day_of(2024, 9, 10),),
    "VN": (day_of(2024, 9, 8),),
    "KE": (day_of(2024, 4, 28),),
    "CO": (day_of(2024, 11, 11),),
    "BR": (day_of(2024, 5, 4),),
}


def school_opens(country: str) -> tuple[int, ...]:
    """Days on which a school year or half-year begins, roughly."""
    return SCHOOL_OPENS.get(country, SCHOOL_OPENS_ELSEWHERE)
