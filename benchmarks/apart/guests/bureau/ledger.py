"""All orders of a world as flat columns, in the order of time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from benchmarks.apart.guests.bureau.places import KRONER, value
from benchmarks.apart.guests.bureau.stage import Orders, Stage
from benchmarks.apart.guests.bureau.year import DAY_MINUTES, Minutes

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

CHANNELS: Final = ("bank", "agent", "online", "platform", "crypto")
CURRENCIES: Final = tuple(KRONER)


@dataclass(frozen=True, slots=True)
class Ledger:
    """One array an attribute, one place a payment."""

    payer: Ints
    receiver: Ints
    minute: Minutes
    amount: Floats
    currency: Ints
    kroner: Floats
    channel: Ints
    payer_kind: list[str]
    receiver_kind: list[str]
    reference: list[str | None]


def ledger(stage: Stage, rng: np.random.Generator) -> Ledger:
    """Flatten the stage's orders and let payers write what they write."""
    sizes = np.array([entry.minutes.size for entry in stage.orders])

    def each(values: list[int]) -> Ints:
        return np.repeat(np.array(values, dtype=np.int64), sizes)

    minute = np.concatenate([entry.minutes for entry in stage.orders])
    order = np.argsort(minute, kind="stable")
    amount = np.concatenate([entry.sums.amounts for entry in stage.orders])
    currency = each([CURRENCIES.index(entry.sums.currency) for entry in stage.orders])
    rates = np.ones(amount.size)
    for place, code in enumerate(CURRENCIES):
        rows = currency == place
        rates[rows] = value(code, minute[rows] / DAY_MINUTES)
    source = np.repeat(np.arange(len(stage.orders)), sizes)[order]
    texts = [text for entry in stage.orders for text in _written(rng, entry)]
    return Ledger(
        payer=each([entry.payer for entry in stage.orders])[order],
        receiver=each([entry.receiver for entry in stage.orders])[order],
        minute=minute[order],
        amount=amount[order],
        currency=currency[order],
        kroner=(amount * rates)[order],
        channel=each([CHANNELS.index(entry.channel) for entry in stage.orders])[order],
        payer_kind=[stage.orders[i].kind.payer for i in source],
        receiver_kind=[stage.orders[i].kind.receiver for i in source],
        reference=[texts[i] for i in order],
    )


def _written(rng: np.random.Generator, entry: Orders) -> list[str | None]:
    """Let a payer keep to a phrase or two: people repeat what they wrote last time."""
    count, phrases = entry.minutes.size, entry.words.phrases
    favourite = int(rng.integers(len(phrases)))
    other = rng.integers(len(phrases), size=count).tolist()
    draws = rng.random((2, count)).tolist()
    digits = rng.integers(10, 999, count).tolist()
    written: list[str | None] = []
    for i in range(count):
        if draws[0][i] >= entry.words.share:
            written.append(None)
            continue
        phrase = phrases[favourite if draws[1][i] < 0.5 else other[i]]
        written.append(phrase.replace("{n}", str(digits[i])))
    return written
