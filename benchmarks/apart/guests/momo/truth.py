"""What every id really was: read off the payments that were made, so that truth and table cannot part."""

from __future__ import annotations

from collections import Counter, defaultdict

import polars as pl

from benchmarks.apart.guests.momo.accounts import Account
from benchmarks.apart.guests.momo.ledger import CRIMES, Entry


def main_kind(kinds: Counter[str]) -> str:
    """The crime if there is one, else what was done most."""
    for crime in CRIMES:
        if kinds[crime]:
            return crime
    return kinds.most_common(1)[0][0]


def shared(entries: list[Entry]) -> set[tuple[str, str]]:
    """Ends of criminal payments, as (role, id), whose counterpart another of the same pattern has too."""
    meets: dict[tuple[str, str, str], set[tuple[str, str]]] = defaultdict(set)
    for entry in entries:
        if entry.kind.payer in CRIMES:
            meets["originator", entry.kind.payer, entry.receiver.id].add((entry.payer.person, entry.payer.id))
            meets["beneficiary", entry.kind.receiver, entry.payer.id].add((entry.receiver.person, entry.receiver.id))
    return {
        (role, subject)
        for (role, _, _), ends in meets.items()
        if len({person for person, _ in ends}) > 1
        for _, subject in ends
    }


def truth(entries: list[Entry]) -> pl.DataFrame:
    """One row for each id in each role."""
    payers: dict[str, Account] = {e.payer.id: e.payer for e in entries}
    receivers: dict[str, Account] = {e.receiver.id: e.receiver for e in entries}
    together = shared(entries)
    rows = []
    for role, accounts in (("originator", payers), ("beneficiary", receivers)):
        for subject, account in sorted(accounts.items()):
            kinds = account.paid_as if role == "originator" else account.received_as
            pattern = main_kind(kinds)
            crime = pattern in CRIMES
            alone = (role, subject) not in together
            disguised = account.disguised and role == "originator"
            hard = crime and (kinds[pattern] <= 3 or disguised or alone)
            rows.append((role, subject, pattern, account.group if crime else None, hard, account.person))
    schema = {
        "role": pl.String,
        "subject_id": pl.String,
        "pattern": pl.String,
        "group": pl.String,
        "hard": pl.Boolean,
        "person": pl.String,
    }
    return pl.DataFrame(rows, schema=schema, orient="row")
