"""When a report is due, by the profile of its authority."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from tanglaw.filings.profiles.profile import Deadline, Profile

_SATURDAY = 5
_UNCERTAIN = "estimated"
"""How the calendar marks a day that an authority has yet to proclaim."""


def due_on(deadline: Deadline, start: date, country: str = "") -> date:
    """Give the day a report is due.

    Working days are Monday to Friday without the public holidays of the whole country. Where these are not known, those
    of a region, and days that are only estimated, count as working days: the day given is never too late for them.

    Args:
        deadline: of the profile.
        start: the day from which time runs.
        country: of the authority, ISO 3166 alpha-2; empty: public holidays are not known.
    """
    if deadline.kind == "calendar":
        return start + timedelta(days=deadline.days)
    day, left = start, deadline.days
    while left or not _works(day, country):
        day += timedelta(days=1)
        left -= left > 0 and _works(day, country)
    return day


def _works(day: date, country: str) -> bool:
    return day.weekday() < _SATURDAY and day not in public_holidays(country, day.year)


@cache
def public_holidays(country: str, year: int) -> dict[date, str]:
    """Give the public holidays of a whole country that are certain, by name; none where they are not known."""
    try:
        import holidays  # noqa: PLC0415 -- of the extra; without it they are not known
    except ImportError:
        return {}
    if country not in holidays.list_supported_countries():
        return {}
    named = holidays.country_holidays(country, years=year, language="en_US")
    return {day: name for day, name in sorted(named.items()) if _UNCERTAIN not in name and day.year == year}


def due_words(profile: Profile, start: date) -> str:
    """Say when a report is due if the time starts on a day."""
    deadline = profile.deadline
    if deadline is None:
        return "The profile says nothing about when it is due."
    if deadline.days == 0:
        return f"Due without delay from {deadline.starts} ({deadline.source})."
    kind = "working day" if deadline.kind == "working" else "day"
    days = f"{deadline.days} {kind}{'' if deadline.days == 1 else 's'}"
    end = due_on(deadline, start, profile.country)
    return (
        f"Due within {days} from {deadline.starts}: on {end.isoformat()} if that was {start.isoformat()} "
        f"({deadline.source}).{_left_out(profile, start, end)}"
    )


def _left_out(profile: Profile, start: date, end: date) -> str:
    """Name the public holidays that were no working days, or say that none are known."""
    if profile.deadline is None or profile.deadline.kind == "calendar":
        return ""
    known = {
        day: name for year in (start.year, end.year) for day, name in public_holidays(profile.country, year).items()
    }
    if not known:
        return " Public holidays are not known."
    met = [f"{name} ({day.isoformat()})" for day, name in sorted(known.items())
           if start < day <= end and day.weekday() < _SATURDAY]  # fmt: skip
    return f" No working days: {', '.join(met)}." if met else ""
