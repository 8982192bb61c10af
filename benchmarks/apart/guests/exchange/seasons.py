"""The window of the world and the days on which money moves: paydays, feasts, school fees, storms."""

from __future__ import annotations

from datetime import date
from typing import Final

import numpy as np

FIRST: Final = date(2024, 1, 1)
"""A Monday, so that a day's index modulo seven is its weekday."""

DAYS: Final = (date(2025, 7, 1) - FIRST).days

MONTHS: Final = tuple((date(2024 + month // 12, month % 12 + 1, 1) - FIRST).days for month in range(18))


def _days(*texts: str) -> tuple[int, ...]:
    return tuple((date.fromisoformat(text) - FIRST).days for text in texts)


_CHRISTMAS = _days("2024-12-19")
_EID = _days("2024-04-07", "2024-06-13", "2025-03-27", "2025-06-03")

FEASTS: Final[dict[str, tuple[int, ...]]] = {
    "PH": _CHRISTMAS + _days("2024-05-20"),
    "VN": _days("2024-02-03", "2025-01-22"),
    "CN": _days("2024-02-03", "2025-01-22"),
    "NP": _days("2024-10-06", "2024-10-30"),
    "IN": _days("2024-03-22", "2024-10-27", "2025-03-11"),
    "LK": _days("2024-04-10", "2025-04-10"),
    "TH": _days("2024-04-09", "2025-04-09"),
    **dict.fromkeys(("PK", "BD", "EG", "ID", "TR", "MA"), _EID),
    **dict.fromkeys(("NG", "GH", "KE", "RO", "PL", "BR", "CO", "UA", "CI"), _CHRISTMAS),
}
"""Days shortly before which families at home need more."""

SCHOOL: Final[dict[str, tuple[int, ...]]] = {
    "PH": _days("2024-07-15", "2025-06-02"),
    "IN": _days("2024-05-28", "2025-05-28"),
    "NP": _days("2024-04-14", "2025-04-14"),
    "TH": _days("2024-05-08", "2025-05-08"),
}
"""First weeks of the school year; other homes start in September."""

SEPTEMBER: Final = _days("2024-08-28")

STORMS: Final[dict[str, tuple[tuple[int, str], ...]]] = {
    "PH": tuple(
        zip(_days("2024-07-24", "2024-10-24", "2024-11-17"), ("Metro Manila", "Naga", "Tuguegarao"), strict=True)
    ),
    "VN": ((_days("2024-09-08")[0], "Hai Phong"),),
    "NP": ((_days("2024-09-28")[0], "Kathmandu"),),
    "BD": ((_days("2024-08-22")[0], "Cumilla"),),
    "KE": ((_days("2024-04-29")[0], "Nairobi"),),
}
"""Typhoons and floods: the day and the city that suffers most."""


def payday(host: str, rng: np.random.Generator) -> int:
    """Day of the month (1-28) on which somebody is paid; custom differs by country."""
    usual = {"JP": (25, 25, 25, 10, 15), "GB": (28, 28, 25, 1, 15), "DE": (28, 1, 1, 15, 28), "AE": (1, 1, 2, 5, 27)}
    days = usual[host]
    return days[int(rng.random() * len(days))]


def utc_shift_hours(host: str, day: int) -> int:
    """Hours that the host's clock is ahead of UTC on a day; summer time in Europe only."""
    if host in {"JP", "AE"}:
        return 9 if host == "JP" else 4
    summer = any(begin <= day < end for begin, end in _SUMMERS)
    return (0 if host == "GB" else 1) + summer


_SUMMERS: Final = (_days("2024-03-31", "2024-10-27"), _days("2025-03-30", "2025-10-26"))
