"""Sums as the app makes them: preset buttons, a round sum in the payee's money, or an exact sum to the cent."""

from __future__ import annotations

import math
from bisect import bisect_left
from typing import Final

from .chance import Chance
from .places import PER_DOLLAR

PRESETS: Final = (3, 5, 10, 15, 20, 25, 30, 35, 40, 50, 60, 75, 80, 100, 120, 125, 150, 175, 200, 250, 300, 350, 400,
                  450, 500, 600, 700, 750, 800, 1000, 1200, 1500, 2000, 2500)  # fmt: skip
"""The app's buttons and the sums people type."""

LIMITS: Final[dict[str, int]] = {"youth": 100, "simple": 150, "verified": 1_500}
"""The most one transfer may carry, in the card's money: a longer sum goes in parts."""

MANNERS: Final = (("own", 0.55), ("theirs", 0.33), ("exact", 0.12))
"""How a payer chooses sums for one payee: mostly always in the same way."""


def _rounded(value: float) -> float:
    """The nearest sum that people call round: two leading digits, the second a 0 or 5 above the small sums."""
    step = 10.0 ** math.floor(math.log10(value))
    fine = step / 2 if value >= 2 * step else step / 5
    return max(fine, round(value / fine) * fine)


def _button(value: float) -> float:
    place = bisect_left(PRESETS, value)
    near = PRESETS[max(0, place - 1) : place + 1] or PRESETS[-1:]
    return float(min(near, key=lambda preset: abs(preset - value)))


def cents(chance: Chance, dollars: float, country: str, payee_country: str, manner: str) -> int:
    """The sum in the payer's smallest unit (cents, pence) for something worth `dollars`.

    Sums round in the payee's money become odd in the payer's: the rate moves and carries a margin of about 2 %.
    """
    own = dollars * PER_DOLLAR[country]
    if manner == "own":
        return int(_button(own) * 100)
    if manner == "theirs" and payee_country != country:
        theirs = _rounded(dollars * PER_DOLLAR[payee_country])
        rate = PER_DOLLAR[country] / PER_DOLLAR[payee_country] * (1.02 + 0.012 * chance.z())
        return max(100, int(theirs * rate * 100))
    return max(100, int(own * 100))
