"""Which institution carries a payment, and what time its report gives."""

from __future__ import annotations

from typing import Final

import numpy as np

from benchmarks.apart.guests.bureau.habits import (
    FJORD,
    HAV,
    INSTITUTIONS,
    KRYSS,
    KVIKK,
    LYN,
    NORDRE,
    PAN,
    SOL_APP,
    SOL_KIOSK,
)
from benchmarks.apart.guests.bureau.ledger import CHANNELS, Ints, Ledger
from benchmarks.apart.guests.bureau.year import DAY_MINUTES, DAYS, Minutes, business_day, utc_minutes, weekday

_LIMIT: Final = 20_000
"""Kroner above which apps and kiosks send a customer to a bank."""
_BATCHES: Final = np.array([7 * 60 + 15, 11 * 60 + 15, 14 * 60 + 45])


def carriers(rng: np.random.Generator, book: Ledger, people: int) -> Ints:
    """Choose institutions: everybody has one of each sort, some shop around, some change over for good."""
    bank = rng.choice([FJORD, NORDRE, LYN], (people, 2), p=[0.47, 0.25, 0.28])
    agent = rng.choice([HAV, SOL_KIOSK], (people, 2), p=[0.55, 0.45])
    online = rng.choice([KVIKK, SOL_APP], (people, 2), p=[0.62, 0.38])
    shops_around = rng.random(people) < 0.25
    # Kiosks lose customers to apps, one by one, for good.
    leaves_kiosk = np.where(rng.random(people) < 0.3, rng.integers(0, DAYS, people), DAYS * 2)
    second = (shops_around[book.payer] & (rng.random(book.payer.size) < 0.3)).astype(np.int64)
    channel = np.where(
        (book.channel == CHANNELS.index("agent")) & (book.minute // DAY_MINUTES > leaves_kiosk[book.payer]),
        CHANNELS.index("online"),
        book.channel,
    )
    channel = np.where((book.kroner > _LIMIT) & (channel != CHANNELS.index("crypto")), CHANNELS.index("bank"), channel)
    chosen = np.full(channel.size, PAN)
    for name, owned in (("bank", bank), ("agent", agent), ("online", online)):
        rows = channel == CHANNELS.index(name)
        chosen[rows] = owned[book.payer[rows], second[rows]]
    chosen[channel == CHANNELS.index("crypto")] = KRYSS
    return np.asarray(chosen, dtype=np.int64)


def executed(rng: np.random.Generator, ordered: Minutes, institution: Ints) -> Ints:
    """Give UTC seconds as the institution's report has them; a bare date stands at midnight UTC."""
    seconds = rng.integers(0, 60, ordered.size)
    result = utc_minutes(ordered) * 60 + seconds
    for place, habits in enumerate(INSTITUTIONS):
        rows = institution == place
        mine = ordered[rows]
        if habits.clocked == "batch":
            result[rows] = utc_minutes(_batch(mine)) * 60 + rng.integers(0, 240, mine.size)
        elif habits.clocked == "date":
            result[rows] = business_day(mine // DAY_MINUTES) * DAY_MINUTES * 60
        elif habits.clocked == "kiosk":
            result[rows] = utc_minutes(_at_counter(rng, mine)) * 60 + seconds[rows]
    return result


def _batch(ordered: Minutes) -> Minutes:
    """Move an order to the next run of the payment system on a business day."""
    days, minute = np.divmod(ordered, DAY_MINUTES)
    open_day = business_day(days)
    run = np.searchsorted(_BATCHES, np.where(open_day == days, minute, 0))
    tomorrow = run == _BATCHES.size
    day = np.where(tomorrow, business_day(open_day + 1), open_day)
    return np.asarray(day * DAY_MINUTES + _BATCHES[np.where(tomorrow, 0, run)], dtype=np.int64)


def _at_counter(rng: np.random.Generator, ordered: Minutes) -> Minutes:
    """Let those who meant to pay when the kiosk is shut come when it is open; Sundays it is shut."""
    days, minute = np.divmod(ordered, DAY_MINUTES)
    shut = (minute < 600) | (minute > 1200)
    days = np.where(minute > 1200, days + 1, days)
    days = np.where(weekday(days) == 6, days + 1, days)
    # The hours before closing are the busiest.
    coming = 600 + (600 * rng.beta(2.2, 1.3, ordered.size)).astype(np.int64)
    return days * DAY_MINUTES + np.where(shut, coming, minute)
