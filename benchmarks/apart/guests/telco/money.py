"""How a wish ("about two thousand pesos") becomes a booked sum: who rounds, in which currency, and what is recorded."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from benchmarks.apart.guests.telco.accounts import PARTNERS, Account
from benchmarks.apart.guests.telco.places import COUNTRIES, HOME

Sums = npt.NDArray[np.float64]


def booked_currency(payer: Account) -> str:
    """Currency in which the payer's payments are booked."""
    if payer.country == HOME or PARTNERS[payer.institution].books_pesos:
        return "PHP"
    return COUNTRIES[payer.country].currency


def booked(rng: np.random.Generator, payer: Account, pesos: Sums, *, exact: bool = False) -> Sums:
    """Sums in the payer's booked currency for wishes in `pesos`.

    People who think in pesos choose what arrives and send an odd sum of their own money; the others choose what leaves.
    `exact` keeps odd sums (bills, balances emptied to the last coin).
    """
    if payer.country == HOME:
        return np.maximum(np.round(pesos, 2) if exact else _typed_pesos(pesos), 5.0)
    country = COUNTRIES[payer.country]
    rate = country.pesos * np.exp(rng.normal(0.0, 0.012, pesos.size))
    in_pesos = PARTNERS[payer.institution].books_pesos
    if exact:
        return _coins(pesos if in_pesos else pesos / rate, "PHP" if in_pesos else country.currency)
    if payer.thinks_in_pesos:
        wished = _typed_pesos(pesos)
        return wished if in_pesos else _coins(wished / rate, country.currency)
    sent = _typed_own(pesos / country.pesos, country.pesos)
    return _coins(sent * rate, "PHP") if in_pesos else _coins(sent, country.currency)


def _typed_pesos(pesos: Sums) -> Sums:
    grain = np.select([pesos < 150, pesos < 700, pesos < 4000, pesos < 20000], [10.0, 50.0, 100.0, 500.0], 1000.0)
    typed: Sums = np.maximum(np.round(pesos / grain), 1) * grain
    return typed


def _typed_own(own: Sums, pesos_per_unit: float) -> Sums:
    """What a sender types in their own money: the grain follows the value, in powers of ten of a weak currency."""
    weak = 10.0 ** max(0.0, np.floor(np.log10(57.0 / pesos_per_unit) + 0.3))
    scaled = own / weak
    grain = np.select([scaled < 15, scaled < 120, scaled < 400], [1.0, 5.0, 10.0], 50.0)
    typed: Sums = np.maximum(np.round(scaled / grain), 1) * grain * weak
    return typed


def _coins(values: Sums, currency: str) -> Sums:
    return np.maximum(np.round(values, 0 if currency in {"JPY", "KRW"} else 2), 1.0)
