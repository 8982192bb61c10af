"""Who is what: a row for each paying and each receiving account."""

from __future__ import annotations

from collections import Counter

import polars as pl

from .ledger import CRIMES, Ledger
from .people import Payer
from .receivers import Receiver, person_of

_RECEIVING_CRIMES = {"facilitation", "extortion_collection", "material_vendor", "minor_recipient"}
_PAYS_INTO = {
    "livestream_purchase": "facilitation",
    "extortion_victim": "extortion_collection",
    "material_purchase": "material_vendor",
    "minor_purchase": "minor_recipient",
}
# Everybody pays bills at home; a special kind is somebody's main kind long before it is the majority.
_SPECIAL_WEIGHT = 3
_FEW = 3


def truth(ledger: Ledger) -> pl.DataFrame:
    """Role, subject, pattern, group, hard and person, for every subject in the ledger."""
    payers = dict(zip(ledger.accounts, ledger.payers, strict=True))
    receivers = {receiver.subject: receiver for receiver in ledger.receivers}
    shares = _payers_by_receiver(ledger, receivers)
    rows = [_paying_row(ledger, subject, payer, receivers, shares) for subject, payer in payers.items()]
    rows += _receiving_rows(ledger, receivers, payers)
    schema = {
        "role": pl.String,
        "subject_id": pl.String,
        "pattern": pl.String,
        "group": pl.String,
        "hard": pl.Boolean,
        "person": pl.String,
    }
    return pl.DataFrame(rows, schema=schema, orient="row").sort("role", "subject_id")


Row = tuple[str, str, str, str | None, bool, str]


def _main_kind(kinds: Counter[str]) -> str:
    crimes = [kind for kind in CRIMES if kinds[kind]]
    if crimes:
        return max(crimes, key=lambda kind: kinds[kind])
    return max(sorted(kinds), key=lambda kind: kinds[kind] * (1 if kind == "ordinary" else _SPECIAL_WEIGHT))


def _payers_by_receiver(ledger: Ledger, receivers: dict[str, Receiver]) -> dict[tuple[str, str], set[str]]:
    """For each crime and receiving account: who pays it for that crime. Shops that merely carry it do not count."""
    found: dict[tuple[str, str], set[str]] = {}
    for kind, pairs in ledger.crime_pairs.items():
        for subject, paid in pairs.items():
            for receiver in paid:
                if receivers[receiver].pattern == _PAYS_INTO[kind]:
                    found.setdefault((kind, receiver), set()).add(subject)
    return found


def _paying_row(
    ledger: Ledger, subject: str, payer: Payer, receivers: dict[str, Receiver], shares: dict[tuple[str, str], set[str]]
) -> Row:
    kinds = ledger.kinds[subject]
    pattern = _main_kind(kinds)
    if pattern not in CRIMES:
        return ("originator", subject, pattern, None, False, person_of(payer))
    paid = [r for r in sorted(ledger.crime_pairs[pattern][subject]) if (pattern, r) in shares]
    alone = all(len(shares[pattern, receiver]) < 2 for receiver in paid)
    groups = Counter(receivers[receiver].group for receiver in paid)
    group = max(sorted(g for g in groups if g), key=lambda g: groups[g], default=None)
    hard = alone or kinds[pattern] <= _FEW or subject in ledger.imitators
    return ("originator", subject, pattern, group, hard, person_of(payer))


def _receiving_rows(ledger: Ledger, receivers: dict[str, Receiver], holders: dict[str, Payer]) -> list[Row]:
    received = Counter(receiver.subject for receiver in ledger.receivers)
    payers: dict[str, set[str]] = {}
    for subject, receiver in zip(ledger.accounts, ledger.receivers, strict=True):
        payers.setdefault(receiver.subject, set()).add(subject)
    rows: list[Row] = []
    for subject, receiver in receivers.items():
        crime = receiver.pattern in _RECEIVING_CRIMES
        hard = crime and (received[subject] <= _FEW or len(payers[subject]) < 2)
        person = person_of(holders[subject]) if subject in holders else receiver.person
        rows.append(("beneficiary", subject, receiver.pattern, receiver.group, hard, person))
    return rows
