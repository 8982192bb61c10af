"""What each account was: the crime if there is one, else its main kind."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Final

import polars as pl

from .ledger import Entry

CRIMES: Final = (
    "livestream_purchase",
    "facilitation",
    "extortion_victim",
    "extortion_collection",
    "material_purchase",
    "material_vendor",
    "minor_purchase",
    "minor_recipient",
)
BACKGROUND: Final = ("ordinary", "hub_payment")
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


def main_kind(kinds: Counter[str]) -> str:
    """The crime, else the commonest special kind that is a fifth of the payments, else the commonest background.

    Bills and dinners fill everyone's year; a person who also keeps a family abroad is known by the family.
    """
    for crime in CRIMES:
        if kinds[crime]:
            return crime
    special = {kind: number for kind, number in kinds.items() if kind not in BACKGROUND}
    if special and max(special.values()) * 5 >= kinds.total():
        return max(special, key=lambda kind: special[kind])
    rest = {kind: number for kind, number in kinds.items() if kind in BACKGROUND} or special
    return max(rest, key=lambda kind: rest[kind])


def truth(entries: list[Entry]) -> pl.DataFrame:
    """One row for each id and role; `hard` is judged from the payments of the crime alone."""
    kinds: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    persons: dict[tuple[str, str], tuple[str, str | None, bool]] = {}
    links: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    met: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for entry in entries:
        payer, receiver = ("originator", entry.account), ("beneficiary", entry.receiver.subject)
        kinds[payer][entry.kind] += 1
        kinds[receiver][entry.receiver_kind] += 1
        persons[payer] = (entry.payer.person, entry.payer.group, entry.payer.imitates)
        persons[receiver] = (entry.receiver.person, entry.receiver.group, entry.receiver.imitates)
        for me, other, kind in ((payer, receiver, entry.kind), (receiver, payer, entry.receiver_kind)):
            links[me][kind].add(other[1])
            met[(other[0], other[1], kind)].add(persons[me][0])
    rows = []
    for (role, subject), counted in kinds.items():
        pattern = main_kind(counted)
        person, group, imitates = persons[(role, subject)]
        hard = False
        if pattern in CRIMES:
            facing = "beneficiary" if role == "originator" else "originator"
            shared = any(len(met[(facing, other, pattern)]) > 1 for other in links[(role, subject)][pattern])
            hard = counted[pattern] <= 3 or imitates or not shared
        rows.append((role, subject, pattern, group, hard, person))
    return pl.DataFrame(sorted(rows, key=lambda row: row[:2]), schema=SCHEMA, orient="row")
