"""The town that habits share: its customers, its ledger, and the receivers that many may pay."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from .accounts import Account, Registry
from .ledger import Ledger


@dataclass(slots=True)
class Stall:
    """Somebody whom many pay: a shop, a seller, a performer, a charity, a landlord."""

    account: Account
    kind: str
    median: float
    draw: float


@dataclass(slots=True)
class Home:
    """A family abroad: its members who receive, and the days on which all who left send at once."""

    members: list[Account]
    group: str
    gatherings: tuple[int, ...]


@dataclass(slots=True)
class Town:
    """Everything that a habit may draw on."""

    rng: np.random.Generator
    registry: Registry
    ledger: Ledger
    customers: list[Account]
    stalls: dict[str, list[Stall]] = field(default_factory=dict)
    homes: dict[str, list[Home]] = field(default_factory=dict)
    neighbours: dict[str, list[Account]] = field(default_factory=dict)
    suitors: list[Account] = field(default_factory=list)
    imitators: set[int] = field(default_factory=set)
    groups: int = 0

    def stall(self, kind: str) -> Stall:
        """One of the stalls of a kind, the popular ones more often."""
        pool = self.stalls[kind]
        weights = np.asarray([stall.draw for stall in pool])
        return pool[int(np.searchsorted(np.cumsum(weights) / weights.sum(), self.rng.random(), side="right"))]

    def new_group(self, prefix: str) -> str:
        """A fresh name for a household or a ring."""
        self.groups += 1
        return f"{prefix}-{self.groups:04d}"

    def payout(self, receiver: Account) -> str:
        """How a person takes money out, which is her own lasting choice and not the payer's."""
        if receiver.rail is None or self.rng.random() < 0.06:
            draw = self.rng.random()
            receiver.rail = "wallet" if draw < 0.62 else "bank" if draw < 0.92 else "card"
        return receiver.rail

    def checkout(self, payer: Account) -> str:
        """How a shop is paid: by the payer's stored card, or from his balance, as he is used to."""
        if payer.pays_by is None or self.rng.random() < 0.15:
            payer.pays_by = "card" if self.rng.random() < 0.6 else "wallet"
        return payer.pays_by
