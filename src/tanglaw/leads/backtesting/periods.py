"""Weeks, months or quarters of a backtest, each with the instant after its end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final, Literal, get_args

from tanglaw.common.errors import UsageError

Every = Literal["week", "month", "quarter"]
EVERY: Final[tuple[Every, ...]] = get_args(Every)

HISTORY: Final = 3
"""Months of payments before the first period unless another is asked for: with less, everybody looks new. Assumed."""

_MONTH: Final = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time.

    Attributes:
        name: ``2025-03``, ``2025-Q1``, or the Monday of a week.
        end: the first instant after it, UTC seconds: payments from then on are invisible at its end.
    """

    name: str
    end: int


def periods(since: int, until: int, every: str, first: str | None = None, last: str | None = None) -> list[Period]:
    """List the periods of a backtest.

    Args:
        since: first instant of the payments, UTC seconds.
        until: their last instant.
        every: ``week``, ``month`` or ``quarter``.
        first: a month or day (``2025-03``, ``2025-03-01``) in the first period; by default the third month of the
            payments.
        last: a month or day in the last period; by default the end of the payments.

    Raises:
        UsageError: no such step or day, or no period between them in which there are payments.
    """
    if every not in EVERY:
        raise UsageError(f"--every: found {every}; expected one of {', '.join(EVERY)}.")
    begin = _day(first, "--from") if first else _plus(datetime.fromtimestamp(since, UTC), HISTORY - 1)
    end = _day(last, "--to") if last else datetime.fromtimestamp(until, UTC)
    start, found = _start(begin, every), list[Period]()
    while start <= end:
        after = _next(start, every)
        if since < after.timestamp():
            found.append(Period(_name(start, every), int(after.timestamp())))
        if after.timestamp() > until:
            break
        start = after
    if not found:
        span = " to ".join(datetime.fromtimestamp(t, UTC).date().isoformat() for t in (since, until))
        raise UsageError(f"No {every} to try: the payments are of {span}, and --from and --to leave none of it.")
    return found


def _day(text: str, option: str) -> datetime:
    match = _MONTH.fullmatch(text.strip())
    try:
        year, month, day = (int(part or 1) for part in match.groups()) if match else (0, 0, 0)
        return datetime(year, month, day, tzinfo=UTC)
    except ValueError:
        raise UsageError(f"{option}: found {text!r}; expected a month or a day, as 2025-03 or 2025-03-01.") from None


def _plus(day: datetime, months: int) -> datetime:
    number = day.year * 12 + day.month - 1 + months
    return day.replace(year=number // 12, month=number % 12 + 1, day=1)


def _start(day: datetime, every: str) -> datetime:
    midnight = day.replace(hour=0, minute=0, second=0, microsecond=0)
    if every == "week":
        return midnight - timedelta(days=midnight.weekday())
    month = midnight.month if every == "month" else (midnight.month - 1) // 3 * 3 + 1
    return midnight.replace(month=month, day=1)


def _next(start: datetime, every: str) -> datetime:
    return start + timedelta(days=7) if every == "week" else _plus(start, 1 if every == "month" else 3)


def _name(start: datetime, every: str) -> str:
    if every == "week":
        return start.date().isoformat()
    return f"{start:%Y-%m}" if every == "month" else f"{start.year}-Q{(start.month + 2) // 3}"
