"""When a report is due, by the profile of its authority."""

from __future__ import annotations

from datetime import date, timedelta

from tanglaw.filings.profiles.profile import Deadline, Profile

_SATURDAY = 5


def due_on(deadline: Deadline, start: date) -> date:
    """Give the day a report is due; working days are Monday to Friday, public holidays are not known."""
    if deadline.kind == "calendar":
        return start + timedelta(days=deadline.days)
    day, left = start, deadline.days
    while left or day.weekday() >= _SATURDAY:
        day += timedelta(days=1)
        left -= day.weekday() < _SATURDAY and left > 0
    return day


def due_words(profile: Profile, start: date) -> str:
    """Say when a report is due if the time starts on a day."""
    deadline = profile.deadline
    if deadline is None:
        return "The profile says nothing about when it is due."
    if deadline.days == 0:
        return f"Due without delay from {deadline.starts} ({deadline.source})."
    kind = "working day" if deadline.kind == "working" else "day"
    days = f"{deadline.days} {kind}{'' if deadline.days == 1 else 's'}"
    return (
        f"Due within {days} from {deadline.starts}: on {due_on(deadline, start).isoformat()} if that was "
        f"{start.isoformat()} ({deadline.source})."
    )
