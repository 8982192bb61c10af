"""When a source is run by itself: daily or weekly, at a time in UTC."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import Final

from tanglaw.casework.models.source import Every

WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def following(after: datetime, every: str, at: time, weekday: int = 0) -> datetime:
    """Return the first moment after `after` that a schedule names; what was missed is not made up for.

    Args:
        after: an instant.
        every: ``day`` or ``week``.
        at: time of day, UTC.
        weekday: 0 is Monday; of a weekly schedule.
    """
    after = after.astimezone(UTC)
    found = datetime.combine(after.date(), at.replace(tzinfo=None), tzinfo=UTC)
    if every == Every.WEEK:
        found += timedelta(days=(weekday - found.weekday()) % 7)
    step = timedelta(days=7 if every == Every.WEEK else 1)
    while found <= after:
        found += step
    return found


def words(every: str, at: time | None, weekday: int) -> str:
    """Say a schedule in words; empty where there is none."""
    if not every or at is None:
        return ""
    return f"{'every day' if every == Every.DAY else f'every {WEEKDAYS[weekday]}'} at {at:%H:%M} UTC"
