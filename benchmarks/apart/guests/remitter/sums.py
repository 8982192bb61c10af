"""How a wished sum becomes the sum on the slip: rounded in one money or the other, with or without the fee."""

from __future__ import annotations

import math
from random import Random

from .days import DAYS
from .places import RECEIVING, SENDING

_MARGIN = 0.985
"""What the company leaves of the market's rate."""


def drift(dice: Random) -> dict[str, list[float]]:
    """Draw each currency's price in dollars' terms by day, as a slow walk around its usual one."""
    usual = {place.currency: place.per_usd for place in SENDING.values()}
    usual |= {place.currency: place.per_usd for place in RECEIVING.values()}
    walks = {}
    for currency, price in usual.items():
        walk, level = [], 0.0
        for _ in range(DAYS + 40):
            level = 0.995 * level + dice.gauss(0, 0.0035)
            walk.append(price * math.exp(level) if currency != "USD" else 1.0)
        walks[currency] = walk
    return walks


def _round(value: float, coarse: float) -> float:
    """Round to a sum that people say: steps of 1, 2.5, 5 or 10 in the leading digits, never to nothing."""
    size = 10.0 ** math.floor(math.log10(max(value, 1.0)))
    step = size * (coarse if value / size < 5 else 1.0)
    return max(round(value / step), 1) * step


def fee(country: str, sum_: float) -> float:
    """Give the counter's fee: one price to a hundred dollars' worth, twice that to five hundred, thrice above."""
    place = SENDING[country]
    worth = sum_ / place.per_usd
    return place.fee * (1 if worth <= 100 else 2 if worth <= 500 else 3)


def said(
    dice: Random, usd: float, mind: str, *, country: str, abroad: str, day: int, walks: dict[str, list[float]]
) -> float:
    """Give the sum in the payer's money, to the cent, as this mind rounds it.

    Some think in their own notes, some in what arrives, some hand over a round sum and let the fee come out of it,
    some pay a bill to the peso, some whatever is in the pocket.
    """
    home, there = SENDING[country].currency, RECEIVING[abroad].currency
    own = usd * walks[home][day]
    if mind == "loose":
        return float(max(round(own), 5))
    if mind in {"receive", "exact"}:
        rate = walks[there][day] / walks[home][day] * _MARGIN
        arrives = _round(own * rate, dice.choice((0.5, 1.0))) if mind == "receive" else float(round(own * rate))
        return max(math.ceil(arrives / rate * 100) / 100, 1.0)
    handed = _round(own, dice.choice((0.25, 0.5, 0.5, 1.0)) if own >= 100 else 0.5)
    return max(handed - fee(country, handed), 1.0) if mind == "all_in" and handed > 25 else handed
