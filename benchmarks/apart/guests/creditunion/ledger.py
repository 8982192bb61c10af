"""Every payment of the world, kept as arrays until the tables are written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np

from benchmarks.apart.guests.creditunion.clock import DAYS, Floats, Ints, hours, offsets
from benchmarks.apart.guests.creditunion.people import Member, Receiver

CRIMES: Final = ("livestream_purchase", "facilitation", "extortion_victim", "extortion_collection", "minor_purchase",
                 "minor_recipient")  # fmt: skip
KINDS: Final = (*CRIMES, "family_support", "family_receiver", "partner_abroad", "partner_receiver",
                "freelancer_employer", "freelancer", "hobby_purchase", "seller", "donation", "charity",
                "student_support", "student", "hub_payment", "hub", "collector", "romance_fraud_victim",
                "romance_fraud_receiver", "ordinary")  # fmt: skip
CODE: Final = {kind: code for code, kind in enumerate(KINDS)}

_PURPOSES: Final = {
    "family_support": "FAMI", "partner_abroad": "GIFT", "freelancer_employer": "SERV", "hobby_purchase": "GOOD",
    "donation": "CHAR", "student_support": "EDUC", "hub_payment": "SERV", "romance_fraud_victim": "FAMI",
    "livestream_purchase": "FAMI", "extortion_victim": "GIFT", "ordinary": "OTHR",
}  # fmt: skip


@dataclass(slots=True)
class Ledger:
    """Payments in the order in which the mechanisms made them."""

    rng: np.random.Generator
    originators: list[Ints] = field(default_factory=list)
    beneficiaries: list[Ints] = field(default_factory=list)
    seconds: list[Ints] = field(default_factory=list)
    amounts: list[Floats] = field(default_factory=list)
    payer_kinds: list[Ints] = field(default_factory=list)
    receiver_kinds: list[Ints] = field(default_factory=list)
    references: list[str | None] = field(default_factory=list)
    purposes: list[str | None] = field(default_factory=list)
    statuses: list[str] = field(default_factory=list)
    _zones: dict[str, Ints] = field(default_factory=dict)

    def _utc(self, member: Member, days: Ints, local: Floats) -> Ints:
        if member.zone not in self._zones:
            self._zones[member.zone] = offsets(member.zone)
        shifts = self._zones[member.zone][np.clip(days, 0, DAYS + 3)]
        return np.asarray(days * 86400 + np.floor(local * 3600).astype(np.int64) - shifts, dtype=np.int64)

    def _at_the_branch(self, days: Ints) -> tuple[Ints, Floats]:
        """Members without the app pay at the counter: never on a Sunday, between nine and five."""
        open_days = days + (days % 7 == 1)
        return open_days, np.clip(self.rng.normal(12.6, 2.2, len(days)), 9.1, 16.9)

    def pay(
        self,
        member: Member,
        receiver: Receiver,
        days: Ints,
        sums: Floats,
        kinds: tuple[str, str],
        *,
        local: Floats | None = None,
        words: tuple[str, ...] = (),
        failed: float = 0.012,
    ) -> int:
        """Enter payments of one member to one payee; returns how many fell within the membership.

        `sums` are in the member's currency, `local` hours default to the member's habit, `words` are what a memo
        may say, `failed` is the share that did not go through.
        """
        if local is None:
            local = hours(self.rng, len(days), member.night)
        if not member.app:
            days, local = self._at_the_branch(days)
        inside = (days >= max(member.first, 0)) & (days <= min(member.last, DAYS - 1)) & (sums > 0)
        days, sums, local = days[inside], sums[inside], local[inside]
        count = len(days)
        if count == 0:
            return 0
        self.originators.append(np.full(count, member.index, dtype=np.int64))
        self.beneficiaries.append(np.full(count, receiver.index, dtype=np.int64))
        self.seconds.append(self._utc(member, days, local))
        self.amounts.append(sums)
        self.payer_kinds.append(np.full(count, CODE[kinds[0]], dtype=np.int64))
        self.receiver_kinds.append(np.full(count, CODE[kinds[1]], dtype=np.int64))
        abroad = receiver.country != member.country
        share = member.chatty * (0.45 if abroad else 0.9) if words else 0.0
        told = self.rng.random(count) < share
        picks = self.rng.integers(max(len(words), 1), size=count)
        self.references.extend(words[pick] if said else None for said, pick in zip(told, picks, strict=True))
        # The partner's form opens with "family support" chosen, and every second member leaves it so.
        lazy = self.rng.random() < 0.5
        code = ("FAMI" if lazy else _PURPOSES.get(kinds[0], "OTHR")) if abroad else None
        self.purposes.extend([code] * count)
        broken = self.rng.random(count) < failed
        self.statuses.extend(("cancelled" if abroad else "declined") if bad else "completed" for bad in broken)
        return count
