"""At the counter: when the visit is made and which sum is paid over it."""

from __future__ import annotations

import numpy as np

from .days import MONTHS, START
from .ledger import EXACT, ROUND_RECEIVED
from .people import Payer, Receiver
from .places import PAYOUTS, SENDING

PAPERS_FROM_USD = 1_080.0
SMALLEST_USD = 6.0


def _opening(rng: np.random.Generator, n: int) -> np.ndarray:
    """Minutes of the day at ordinary branches: lunch, after work, and any time between half past eight and eight."""
    kind = rng.random(n)
    hour = np.where(kind < 0.42, rng.normal(17.8, 1.1, n), np.where(kind < 0.7, rng.normal(12.2, 1.4, n), 0))
    hour = np.where(kind >= 0.7, rng.uniform(9, 19.5, n), hour)
    return np.asarray(60 * np.clip(hour, 8.5, 19.95))


def _late_shop(rng: np.random.Generator, n: int) -> np.ndarray:
    """Minutes of the day at late shops and at the kiosks of petrol stations, which never close."""
    kind = rng.random(n)
    evening = 18.5 + 5.49 * rng.beta(1.8, 1.7, n)
    hour = np.where(kind < 0.72, evening, np.where(kind < 0.88, rng.uniform(0, 3.5, n), rng.uniform(5.5, 8.5, n)))
    return np.asarray(60 * hour)


def visits(
    rng: np.random.Generator, payers: list[Payer], payer: np.ndarray, days: np.ndarray, late: np.ndarray
) -> np.ndarray:
    """Local instants (datetime64[ms]) of the payments; one visit serves all receivers that the payer has that day."""
    n = len(payer)
    at_late_shop = rng.random(n) < late
    minute = np.where(at_late_shop, _late_shop(rng, n), _opening(rng, n))
    sunday_open = np.array([SENDING[person.town.country].sunday for person in payers])[payer]
    sunday = ((days + START.weekday()) % 7) == 6
    closed = sunday & ~sunday_open & ~at_late_shop
    days = days + np.where(closed, rng.choice([-1, 1], n), 0)
    seconds = days.astype(np.int64) * 86_400 + (minute * 60).astype(np.int64)
    order = np.lexsort((seconds, days, payer))
    begins = np.r_[True, (np.diff(payer[order]) != 0) | (np.diff(days[order]) != 0)]
    first = np.maximum.accumulate(np.where(begins, np.arange(n), 0))
    together = seconds[order][first] + (np.arange(n) - first) * rng.integers(70, 260, n)
    same = rng.random(n) < 0.75
    seconds[order] = np.where(same | begins, together, seconds[order])
    return np.datetime64(START, "ms") + (seconds * 1000).astype("timedelta64[ms]")


def _drift(rng: np.random.Generator, countries: int) -> np.ndarray:
    """Monthly exchange rates, as a factor to the usual one."""
    return np.asarray(np.exp(np.cumsum(rng.normal(0, 0.008, (countries, len(MONTHS))), axis=1)))


def _nice(rng: np.random.Generator, sums: np.ndarray) -> np.ndarray:
    """Round as people do: mostly to halves of the leading digit, sometimes finer."""
    size = 10.0 ** np.floor(np.log10(sums))
    luck = rng.random(len(sums))
    step = size * np.where(luck < 0.55, 0.5, np.where(luck < 0.9, 0.1, 0.05))
    return np.asarray(np.maximum(np.round(sums / step), 1) * step)


def paid(
    rng: np.random.Generator,
    payers: list[Payer],
    receivers: list[Receiver],
    *,
    payer: np.ndarray,
    receiver: np.ndarray,
    days: np.ndarray,
    usd: np.ndarray,
    rounding: np.ndarray,
) -> np.ndarray:
    """Sums in cents of the payer's currency.

    From a thousand euros the counter asks where the money comes from, so half of those sums shrink to just under it; a
    sum that was asked for in the receiver's currency is round there and odd here.
    """
    n = len(payer)
    shrinks = (usd > PAPERS_FROM_USD) & (rng.random(n) < 0.5)
    usd = np.where(shrinks, PAPERS_FROM_USD * rng.uniform(0.85, 0.995, n), usd)
    usd = np.maximum(usd, SMALLEST_USD)
    month = np.searchsorted(MONTHS, days, side="right") - 1
    countries = sorted(SENDING)
    here = np.array([countries.index(person.town.country) for person in payers])[payer]
    there = np.array([person.place for person in receivers])[receiver]
    rate_here = np.array([SENDING[country].usd for country in countries])[here]
    rate_here = rate_here * _drift(rng, len(countries))[here, month]
    rate_there = np.array([place.usd for place in PAYOUTS])[there] * _drift(rng, len(PAYOUTS))[there, month]
    sent = usd / rate_here
    asked = _nice(rng, usd / rate_there) * rate_there / rate_here
    whole = np.where(rounding == EXACT, sent, np.where(rounding == ROUND_RECEIVED, asked, _nice(rng, sent)))
    return np.maximum(np.round(whole * 100), 100).astype(np.int64)
