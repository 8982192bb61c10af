"""The payments as mechanisms order them, before accounts, currencies and the platform's product touch them."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from benchmarks.apart.guests.card.kinds import Kind
from benchmarks.apart.guests.card.people import Floats, Ints

WALLET, CARD, CRYPTO = 0, 1, 2
RAILS = ("wallet", "card", "crypto")

CENTS, OWN, THEIRS, LISTED = 0, 1, 2, 3
"""How a sum is chosen: to the cent, round for the payer, round for the receiver, or from a price list."""


@dataclass(slots=True)
class Ledger:
    """Columns of orders. Times are the payer's wall clock, in days since the first of July 2022."""

    payer: list[Ints] = field(default_factory=list)
    payee: list[Ints] = field(default_factory=list)
    wall: list[Floats] = field(default_factory=list)
    usd: list[Floats] = field(default_factory=list)
    kind: list[Ints] = field(default_factory=list)
    manner: list[Ints] = field(default_factory=list)
    rail: list[Ints] = field(default_factory=list)
    voice: list[Ints] = field(default_factory=list)

    def add(
        self,
        payer: Ints | int,
        payee: Ints | int,
        wall: Floats,
        usd: Floats,
        kind: Kind,
        *,
        manner: Ints | int = OWN,
        rail: Ints | int = WALLET,
        voice: Ints | int = -1,
    ) -> None:
        """Append one order for each entry of `wall`; single values serve all. `voice` picks the words (-1: by kind)."""
        n = len(wall)
        self.wall.append(wall)
        self.usd.append(usd)
        for column, value in (
            (self.payer, payer),
            (self.payee, payee),
            (self.kind, int(kind)),
            (self.manner, manner),
            (self.rail, rail),
            (self.voice, voice),
        ):
            column.append(np.broadcast_to(np.asarray(value, dtype=np.int64), n))
