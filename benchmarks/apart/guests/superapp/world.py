"""The world under construction: its people, its numbers, and every payment with the reason it was made."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from benchmarks.apart.guests.superapp.days import MINUTES, Floats, Ints
from benchmarks.apart.guests.superapp.money import typed
from benchmarks.apart.guests.superapp.names import full_name
from benchmarks.apart.guests.superapp.people import Payer, Receiver, populate, same_home_circles
from benchmarks.apart.guests.superapp.places import ABROAD, HOMES, culture_of


class Cause(NamedTuple):
    """Why a payment was made: the truth about both ends, and what the message may be about."""

    payer: str
    receiver: str
    topic: str


class World:
    """People and payments; everything random comes from one generator, so a seed gives one world."""

    def __init__(self, seed: int, senders: int) -> None:
        """Settle the payers and give each a number of their own at home."""
        self.rng = np.random.default_rng(seed)
        self.payers = populate(self.rng, senders)
        self.receivers: list[Receiver] = []
        for payer in self.payers:
            own = self.number(payer.home, payer.name)
            own.owner, payer.own = payer.index, own.index
        self.circles = same_home_circles(self.rng, self.payers)
        self.causes: dict[Cause, int] = {}
        self.rows: list[tuple[int, Ints, Ints, Ints, int]] = []

    def scaled(self, per_14000: float, least: int) -> int:
        """A count given for 14,000 payers, for a world of this size."""
        return max(least, round(per_14000 * len(self.payers) / 14000))

    def number(self, country: str, name: str | None = None, *, group: str | None = None) -> Receiver:
        """A new phone number that can receive, on a wallet or a bank account."""
        bank = ABROAD[country].bank if country in ABROAD else 0.12
        rail = "bank" if self.rng.random() < bank else "wallet"
        shown = name or full_name(self.rng, culture_of(country))
        receiver = Receiver(len(self.receivers), country, shown, rail, group=group)
        self.receivers.append(receiver)
        return receiver

    def pay(
        self, payer: Payer, to: Receiver | Ints, minutes: Ints, usd: Floats | float, *, manner: str, cause: Cause
    ) -> None:
        """Record payments of one payer, to one number or to one number each; those outside their membership fall away.

        Args:
            payer: who pays.
            to: the receiver, or an array of receivers' indices as long as `minutes`.
            minutes: local minutes of the payer's phone since the first day.
            usd: what each payment is worth in dollars.
            manner: how the sum is typed (see `money.typed`).
            cause: why.
        """
        targets = np.full(len(minutes), to.index) if isinstance(to, Receiver) else to
        sums = np.broadcast_to(np.asarray(usd, dtype=np.float64), (len(minutes),))
        held = (minutes >= payer.joined * 1440) & (minutes < MINUTES)
        if not held.any():
            return
        targets, minutes, sums = targets[held], minutes[held], sums[held]
        country = self.receivers[int(targets[0])].country
        amounts = typed(self.rng, payer.home, country, sums, manner)
        code = self.causes.setdefault(cause, len(self.causes))
        self.rows.append((payer.index, targets.astype(np.int64), minutes, amounts, code))

    def hours_ahead(self, payer: Payer, country: str) -> float:
        """How many hours the receiver's clock is ahead of the payer's (summer time left out)."""
        there = ABROAD[country].offset if country in ABROAD else HOMES[country].offset
        return there - HOMES[payer.home].offset

    def free_of_crime(self, low: int, high: int) -> list[Payer]:
        """Payers of these ages who have no part in a crime yet."""
        return [payer for payer in self.payers if payer.crime is None and low <= payer.age <= high]

    def choose(self, among: list[Payer], count: int) -> list[Payer]:
        """Some of these payers, each once."""
        picked = self.rng.choice(len(among), size=min(count, len(among)), replace=False)
        return [among[int(place)] for place in picked]
