"""How a sum gets its digits: round where the payer thinks, round where the receiver thinks, or a price."""

from __future__ import annotations

import numpy as np

from .accounts import Account
from .arrays import Floats
from .places import LANDS, rate


def spread(rng: np.random.Generator, median: float, sigma: float, count: int) -> Floats:
    """Sums in A$ that scatter around a median by ratio, as prices and gifts do."""
    return np.asarray(median * np.exp(rng.normal(0.0, sigma, count)), dtype=np.float64)


def _nice(values: Floats) -> Floats:
    """The nearest sum that a person would say aloud: 15, 20, 150, 1,500, 20,000."""
    power = 10.0 ** np.floor(np.log10(np.maximum(values, 1.0)))
    step = np.where(values / power < 3.0, power / 2.0, power)
    step = np.where(power < 10.0, np.where(values < 4.0, 1.0, 5.0), step)
    return np.asarray(np.maximum(np.round(values / step) * step, step), dtype=np.float64)


def said_here(payer: Account, values: Floats) -> Floats:
    """Round in the payer's own money: he types the sum himself."""
    return _nice(values * LANDS[payer.country].per_aud)


def said_there(payer: Account, receiver: Account, values: Floats, days: Floats) -> Floats:
    """Round in the receiver's money: she asked for 1,500 and the platform converted it at the day's rate."""
    theirs = rate(receiver.country, days)
    ours = rate(payer.country, days)
    return np.asarray(np.maximum(np.round(_nice(values * theirs) / theirs * ours, 2), 0.5), dtype=np.float64)


def said(rng: np.random.Generator, payer: Account, receiver: Account, values: Floats, days: Floats) -> Floats:
    """Each couple settles on a way to name sums, most often the payer's."""
    theirs = (payer.index * 31 + receiver.index * 17) % 100 < 38
    if payer.country == receiver.country or theirs == (rng.random() < 0.1):
        return said_here(payer, values)
    return said_there(payer, receiver, values, days)


def priced(rng: np.random.Generator, payer: Account, values: Floats) -> Floats:
    """A shop's price: ends in .00, .50, .90, .95, .99, or is odd because postage was added."""
    whole = np.floor(values * LANDS[payer.country].per_aud)
    ends = np.asarray([0.0, 0.0, 0.5, 0.9, 0.95, 0.99])[rng.integers(0, 6, len(values))]
    odd = np.round(rng.random(len(values)), 2)
    return np.asarray(np.maximum(whole + np.where(rng.random(len(values)) < 0.3, odd, ends), 1.0), dtype=np.float64)
