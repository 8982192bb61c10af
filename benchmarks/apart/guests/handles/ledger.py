"""Payments as they are thought of: who, whom, when, about how much, why. Tables make rows of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import numpy.typing as npt

from .clock import DAYS, MINUTES, Floats, Ints

ROUND: Final = 0
"""A round sum in the payer's money."""
EXACT: Final = 1
"""To the cent: a share of a bill, what is left of a balance."""
FOREIGN: Final = 2
"""A round sum in the receiver's money, so odd in the payer's."""
PRICE: Final = 3
"""A price tag: a whole sum or one that ends in .99."""

COMPLETED: Final = 0
FAILED: Final = 1
REFUNDED: Final = 2

CRIME: Final = {
    "livestream_purchase": "facilitation",
    "extortion_victim": "extortion_collection",
    "material_purchase": "material_vendor",
    "minor_purchase": "minor_recipient",
}
"""Payer's pattern to receiver's."""

RECEIVER: Final = CRIME | {
    "family_support": "family_receiver",
    "partner_abroad": "partner_receiver",
    "freelancer_employer": "freelancer",
    "hobby_purchase": "seller",
    "donation": "charity",
    "student_support": "student",
    "hub_payment": "hub",
    "romance_fraud_victim": "romance_fraud_receiver",
    "ordinary": "ordinary",
    "collecting": "collector",
}
"""Kind of a payment to the receiver's pattern."""

KINDS: Final = tuple(RECEIVER)


@dataclass(slots=True)
class Ledger:
    """Chunks of payments; each call of `pay` adds one."""

    rng: np.random.Generator
    payers: list[Ints] = field(default_factory=list)
    payees: list[Ints] = field(default_factory=list)
    minutes: list[Floats] = field(default_factory=list)
    dollars: list[Floats] = field(default_factory=list)
    kinds: list[Ints] = field(default_factory=list)
    styles: list[Ints] = field(default_factory=list)
    statuses: list[Ints] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def pay(  # noqa: PLR0917 -- who, whom, when, how much, why, said: read in this order everywhere
        self,
        payer: int | Ints,
        payee: int | Ints,
        minutes: Floats,
        dollars: float | Floats,
        kind: str,
        notes: Sequence[str],
        *,
        style: int = ROUND,
        status: int | Ints = COMPLETED,
    ) -> None:
        """Add payments at `minutes` (payer's local time); those outside the year or to oneself fall away."""
        count = minutes.size
        payers = np.broadcast_to(np.asarray(payer, dtype=np.int64), count)
        payees = np.broadcast_to(np.asarray(payee, dtype=np.int64), count)
        keep = (minutes >= 0) & (minutes < DAYS * MINUTES) & (payers != payees)
        if not keep.any():
            return
        self.payers.append(payers[keep])
        self.payees.append(payees[keep])
        self.minutes.append(minutes[keep])
        self.dollars.append(np.broadcast_to(np.asarray(dollars, dtype=np.float64), count)[keep])
        self.styles.append(np.full(int(keep.sum()), style, dtype=np.int64))
        self.kinds.append(np.full(int(keep.sum()), KINDS.index(kind), dtype=np.int64))
        self.statuses.append(np.broadcast_to(np.asarray(status, dtype=np.int64), count)[keep])
        self.notes.extend(note for note, kept in zip(notes, keep.tolist(), strict=True) if kept)

    def column(self, chunks: list[npt.NDArray[np.int64]]) -> Ints:
        """One integer column of the whole ledger."""
        return np.concatenate(chunks)


def spread(rng: np.random.Generator, count: int, median: float, sigma: float) -> Floats:
    """Sums in US dollars, lognormal about a median."""
    return median * np.exp(rng.normal(0, sigma, count))
