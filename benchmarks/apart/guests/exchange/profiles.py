"""Receivers' profile numbers: one number for all payers who give the same name and telephone, else a new one.

The rule cuts both ways. A mother whose children spell her alike is one profile with three payers; the same mother is
three profiles when one child types her married name, another her old number, and the third leaves the number out.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .names import misspelt
from .people import Receiver


@dataclass(slots=True)
class Profile:
    """What the institution holds about a receiver."""

    id: str
    person: str
    home: str
    name: str
    phone: str | None
    city: str
    account: str


class ProfileBook:
    """All profiles, by the name and telephone given."""

    def __init__(self, rng: np.random.Generator) -> None:
        self._rng = rng
        self._by_key: dict[tuple[str, str, str], Profile] = {}
        self.all: list[Profile] = []

    def enter(self, receiver: Receiver, *, careful: bool) -> Profile:
        """The profile that a payer's entry leads to; a careful payer copies name and number from a message."""
        rng = self._rng
        if receiver.business:
            return self._matched(receiver, receiver.name, receiver.phones[0])
        slip = 0.05 if careful else 0.14
        name = misspelt(receiver.name, rng) if rng.random() < slip else receiver.name
        if rng.random() < (0.04 if careful else 0.16):
            return self._new(receiver, name, None)
        second = len(receiver.phones) > 1 and rng.random() < 0.25
        return self._matched(receiver, name, receiver.phones[1 if second else 0])

    def _matched(self, receiver: Receiver, name: str, phone: str) -> Profile:
        key = (receiver.home, name.upper(), phone)
        found = self._by_key.get(key)
        if found is None:
            found = self._by_key[key] = self._new(receiver, name, phone)
        return found

    def _new(self, receiver: Receiver, name: str, phone: str | None) -> Profile:
        number = len(self.all) + 1
        profile = Profile(
            id=f"B{number * 104729 % 99999989:08d}",
            person=receiver.person,
            home=receiver.home,
            name=name.upper() if self._rng.random() < 0.15 else name,
            phone=phone,
            city=receiver.city,
            account=receiver.account,
        )
        self.all.append(profile)
        return profile
