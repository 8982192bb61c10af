"""Sums as the product makes people choose them: buttons, typed round figures, round figures abroad, invoices."""

from __future__ import annotations

import math
from typing import Final

from benchmarks.apart.guests.payout.dice import Dice
from benchmarks.apart.guests.payout.places import COUNTRIES

_WITHOUT_CENTS: Final = {"JPY", "VND", "IDR", "XOF", "COP"}
_BUTTONS: Final = (1, 2, 3, 5, 10, 15, 20, 25, 50, 100, 200, 500)


def _unit(country: str) -> float:
    """The power of ten that stands where one dollar stands."""
    return float(10 ** round(math.log10(COUNTRIES[country].per_usd)))


def _round_figure(value: float, unit: float) -> float:
    """The figure a person would type for about this value."""
    scaled = value / unit
    step = 1 if scaled < 12 else 5 if scaled < 60 else 10 if scaled < 200 else 50 if scaled < 1000 else 100
    return max(step, round(scaled / step) * step) * unit


def exact(country: str, usd: float) -> float:
    """To the cent, in the money of that country: invoices, baskets, what is left on a card."""
    place = COUNTRIES[country]
    return round(max(0.5, usd) * place.per_usd, 0 if place.currency in _WITHOUT_CENTS else 2)


def button(country: str, usd: float) -> float:
    """The tip button nearest to this value."""
    unit = _unit(country)
    scaled = usd * COUNTRIES[country].per_usd / unit
    return min(_BUTTONS, key=lambda choice: abs(math.log(choice / max(scaled, 0.5)))) * unit


def typed(country: str, usd: float) -> float:
    """A round figure in the payer's money."""
    return _round_figure(usd * COUNTRIES[country].per_usd, _unit(country))


def asked(dice: Dice, country: str, abroad: str, usd: float) -> float:
    """A round figure in the receiver's money, paid at the day's rate plus the platform's margin."""
    there = COUNTRIES[abroad]
    figure = _round_figure(usd * there.per_usd, _unit(abroad) * (1 if there.per_usd < 10 else 5))
    return exact(country, figure / there.per_usd * dice.between(0.99, 1.05))
