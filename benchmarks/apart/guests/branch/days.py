"""The calendar: eighteen months, paydays, feasts, school terms and storms."""

from __future__ import annotations

from datetime import date
from typing import Final

import numpy as np

from .people import Payer

START: Final = date(2024, 1, 1)
SPAN: Final = (date(2025, 7, 1) - START).days
MONTHS: Final = np.array([(date(2024 + m // 12, m % 12 + 1, 1) - START).days for m in range(18)])


def day(year: int, month: int, number: int) -> int:
    """Day of the world."""
    return (date(year, month, number) - START).days


_CHRISTMAS: Final = (day(2024, 12, 14),)
_EID: Final = (day(2024, 4, 6), day(2024, 6, 13), day(2025, 3, 26), day(2025, 6, 3))
_EASTER: Final = (day(2024, 3, 27), day(2025, 4, 16))
_TET: Final = (day(2024, 2, 5), day(2025, 1, 24))
_DASHAIN: Final = (day(2024, 10, 8), day(2024, 10, 29))
FEASTS: Final[dict[str, tuple[int, ...]]] = {
    "MA": _EID,
    "BD": _EID,
    "PK": _EID,
    "IN": _DASHAIN,
    "NP": _DASHAIN,
    "VN": _TET,
    "TH": (day(2024, 4, 11), day(2025, 4, 11)),
    "RO": (*_CHRISTMAS, *_EASTER),
    "UA": (*_CHRISTMAS, *_EASTER),
}
STORMS: Final[dict[str, tuple[int, ...]]] = {
    "PH": (day(2024, 10, 25), day(2024, 11, 17)),
    "JM": (day(2024, 7, 5),),
    "VN": (day(2024, 9, 9),),
    "NP": (day(2024, 9, 29),),
}
TERMS: Final[dict[str, tuple[int, ...]]] = {
    "PH": (day(2024, 7, 26), day(2025, 6, 10)),
    "IN": (day(2024, 6, 1), day(2025, 6, 1)),
    "TH": (day(2024, 5, 12), day(2025, 5, 12)),
    "KE": (day(2024, 1, 6), day(2024, 5, 4), day(2024, 8, 24), day(2025, 1, 4), day(2025, 4, 26)),
}
_TERMS_ELSEWHERE: Final = (day(2024, 1, 8), day(2024, 9, 2), day(2025, 1, 8))


def feasts(country: str) -> tuple[int, ...]:
    """When families at home expect more."""
    return FEASTS.get(country, _CHRISTMAS)


def terms(country: str) -> tuple[int, ...]:
    """When school fees fall due."""
    return TERMS.get(country, _TERMS_ELSEWHERE)


def near(rng: np.random.Generator, moments: tuple[int, ...], spread: int, chance: float) -> np.ndarray:
    """Days shortly after some of the moments."""
    kept = [moment for moment in moments if rng.random() < chance]
    return np.array([moment + int(rng.integers(spread)) for moment in kept], dtype=np.int64)


def paydays(rng: np.random.Generator, payer: Payer, first: int, last: int, share: float) -> np.ndarray:
    """The visits of a wage earner between two days: on payday or a few days later; `share` of the paydays are used.

    People paid each week seldom pay the fee each week, so they come every second or fourth one.
    """
    if payer.payday:
        dates = MONTHS + payer.payday - 1
    else:
        dates = np.arange(4 + 7 * int(rng.integers(4)), SPAN, 14 if share > 0.5 else 28)
    dates = dates[(dates >= first) & (dates <= last)]
    dates = dates[rng.random(len(dates)) < share]
    # Most go the same day or on the first free day after it; one walk serves all receivers, hence the hash of the date.
    luck = ((dates * 104_729 + payer.index * 7_919) % 9_973 + 0.5) / 9_973
    return np.asarray(dates + np.floor(np.log(luck) / np.log(0.58)).astype(np.int64))


def irregular(rng: np.random.Generator, first: int, last: int, gap: float) -> np.ndarray:
    """Visits without a calendar, on average `gap` days apart."""
    if last <= first:
        return np.array([max(first, 0)], dtype=np.int64)
    n = max(1, int(rng.poisson((last - first) / gap)))
    return np.sort(rng.integers(first, last + 1, n))


def window(rng: np.random.Generator, shortest: int) -> tuple[int, int]:
    """When a relation begins and ends; half of them were there before the world and outlast it."""
    first = 0 if rng.random() < 0.55 else int(rng.integers(0, SPAN - min(shortest, 60)))
    last = SPAN - 1 if rng.random() < 0.68 else min(SPAN - 1, first + shortest + int(rng.integers(0, 300)))
    return first, last
