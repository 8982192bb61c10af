"""Cases for value, growth, rhythm and hours: one payer C who pays one receiver R."""

from __future__ import annotations

import numpy as np
from case import Case, of_both
from described import LAST, at_gaps, pay, times

SHRINKING = [20, 16, 11, 7, 4, 2]
RISING = [10, 20, 40, 80, 160, 320, 640]
WITHOUT_RATE = [pay("2024-02-02 12:00", 7, currency="VES"), pay("2024-02-09 12:00", 7, currency="VES")]


def r(x: list[float], y: list[float]) -> float:
    return float(np.corrcoef(x, y)[0, 1])


def log_gaps(gaps: list[float]) -> list[float]:
    return [float(np.log(gap + 0.05)) for gap in gaps]


CASES: tuple[Case, ...] = (
    *of_both("median_usd", (times(3, usd=450), 450), (times(3, usd=7), 7), WITHOUT_RATE),
    *of_both("largest_usd", ([*times(3, usd=10), pay("2024-05-03 12:00", 1200)], 1200), (times(3, usd=15), 15), WITHOUT_RATE),
    *of_both("value_spread", (at_gaps([7] * 4, usd=[10, 20, 30, 100, 100]), 80 / 30), (times(5), 0), times(3)),
    *of_both("usd_per_month", (times(3, usd=600), 1800), (times(2, 30, usd=10), 10), WITHOUT_RATE),
    *of_both("round_share", (at_gaps([7], usd=[20, 100]), 1), (at_gaps([7], usd=[51.37, 23.15]), 0), times(1)),
    *of_both("very_round_share", (at_gaps([7], usd=[50, 100]), 1), (at_gaps([7], usd=[20, 30]), 0), times(1)),
    *of_both("round_abroad_share", (times(3, usd=102), 1), (times(3, usd=74), 0), times(2, usd=102)),
    *of_both("value_trend", (at_gaps([7] * 4, usd=RISING[:5]), 1), (at_gaps([7] * 4, usd=RISING[4::-1]), -1), at_gaps([7] * 3, usd=RISING[:4])),
    *of_both(
        "gap_trend", (at_gaps(SHRINKING), r(log_gaps(SHRINKING), [*range(6)])),
        (at_gaps(SHRINKING[::-1]), r(log_gaps(SHRINKING[::-1]), [*range(6)])), at_gaps(SHRINKING[:5]),
    ),
    *of_both(
        "sums_with_gaps", (at_gaps(SHRINKING, usd=RISING), r(log_gaps(SHRINKING), [*np.log(RISING[1:])])),
        (at_gaps(SHRINKING, usd=RISING[::-1]), r(log_gaps(SHRINKING), [*np.log(RISING[-2::-1])])), at_gaps(SHRINKING[:5], usd=RISING[:6]),
    ),
    *of_both("payments", (times(10), 10), (times(1), 1)),
    *of_both("payments_per_month", (times(9, 1), 9), (times(3, 30), 1), times(2)),
    *of_both("median_gap", (times(3, 1 / 24), 1 / 24), (times(3, 30), 30), times(2)),
    *of_both("peak_month", (times(16, 1), 16), (times(2, 30), 1), times(1)),
    *of_both("busiest_week_share", (times(3, 1, start="2024-02-05 12:00"), 1), (times(10), 0.1), times(2)),
    *of_both("active_days", (times(2, 366, start="2023-11-01 12:00"), 366), (times(2, 0.5), 0.5), times(1)),
    *of_both("silence", (times(3, start="2024-02-02 12:00"), 319), ([pay(LAST)], 0)),
    *of_both("quick_share", (times(4, 1 / 48), 1), (times(4, 1), 0), times(2, 1 / 48)),
    *of_both("payday_regularity", (times(10), 1), (times(14, 15), 0), times(4, 30)),
    *of_both(
        "gap_evenness",
        (at_gaps([0.1] * 6 + [60]), float(np.std([0.1] * 6 + [60], ddof=1) / np.mean([0.1] * 6 + [60]))),
        (times(5), 0), times(4),
    ),
    *of_both("night_share", (times(2, start="2024-02-02 23:00"), 1), (times(2), 0), times(1, start="2024-02-02 23:00")),
    *of_both("small_hours_share", (times(3, start="2024-02-02 02:00"), 1), (times(3, start="2024-02-02 22:00"), 0), times(2, start="2024-02-02 02:00")),
)  # fmt: skip
