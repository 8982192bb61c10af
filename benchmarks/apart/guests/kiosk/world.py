"""The world under way: its people, and the counter at which every payment takes the product's shape."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from benchmarks.apart.guests.kiosk.calendar import DAY, DAYS
from benchmarks.apart.guests.kiosk.clock import hour
from benchmarks.apart.guests.kiosk.people import Payer
from benchmarks.apart.guests.kiosk.places import DESTINATIONS, HOSTS
from benchmarks.apart.guests.kiosk.receivers import Book, Receiver


@dataclass(slots=True)
class Tie:
    """Why somebody pays somebody: the two kinds, the group they belong to, whether it imitates ordinary life."""

    pays: str
    gets: str
    group: str | None = None
    quiet: bool = False
    words: tuple[str, ...] = ()
    wordy: float = 0.0


@dataclass(slots=True)
class Stretch:
    """Payments of one tie, as arrays of one length."""

    payer: Payer
    receiver: Receiver
    tie: Tie
    when: NDArray[np.float64]
    amount: NDArray[np.float64]
    app: NDArray[np.bool_]
    text: list[str | None]


@dataclass(slots=True)
class World:
    """Everything drawn so far."""

    rng: np.random.Generator
    people: list[Payer]
    book: Book
    stretches: list[Stretch] = field(default_factory=list)

    def send(
        self, payer: Payer, receiver: Receiver, tie: Tie, when: NDArray[np.float64], usd: NDArray[np.float64]
    ) -> None:
        """Pay about `usd` at local seconds `when`, as the product lets this payer do it.

        The wallet sends any sum, so people choose it round in either currency. The kiosk takes banknotes and gives
        no change: the sum is round before the fee, and for most the fee comes out of it. Without papers one payment
        has a low ceiling, so a larger sum is sent in pieces, minutes apart.
        """
        rng = self.rng
        inside = (when >= 0) & (when < DAYS * DAY)
        when, usd = when[inside], np.clip(usd[inside], 4, 6000)
        if not len(when):
            return
        host, n = HOSTS[payer.host], len(when)
        late = (hour(when) >= 22.5) | (hour(when) < 6)
        app = payer.app & (rng.random(n) < np.where(late, 0.95, 0.6))
        gross = usd * host.per_usd
        land = DESTINATIONS.get(receiver.country)
        foreign = np.full(n, land is not None) & (rng.random(n) < 0.45)
        step = np.where(gross < 45 * host.unit, 5, np.where(gross < 250 * host.unit, 10, 50)) * host.unit
        notes = np.maximum(step, np.round(gross / step) * step)
        fee = np.maximum(1.5 * host.unit, np.round(notes * 0.03, 1))
        kiosk = notes - fee if payer.fee_out else notes
        there = _round_there(usd, land.per_usd) if land else usd
        drift = 1 + 0.03 * np.sin(when / DAY / 80 + host.unit)
        there = np.maximum(1, np.round(there * host.per_usd * drift, 2))
        amount = np.where(app, np.where(foreign, there, notes), kiosk)
        ceiling = (1500 if payer.verified else 240) * host.unit
        pieces = np.ceil(amount / ceiling).astype(np.int64)
        which = np.repeat(np.arange(n), pieces)
        turn = np.arange(len(which)) - np.repeat(np.cumsum(pieces) - pieces, pieces)
        part = np.round(amount / pieces, 2)[which]
        spoken = rng.random(len(which)) < tie.wordy
        text = [str(rng.choice(tie.words)) if s else None for s in spoken]
        moment = when[which] + turn * rng.integers(70, 400, len(which))
        self.stretches.append(Stretch(payer, receiver, tie, moment, part, app[which], text))


def _round_there(usd: NDArray[np.float64], per_usd: float) -> NDArray[np.float64]:
    """The dollars that make a round sum in the receiver's currency (1, 2 or 5 times a power of ten as step)."""
    local = usd * per_usd
    step = 10.0 ** np.floor(np.log10(local)) / 2
    result: NDArray[np.float64] = np.maximum(step, np.round(local / step) * step) / per_usd
    return result
