"""The company's book of receivers: a name as typed, and an identity that is only as good as the typing.

A counter looks the payer's last slip up, or types anew. What is typed anew gets a new identity unless a clerk abroad
has joined it, by the document shown at pickup, to the same words typed for another payer. A bank account joins more
surely. So one person has many identities, and a person whom many pay looks like several who are paid by few.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from . import spelling
from .world import Account, Receiver, World


@dataclass(slots=True)
class Book:
    """Identities by payer's account, by typed words and by bank account."""

    world: World
    last: dict[tuple[str, int], tuple[str, str]] = field(default_factory=dict)
    by_words: dict[tuple[int, str], str] = field(default_factory=dict)
    by_bank: dict[int, str] = field(default_factory=dict)
    slips: dict[tuple[int, int], str] = field(default_factory=dict)
    owner: dict[str, int] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)

    def _new(self, receiver: Receiver) -> str:
        number = self.world.dice.randrange(1_000_000, 9_999_999)
        while number in self.used:
            number = self.world.dice.randrange(1_000_000, 9_999_999)
        self.used.add(number)
        made = f"{receiver.country}{number}"
        self.owner[made] = receiver.index
        return made

    def _words(self, account: Account, payer: int, receiver: Receiver) -> str:
        """Type the name: from the message of whoever told it, else by ear at the counter or with care at home."""
        dice = self.world.dice
        teller = self.world.told.get((payer, receiver.index))
        slip = self.slips.get((teller, receiver.index)) if teller is not None else None
        if slip is not None and (payer, receiver.index) not in self.slips and dice.random() < 0.75:
            return slip
        care = 0.8 if account.online else dice.uniform(0.2, 0.8)
        return spelling.typed(dice, receiver.given, receiver.middle, receiver.family, care)

    def entry(self, account: Account, payer: int, receiver: Receiver, *, bank: bool) -> tuple[str, str]:
        """Give identity and name for a payment, and keep what was typed."""
        dice = self.world.dice
        key = (account.subject, receiver.index)
        known = self.last.get(key)
        if known is not None and dice.random() < (0.975 if account.online else 0.93):
            return known
        words = self._words(account, payer, receiver)
        if known is not None and words == known[1]:
            return known
        joined = self.by_words.get((receiver.index, words))
        if bank and receiver.index in self.by_bank and dice.random() < 0.85:
            subject = self.by_bank[receiver.index]
        elif joined is not None and dice.random() < 0.6:
            subject = joined
        else:
            subject = self._new(receiver)
        self.by_words.setdefault((receiver.index, words), subject)
        if bank:
            self.by_bank.setdefault(receiver.index, subject)
        self.slips.setdefault((payer, receiver.index), words)
        self.last[key] = (subject, words)
        return subject, words
