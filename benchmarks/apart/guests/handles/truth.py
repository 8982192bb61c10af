"""What each account really is, read off the reasons of its payments."""

from __future__ import annotations

from collections import Counter, defaultdict

import polars as pl

from .ledger import CRIME, KINDS, RECEIVER
from .world import World

_SPECIAL = 2.0
"""An account's main kind: a standing purpose outweighs shared bills even when these are up to twice as many."""


def truth(world: World, ids: list[str]) -> pl.DataFrame:
    """One row for each account in each role that it has in the payments."""
    ledger = world.ledger
    payers, payees = ledger.column(ledger.payers).tolist(), ledger.column(ledger.payees).tolist()
    kinds = [KINDS[code] for code in ledger.column(ledger.kinds).tolist()]
    rows = []
    for role, own, others in (("originator", payers, payees), ("beneficiary", payees, payers)):
        counts: dict[int, Counter[str]] = defaultdict(Counter)
        parties: dict[int, set[int]] = defaultdict(set)
        for subject, other, kind in zip(own, others, kinds, strict=True):
            counts[subject][kind] += 1
            if kind in CRIME:
                parties[subject].add(other)
        sharers = Counter(party for found in parties.values() for party in found)
        for subject in sorted(counts):
            account = world.book[subject]
            kind = _main(counts[subject])
            crime = kind in CRIME
            alone = not any(sharers[party] > 1 for party in parties[subject])
            if role == "beneficiary":
                # A receiver of several strangers shows even when none of them pays another.
                alone = alone and len(parties[subject]) < 2
            hard = crime and (counts[subject][kind] <= 3 or account.imitates or alone)
            group = account.ring if role == "beneficiary" and crime else _group(world, parties[subject])
            rows.append((
                role, ids[subject], _pattern(role, kind), group, hard, ids[account.holder],
            ))  # fmt: skip
    schema = {
        "role": pl.String, "subject_id": pl.String, "pattern": pl.String, "group": pl.String, "hard": pl.Boolean,
        "person": pl.String,
    }  # fmt: skip
    return pl.DataFrame(rows, schema=schema, orient="row").sort("role", "subject_id")


def _main(counts: Counter[str]) -> str:
    crimes = [kind for kind in counts if kind in CRIME]
    if crimes:
        return max(crimes, key=lambda kind: counts[kind])
    return max(counts, key=lambda kind: counts[kind] * (1.0 if kind in {"ordinary", "collecting"} else _SPECIAL))


def _pattern(role: str, kind: str) -> str:
    if role == "beneficiary":
        return RECEIVER[kind]
    # Who pays into a neighbours' pool or a team's fund does an ordinary thing.
    return "ordinary" if kind == "collecting" else kind


def _group(world: World, parties: set[int]) -> str | None:
    """A payer belongs to the ring or household paid most widely."""
    rings = Counter(ring for party in sorted(parties) if (ring := world.book[party].ring))
    return rings.most_common(1)[0][0] if rings else None
