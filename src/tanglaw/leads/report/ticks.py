"""Where an axis is marked, and with what words."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

MOST = 6
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis: its place (pixels or per cent) and its words."""

    at: str
    label: str


def value_ticks(values: Sequence[float], *, logarithmic: bool) -> tuple[list[tuple[float, str]], float, float]:
    """Choose round values and the ends of the scale. A linear scale starts at zero."""
    if not values:
        return [], 0.0, 1.0
    if logarithmic:
        steps = [base * 10.0**power for power in range(-9, 16) for base in (1, 2, 5)]
        low = max(step for step in steps if step <= min(values))
        high = min((step for step in steps if step >= max(values)), default=max(values))
        inside = [step for step in steps if low <= step <= high]
        while len(inside) > MOST:
            tens = [step for step in inside if math.isclose(math.log10(step) % 1, 0, abs_tol=1e-9)]
            inside = tens if len(inside) > len(tens) >= 2 else inside[::2]
        return [(step, _value(step)) for step in inside], low, high
    step = next(
        base * 10.0**power for power in range(-9, 16) for base in (1, 2, 5) if base * 10.0**power * 4 >= max(values)
    )
    marks = [step * number for number in range(math.ceil(max(values) / step) + 1)]
    return [(mark, _value(mark)) for mark in marks], 0.0, marks[-1]


def _value(value: float) -> str:
    for size, letter in ((1e9, "bn"), (1e6, "m"), (1e3, "k")):
        if value >= size:
            return f"{value / size:g}{letter}"
    return f"{value:g}"


def time_ticks(first: datetime, last: datetime) -> list[tuple[datetime, str]]:
    """Choose up to six round times between two: hours, days, months or years."""
    length = last - first
    if length <= timedelta(days=3):
        return _steps(first, last, (3, 6, 12, 24))
    if length <= timedelta(days=100):
        return _steps(first, last, (24, 48, 96, 168, 336, 504))
    months = length.days / 30.4
    step = next((step for step in (1, 2, 3, 6, 12, 24, 60, 120) if months / step <= MOST), 1200)
    number = -(-(first.year * 12 + first.month) // step) * step
    marks: list[tuple[datetime, str]] = []
    while number // 12 <= last.year:
        at = first.replace(year=number // 12, month=number % 12 + 1, day=1, hour=0, minute=0, second=0, microsecond=0)
        if first <= at <= last:
            marks.append((at, f"{at.year}" if at.month == 1 else _MONTHS[at.month - 1]))
        number += step
    return _with_year(marks)


def _steps(first: datetime, last: datetime, hours: Sequence[int]) -> list[tuple[datetime, str]]:
    length = (last - first).total_seconds() / 3600
    step = next((step for step in hours if length / step <= MOST), hours[-1])
    at = first.replace(hour=0, minute=0, second=0, microsecond=0)
    marks = []
    while at <= last:
        if at >= first:
            label = f"{at.day} {_MONTHS[at.month - 1]}" if at.hour == 0 else f"{at:%H:%M}"
            marks.append((at, label))
        at += timedelta(hours=step)
    return marks


def _with_year(marks: list[tuple[datetime, str]]) -> list[tuple[datetime, str]]:
    if not marks or any(label.isdigit() for _, label in marks):
        return marks
    at, label = marks[0]
    return [(at, f"{label} {at.year}"), *marks[1:]]
