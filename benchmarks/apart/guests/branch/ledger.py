"""The operator's ledger while it fills: who paid whom, on which day, how much, and out of which life."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np

from .days import SPAN
from .people import Payer, People, Receiver

LIVES: Final[tuple[tuple[str, str], ...]] = (
    ("family_support", "family_receiver"),
    ("family_support", "collector"),
    ("partner_abroad", "partner_receiver"),
    ("freelancer_employer", "freelancer"),
    ("hobby_purchase", "seller"),
    ("donation", "charity"),
    ("student_support", "student"),
    ("hub_payment", "hub"),
    ("romance_fraud_victim", "romance_fraud_receiver"),
    ("ordinary", "ordinary"),
    ("livestream_purchase", "facilitation"),
    ("extortion_victim", "extortion_collection"),
)
LIFE: Final = {pair[1]: position for position, pair in enumerate(LIVES)}
CRIMES: Final = frozenset({LIFE["facilitation"], LIFE["extortion_collection"]})

ROUND_SENT, ROUND_RECEIVED, EXACT = 0, 1, 2
PROFILES: Final = 5
"""A receiver's name is written in at most this many ways."""


@dataclass(slots=True)
class Ledger:
    """Streams of payments, kept as arrays until the end."""

    rng: np.random.Generator
    people: People
    rows: list[tuple[np.ndarray, ...]] = field(default_factory=list)
    groups: list[str] = field(default_factory=lambda: [""])
    imitators: set[tuple[str, int]] = field(default_factory=set)
    busy: set[int] = field(default_factory=set)
    told: dict[tuple[int, int], int] = field(default_factory=dict)

    def group(self, name: str) -> int:
        """Name a ring or a household; returns its number."""
        self.groups.append(name)
        return len(self.groups) - 1

    def _profile(self, payer: Payer, receiver: Receiver) -> int:
        """The spelling under which this payer's teller keeps the receiver: chosen once, at the first visit."""
        key = (payer.index, receiver.index)
        if key not in self.told:
            other = self.rng.random() < receiver.aliases
            self.told[key] = int(self.rng.integers(1, PROFILES)) if other else 0
        return self.told[key]

    def add(
        self,
        payer: Payer,
        receiver: Receiver,
        days: np.ndarray,
        usd: np.ndarray | float,
        life: str,
        *,
        late: float | None = None,
        rounding: int = ROUND_SENT,
        group: int = 0,
        slip: float = 0.012,
    ) -> None:
        """Write a stream: days from the start of the world, sums in US dollars before rounding at the counter.

        `late` is the share of visits to late shops (the payer's own habit unless the life forces another), `slip` how
        often a teller types the receiver afresh instead of taking the name from the payer's list.
        """
        usd = np.broadcast_to(np.asarray(usd, float), days.shape)
        kept = (days >= 0) & (days < SPAN)
        days, usd = days[kept].astype(np.int32), usd[kept]
        if not len(days):
            return
        n = len(days)
        profile = np.full(n, self._profile(payer, receiver), np.int8)
        slips = self.rng.random(n) < slip
        if slips.any():
            profile[slips] = self.rng.integers(0, PROFILES, int(slips.sum()))
        share = payer.late if late is None else late
        self.busy.add(payer.index)
        self.rows.append(
            (
                np.full(n, payer.index, np.int32),
                np.full(n, receiver.index, np.int32),
                profile,
                days,
                usd,
                np.full(n, LIFE[life], np.int8),
                np.full(n, share, np.float32),
                np.full(n, rounding, np.int8),
                np.full(n, group, np.int32),
            )
        )

    def columns(self) -> list[np.ndarray]:
        """All streams as columns, in the order of `add`."""
        return [np.concatenate(column) for column in zip(*self.rows, strict=True)]
