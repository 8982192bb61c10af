"""The ledger: every payment of the world as it is made, with what the truth needs to know of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np

from . import words
from .accounts import Account
from .arrays import Floats, Ints
from .clock import DAY, DAYS, START


@dataclass(slots=True)
class Tie:
    """A payer, a receiver, and why the one pays the other."""

    payer: Account
    receiver: Account
    payer_kind: str
    receiver_kind: str
    words: tuple[str, ...]
    rail: str
    chat: float = 1.0
    group: str | None = None
    code: str | None = None
    veil: float = 0.0
    trouble: float = 0.004
    zone: str | None = None


@dataclass(slots=True)
class Ledger:
    """Columns under construction; one entry of each list is a run of payments of one tie."""

    rng: np.random.Generator
    payer: list[int] = field(default_factory=list)
    receiver: list[int] = field(default_factory=list)
    when: list[Ints] = field(default_factory=list)
    amount: list[Floats] = field(default_factory=list)
    zone: list[str] = field(default_factory=list)
    tie: list[Tie] = field(default_factory=list)
    tie_of: list[int] = field(default_factory=list)
    reference: list[str | None] = field(default_factory=list)
    usual: dict[tuple[int, int], str] = field(default_factory=dict)

    def enter(self, tie: Tie, when: Ints, amounts: Floats) -> int:
        """Enter payments at local seconds `when`; those before the payer joined or after he left do not happen."""
        payer = tie.payer
        days = (when - START) / DAY
        kept = (days >= payer.opened) & (days < min(payer.last, DAYS))
        when, amounts, days = when[kept], amounts[kept], days[kept]
        count = len(when)
        if not count:
            return 0
        assert payer.city is not None
        self.payer += _which(self.rng, payer, days)
        self.receiver += _which(self.rng, tie.receiver, days)
        self.when.append(when)
        self.amount.append(amounts)
        self.zone += [tie.zone or payer.city.zone] * count
        self.tie_of += [len(self.tie)] * count
        self.tie.append(tie)
        pair = (payer.index, tie.receiver.index)
        if pair not in self.usual:
            self.usual[pair] = words.favourite(self.rng, tie.words)
        chance = payer.chatty * tie.chat
        self.reference += words.written(
            self.rng, tie.words, chance, usual=self.usual[pair], nick=tie.receiver.nick(), count=count
        )
        return count


SWITCH: Final = 0.7
"""Once a second account exists, most payments go through it, but habits and saved contacts keep the first alive."""


def _which(rng: np.random.Generator, account: Account, days: Floats) -> list[int]:
    other = account.second
    if other is None:
        return [account.index] * len(days)
    later = (days >= other.opened) & (rng.random(len(days)) < SWITCH)
    return [other.index if late else account.index for late in later]
