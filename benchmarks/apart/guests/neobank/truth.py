"""What each account was: one row for every payer and every receiver in the export."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

import polars as pl

from benchmarks.apart.guests.neobank.ledger import CRIMES, KINDS, Ledger
from benchmarks.apart.guests.neobank.parties import Party

VICTIM = ("romance_fraud_victim", "romance_fraud_receiver")

_SCHEMA = {
    "role": pl.String,
    "subject_id": pl.String,
    "pattern": pl.String,
    "group": pl.String,
    "hard": pl.Boolean,
    "person": pl.String,
}


def write(ledger: Ledger, path: Path) -> None:
    """Write the truth.

    Passing a ring's or a household's money on makes a payer ordinary here: as a payer there is no such pattern.
    """
    records = [*_side(ledger, "originator"), *_side(ledger, "beneficiary")]
    pl.DataFrame(records, schema=_SCHEMA, orient="row").sort("role", "subject_id").write_parquet(path)


def _side(ledger: Ledger, role: str) -> list[tuple[object, ...]]:
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    partners: dict[tuple[str, str], set[str]] = defaultdict(set)
    payers_of: dict[tuple[str, str], set[str]] = defaultdict(set)
    parties: dict[str, Party] = {}
    for row in ledger.rows:
        mine, other = (row.payer, row.receiver) if role == "originator" else (row.receiver, row.payer)
        parties[mine.subject] = mine
        kinds[mine.subject][row.kind] += 1
        if row.kind in CRIMES:
            partners[mine.subject, row.kind].add(other.subject)
            payers_of[other.subject, row.kind].add(mine.subject)
    # A mule who was recruited and never used belongs to no ring that anybody could find.
    involved = {side.subject for row in ledger.rows if row.kind in CRIMES for side in (row.payer, row.receiver)}
    index = 0 if role == "originator" else 1
    records: list[tuple[object, ...]] = []
    for subject, counted in kinds.items():
        crime = _crime(counted, index)
        pattern = KINDS[crime][index] if crime else _main(counted, index)
        hard = False
        if crime:
            alone = all(len(payers_of[other, crime]) == 1 for other in partners[subject, crime])
            hard = counted[crime] <= 3 or alone or subject in ledger.imitators
        group = ledger.groups.get((role, subject)) if subject in involved else None
        records.append((role, subject, pattern, group, hard, parties[subject].person))
    return records


def _crime(counted: Counter[str], index: int) -> str | None:
    """The kind of crime with most payments, if the account took part in any on this side."""
    found = [(number, kind) for kind, number in counted.items() if kind in CRIMES and KINDS[kind][index] != "ordinary"]
    return max(found)[1] if found else None


def _main(counted: Counter[str], index: int) -> str:
    """The ordinary pattern: a special one wins once it is a quarter of the payments, else everyday life does.

    Romance fraud wins from two payments on: an account emptied by it is a victim's, whatever else it paid.
    """
    patterns: Counter[str] = Counter()
    for kind, number in counted.items():
        patterns[KINDS[kind][index]] += number
    if patterns[VICTIM[index]] >= 2:
        return VICTIM[index]
    special = [(number, name) for name, number in patterns.items() if name != "ordinary"]
    if special and max(special)[0] * 4 >= counted.total():
        return max(special)[1]
    return "ordinary"
