"""How much people send: round in the payer's money or in the receiver's, according to who named the price."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from benchmarks.apart.guests.bureau.places import COUNTRIES, KRONER

Amounts = npt.NDArray[np.float64]


class Sums(NamedTuple):
    """Amounts, and the currency in which they were agreed."""

    amounts: Amounts
    currency: str


def spread(rng: np.random.Generator, middle: float, sigma: float, count: int) -> Amounts:
    """Draw amounts whose median is `middle`."""
    return np.asarray(middle * np.exp(rng.normal(0, sigma, count)))


def neat(amounts: Amounts) -> Amounts:
    """Round as people do: to halves of the leading digit's unit, never to nothing."""
    unit = 10.0 ** np.floor(np.log10(np.maximum(amounts, 1e-9)))
    step = np.where(amounts / unit < 3, unit / 4, unit / 2)
    step = np.where(amounts < 400, np.maximum(unit / 4, 10.0), step)
    return np.asarray(np.maximum(np.round(amounts / step) * step, step))


def sent(kroner: Amounts) -> Sums:
    """Let the payer choose the sum, in his own money."""
    return Sums(neat(kroner), "NOK")


def asked(kroner: Amounts, country: str) -> Sums:
    """Let the receiver name the price, in the money of the receiver's country."""
    currency = COUNTRIES[country].currency
    return Sums(neat(kroner / KRONER[currency]), currency)


def priced(kroner: Amounts, currency: str) -> Sums:
    """Keep a price list's exact figures: shops and invoices are not round."""
    return Sums(np.asarray(np.maximum(np.round(kroner / KRONER[currency], 2), 0.5)), currency)


def chosen(rng: np.random.Generator, kroner: Amounts, country: str, share_asked: float) -> Sums:
    """Let either side name the sum, settled once for a relation."""
    return asked(kroner, country) if rng.random() < share_asked else sent(kroner)
