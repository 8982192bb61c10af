"""Sums as people type them: round in the money they think in, odd where an invoice or a bill decides."""

from __future__ import annotations

import math

from benchmarks.apart.guests.momo.accounts import Account
from benchmarks.apart.guests.momo.dice import Dice
from benchmarks.apart.guests.momo.places import PESO, Country


def rate(country: Country, day: float) -> float:
    """Units of that money for a dollar, drifting a few percent over the year."""
    drift = 0.0 if country.currency == "USD" else 0.025
    return country.per_dollar * (1 + drift * math.sin(day / 61))


def nice(value: float) -> float:
    """The nearest sum that a thumb likes: a short figure times a power of ten."""
    power = 10.0 ** math.floor(math.log10(max(value, 1e-9)))
    return min((1, 1.2, 1.5, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 8, 10), key=lambda step: abs(step * power - value)) * power


def typed(dice: Dice, payer: Account, dollars: float, day: float) -> float:
    """A sum somebody chooses, round in own money or in what arrives."""
    country = payer.country
    if payer.asks_in_pesos:
        pesos = nice(dollars * rate(PESO, day))
        return billed(payer, pesos / rate(PESO, day) * dice.between(1.004, 1.02), day)
    money = dollars * rate(country, day)
    return round(nice(money) if dice.chance(0.9) else money, country.decimals)


def billed(payer: Account, dollars: float, day: float) -> float:
    """A sum that somebody else fixed: it lands on no round figure."""
    return max(round(dollars * rate(payer.country, day), payer.country.decimals), 1.0)
