"""The truth table: what each id was, which ring or household, who holds it, whether it shows little."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Final

import polars as pl

from benchmarks.apart.guests.telco.accounts import Account
from benchmarks.apart.guests.telco.kinds import CRIME_RANK, CRIMES
from benchmarks.apart.guests.telco.ledger import Ledger

SCHEMA: Final = pl.Schema(
    {
        "role": pl.String(),
        "subject_id": pl.String(),
        "pattern": pl.String(),
        "group": pl.String(),
        "hard": pl.Boolean(),
        "person": pl.String(),
    }
)


@dataclass(slots=True)
class _Trace:
    """What one id did in one role."""

    account: Account
    said: Counter[str] = field(default_factory=Counter)
    payments: Counter[str] = field(default_factory=Counter)
    groups: Counter[str] = field(default_factory=Counter)
    partners: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    imitates: bool = True

    @property
    def pattern(self) -> str:
        """The crime if there is one, else the kind that most of the payments speak for."""
        crime = next((name for name in CRIME_RANK if name in self.payments), None)
        return crime or max(sorted(self.said), key=lambda name: self.said[name])


def truth(ledger: Ledger) -> pl.DataFrame:
    """One row for each originator id and each beneficiary id."""
    traces: dict[tuple[str, str], _Trace] = {}
    for relation in ledger.relations:
        for role, account, other, pattern in (
            ("originator", relation.payer, relation.receiver, relation.kind.payer),
            ("beneficiary", relation.receiver, relation.payer, relation.kind.receiver),
        ):
            trace = traces.setdefault((role, account.id), _Trace(account))
            trace.said[pattern] += relation.kind.weight * relation.payments  # type: ignore[assignment]
            trace.payments[pattern] += relation.payments
            if pattern in CRIMES:
                trace.partners[pattern].add(other.person)
                trace.imitates &= relation.imitates
                if relation.group:
                    trace.groups[relation.group] += relation.payments
    known = _sharing(traces)
    rows = [
        {
            "role": role,
            "subject_id": subject,
            "pattern": trace.pattern,
            "group": max(sorted(trace.groups), key=lambda name: trace.groups[name]) if trace.groups else None,
            "hard": trace.pattern in CRIMES and _shows_little(role, trace, known),
            "person": trace.account.person,
        }
        for (role, subject), trace in traces.items()
    ]
    return pl.DataFrame(rows, schema=SCHEMA, orient="row").sort("role", "subject_id")


def _sharing(traces: dict[tuple[str, str], _Trace]) -> dict[tuple[str, str, str], set[str]]:
    """For each role, pattern and counterparty: the people of that role and pattern who had it."""
    known: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for (role, _), trace in traces.items():
        for other in trace.partners[trace.pattern]:
            known[role, trace.pattern, other].add(trace.account.person)
    return known


def _shows_little(role: str, trace: _Trace, known: dict[tuple[str, str, str], set[str]]) -> bool:
    """Three payments of the crime or fewer, imitation throughout, or no counterparty in common.

    A receiver has nobody in common when a single person pays it: many payers of its own are trace enough.
    """
    partners = trace.partners[trace.pattern]
    if role == "beneficiary":
        alone = len(partners) < 2
    else:
        alone = all(len(known[role, trace.pattern, other]) < 2 for other in partners)
    return trace.payments[trace.pattern] <= 3 or trace.imitates or alone
