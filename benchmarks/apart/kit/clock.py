"""Time: local hours of people in their zones, turned into UTC instants."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from benchmarks.apart.kit.dice import Dice, Table

DAY: Final = 86_400

HABITS: Final[dict[str, Table[tuple[float, float]]]] = {
    "day": Table({(12.5, 2.5): 0.7, (18.5, 1.8): 0.3}),
    "lunch": Table({(12.4, 0.8): 0.75, (17.6, 1.5): 0.25}),
    "evening": Table({(19.8, 1.6): 0.75, (13.0, 3.0): 0.25}),
    "late": Table({(22.3, 1.5): 0.65, (19.0, 2.0): 0.25, (8.0, 1.5): 0.1}),
    "night": Table({(0.6, 1.9): 0.55, (3.5, 1.6): 0.25, (22.0, 1.2): 0.2}),
    "early": Table({(6.2, 1.1): 0.7, (12.0, 3.0): 0.3}),
    "shift": Table({(2.5, 2.2): 0.6, (7.5, 1.4): 0.25, (15.0, 3.0): 0.15}),
    "any": Table({(14.0, 4.5): 0.75, (0.5, 3.0): 0.25}),
    "office": Table({(10.0, 1.3): 0.5, (15.0, 1.4): 0.5}),
    "school": Table({(16.5, 1.6): 0.6, (21.5, 1.3): 0.4}),
}
"""Named habits: mixtures of (centre, spread) in local hours."""


def hour(dice: Dice, habit: str) -> float:
    """Draw a local hour of the day (0–24) from a habit."""
    centre, spread = HABITS[habit].draw(dice)
    return dice.gauss(centre, spread) % 24.0


class Clock:
    """A window of days and the offsets of time zones on each of them."""

    def __init__(self, start: date, days: int) -> None:
        self.start = start
        self.days = days
        self.epoch = int(datetime(start.year, start.month, start.day, tzinfo=UTC).timestamp())
        dates = [start + timedelta(days=n) for n in range(days)]
        self.month_day = [d.day for d in dates]
        self.month = [d.month for d in dates]
        self.weekday = [d.weekday() for d in dates]

    @lru_cache(maxsize=128)  # noqa: B019 -- one clock lives as long as its world
    def offsets(self, zone: str) -> list[int]:
        """Seconds east of UTC at noon of each day."""
        info = ZoneInfo(zone)
        noon = datetime(self.start.year, self.start.month, self.start.day, 12, tzinfo=UTC)
        return [int((noon + timedelta(days=n)).astimezone(info).utcoffset().total_seconds()) for n in range(self.days)]  # type: ignore[union-attr]

    def instant(self, day: int, local_hour: float, zone: str) -> int:
        """UTC seconds of a local hour on a day of the window."""
        return self.epoch + day * DAY + int(local_hour * 3600) - self.offsets(zone)[day]

    def until_month_day(self, day: int, wanted: int) -> int:
        """Days from `day` to the next date whose day of the month is `wanted` (at least 1)."""
        for ahead in range(1, 40):
            at = day + ahead
            if at >= self.days or self.month_day[at] == wanted:
                return ahead
        return 30
