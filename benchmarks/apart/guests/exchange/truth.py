"""What is known about every id: its pattern, its group, whether it shows little, and the person behind it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable

import polars as pl

from .ledger import Truth

CRIMES = frozenset({"livestream_purchase", "facilitation", "extortion_victim", "extortion_collection"})

_SCHEMA = {
    "role": pl.String,
    "subject_id": pl.String,
    "pattern": pl.String,
    "group": pl.String,
    "hard": pl.Boolean,
    "person": pl.String,
}

LITTLE = 3
"""Payments up to which somebody shows little."""


def _pattern(kinds: Counter[str]) -> str:
    """The crime if there is one (the more frequent of two), else the most frequent kind; ties by name."""
    crimes = {kind: count for kind, count in kinds.items() if kind in CRIMES}
    return min(crimes or kinds, key=lambda kind: (-kinds[kind], kind))


def _rows(
    truths: list[Truth],
    role: str,
    subject: Callable[[Truth], str],
    other: Callable[[Truth], str],
    kind: Callable[[Truth], str],
) -> list[tuple[str, str, str, str | None, bool]]:
    by_subject: dict[str, list[Truth]] = defaultdict(list)
    for truth in truths:
        by_subject[subject(truth)].append(truth)
    patterns = {name: _pattern(Counter(map(kind, own))) for name, own in by_subject.items()}
    crowd: dict[tuple[str, str], set[str]] = defaultdict(set)
    for truth in truths:
        if kind(truth) in CRIMES:
            crowd[other(truth), kind(truth)].add(subject(truth))
    rows: list[tuple[str, str, str, str | None, bool]] = []
    for name, own in sorted(by_subject.items()):
        pattern = patterns[name]
        if pattern not in CRIMES:
            rows.append((role, name, pattern, None, False))
            continue
        crime = [truth for truth in own if kind(truth) == pattern]
        groups = Counter(truth[4] for truth in crime if truth[4] is not None)
        group = min(groups, key=lambda label: (-groups[label], label))
        alone = all(len(crowd[other(truth), pattern]) < 2 for truth in crime)
        rows.append((role, name, pattern, group, len(crime) <= LITTLE or alone or any(truth[5] for truth in crime)))
    return rows


def table(truths: list[Truth]) -> pl.DataFrame:
    """One row for each originator id and each beneficiary id."""
    rows = _rows(truths, "originator", lambda t: t[0].id, lambda t: t[1].id, lambda t: t[2])
    rows += _rows(truths, "beneficiary", lambda t: t[1].id, lambda t: t[0].id, lambda t: t[3])
    person_of = {truth[1].id: truth[1].person for truth in truths}
    profiles = Counter(person_of.values())
    persons = [
        person_of[row[1]] if row[0] == "beneficiary" and profiles[person_of[row[1]]] > 1 else row[1] for row in rows
    ]
    return pl.DataFrame(
        [(*row, person) for row, person in zip(rows, persons, strict=True)], schema=_SCHEMA, orient="row"
    )
