"""Amounts: from a value in US dollars to the sum a person types, in the payer's currency."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import Final

import numpy as np
from currency_converter import CurrencyConverter

from tanglaw.lab.worlds.arrays import Floats, Ints, Rng, ints
from tanglaw.lab.worlds.places import COUNTRIES

EXACT: Final = 0
WHOLE: Final = 1
NOTES: Final = 2
ABROAD: Final = 3
ROUNDING: Final = {
    EXACT: "to the cent",
    WHOLE: "whole units",
    NOTES: "usual notes",
    ABROAD: "usual notes of the receiver",
}

_NOTE = np.array([country.note for country in COUNTRIES])
_CENTS = np.array([1.0 if country.currency == "JPY" else 100.0 for country in COUNTRIES])
_MARGIN: Final = (0.004, 0.03)
"""A remitter's margin on the rate (assumed)."""


@lru_cache(maxsize=4)
def daily_rates(first_day: date, days: int) -> Floats:
    """US dollars per unit of each country's currency, by day × country.

    ECB reference rates where they exist, carried over weekends; else the constant of :class:`Country`.
    """
    ecb = CurrencyConverter(fallback_on_missing_rate=True, fallback_on_wrong_date=True)
    table = np.tile(np.array([country.usd for country in COUNTRIES]), (days, 1))
    for currency in sorted({country.currency for country in COUNTRIES} & set(ecb.currencies) - {"USD"}):
        weekly = [ecb.convert(1, currency, "USD", first_day + timedelta(days=day)) for day in range(days)]
        for number, country in enumerate(COUNTRIES):
            if country.currency == currency:
                table[:, number] = weekly
    return table


def usual_sum(value: Floats, note: Floats) -> Floats:
    """Round to a sum that people hand over: 1, 5, 10, 50 or 100 notes, the coarser the larger."""
    in_notes = value / note
    step = np.select([in_notes < 8, in_notes < 45, in_notes < 250, in_notes < 1200], [1.0, 5.0, 10.0, 50.0], 100.0)
    return np.asarray(np.maximum(np.round(in_notes / step), 1.0) * step * note)


def cents(rng: Rng, *, usd: Floats, origin: Ints, destination: Ints, day: Ints, rounding: Ints, rates: Floats) -> Ints:
    """Hundredths of the payer's currency unit for each payment.

    Args:
        rng: source of chance (the remitter's margin).
        usd: intended value in US dollars.
        origin: payer's country number.
        destination: receiver's country number.
        day: day of the payment.
        rounding: one of the keys of :data:`ROUNDING`.
        rates: :func:`daily_rates`.
    """
    rate = rates[day, origin]
    abroad = rates[day, destination]
    local = usd / rate
    margin = 1 + rng.uniform(*_MARGIN, len(usd))
    amount = np.select(
        [rounding == WHOLE, rounding == NOTES, rounding == ABROAD],
        [
            np.maximum(np.round(local / _NOTE[origin]), 1) * _NOTE[origin],
            usual_sum(local, _NOTE[origin]),
            usual_sum(usd / abroad, _NOTE[destination]) * abroad / rate * margin,
        ],
        local,
    )
    unit = _CENTS[origin]
    return ints(np.maximum(np.round(amount * unit), 1) * (100 / unit))
