"""Money: how people come to the exact amount they send."""

from __future__ import annotations

import math
from typing import Final

from benchmarks.apart.kit.dice import Dice
from benchmarks.apart.kit.places import USD

LADDER: Final = (
    1.99,
    4.99,
    9.99,
    14.99,
    19.99,
    24.99,
    29.99,
    39.99,
    49.99,
    59.99,
    79.99,
    99.99,
    149.99,
    199.99,
    299.99,
)


def unit(currency: str) -> float:
    """The power of ten in which a currency is as handy as a dollar."""
    return 10.0 ** round(math.log10(1.0 / USD[currency]))


def _step(size: float) -> float:
    for limit, step in ((12.0, 1.0), (60.0, 5.0), (250.0, 10.0), (700.0, 50.0)):
        if size < limit:
            return step
    return 100.0


def rounded(amount: float, currency: str) -> float:
    """Round an amount as people do: coarser when larger."""
    scale = unit(currency)
    step = _step(amount / scale) * scale
    return max(step, round(amount / step) * step)


def drift(currency: str, day: int) -> float:
    """A slow, made-up movement of a rate around its constant."""
    phase = sum(map(ord, currency))
    return 1.0 + 0.025 * math.sin(day / 53.0 + phase) + 0.008 * math.sin(day / 6.1 + phase)


def amount(  # noqa: PLR0917
    dice: Dice, usd: float, own: str, theirs: str, habit: str, day: int
) -> float:
    """Turn a wish in US$ into an amount of the payer's currency.

    Habits: `own` round for the payer, `theirs` round for the receiver, `ladder` shop prices, `odd` anything.
    """
    if habit == "theirs" and theirs != own:
        wish = rounded(usd / USD[theirs], theirs)
        margin = 1.0 + dice.uniform(0.002, 0.03)
        sent = wish * USD[theirs] / USD[own] * drift(theirs, day) * margin
    elif habit in {"own", "theirs"}:
        sent = rounded(usd / USD[own], own)
    elif habit == "ladder":
        scale = unit(own)
        wish = usd / USD[own] / scale
        sent = min(LADDER, key=lambda price: abs(math.log(price / wish))) * scale
    else:
        sent = usd / USD[own]
    places = 0 if USD[own] < 0.02 else 2
    return max(round(sent, places), 1.0 if places == 0 else 0.5)
