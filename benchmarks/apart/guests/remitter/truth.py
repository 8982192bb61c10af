"""What each account truly was, read from the wishes behind its payments."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

import polars as pl

from .counter import Payment
from .kinds import KINDS
from .world import World

FEW = 3
"""Payments of the crime up to which an account shows little."""

SCHEMA = {
    "role": pl.String,
    "subject_id": pl.String,
    "pattern": pl.String,
    "group": pl.String,
    "hard": pl.Boolean,
    "person": pl.String,
}


@dataclass(slots=True)
class _Ledger:
    """One account's kinds and, for the crimes, how many payments."""

    person: int
    kinds: Counter[str] = field(default_factory=Counter)
    groups: Counter[str] = field(default_factory=Counter)

    def main(self) -> str:
        """Give the crime if there is one (the more frequent of two), else the main kind; ties go by name."""
        crimes = [kind for kind in self.kinds if KINDS[kind].crime]
        return min(crimes or list(self.kinds), key=lambda kind: (-self.kinds[kind], kind))


def _ties(payments: list[Payment]) -> tuple[set[tuple[str, int]], set[tuple[str, int]]]:
    """Give the (crime, payer) and (crime, receiver) that share a counterparty with another person of the same crime."""
    payers: defaultdict[tuple[str, int], set[int]] = defaultdict(set)
    receivers: defaultdict[tuple[str, int], set[int]] = defaultdict(set)
    for each in payments:
        if KINDS[each.kind].crime:
            payers[each.kind, each.receiver.index].add(each.payer.index)
            receivers[each.kind, each.payer.index].add(each.receiver.index)
    tied_payers = {(kind, one) for (kind, _), found in payers.items() if len(found) > 1 for one in found}
    tied_receivers = {(kind, one) for (kind, _), found in receivers.items() if len(found) > 1 for one in found}
    return tied_payers, tied_receivers


def truth(world: World, payments: list[Payment]) -> pl.DataFrame:
    """Label every originator and beneficiary identity in the payments."""
    ends: dict[str, dict[str, _Ledger]] = {"originator": {}, "beneficiary": {}}
    for each in payments:
        for role, subject, person in (
            ("originator", each.account.subject, each.payer.index),
            ("beneficiary", each.beneficiary, each.receiver.index),
        ):
            ledger = ends[role].setdefault(subject, _Ledger(person))
            ledger.kinds[each.kind] += 1
            if each.receiver.group is not None:
                ledger.groups[each.receiver.group] += 1
    tied = dict(zip(ends, _ties(payments), strict=True))
    rings = {"originator": world.payer_rings, "beneficiary": world.receiver_rings}
    rows = []
    for role, ledgers in ends.items():
        held = Counter(ledger.person for ledger in ledgers.values())
        for subject, ledger in sorted(ledgers.items()):
            kind = ledger.main()
            crime, count = KINDS[kind].crime, ledger.kinds[kind]
            imitates = (
                ledger.person in world.imitators if role == "originator" else 2 * count < sum(ledger.kinds.values())
            )
            alone = (kind, ledger.person) not in tied[role]
            ring = rings[role].get(ledger.person) if crime else None
            house = min(ledger.groups, key=lambda name: (-ledger.groups[name], name)) if ledger.groups else None
            rows.append((
                role,
                subject,
                KINDS[kind].payer if role == "originator" else KINDS[kind].receiver,
                ring if crime else house,
                crime and (count <= FEW or imitates or alone),
                f"{role[0].upper()}{ledger.person:06d}" if held[ledger.person] > 1 else None,
            ))  # fmt: skip
    return pl.DataFrame(rows, schema=SCHEMA, orient="row")
