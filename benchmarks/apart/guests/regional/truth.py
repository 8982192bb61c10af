"""What every account and address-book entry really was."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Final

import polars as pl

from benchmarks.apart.guests.regional.firm import Firm, account_id, entry_id

CRIMES: Final = (
    "livestream_purchase", "facilitation", "extortion_victim", "extortion_collection", "material_purchase",
    "material_vendor",
)  # fmt: skip

Tally = dict[int, Counter[str]]


def _main(kinds: Counter[str]) -> str:
    """The crime if there is one, else what most payments were."""
    crime = next((name for name in CRIMES if kinds[name]), None)
    return crime or min(kinds, key=lambda name: (-kinds[name], name))


def _loners(edges: set[tuple[str, str]]) -> tuple[set[str], set[str]]:
    """Payers and receivers of one crime none of whose counterparties in it has another."""
    payers, receivers = defaultdict(set), defaultdict(set)
    for payer, receiver in edges:
        payers[payer].add(receiver)
        receivers[receiver].add(payer)
    return (
        {payer for payer, paid in payers.items() if all(len(receivers[r]) == 1 for r in paid)},
        {receiver for receiver, by in receivers.items() if all(len(payers[p]) == 1 for p in by)},
    )


def truth_table(firm: Firm, orders: pl.DataFrame) -> pl.DataFrame:
    """One row for each originator and beneficiary id that paid or was paid.

    An entry takes the label of the person it stands for: who collects for a crime is the same person in a cousin's
    address book. It is then hard, as is an entry with neither phone nor account, which nothing joins to the others.
    """
    by_account: Tally = defaultdict(Counter)
    by_person: Tally = defaultdict(Counter)
    by_entry: Tally = defaultdict(Counter)
    edges: dict[str, set[tuple[str, str]]] = defaultdict(set)
    counted = orders.group_by("payer", "entry", "payer_reason", "receiver_reason").len()
    for payer, number, paying, receiving, n in counted.iter_rows():
        person = firm.entries[number].receiver
        by_account[payer][paying] += n
        by_entry[number][receiving] += n
        by_person[person][receiving] += n
        if paying in CRIMES:
            edges[paying].add((firm.accounts[payer].person, f"P-{person}"))
    lone: set[str] = set()
    for crime in edges.values():
        lone = lone.union(*_loners(crime))
    rows: list[tuple[str, str, str, str | None, bool, str]] = []
    for index in sorted(by_account):
        payer, pattern = firm.accounts[index], _main(by_account[index])
        hard = by_account[index].total() <= 3 or payer.disguised or (pattern in CRIMES and payer.person in lone)
        rows.append(("originator", account_id(index), pattern, payer.group, hard, payer.person))
    several = Counter(firm.entries[number].receiver for number in by_entry)
    for number in sorted(by_entry):
        entry = firm.entries[number]
        person, pattern = firm.receivers[entry.receiver], _main(by_person[entry.receiver])
        hard = by_person[entry.receiver].total() <= 3 or person.disguised
        if pattern in CRIMES:
            unjoined = entry.phone is None and entry.account is None
            hard = hard or unjoined or f"P-{entry.receiver}" in lone or not by_entry[number][pattern]
        holder = f"P-{entry.receiver}" if several[entry.receiver] > 1 else entry_id(number)
        rows.append(("beneficiary", entry_id(number), pattern, person.group, hard, holder))
    schema = {"role": pl.String, "subject_id": pl.String, "pattern": pl.String, "group": pl.String, "hard": pl.Boolean,
              "person": pl.String}  # fmt: skip
    return pl.DataFrame(rows, schema=schema, orient="row")
